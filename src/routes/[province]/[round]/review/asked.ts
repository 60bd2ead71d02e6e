// What the address of the page asks for: `?group=ส่งเสริม&indicator=team-1&district=4004&state=returned&tick=team-1&page=2`.
export const states = ['sent', 'returned', 'approved', 'all'] as const;
/** What waits, unless asked otherwise. */
export type AskedState = (typeof states)[number];

export interface Asked {
	/** `all`, `none` for what the letter gives to nobody; null is the reader's own, and all of who has none */
	readonly group: string | null;
	/** team-1 */
	readonly indicator: string | null;
	readonly district: string | null;
	readonly state: AskedState;
	/** the indicator whose rows are ticked from the start: team-1 */
	readonly tick: string | null;
	/** from 1 */
	readonly page: number;
}

export function readAsked(params: URLSearchParams): Asked {
	const page = Number(params.get('page') ?? 1);
	return {
		group: params.get('group') || null,
		indicator: params.get('indicator') || null,
		district: params.get('district') || null,
		state: states.find((state) => state === params.get('state')) ?? 'sent',
		tick: params.get('tick') || null,
		page: Number.isInteger(page) && page > 0 ? page : 1
	};
}

/** What is as it would be unasked is left out; `?` alone asks for everything that waits. */
export function askFor(asked: Asked, change: Partial<Asked> = {}): string {
	const { group, indicator, district, state, tick, page } = { ...asked, ...change };
	const wanted: readonly (readonly [string, string | null])[] = [
		['group', group],
		['indicator', indicator],
		['district', district],
		['state', state === 'sent' ? null : state],
		['tick', tick],
		['page', page === 1 ? null : String(page)]
	];
	const params = new URLSearchParams(wanted.flatMap(([key, value]) => (value === null ? [] : [[key, value]])));
	return `?${params.toString()}`;
}

export const noFilter = { group: null, indicator: null, district: null, state: 'sent', tick: null, page: 1 } as const;
