// The ranking of every district in every section, as one table whose rows never split: side by side, each in its own
// order, or a row for each district where a combined total leads or names leave no room.
import type { Content, ContentTable, TableCell } from 'pdfmake/interfaces.js';
import type { RankLine, RoundView } from '../../ranking/round.ts';
import { makeKey } from '../memo/key.ts';
import type { Ranking } from '../rank-lines.ts';
import { barCell, gradeCell, markCell, placeCell, totalCell } from './cells.ts';
import { headCell, rankingLayout, ruled, sayAbout, titleCell } from './look.ts';
import { makeMatrix } from './matrix.ts';
import { barHead, chooseShape, heightOf, type Blocks, type Shape } from './shape.ts';
import type { Sheet } from '../sheet.ts';

const shapeRankings = (view: RoundView, sheet: Sheet, rankings: readonly Ranking[]): Shape =>
	chooseShape(
		view,
		sheet,
		rankings.length,
		rankings.some(({ section }) => section === null)
	);

export interface SetRanking {
	/** the table, and under it what its marks mean */
	readonly content: readonly Content[];
	/** points, about */
	readonly height: number;
}

export function setRanking(view: RoundView, sheet: Sheet, rankings: readonly Ranking[]): SetRanking {
	const shape = shapeRankings(view, sheet, rankings);
	const table = shape.kind === 'matrix' ? makeMatrix(view, rankings, shape) : makeBlocks(view, rankings, shape);
	const key = makeKey(rankings, shape, sheet);
	return {
		content: [table, key.content],
		height: heightOf(shape, view.province.districts.length) + key.height + 4
	};
}

function makeBlocks(view: RoundView, rankings: readonly Ranking[], shape: Blocks): ContentTable {
	const graded = shape.grade > 0;
	const count = Math.max(0, ...rankings.map(({ lines }) => lines.length));
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
			heights: (row) => (row < 2 ? 'auto' : shape.rowHeight - 1.6),
			body: [
				spaced<TableCell>((ranking) => makeTitle(view, ranking, shape, across), empty),
				spaced<TableCell>(() => makeHeads(shape, graded), empty),
				...Array.from({ length: count }, (_, row) =>
					spaced<TableCell>(({ section, lines }) => {
						const line = lines[row];
						if (line === undefined) return Array.from({ length: across }, () => empty);
						return makeRow(view, section, line, shape, graded).map(ruled);
					}, empty)
				)
			]
		},
		layout: rankingLayout((column, last) =>
			column === last ? 0 : ([...shape.paddings, 0][column % (across + 1)] ?? 0)
		),
		fontSize: shape.font,
		lineHeight: 1,
		margin: [0, 0, 0, 6]
	};
}

const makeTitle = (view: RoundView, ranking: Ranking, { font }: Blocks, across: number): TableCell[] => [
	Object.assign(titleCell(ranking.title, sayAbout(view, ranking), font), { colSpan: across }),
	...Array.from({ length: across - 1 }, () => ({ text: '' }))
];

const makeHeads = (shape: Blocks, graded: boolean): TableCell[] => [
	headCell('ที่', shape.font, 'right'),
	headCell('อำเภอ', shape.font),
	headCell(barHead(shape), shape.font),
	headCell('ร้อยละ', shape.font, 'right'),
	...(graded ? [headCell('เกรด', shape.font, 'right')] : []),
	headCell('', shape.font)
];

const makeRow = (
	view: RoundView,
	section: string | null,
	line: RankLine,
	shape: Blocks,
	graded: boolean
): TableCell[] => [
	placeCell(line),
	{ text: line.name, noWrap: true },
	barCell(view, section, line, shape),
	totalCell(view, line),
	...(graded ? [gradeCell(view, line)] : []),
	markCell(line, shape)
];
