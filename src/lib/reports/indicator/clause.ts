// What the letter says of an indicator, in its own words: formula, ladder, evidence, what is to be sent; then how its unclear
// words are read.
import { sayOutcome } from '../../agreement/say.ts';
import type { Indicator, Ladder, Outcome } from '../../agreement/schema.ts';
import type { Content, ContentText, TableCell } from 'pdfmake/interfaces.js';
import { formatDate } from '../../thai/write-date.ts';
import { ink } from '../bar-picture.ts';
import { makeSubhead } from '../district/pieces.ts';
import type { IndicatorFacts } from './facts.ts';
import { sayStanding } from './words.ts';
import type { Sheet } from '../sheet.ts';
import { keepQuoted, keepVerbatim } from '../written-digits.ts';

export function makeClause({ indicator }: IndicatorFacts, sheet: Sheet): readonly Content[] {
	const { sizes } = sheet;
	const shared = findShared(indicator);
	// a paragraph of the letter is not parted: one line of it alone on a page says nothing
	const paragraph = (label: string, words: ContentText | string): Content => ({
		stack: [{ text: [{ text: `${label}  `, bold: true }, words] }],
		unbreakable: true,
		fontSize: sizes.key,
		lineHeight: 1.3,
		margin: [0, 1, 0, 0]
	});
	const line = (label: string, text: string) => paragraph(label, keepVerbatim(text));
	const dates = [
		...(indicator.cut_off === undefined ? [] : [`ตัดยอด ${formatDate(indicator.cut_off)}`]),
		...(indicator.reports_by ?? []).map((date) => `รายงานภายใน ${formatDate(date)}`)
	];
	const inputs = Object.values(indicator.inputs).map(
		({ label, unit }) => `${label}${unit === undefined ? '' : ` (${unit})`}`
	);
	return [
		makeSubhead('ข้อความในข้อตกลง', indicator.clause ?? null, sheet),
		...(indicator.formula === undefined ? [] : [line('สูตร', indicator.formula)]),
		...(indicator.ladder === undefined
			? [{ text: 'เกณฑ์ของตัวชี้วัดนี้สูญหายไปจากเอกสาร', fontSize: sizes.key } satisfies Content]
			: [makeLadder(indicator.ladder, shared, sheet)]),
		...(indicator.parts ?? []).flatMap(({ title, ladder }): Content[] => [
			line('ส่วนประกอบ', title),
			makeLadder(ladder, shared, sheet)
		]),
		...(shared === null ? [] : [line('หลักฐานทุกระดับ', shared)]),
		...(indicator.source === undefined ? [] : [line('แหล่งข้อมูล', indicator.source)]),
		...(dates.length === 0 ? [] : [paragraph('กำหนดเวลา', dates.join(' · '))]),
		...(indicator.notes ?? []).map((note) => paragraph('คำอธิบาย', keepQuoted(note))),
		...(inputs.length === 0 ? [] : [paragraph(`ค่าที่อำเภอส่ง ${inputs.length} รายการ`, inputs.join(' · '))])
	];
}

/** Many letters print the same evidence at every level: then it is said once. */
function findShared({ ladder }: Indicator): string | null {
	const evidence = (ladder?.rungs ?? []).map((rung) => ('evidence' in rung ? rung.evidence : undefined));
	const [first] = evidence;
	return evidence.length > 1 && first !== undefined && evidence.every((one) => one === first) ? first : null;
}

/** The highest rung on top, as people read a ladder; its evidence under its words. */
function makeLadder({ rungs, otherwise }: Ladder, shared: string | null, { sizes }: Sheet): Content {
	const head = (text: string): TableCell => ({ text, color: ink.soft });
	const row = (outcome: Outcome | null, text: string, evidence: string | undefined): TableCell[] => [
		{ text: outcome === null ? 'ไม่ได้บอก' : sayOutcome(outcome), bold: true, noWrap: true },
		{
			stack: [
				keepVerbatim(text),
				...(shared !== null || evidence === undefined
					? []
					: [{ text: ['หลักฐาน ', keepVerbatim(evidence)], color: ink.soft }])
			]
		}
	];
	const rows = rungs
		.toReversed()
		.map((rung) => ('outcome' in rung ? row(rung.outcome, rung.text, rung.evidence) : row(null, rung.text, undefined)));
	const rest =
		otherwise === undefined ? [] : [row('outcome' in otherwise ? otherwise.outcome : null, otherwise.text, undefined)];
	return {
		table: {
			headerRows: 1,
			keepWithHeaderRows: 1,
			dontBreakRows: true,
			widths: [48, '*'],
			body: [[head('ผล'), head('เกณฑ์')], ...rows, ...rest]
		},
		layout: {
			hLineWidth: (line) => (line === 0 ? 0 : line === 1 ? 0.7 : 0.25),
			vLineWidth: () => 0,
			hLineColor: (line) => (line === 1 ? ink.text : ink.line),
			paddingLeft: () => 0,
			paddingRight: (column) => (column === 1 ? 0 : 6),
			paddingTop: () => 1.8,
			paddingBottom: () => 0.3
		},
		fontSize: sizes.key,
		lineHeight: 1.25,
		margin: [0, 1, 0, 3]
	};
}

export function makeReadings({ readings }: IndicatorFacts, sheet: Sheet): readonly Content[] {
	if (readings.length === 0) return [];
	const { sizes } = sheet;
	const head = (text: string): TableCell => ({ text, color: ink.soft });
	return [
		makeSubhead('การตีความและคำวินิจฉัยที่ใช้กับข้อนี้', null, sheet),
		{
			table: {
				headerRows: 1,
				keepWithHeaderRows: 1,
				dontBreakRows: true,
				widths: [62, '*', '*'],
				body: [
					[head('เลขที่'), head('ข้อความในข้อตกลง'), head('อ่านว่า และเหตุผล')],
					...readings.map(({ id, reading }): TableCell[] => [
						{
							stack: [
								{ text: id, bold: true },
								{ text: sayStanding(reading), color: reading.kind === 'filler' ? ink.undecided : ink.soft }
							]
						},
						keepQuoted(reading.words),
						{ text: [reading.taken, { text: ` เพราะ${reading.why}`, color: ink.soft }] }
					])
				]
			},
			layout: {
				hLineWidth: (line) => (line === 0 ? 0 : line === 1 ? 0.7 : 0.25),
				vLineWidth: () => 0,
				hLineColor: (line) => (line === 1 ? ink.text : ink.line),
				paddingLeft: () => 0,
				paddingRight: () => 6,
				paddingTop: () => 1.8,
				paddingBottom: () => 0.3
			},
			fontSize: sizes.key,
			lineHeight: 1.25,
			margin: [0, 0, 0, 5]
		}
	];
}
