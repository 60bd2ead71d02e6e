// What looking a name up gives, and finders over things that go by several names. A name is known or it is not: close ones are shown, never taken.
import { nearestOf } from './nearest.ts';
import { plainKey } from './plain-key.ts';

/** One of the things that may be meant. */
export interface Choice<T> {
	/** how an answer names it, for ever: a code, a name, a path */
	readonly means: string;
	/** how a person reads it */
	readonly label: string;
	readonly it: T;
}

interface Unsettled<T> {
	/** the name looked up, made comparable, with where it was looked up before it */
	readonly about: string;
	/** what an answer names, if it is there */
	readonly recall: (means: string) => T | undefined;
}
export type Found<T> =
	/** `misspelt`: it was found by a misspelling that is known; this is its name */
	| { readonly kind: 'found'; readonly it: T; readonly misspelt?: string }
	/** several things share the name */
	| ({ readonly kind: 'several'; readonly choices: readonly Choice<T>[] } & Unsettled<T>)
	/**
	 * `near`: the closest, worked out only if somebody is told; `elsewhere`: it is the name of these, which are not of the letter;
	 * `otherUnit`: what it names is counted in another unit than the letter asks for
	 */
	| ({
			readonly kind: 'unknown';
			readonly near: () => readonly Choice<T>[];
			readonly elsewhere?: readonly string[];
			readonly otherUnit?: true;
	  } & Unsettled<T>);

/** What is meant, where nothing needs to be said of it. */
export const knownOf = <T>(found: Found<T>): T | undefined =>
	found.kind === 'found' && found.misspelt === undefined ? found.it : undefined;

export interface Named<T> extends Choice<T> {
	/** all it is called, in any spelling that comes to the same key */
	readonly names: readonly string[];
	/** what a mistyped name is compared with, where not with all names */
	readonly alike?: readonly string[];
}

export interface Finder<T> {
	/** those that bear the name */
	readonly hits: (written: string) => readonly Choice<T>[];
	/** at most three, closest first */
	readonly near: (written: string) => readonly Choice<T>[];
	readonly recall: (means: string) => T | undefined;
	readonly settle: (hits: readonly Choice<T>[], written: string, near?: () => readonly Choice<T>[]) => Found<T>;
	readonly find: (written: string) => Found<T>;
}

/** `within`: where it is looked for, which tells apart questions about one name in several places. */
export const makeFinder = <T>(things: readonly Named<T>[], within = ''): Finder<T> => {
	const keyed = things.flatMap((it) => it.names.map((name) => ({ key: plainKey(name), it })));
	const compared = things.flatMap((it) => (it.alike ?? it.names).map((name) => ({ key: plainKey(name), it })));
	const byKey = new Map<string, Choice<T>[]>();
	for (const { key, it } of keyed) {
		const bearers = byKey.get(key) ?? [];
		if (key !== '' && !bearers.includes(it)) byKey.set(key, [...bearers, it]);
	}
	const byMeans = new Map(things.map((it) => [it.means, it.it]));

	const hits: Finder<T>['hits'] = (written) => byKey.get(plainKey(written)) ?? [];
	const near: Finder<T>['near'] = (written) => nearestOf(plainKey(written), compared);
	const recall: Finder<T>['recall'] = (means) => byMeans.get(means);
	const settle: Finder<T>['settle'] = (choices, written, nearest = () => near(written)) => {
		const [first] = choices;
		if (first !== undefined && choices.length === 1) return { kind: 'found', it: first.it };
		const about = within + plainKey(written);
		return first === undefined
			? { kind: 'unknown', about, recall, near: nearest }
			: { kind: 'several', about, recall, choices };
	};
	return { hits, near, recall, settle, find: (written) => settle(hits(written), written) };
};

const MAX_KEPT = 4096;

/** Files name the same few things over and over: looks each name up once. */
export const remember = <T>(find: (written: string) => Found<T>): ((written: string) => Found<T>) => {
	const kept = new Map<string, Found<T>>();
	return (written) => {
		const known = kept.get(written);
		if (known !== undefined) return known;
		const found = find(written);
		if (kept.size < MAX_KEPT && written.length < MAX_KEPT) kept.set(written, found);
		return found;
	};
};
