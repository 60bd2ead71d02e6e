// How the rankings of a round stand on a page: side by side, each in its own order, or one row for a district with all its
// places; how high a row is and how wide the columns are, from the names they have to hold.
import { measureEm } from '../../charts/measure-text.ts';
import type { RoundView } from '../../ranking/round.ts';
import { toThaiDigits } from '../../thai/digits.ts';
import type { Sheet } from '../sheet.ts';

/** Measures in points. */
export interface RowShape {
	readonly font: number;
	readonly rowHeight: number;
	readonly barHeight: number;
	readonly place: number;
	readonly name: number;
	/** 0 where there is no room for one */
	readonly bar: number;
	readonly percent: number;
	/** 0 where the office has set no grades */
	readonly grade: number;
	readonly mark: number;
}
/** Rankings side by side. */
export interface Blocks extends RowShape {
	readonly kind: 'blocks';
	readonly blocks: number;
	readonly gutter: number;
	/** after the place, the name and the bar */
	readonly paddings: readonly [number, number, number];
}
/** A row for a district: the ranking that orders the rows with its bar, then percent and place in the others. */
export interface Matrix extends RowShape {
	readonly kind: 'matrix';
	/** of a place in one of the other rankings; 0 where there is no room for places */
	readonly other: number;
	readonly gap: number;
}
export type Shape = Blocks | Matrix;

const mostBlocks = 3;
/** A bar shorter than this says nothing. */
const shortestBar = 22;
/** A bar shorter than this can't show its pieces, so it is one solid length. */
const shortestPieces = 80;
/** Rows of a page that holds more than its table; marks of two rows collide below the lowest. */
const rows = { together: 350, highest: 14.4, lowest: 12.1 } as const;
const rowPerFont = 1.56;
/** An office's own font may be a little wider than the one measured. */
const spare = 1.05;

export const widthOf = (text: string, font: number, weight: 'regular' | 'bold' = 'regular'): number =>
	measureEm(toThaiDigits(text), weight) * font * spare;
const widest = (texts: readonly string[], font: number): number =>
	Math.max(0, ...texts.map((text) => widthOf(text, font)));

/** Room that a district's name needs in a table, in points. */
export const widthOfName = (name: string, font: number): number => widthOf(name, font);

function shapeRow(view: RoundView, sheet: Sheet): Omit<RowShape, 'bar'> {
	const { districts } = view.province;
	const rowHeight = Math.min(rows.highest, Math.max(rows.lowest, rows.together / Math.max(1, districts.length)));
	const font = Math.min(sheet.sizes.table, rowHeight / rowPerFont, 9.2);
	const grades = (view.office.bands ?? []).map(({ grade }) => grade);
	return {
		font,
		rowHeight,
		barHeight: font * 0.78,
		place: widthOf('88', font, 'bold') + 1,
		name: widest(
			districts.map(({ name }) => name),
			font
		),
		percent: widest(['100.00', 'ยังไม่มี'], font) + 1,
		grade:
			grades.length === 0 ? 0 : Math.max(widest(['เกรด'], font), 2 * widest(grades, font) + widthOf('–', font)) + 3,
		mark: 9
	};
}

function shapeBlocks(view: RoundView, sheet: Sheet, blocks: number): Blocks {
	const row = shapeRow(view, sheet);
	const narrow = blocks === mostBlocks;
	const gutter = narrow ? 9 : 14;
	const paddings = [5, narrow ? 2 : 8, 2] as const;
	const block = (sheet.textWidth - gutter * (blocks - 1)) / blocks;
	const taken = row.place + row.name + row.percent + row.grade + row.mark;
	return {
		...row,
		kind: 'blocks',
		blocks,
		gutter,
		paddings,
		bar: block - taken - paddings[0] - paddings[1] - paddings[2]
	};
}

/** What the names leave over is the bar's, then the places' of the other rankings. */
function shapeMatrix(view: RoundView, sheet: Sheet, others: number): Matrix {
	const row = shapeRow(view, sheet);
	const gap = 7;
	const other = row.place + 1;
	const left =
		sheet.textWidth -
		(row.place + 5 + row.name + 6 + 4 + row.percent + gap + row.grade + row.mark) -
		others * (row.percent + gap);
	const places = others * (other + 4);
	if (left - places >= shortestBar) return { ...row, kind: 'matrix', other, gap, bar: left - places };
	if (left - places >= 0) return { ...row, kind: 'matrix', other, gap, bar: 0 };
	return { ...row, kind: 'matrix', other: 0, gap, bar: 0 };
}

/** Side by side where every ranking stands in one row of them with a bar; where a total leads or names are long, a matrix. */
export function chooseShape(view: RoundView, sheet: Sheet, rankings: number, combined: boolean): Shape {
	if (!combined && rankings <= mostBlocks) {
		const shape = shapeBlocks(view, sheet, Math.max(1, rankings));
		if (shape.bar >= shortestBar) return shape;
	}
	return shapeMatrix(view, sheet, rankings - 1);
}

/** What stands over the bars, where it has room. */
export const barHead = ({ bar, font }: RowShape): string => (bar >= widthOf('0–100', font) ? '0–100' : '');

/** Whether bars show what they are made of. */
export const showsPieces = (shape: Shape): boolean => shape.kind === 'blocks' && shape.bar >= shortestPieces;

/** Height of the table with its heads, in points. */
export const heightOf = (shape: Shape, districts: number): number => 46 + districts * (shape.rowHeight + 0.3);
