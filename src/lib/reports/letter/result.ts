// The result of a district as a letter gives it: a row for each section, and how far it can still move where it can.
import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { RoundView } from '../../ranking/round.ts';
import { ink } from '../bar-picture.ts';
import type { DistrictFacts, DistrictSection } from '../district/facts.ts';
import { nothingYet } from '../memo/words.ts';
import type { PrintedTable } from '../paper.ts';
import { showPercent } from '../percent.ts';
import { isSilent, showGrade } from '../rank-lines.ts';
import type { Sheet } from '../sheet.ts';

interface Result {
	readonly columns: readonly string[];
	readonly rows: readonly (readonly string[])[];
}

const range = (from: string, to: string) => (from === to ? '—' : `${from}–${to}`);

/** Where it can still move is a column only where something can. */
function listResult(view: RoundView, { sections, combined, bounds }: DistrictFacts): Result {
	const lines = combined === null ? sections : [...sections, combined];
	const graded = view.office.bands !== null;
	const percents = lines.map(({ line }) =>
		range(showPercent(line.percent_worst ?? 0, bounds), showPercent(line.percent_best ?? 0, bounds))
	);
	const places = lines.map(({ line }) => range(String(line.place_best ?? '—'), String(line.place_worst ?? '—')));
	const moves = (texts: readonly string[]) => texts.some((text) => text !== '—');
	const [byPercent, byPlace] = [moves(percents), moves(places)];
	return {
		columns: [
			'ส่วน',
			'ร้อยละ',
			...(graded ? ['เกรด'] : []),
			'อันดับ',
			...(byPercent ? ['ร้อยละที่เป็นได้'] : []),
			...(byPlace ? ['อันดับที่เป็นได้'] : [])
		],
		rows: lines.map((one, nth) => [
			one.title,
			isSilent(one.line) ? nothingYet : one.line.percent === null ? '—' : showPercent(one.line.percent, bounds),
			...(graded ? [showGrade(one.line, view.office.bands) || '—'] : []),
			showPlace(one),
			...(byPercent ? [percents[nth] ?? '—'] : []),
			...(byPlace ? [places[nth] ?? '—'] : [])
		])
	};
}

const showPlace = ({ line, ranked }: DistrictSection): string =>
	isSilent(line) || line.place === null ? '—' : `${line.place} จาก ${ranked}`;

export function makeResult(view: RoundView, facts: DistrictFacts, { sizes, indent, textWidth }: Sheet): Content {
	const { columns, rows } = listResult(view, facts);
	const width = textWidth - indent - 8;
	// the name of a section takes what figures leave it
	const figure = (nth: number) => (columns[nth] === 'เกรด' ? 0.7 : columns[nth] === 'ร้อยละที่เป็นได้' ? 1.35 : 1);
	const share = width / columns.reduce((sum, _, nth) => sum + (nth === 0 ? 1.6 : figure(nth)), 0);
	const cell = (text: string, nth: number): TableCell => ({ text, alignment: nth === 0 ? 'left' : 'right' });
	return {
		table: {
			headerRows: 1,
			dontBreakRows: true,
			widths: columns.map((_, nth) => (nth === 0 ? '*' : share * figure(nth))),
			body: [
				columns.map((text, nth) => Object.assign(cell(text, nth), { fontSize: sizes.list, color: ink.soft })),
				...rows.map((row) =>
					row.map((text, nth) => Object.assign(cell(text, nth), { bold: nth === 1 || nth === columns.indexOf('อันดับ') }))
				)
			]
		},
		layout: {
			hLineWidth: (line) => (line === 0 ? 0 : line === 1 ? 0.7 : 0.25),
			vLineWidth: () => 0,
			hLineColor: (line) => (line === 1 ? ink.text : ink.line),
			paddingLeft: () => 0,
			paddingRight: (column) => (column === columns.length - 1 ? 0 : 6),
			paddingTop: () => 2,
			paddingBottom: () => 0
		},
		lineHeight: 1.25,
		margin: [indent, 2, 0, 6]
	};
}

/** Points, about. */
export const heightOfResult = ({ sections, combined }: DistrictFacts, { sizes }: Sheet): number =>
	(sections.length + (combined === null ? 1 : 2)) * (sizes.body * 1.3 * 1.25 + 2.3) + 8;

const dataColumns = ['ส่วน', 'ร้อยละ', 'เกรด', 'อันดับ', 'ร้อยละที่เป็นได้', 'อันดับที่เป็นได้'];

/** The results of several letters as one table; what a letter has no column for is empty. */
export const resultData = (view: RoundView, letters: readonly DistrictFacts[]): PrintedTable => ({
	name: 'results',
	title: 'ผลของอำเภอ',
	columns: ['รหัส', 'อำเภอ', ...dataColumns],
	rows: letters
		.filter(({ silent }) => !silent)
		.flatMap((facts) => {
			const { columns, rows } = listResult(view, facts);
			return rows.map((row) => [
				facts.district.code,
				facts.district.name,
				...dataColumns.map((name) => row[columns.indexOf(name)] ?? null)
			]);
		})
});
