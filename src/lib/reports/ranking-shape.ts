// How many rankings stand side by side on a page and how wide their columns are, from the names they have to hold.
import type { RoundView } from '../ranking/round.ts';
import { sizes, textWidth } from './typesetting/sizes.ts';

/** Widths in points of the columns of one ranking. */
export interface Shape {
	/** rankings side by side */
	readonly blocks: number;
	readonly place: number;
	readonly name: number;
	readonly bar: number;
	readonly percent: number;
	/** 0 where the office has set no grades */
	readonly grade: number;
	readonly mark: number;
	readonly gutter: number;
	/** after the place, the name and the bar */
	readonly paddings: readonly [number, number, number];
}

const mostBlocks = 3;
/** A bar shorter than this says nothing; fewer rankings then stand side by side. */
const shortestBar = 24;
/** A bar shorter than this can't show its pieces, so it is one solid length. */
const shortestPieces = 80;
/** Advance of a Thai letter of Sarabun, in em, with a little to spare; marks take no room. */
const letterWidth = 0.585;

/** Room that a district's name needs in a table, in points. */
export const widthOfName = (name: string): number => name.replace(/\p{Mn}/gu, '').length * letterWidth * sizes.table;

function shapeOf(view: RoundView, blocks: number): Shape {
	const narrow = blocks === mostBlocks;
	const widths = {
		place: 13,
		name: Math.max(0, ...view.province.districts.map(({ name }) => widthOfName(name))) + (narrow ? 0 : 12),
		percent: 33,
		grade: view.office.bands === null ? 0 : narrow ? 18 : 30,
		mark: 9,
		gutter: narrow ? 9 : 14
	};
	const block = (textWidth - widths.gutter * (blocks - 1)) / blocks;
	const paddings = [5, 2, 2] as const;
	const taken = widths.place + widths.name + widths.percent + widths.grade + widths.mark + 5 + 2 + 2;
	return { ...widths, blocks, paddings, bar: block - taken };
}

/** As many side by side as bars allow, and evenly spread over the tables needed. */
export function chooseShape(view: RoundView, rankings: number): Shape {
	for (let most = Math.min(mostBlocks, rankings); most > 1; most--) {
		const shape = shapeOf(view, Math.ceil(rankings / Math.ceil(rankings / most)));
		if (shape.bar >= shortestBar) return shape;
	}
	return shapeOf(view, 1);
}

/** Whether bars show what they are made of. */
export const showsPieces = (shape: Shape): boolean => shape.bar >= shortestPieces;
