// What became of results between being looked at and being decided on.
import type { Indicator } from '../../agreement/schema.ts';
import { pickValues, type SentResult } from '../../ranking/way-sent.ts';
import type { ResultState } from '../../ranking/way.ts';
import type { Entry } from '../../submission/entry.ts';
import { listVersions, type EntryVersion } from '../imports/versions.ts';
import type { Store } from '../store/store.ts';
import { wayWords, type NamedResult } from './sentences-way.ts';
import { stampOf } from './stamps.ts';

/** Values as a stamp has them: those in force after some submission; null where none of what was sent had this stamp. */
export async function findStamped(
	store: Store,
	round: string,
	result: Omit<SentResult, 'values'>,
	stamp: string
): Promise<readonly Entry[] | null> {
	const { district, section, indicator } = result;
	const versions = await listVersions(store, round, { district, section, indicator });
	const times = [...new Set(versions.map(({ submission }) => submission))].toSorted((a, b) => b - a);
	for (const until of times) {
		const values = valuesUntil(versions, district, until);
		if (stampOf({ values }) === stamp) return values;
	}
	return null;
}

/** `versions`: the newest first within an input of a district. */
function valuesUntil(versions: readonly EntryVersion[], district: string, until: number): readonly Entry[] {
	const inForce = new Map<string, EntryVersion>();
	for (const one of versions) {
		const key = `${one.district}/${one.input}`;
		if (one.submission <= until && !inForce.has(key)) inForce.set(key, one);
	}
	const values = [...inForce.values()].filter(({ value }) => value.kind !== 'withdrawn');
	const own = values.filter((one) => one.district === district);
	return pickValues(
		own,
		values.filter((one) => one.district !== district)
	);
}

/** One sentence for each value that is another, as they were written in their files. */
export function sayMovedValues(
	before: readonly Entry[] | null,
	now: readonly Entry[],
	{ inputs }: Pick<Indicator, 'inputs'>
): readonly string[] {
	if (before === null) return [wayWords.valuesMoved];
	const names = [...new Set([...before, ...now].map(({ input }) => input))];
	return names.flatMap((name) => {
		const [then, since] = [before, now].map((values) => values.filter(({ input }) => input === name));
		if (stampOf({ values: then ?? [] }) === stampOf({ values: since ?? [] })) return [];
		const label = inputs[name]?.label ?? name;
		return [wayWords.change(label, then?.[0]?.text ?? null, since?.[0]?.text ?? null)];
	});
}

/** Why a state is not the one that was looked at. */
export function sayMovedState(result: NamedResult, state: ResultState): string {
	if (state.kind === 'sent') return wayWords.sentMeanwhile(result);
	const { kind, who, at } = state.decision;
	return wayWords.decidedMeanwhile(result, kind, who, at);
}
