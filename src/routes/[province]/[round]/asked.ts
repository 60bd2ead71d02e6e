// What the address of the overview asks for, and addresses that ask for something else.
export const sorts = ['place', 'moved', 'name', 'percent', 'grade', 'points', 'open', 'range'] as const;
export type Sort = (typeof sorts)[number];

export const sortWords: Readonly<Record<Sort, string>> = {
	place: 'อันดับ',
	moved: 'เปลี่ยนอันดับ',
	name: 'ชื่ออำเภอ',
	percent: 'ร้อยละ',
	grade: 'เกรด',
	points: 'เปลี่ยนร้อยละ',
	open: 'ยังเปิด',
	range: 'อันดับเป็นไปได้'
};

/** Only districts with something open, only those of which nothing is, or all. */
export type OpenOnly = 'open' | 'settled' | null;

export interface Asked {
	/** a section's name, `total`, or null for the first section */
	readonly section: string | null;
	/** the earlier round, 2565-1; `none` for no comparison; null for the round before */
	readonly since: string | null;
	readonly sort: Sort;
	/** against the order in which the column is first shown */
	readonly reverse: boolean;
	/** part of a district's name */
	readonly find: string;
	readonly grade: string | null;
	readonly open: OpenOnly;
}

export function readAsked(params: URLSearchParams): Asked {
	const [, minus, name] = /^(-?)(.*)$/.exec(params.get('sort') ?? '') ?? [];
	const sort = sorts.find((one) => one === name);
	const open = params.get('open');
	return {
		section: params.get('section'),
		since: params.get('since'),
		sort: sort ?? 'place',
		reverse: sort !== undefined && minus === '-',
		find: (params.get('find') ?? '').trim().slice(0, 60),
		grade: params.get('grade') || null,
		open: open === 'open' || open === 'settled' ? open : null
	};
}

export const isFiltered = ({ find, grade, open }: Asked): boolean => find !== '' || grade !== null || open !== null;
export const noFilter = { find: '', grade: null, open: null } as const;

/** `?section=team&sort=-points`; what is as it would be unasked is left out. */
export function askFor(asked: Asked, change: Partial<Asked> = {}): string {
	const { section, since, sort, reverse, find, grade, open } = { ...asked, ...change };
	const wanted: readonly (readonly [string, string | null])[] = [
		['section', section],
		['since', since],
		['sort', reverse ? `-${sort}` : sort === 'place' ? null : sort],
		['find', find === '' ? null : find],
		['grade', grade],
		['open', open]
	];
	const params = new URLSearchParams(wanted.flatMap(([key, value]) => (value === null ? [] : [[key, value]])));
	return params.size === 0 ? '?' : `?${params.toString()}`;
}
