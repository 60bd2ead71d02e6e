// What the address of the heat map asks for: which section, in what order. `?section=team&sort=-team-3`
import type { HeatMap, HeatRow } from '$lib/charts/heat.ts';
import { compareThai } from '$lib/thai/words.ts';

export interface Asked {
	/** null for all sections */
	readonly section: string | null;
	/** `name`, a section's name for its percent, or the key of a column, `team-3` */
	readonly sort: string;
	/** against the order in which it is first shown */
	readonly reverse: boolean;
}

/** An order that the map has not is taken as the first section's percent. */
export function readAsked(params: URLSearchParams, map: HeatMap): Asked {
	const [, minus, name = ''] = /^(-?)(.*)$/.exec(params.get('sort') ?? '') ?? [];
	const first = map.groups[0]?.section ?? 'name';
	const known =
		name === 'name' ||
		map.groups.some((group) => group.section === name || group.columns.some(({ key }) => key === name));
	return { section: params.get('section'), sort: known ? name : first, reverse: known && minus === '-' };
}

/** The address of another order; what is asked for already turns round. */
export function askFor({ section, sort, reverse }: Asked, wanted: string): string {
	const params = new URLSearchParams(section === null ? [] : [['section', section]]);
	params.set('sort', wanted === sort && !reverse ? `-${wanted}` : wanted);
	return `?${params.toString()}`;
}

/** What has no result stays below in either direction; equals stand by the percent of their section, then by name. */
export function sortRows({ groups, rows }: HeatMap, { sort, reverse }: Asked): readonly HeatRow[] {
	const turn = reverse ? -1 : 1;
	const byName = (a: HeatRow, b: HeatRow) => compareThai(a.name, b.name);
	if (sort === 'name') return rows.toSorted((a, b) => turn * byName(a, b));
	const at = groups.findIndex(({ section, columns }) => section === sort || columns.some(({ key }) => key === sort));
	const nth = groups[at]?.columns.findIndex(({ key }) => key === sort) ?? -1;
	const percentOf = (row: HeatRow) => row.parts[at]?.total.percent ?? null;
	const placeOf = (row: HeatRow) => row.parts[at]?.total.place ?? Infinity;
	const figureOf = (row: HeatRow) => (nth < 0 ? percentOf(row) : (row.parts[at]?.cells[nth]?.rank ?? null));
	return rows.toSorted((a, b) => {
		const [one, other] = [figureOf(a), figureOf(b)];
		if (one === null || other === null) {
			const rest = one === other ? 0 : one === null ? 1 : -1;
			return rest || openOrder(a, at, nth) - openOrder(b, at, nth) || byName(a, b);
		}
		// Exact places, not rounded percents, say who stands before whom.
		const apart = nth < 0 ? placeOf(a) - placeOf(b) : other - one;
		return turn * apart || (nth < 0 ? 0 : placeOf(a) - placeOf(b)) || byName(a, b);
	});
}

const order = ['scored', 'undecided', 'invalid', 'not_reported', 'not_applicable'];
const openOrder = (row: HeatRow, at: number, nth: number): number =>
	order.indexOf(row.parts[at]?.cells[nth]?.status ?? 'not_applicable');
