// A row for each district: the ranking that leads gives the order and a bar, the others stand beside it with percent and place.
import type { ContentTable, TableCell } from 'pdfmake/interfaces.js';
import type { RoundView } from '../../ranking/round.ts';
import type { Ranking } from '../rank-lines.ts';
import { barCell, gradeCell, markCell, placeCell, totalCell } from './cells.ts';
import { headCell, rankingLayout, ruled, sayAbout, titleCell } from './look.ts';
import { barHead, type Matrix } from './shape.ts';

/** The total leads where there is one, else the letter's first section. */
const lead = (rankings: readonly Ranking[]): Ranking | undefined =>
	rankings.find(({ section }) => section === null) ?? rankings[0];

export function makeMatrix(view: RoundView, rankings: readonly Ranking[], shape: Matrix): ContentTable {
	const first = lead(rankings);
	const others = rankings.filter((ranking) => ranking !== first);
	const [graded, barred, placed] = [shape.grade > 0, shape.bar > 0, shape.other > 0];
	const blank = (count: number): TableCell[] => Array.from({ length: count }, () => ({ text: '' }));
	const leading = 3 + (barred ? 1 : 0) + (graded ? 1 : 0);
	const each = placed ? 2 : 1;
	const span = (cell: TableCell, columns: number): TableCell[] => [
		Object.assign(cell, columns > 1 ? { colSpan: columns } : {}),
		...blank(columns - 1)
	];
	const title = (ranking: Ranking, about: string) => titleCell(ranking.title, about, shape.font);
	const weight = (ranking: Ranking) => {
		const known = view.agreement.sections.find(({ section }) => section === ranking.section);
		return known === undefined ? '' : `น้ำหนัก ${known.weight}`;
	};
	const right = (cell: TableCell): TableCell => Object.assign(cell, { alignment: 'right' });
	return {
		table: {
			headerRows: 2,
			keepWithHeaderRows: 2,
			dontBreakRows: true,
			widths: [
				shape.place,
				shape.name,
				...(barred ? [shape.bar] : []),
				shape.percent,
				...(graded ? [shape.grade] : []),
				...others.flatMap(() => (placed ? [shape.percent, shape.other] : [shape.percent])),
				'*'
			],
			heights: (row) => (row < 2 ? 'auto' : shape.rowHeight - 1.6),
			body: [
				[
					...(first === undefined ? blank(leading) : span(title(first, sayAbout(view, first)), leading)),
					...others.flatMap((ranking) => span(right(title(ranking, weight(ranking))), each)),
					{ text: '' }
				],
				[
					headCell('ที่', shape.font, 'right'),
					headCell('อำเภอ', shape.font),
					...(barred ? [headCell(barHead(shape), shape.font)] : []),
					headCell('ร้อยละ', shape.font, 'right'),
					...(graded ? [headCell('เกรด', shape.font, 'right')] : []),
					...others.flatMap(() => [
						headCell('ร้อยละ', shape.font, 'right'),
						...(placed ? [headCell('ที่', shape.font, 'right')] : [])
					]),
					headCell('', shape.font)
				],
				...(first?.lines ?? []).map((line) =>
					[
						placeCell(line),
						{ text: line.name, noWrap: true },
						...(barred ? [barCell(view, first?.section ?? null, line, shape)] : []),
						totalCell(view, line),
						...(graded ? [gradeCell(view, line)] : []),
						...others.flatMap(({ lines }) => {
							const other = lines.find(({ district }) => district === line.district);
							if (other === undefined) return blank(each);
							return [totalCell(view, other), ...(placed ? [Object.assign(placeCell(other), { bold: false })] : [])];
						}),
						markCell(widest(rankings, line.district, line), shape)
					].map(ruled)
				)
			]
		},
		layout: rankingLayout((column, last) => {
			if (column === 0) return 5;
			if (column === 1) return 6;
			if (column === last) return 0;
			return barred && column === 2
				? 4
				: column < leading - 1
					? 0
					: (column - leading) % each === 0 && placed
						? 4
						: shape.gap;
		}),
		fontSize: shape.font,
		lineHeight: 1,
		margin: [0, 0, 0, 6]
	};
}

/** The district with its results of every ranking, so that one mark speaks for all of them. */
function widest(
	rankings: readonly Ranking[],
	district: string,
	line: Ranking['lines'][number]
): Ranking['lines'][number] {
	const own = rankings.flatMap(({ lines }) => lines.filter((one) => one.district === district));
	return { ...line, scores: own.flatMap(({ scores }) => scores), late: own.some(({ late }) => late) };
}
