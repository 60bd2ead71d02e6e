// What was sent for each result: the values that its district gave, and facts of the whole province where it gave none.
import { scoreKey, type EntryInForce, type RoundView } from './round.ts';

export interface SentResult {
	readonly district: string;
	readonly section: string;
	readonly indicator: string;
	/** in the order of their inputs' names */
	readonly values: readonly EntryInForce[];
}

type Asked = Pick<RoundView, 'province' | 'answer' | 'entries'>;

/**
 * By `district/section/indicator`; what does not apply to a district is not among them, nor a result that has nothing but a fact of
 * the province and waits for its district's own.
 */
export function listSent({ province, answer, entries }: Asked): ReadonlyMap<string, SentResult> {
	const own = Map.groupBy(entries, scoreKey);
	const sent = new Map<string, SentResult>();
	for (const { district, section, indicator, status } of answer.scores) {
		if (status === 'not_applicable') continue;
		const mine = own.get(`${district}/${section}/${indicator}`) ?? [];
		const shared = own.get(`${province.code}/${section}/${indicator}`) ?? [];
		if (mine.length === 0 && (shared.length === 0 || status === 'not_reported')) continue;
		sent.set(`${district}/${section}/${indicator}`, { district, section, indicator, values: pickValues(mine, shared) });
	}
	return sent;
}

/** A district's own value goes before the province's. */
export function pickValues<Value extends { readonly input: string }>(
	own: readonly Value[],
	shared: readonly Value[]
): readonly Value[] {
	const given = new Set(own.map(({ input }) => input));
	return [...own, ...shared.filter(({ input }) => !given.has(input))].toSorted((a, b) => (a.input < b.input ? -1 : 1));
}
