// Every district on one indicator: what it got, what went in, why, and where the values came from; then the files.
import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { Indicator } from '../../agreement/schema.ts';
import { measureEm } from '../../charts/measure-text.ts';
import { showValue } from '../../charts/show-value.ts';
import { formatDate } from '../../thai/write-date.ts';
import { drawMark, ink } from '../bar-picture.ts';
import { makePicture, makeSubhead } from '../district/pieces.ts';
import type { IndicatorFacts, IndicatorLine } from './facts.ts';
import { sayInputs, sayReason, sayResult, saySources } from './words.ts';
import { widthOfName } from '../ranking/shape.ts';
import type { Sheet } from '../sheet.ts';
import { showPoints } from '../shown-points.ts';
import { keepVerbatim } from '../written-digits.ts';

const widths = { value: 42, points: 34, source: 66 } as const;
const gap = 5;

export function makeDistrictTable(facts: IndicatorFacts, sheet: Sheet): readonly Content[] {
	const { lines, elsewhere, indicator } = facts;
	const { sizes } = sheet;
	const judged = indicator.judged !== undefined;
	const clock = lines.some(({ late }) => late) ? sizes.key + 2 : 0;
	const name = Math.max(34, ...lines.map((line) => widthOfName(line.name, sizes.key))) + clock;
	const result = Math.max(
		...lines.map(
			(line) => measureEm(sayResult(line), 'bold') * sizes.key + (line.score.status === 'scored' ? 1 : sizes.key + 3)
		)
	);
	const head = (text: string, alignment: 'left' | 'right' = 'left'): TableCell => ({
		text,
		alignment,
		color: ink.soft
	});
	const table: Content = {
		table: {
			headerRows: 1,
			keepWithHeaderRows: 1,
			dontBreakRows: true,
			widths: [name, result, ...(judged ? [widths.value] : []), widths.points, '*', widths.source],
			body: [
				[
					head('อำเภอ'),
					head('ผล'),
					...(judged ? [head('ค่าที่วัด', 'right')] : []),
					head('คะแนน', 'right'),
					head('ค่าที่ใช้ และเหตุผล'),
					head('ใบรับ ช่อง')
				],
				...lines.map((line) => makeRow(line, indicator, sizes.key))
			]
		},
		layout: {
			hLineWidth: (line) => (line === 0 ? 0 : line === 1 ? 0.7 : 0.25),
			vLineWidth: () => 0,
			hLineColor: (line) => (line === 1 ? ink.text : ink.line),
			paddingLeft: () => 0,
			paddingRight: (column, node) => (column === (node.table.widths?.length ?? 0) - 1 ? 0 : gap),
			paddingTop: () => 1.8,
			paddingBottom: () => 0.2
		},
		fontSize: sizes.key,
		lineHeight: 1.22,
		margin: [0, 0, 0, 3]
	};
	return [
		makeSubhead('ผลของทุกอำเภอ', 'คะแนนคือคะแนนถ่วงน้ำหนัก เรียงจากมากไปน้อย', sheet),
		...(lines.length === 0 ? [] : [table]),
		...(elsewhere.length === 0
			? []
			: [
					{
						text: `ไม่ใช้กับ ${elsewhere.length} อำเภอ: ${elsewhere.join(', ')}`,
						fontSize: sizes.key,
						color: ink.soft,
						lineHeight: 1.3,
						margin: [0, 0, 0, 4]
					} satisfies Content
				])
	];
}

function makeRow(line: IndicatorLine, indicator: Indicator, size: number): TableCell[] {
	const { name, late, score } = line;
	const { status, recommended } = score;
	const right = (text: string): TableCell => ({ text, alignment: 'right', noWrap: true });
	const inputs = sayInputs(line, indicator);
	return [
		late
			? {
					columns: [
						{ width: 'auto', text: name, noWrap: true },
						{ ...makePicture(drawMark('late', size * 0.9), size, 'ส่งช้า'), margin: [0, 1, 0, 0] }
					],
					columnGap: 2
				}
			: { text: name, noWrap: true },
		status === 'scored'
			? { text: sayResult(line), bold: true }
			: {
					stack: [
						{
							columns: [
								{ width: size, svg: drawMark(status, size * 0.9), margin: [0, 1, 0, 0] },
								{ width: '*', text: sayResult(line), noWrap: true }
							],
							columnGap: 1.5
						},
						...(recommended === null
							? []
							: [{ text: `เสนอ ${recommended.outcome}`, color: ink.soft } satisfies Content])
					]
				},
		...(indicator.judged === undefined ? [] : [right(score.value === null ? '—' : showValue(score.value))]),
		right(score.weighted === null ? '—' : showPoints(score.weighted)),
		{
			text: [
				...(inputs === '' ? [] : [`${holdOperators(inputs)}  `]),
				{ text: sayReason(line, indicator), color: ink.soft }
			]
		},
		{ text: saySources(line) || '—', color: ink.soft }
	];
}

/** A sign of arithmetic begins a line rather than ends one. */
const holdOperators = (text: string): string => text.replace(/ ([+−×÷=]) /gu, ' $1\u00a0');

/** So few files are not parted. */
const mostTogether = 20;

/** The files the values came in, so that a row's source can be found. */
export function makeSources({ received }: IndicatorFacts, sheet: Sheet): readonly Content[] {
	if (received.length === 0) return [];
	const { sizes } = sheet;
	const head = (text: string, alignment: 'left' | 'right' = 'left'): TableCell => ({
		text,
		alignment,
		color: ink.soft
	});
	const together = received.length <= mostTogether;
	const table: Content = {
		table: {
			headerRows: 1,
			keepWithHeaderRows: 1,
			dontBreakRows: true,
			widths: [26, '*', 116, 50],
			body: [
				[head('เลขที่', 'right'), head('ไฟล์ และผู้ส่ง'), head('รับเมื่อ'), { ...keepVerbatim('SHA-256'), color: ink.soft }],
				...received.map(({ number, file, sender, received_at, late, sha256 }): TableCell[] => [
					{ text: String(number), alignment: 'right' },
					{
						text: [
							keepVerbatim(file.slice(file.lastIndexOf('/') + 1)),
							...(sender === null ? [] : [{ text: `  ${sender}`, color: ink.soft }])
						]
					},
					{
						text: `${formatDate(received_at.slice(0, 16), { months: 'short' }).replace(' เวลา', '')}${late ? ' (ช้า)' : ''}`
					},
					keepVerbatim(sha256.slice(0, 8))
				])
			]
		},
		layout: {
			hLineWidth: (line) => (line === 0 ? 0 : line === 1 ? 0.7 : 0.25),
			vLineWidth: () => 0,
			hLineColor: (line) => (line === 1 ? ink.text : ink.line),
			paddingLeft: () => 0,
			paddingRight: (column) => (column === 3 ? 0 : 6),
			paddingTop: () => 1.8,
			paddingBottom: () => 0.2
		},
		fontSize: sizes.key,
		lineHeight: 1.22
	};
	const heading = makeSubhead('ใบรับ', null, sheet);
	return together ? [{ stack: [heading, table], unbreakable: true }] : [heading, table];
}
