// How cells were read that were not plainly written, gathered so that each column hears of each manner once.
import type { EntryValue, Place, Problem } from '../entry.ts';
import type { Manner } from './read-cell.ts';
import { sayManner } from '../sentences/cells.ts';

export interface Manners {
	/** `value`: what the cell was read as; undefined for nothing */
	readonly note: (manners: readonly Manner[], text: string, value: EntryValue | undefined, at: Place) => void;
	/** a warning for each column and manner, at the first cell of it */
	readonly list: () => readonly Problem[];
}

interface Noted {
	readonly manner: Manner;
	readonly text: string;
	readonly value: EntryValue | undefined;
	readonly at: Place;
	cells: number;
}

/** `E` of the cell E8; of a place in JSON the name behind the last point. */
const columnOf = (cell: string): string =>
	cell.startsWith('[') ? cell.slice(cell.lastIndexOf('.') + 1) : cell.replace(/\d+$/, '');

export const createManners = (): Manners => {
	const noted = new Map<string, Noted>();
	return {
		note: (manners, text, value, at) => {
			for (const manner of manners) {
				const key = `${manner}\n${at.sheet ?? ''}\n${columnOf(at.cell ?? '')}`;
				const one = noted.get(key);
				if (one === undefined) noted.set(key, { manner, text, value, at, cells: 1 });
				else one.cells += 1;
			}
		},
		list: () =>
			[...noted.values()].map(({ manner, text, value, at, cells }) => ({
				severity: 'warning',
				code: manner,
				at,
				message: sayManner(manner, text, value, cells)
			}))
	};
};
