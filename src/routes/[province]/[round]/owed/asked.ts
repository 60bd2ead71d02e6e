// What the address of the page asks for: `?by=district&group=…&status=invalid&section=team&district=4004`.
import { isOpenStatus, type Wanted } from './list-owed.ts';

export interface Asked extends Wanted {
	readonly by: 'group' | 'district';
}

export function readAsked(params: URLSearchParams): Asked {
	const status = params.get('status');
	return {
		by: params.get('by') === 'district' ? 'district' : 'group',
		group: params.get('group') || null,
		section: params.get('section') || null,
		status: isOpenStatus(status) ? status : null,
		district: params.get('district') || null
	};
}

/** What is as it would be unasked is left out; `?` alone asks for everything. */
export function askFor(asked: Asked, change: Partial<Asked> = {}): string {
	const { by, group, section, status, district } = { ...asked, ...change };
	const wanted: readonly (readonly [string, string | null])[] = [
		['by', by === 'group' ? null : by],
		['group', group],
		['section', section],
		['status', status],
		['district', district]
	];
	const params = new URLSearchParams(wanted.flatMap(([key, value]) => (value === null ? [] : [[key, value]])));
	return `?${params.toString()}`;
}

export const noFilter = { group: null, section: null, status: null, district: null } as const;
export const isFiltered = ({ group, section, status, district }: Wanted): boolean =>
	group !== null || section !== null || status !== null || district !== null;
