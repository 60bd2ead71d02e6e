// Where the values of one file stand, as short as a pop-over says it.
import { sayPlace } from '$lib/components/place.ts';
import type { Place } from '$lib/submission/entry.ts';

/** More places than these are said as the first and the last of them. */
const most = 2;

/** Cells of one line or row are said as its first and last: บรรทัด 5 ช่อง E5–J5. Each place once, in the order given. */
export function sayPlaces(places: readonly Place[]): readonly string[] {
	const rows = Map.groupBy(
		places,
		({ sheet, line, cell }) => `${sheet ?? ''}\n${line ?? /\d+$/.exec(cell ?? '')?.[0] ?? cell ?? ''}`
	);
	const said = [...rows.values()].map((here) => {
		const cells = [...new Set(here.flatMap(({ cell }) => cell ?? []))].toSorted(byColumn);
		const [first, last] = [cells[0], cells.at(-1)];
		const [place] = here;
		if (place === undefined) return '';
		return sayPlace(first === undefined || first === last ? place : { ...place, cell: `${first}–${last ?? first}` });
	});
	const each = [...new Set(said)].filter((place) => place !== '');
	const [start, end] = [each[0], each.at(-1)];
	return each.length > most && start !== undefined && end !== undefined ? [`${start} ถึง ${end}`] : each;
}

/** AA5 stands after Z5. */
const byColumn = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : Number(a > b));
