// Every document a round can be asked for, in the order in which an office hands them out.
import type { RoundView } from '../ranking/round.ts';
import type { DocumentRequest } from './documents.ts';

/** `earlier`: ids of the rounds of the province it may be compared to, the latest first. */
export function listDocuments(view: RoundView, earlier: readonly string[]): readonly DocumentRequest[] {
	const { districts } = view.province;
	return [
		{ kind: 'memo' },
		{ kind: 'book' },
		{ kind: 'letter', district: null },
		...districts.map(({ code }) => ({ kind: 'letter' as const, district: code })),
		...districts.map(({ code }) => ({ kind: 'district' as const, district: code })),
		...view.agreement.sections.flatMap(({ section, indicators }) =>
			indicators.map(({ indicator }) => ({ kind: 'indicator' as const, section, indicator }))
		),
		...earlier.map((round) => ({ kind: 'comparison' as const, rounds: [round] }))
	];
}

/** What a document is, in a line of a list. */
export function titleDocument(request: DocumentRequest, view: RoundView): string {
	const nameOf = (code: string) => view.province.districts.find((district) => district.code === code)?.name ?? code;
	switch (request.kind) {
		case 'memo':
			return 'บันทึกข้อความถึงผู้ว่าราชการจังหวัด';
		case 'book':
			return 'สมุดรายงานทั้งเล่ม';
		case 'letter':
			return request.district === null ? 'หนังสือแจ้งผลถึงทุกอำเภอ' : `หนังสือแจ้งผลถึงอำเภอ${nameOf(request.district)}`;
		case 'district':
			return `รายงานอำเภอ${nameOf(request.district)}`;
		case 'indicator': {
			const section = view.agreement.sections.find((one) => one.section === request.section);
			const short = section?.indicators.find((one) => one.indicator === request.indicator)?.short;
			return `รายงานตัวชี้วัด ${request.indicator} ${short ?? ''} (${section?.title ?? request.section})`;
		}
		case 'comparison':
			return `เปรียบเทียบกับรอบ ${request.rounds.map((round) => round.slice(round.indexOf('/') + 1)).join(' และ ')}`;
	}
}
