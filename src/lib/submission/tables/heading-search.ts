// Looks for the heading among the first rows of a table: a row of its own, or several rows of which the last is under the others.
import { isDistrictHeading, readHeading, type ColumnTexts, type Heading, type HeadingFinder } from './headings.ts';

/** Titles may stand above a heading, but not more than these rows. */
export const HEADING_ROWS = 20;
/** Rows that may stand over the last row of a heading. */
const MAX_ABOVE = 3;

/** A text stands over the columns to its right too, as far as the next; the heading of the districts over its own alone. */
const spreadRight = (texts: readonly string[], width: number): readonly string[] => {
	let last = '';
	return Array.from({ length: width }, (_, index) => {
		last = texts[index] === undefined || texts[index] === '' ? last : texts[index];
		return isDistrictHeading(last) ? (texts[index] ?? '') : last;
	});
};

const stackTexts = (above: readonly (readonly string[])[], own: readonly string[]): readonly ColumnTexts[] => {
	const width = Math.max(own.length, ...above.map(({ length }) => length));
	const uppers = above.map((texts) => spreadRight(texts, width));
	return Array.from({ length: width }, (_, index) => {
		const text = own[index] ?? '';
		// Where nothing stands in the last row, only what stands right above it can be the column's own text.
		const over = text === '' ? above.map((texts) => texts[index] ?? '') : uppers.map((texts) => texts[index] ?? '');
		return [...over, text].filter((one, nth, all) => one !== '' && one !== all[nth - 1]);
	});
};

export interface HeadingSearch {
	/** the heading that ends with this row; undefined where none does yet */
	readonly offer: (texts: readonly string[]) => Heading | undefined;
	/** whether the row alone comes close to a heading of inputs */
	readonly offerNear: (texts: readonly string[]) => Heading | undefined;
	/** the heading found, if this row under it belongs to it and says more */
	readonly deepen: (found: Heading, texts: readonly string[]) => Heading | undefined;
}

const countKnown = (heading: Heading): number => (heading.kind === 'wide' ? heading.columns.length : Infinity);

export const createHeadingSearch = (finder: HeadingFinder): HeadingSearch => {
	const above: (readonly string[])[] = [];
	const readUnder = (own: readonly string[], rows: number): Heading | undefined =>
		readHeading(stackTexts(rows === 0 ? [] : above.slice(-rows), own), finder);
	return {
		offer: (texts) => {
			let found: Heading | undefined;
			for (let rows = 0; rows <= Math.min(MAX_ABOVE, above.length) && found === undefined; rows += 1) {
				const heading = readUnder(texts, rows);
				if (rows === 0 || heading?.kind === 'wide') found = heading;
			}
			above.push(texts);
			return found;
		},
		offerNear: (texts) => readHeading(stackTexts([], texts), finder, true),
		deepen: (found, texts) => {
			if (found.kind !== 'wide') return undefined;
			let best: Heading | undefined;
			for (let rows = 1; rows <= Math.min(MAX_ABOVE, above.length); rows += 1) {
				const heading = readUnder(texts, rows);
				if (heading?.kind === 'wide' && countKnown(heading) > countKnown(best ?? found)) best = heading;
			}
			above.push(texts);
			return best;
		}
	};
};

/** Whether one of the rows is a heading. */
export const hasHeading = (rows: Iterable<readonly string[]>, finder: HeadingFinder): boolean => {
	const search = createHeadingSearch(finder);
	for (const texts of rows) if (search.offer(texts) !== undefined) return true;
	return false;
};
