// A result of this round, worked out step by step so that anybody can follow with a pencil.
import type { RoundView } from '../../ranking/round.ts';
import { explainScore, type Explanation } from '../../scoring/explain.ts';
import type { EntryInForce } from '../../ranking/round.ts';
import { formatNumber, formatScaled, scaleNumber } from '../../thai/numbers.ts';
import { joinThai } from '../../thai/words.ts';
import { showPercent } from '../percent.ts';
import { nameSection } from '../rank-lines.ts';

export interface Example {
	readonly title: string;
	readonly steps: readonly string[];
}

/** The first result, in the letter's order, that is worked out from figures by a formula; null where there is none. */
export function workExample(view: RoundView): Example | null {
	for (const section of view.agreement.sections) {
		for (const { indicator } of section.indicators) {
			for (const { code } of view.province.districts) {
				const score = view.answer.scores.find(
					(one) => one.district === code && one.section === section.section && one.indicator === indicator
				);
				if (score?.status !== 'scored' || score.weighted === null) continue;
				const explained = explainScore(view, code, section.section, indicator);
				if (explained.arithmetic.some(({ entry }) => entry === null)) return tell(view, explained);
			}
		}
	}
	return null;
}

function tell(view: RoundView, explained: Explanation<EntryInForce>): Example {
	const { score, arithmetic, headline } = explained;
	const section = view.agreement.sections.find((one) => one.section === score.section);
	const indicator = section?.indicators.find((one) => one.indicator === score.indicator);
	const district = view.province.districts.find(({ code }) => code === score.district)?.name ?? score.district;
	const sent = arithmetic.flatMap(({ label, text, entry }) => (entry === null ? [] : [`${label} ${text}`]));
	const worked = arithmetic.flatMap(({ label, text, entry }) => (entry === null ? [`${label} = ${text}`] : []));
	const name = section === undefined ? score.section : nameSection(section);
	const figure = (value: number | null) => formatNumber(value ?? 0);
	return {
		title: `ตัวอย่าง: อำเภอ${district} ${name} ข้อ ${score.indicator} ${indicator?.short ?? ''}`,
		steps: [
			`ค่าที่ใช้: ${joinThai(sent)}`,
			...worked,
			headline,
			`คะแนนถ่วงน้ำหนัก = น้ำหนัก ${figure(score.weight)} × ${figure(score.points)} ÷ ${figure(score.max_points)} = ${figure(score.weighted)}`,
			...tellTotal(view, score.district, score.section, name)
		]
	};
}

/** How the points of a section add up to its percent. */
function tellTotal({ answer }: RoundView, district: string, section: string, name: string): readonly string[] {
	const total = answer.sections.find((one) => one.district === district && one.section === section);
	if (total?.percent == null) return [];
	const own = answer.scores.filter((one) => one.district === district && one.section === section);
	const earned = own.flatMap(({ indicator, weighted }) => (weighted === null ? [] : [{ indicator, weighted }]));
	const sum = earned.reduce((before, { weighted }) => before + scaleNumber(weighted), 0n);
	const open = own.filter(({ status }) => status !== 'scored' && status !== 'not_applicable').length;
	const parts = earned.map(({ weighted }) => formatNumber(weighted)).join(' + ');
	return [
		`${name}: ผลรวมคะแนนถ่วงน้ำหนักของ ${earned.length} ข้อที่มีคะแนน = ${parts} = ${formatScaled(sum)}${open === 0 ? '' : ` (อีก ${open} ข้อยังค้าง ยังไม่ได้คะแนน)`}`,
		`ร้อยละ = 100 × ${formatScaled(sum)} ÷ น้ำหนักรวม ${formatNumber(total.weight)} = ${showPercent(total.percent)} ได้อันดับ ${total.place ?? '—'}`
	];
}
