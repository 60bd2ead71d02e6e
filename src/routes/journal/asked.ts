// What the address of a journal's page asks for: `?act=approve&who=…&district=4005&indicator=team/1&from=2022-09-01&line=12&page=2`.
import { actKinds, type ActKind } from '$lib/server/journal/act-words.ts';

export interface AskedLines {
	readonly line: number | null;
	readonly act: ActKind | null;
	readonly who: string | null;
	readonly district: string | null;
	/** section/indicator */
	readonly indicator: string | null;
	/** local days */
	readonly from: string | null;
	readonly to: string | null;
	/** what no round is about, or everything: of the page of the whole office alone */
	readonly scope: 'office' | 'all';
	/** from 1 */
	readonly page: number;
}

const wholeNumber = (text: string | null): number | null =>
	text !== null && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
const day = (text: string | null): string | null => (text !== null && /^\d{4}-\d\d-\d\d$/.test(text) ? text : null);

export function readAsked(params: URLSearchParams): AskedLines {
	const act = params.get('act');
	return {
		line: wholeNumber(params.get('line')),
		act: actKinds.find((kind) => kind === act) ?? null,
		who: params.get('who') || null,
		district: params.get('district') || null,
		indicator: params.get('indicator') || null,
		...{ from: day(params.get('from')), to: day(params.get('to')) },
		scope: params.get('scope') === 'all' ? 'all' : 'office',
		page: wholeNumber(params.get('page')) ?? 1
	};
}

/** What is as it would be unasked is left out. Another filter begins at the first page. */
export function askFor(asked: AskedLines, change: Partial<AskedLines> = {}): string {
	const wanted = { ...asked, page: 1, ...change };
	const said: readonly (readonly [string, string | number | null])[] = [
		['scope', wanted.scope === 'office' ? null : wanted.scope],
		['line', wanted.line],
		['act', wanted.act],
		['who', wanted.who],
		['district', wanted.district],
		['indicator', wanted.indicator],
		['from', wanted.from],
		['to', wanted.to],
		['page', wanted.page === 1 ? null : wanted.page]
	];
	const params = new URLSearchParams(said.flatMap(([key, value]) => (value === null ? [] : [[key, String(value)]])));
	return params.size === 0 ? '' : `?${params.toString()}`;
}

export const noFilter = {
	...{ line: null, act: null, who: null, district: null, indicator: null },
	...{ from: null, to: null }
} as const;

export const isFiltered = (asked: AskedLines): boolean =>
	Object.keys(noFilter).some((name) => asked[name as keyof typeof noFilter] !== null);
