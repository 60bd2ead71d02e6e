// The ranking of every district in every section, side by side, each in its own order, as one table whose rows
// never split. What does not fit side by side is set in several such tables.
import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { drawTotalBar, type TotalBar } from '../charts/total-bar.ts';
import type { RankLine, RoundView } from '../ranking/round.ts';
import { drawBar, drawMark, ink } from './bar-picture.ts';
import { countIndicators, nothingYet } from './memo-words.ts';
import { showPercent } from './percent.ts';
import { isSilent, showGrade, type Ranking } from './rank-lines.ts';
import { chooseShape, showsPieces, type Shape } from './ranking-shape.ts';
import { chooseMark } from './row-mark.ts';
import { sizes } from './typesetting/sizes.ts';

const rowHeight = 14.6;
const barHeight = 7;

export function makeRankingTables(view: RoundView, rankings: readonly Ranking[]): readonly Content[] {
	const shape = chooseShape(view, rankings.length);
	const tables: Content[] = [];
	for (let from = 0; from < rankings.length; from += shape.blocks) {
		const table = makeTable(view, rankings.slice(from, from + shape.blocks), shape);
		// the first begins where it stands; a later one moves to the next page whole rather than being cut
		tables.push(from === 0 ? table : { stack: [table], unbreakable: true });
	}
	return tables;
}

function makeTable(view: RoundView, rankings: readonly Ranking[], shape: Shape): Content {
	const graded = shape.grade > 0;
	const count = Math.max(...rankings.map(({ lines }) => lines.length));
	const spaced = <T>(make: (ranking: Ranking) => readonly T[], space: T): T[] =>
		rankings.flatMap((ranking, nth) => (nth === 0 ? make(ranking) : [space, ...make(ranking)]));
	const across = graded ? 6 : 5;
	const widths = spaced<number>(
		() => [shape.place, shape.name, shape.bar, shape.percent, ...(graded ? [shape.grade] : []), shape.mark],
		shape.gutter
	);
	const empty: TableCell = { text: '' };
	return {
		table: {
			headerRows: 2,
			keepWithHeaderRows: 2,
			dontBreakRows: true,
			widths,
			heights: (row) => (row < 2 ? 'auto' : rowHeight),
			body: [
				spaced<TableCell>((ranking) => makeTitle(view, ranking, across), empty),
				spaced<TableCell>(() => makeHeads(graded), empty),
				...Array.from({ length: count }, (_, row) =>
					spaced<TableCell>(({ section, lines }) => {
						const line = lines[row];
						if (line === undefined) return Array.from({ length: across }, () => empty);
						return makeRow(view, section, line, shape, graded);
					}, empty)
				)
			]
		},
		layout: {
			defaultBorder: false,
			hLineWidth: (line) => (line < 2 ? 0 : line === 2 ? 0.7 : 0.25),
			vLineWidth: () => 0,
			hLineColor: (line) => (line === 2 ? ink.text : ink.line),
			paddingLeft: () => 0,
			paddingRight: (column, node) =>
				column === (node.table.widths?.length ?? 0) - 1 ? 0 : (shape.paddings[column % (across + 1)] ?? 0),
			paddingTop: (row) => (row < 2 ? 0 : 1.2),
			paddingBottom: () => 0.4
		},
		fontSize: sizes.table,
		lineHeight: 1,
		margin: [0, 0, 0, 8]
	};
}

function makeTitle(view: RoundView, { section, title, lines }: Ranking, across: number): TableCell[] {
	const known = view.agreement.sections.find((one) => one.section === section);
	const about =
		known === undefined ? 'ตามสัดส่วนที่สำนักงานกำหนด' : `${countIndicators(known, lines)} น้ำหนัก ${known.weight}`;
	return [
		{
			colSpan: across,
			stack: [
				{ text: title, bold: true, fontSize: sizes.body, lineHeight: 1.25 },
				{ text: about, fontSize: sizes.key, color: ink.soft, lineHeight: 1.25 }
			],
			margin: [0, 0, 0, 1]
		},
		...Array.from({ length: across - 1 }, () => ({ text: '' }))
	];
}

const head = (text: string, alignment: 'left' | 'right' = 'left'): TableCell => ({
	text,
	alignment,
	fontSize: sizes.key,
	color: ink.soft,
	border: [false, false, false, true]
});

const makeHeads = (graded: boolean): TableCell[] => [
	head('ที่', 'right'),
	head('อำเภอ'),
	head('0–100'),
	head('ร้อยละ', 'right'),
	...(graded ? [head('เกรด', 'right')] : []),
	head('')
];

function makeRow(view: RoundView, section: string | null, line: RankLine, shape: Shape, graded: boolean): TableCell[] {
	const silent = isSilent(line);
	// where nobody has a result there is no order yet
	const place = silent && line.place === 1 ? null : line.place;
	const bounds = [100, ...(view.office.bands ?? []).map(({ from }) => from)];
	const percent = silent ? nothingYet : line.percent === null ? '—' : showPercent(line.percent, bounds);
	const mark = chooseMark(line);
	const ruled = { border: [false, false, false, true] as [boolean, boolean, boolean, boolean] };
	return [
		{ text: place === null ? '—' : String(place), alignment: 'right', bold: !silent, ...ruled },
		{ text: line.name, noWrap: true, ...ruled },
		{
			svg: drawBar(barOf(view, section, line), shape.bar, barHeight, showsPieces(shape)),
			width: shape.bar,
			margin: [0, 2.7, 0, 0],
			...ruled
		},
		{ text: percent, alignment: 'right', noWrap: true, ...(silent ? { color: ink.soft } : {}), ...ruled },
		...(graded
			? [{ text: showGrade(line, view.office.bands), alignment: 'right', noWrap: true, ...ruled } as TableCell]
			: []),
		mark === null ? { text: '', ...ruled } : { svg: drawMark(mark, 7), width: 7, margin: [2, 2.4, 0, 0], ...ruled }
	];
}

function barOf(view: RoundView, section: string | null, line: RankLine): TotalBar {
	const known = view.agreement.sections.find((one) => one.section === section);
	if (known !== undefined) return drawTotalBar(line, known);
	const percent = line.percent ?? 0;
	const worst = line.percent_worst ?? percent;
	const best = line.percent_best ?? worst;
	const span = (from: number, to: number) => (to > from ? { x: from, width: to - from } : null);
	const piece = { indicator: '', outcome: 5, tone: 4, weighted: percent, x: 0, width: percent } as const;
	return { pieces: percent > 0 ? [piece] : [], assured: span(percent, worst), possible: span(worst, best) };
}
