// What a book holds and in which order: its chapters, and the districts and indicators that have a place of their own in the
// contents, in the bookmarks and at the head of their pages.
import type { RoundView } from '../../ranking/round.ts';
import { changesTitle } from '../edition/words.ts';
import { nameSection } from '../rank-lines.ts';

/** Something that is found again: `id` is the destination of a link, in Latin. */
export interface Entry {
	readonly id: string;
	readonly title: string;
}
export interface Chapter extends Entry {
	/** before the title: บทที่ 1, ภาคผนวก ก */
	readonly number: string;
	readonly entries: readonly Entry[];
}
export type ChapterName =
	'summary' | 'ranking' | 'results' | 'districts' | 'letter' | 'readings' | 'method' | 'open' | 'files';
export type Plan = Readonly<Record<ChapterName, Chapter>> & {
	/** of a second edition and those after it */
	readonly changes?: Chapter;
};

export const idOfDistrict = (code: string): string => `district-${code}`;
export const idOfIndicator = (section: string, indicator: string): string => `letter-${section}-${indicator}`;

export function planBook({ agreement, province, edition }: RoundView): Plan {
	const chapter = (
		id: ChapterName | 'changes',
		number: string,
		title: string,
		entries: readonly Entry[] = []
	): Chapter => ({
		id: `chapter-${id}`,
		number,
		title,
		entries
	});
	return {
		summary: chapter('summary', 'บทที่ 1', 'บทสรุป'),
		ranking: chapter('ranking', 'บทที่ 2', 'อันดับของอำเภอ'),
		results: chapter('results', 'บทที่ 3', 'ผลรายตัวชี้วัด'),
		districts: chapter(
			'districts',
			'บทที่ 4',
			'ผลรายอำเภอ',
			province.districts.map(({ code, name }) => ({ id: idOfDistrict(code), title: `อำเภอ${name}` }))
		),
		letter: chapter(
			'letter',
			'ภาคผนวก ก',
			'ตัวชี้วัดและเกณฑ์ตามข้อตกลง',
			agreement.sections.flatMap((section) =>
				section.indicators.map(({ indicator, short }) => ({
					id: idOfIndicator(section.section, indicator),
					title: `${nameSection(section)} ข้อ ${indicator} ${short}`
				}))
			)
		),
		readings: chapter('readings', 'ภาคผนวก ข', 'การตีความข้อตกลง'),
		method: chapter('method', 'ภาคผนวก ค', 'วิธีคิดคะแนนและจัดอันดับ'),
		open: chapter('open', 'ภาคผนวก ง', 'ผลที่ยังค้างและเรื่องที่รอคำวินิจฉัย'),
		files: chapter('files', 'ภาคผนวก จ', 'แฟ้มที่ได้รับ'),
		...(edition === undefined || edition.change === null
			? {}
			: { changes: chapter('changes', 'ภาคผนวก ฉ', changesTitle(edition.change)) })
	};
}

export const listChapters = (plan: Plan): readonly Chapter[] => Object.values(plan);
export const nameChapter = ({ number, title }: Chapter): string => `${number} ${title}`;
