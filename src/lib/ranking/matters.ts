// What matters in a round, chosen from the data by rules: at most five facts, each with its numbers. What cannot be said is not
// said: nobody leads while nobody has a result, and a cause is given only where the arithmetic shows it.
import type { Section } from '../agreement/schema.ts';
import type { RoundChange } from './compare.ts';
import { findMoves, type MovedMost } from './matters-moved.ts';
import { findWeakest, type Weakest } from './matters-weak.ts';
import type { RankLine, RoundView } from './round.ts';

export interface Named {
	readonly district: string;
	readonly name: string;
}
/** Districts on one place. */
export interface Held {
	readonly place: number;
	readonly percent: number;
	readonly who: readonly Named[];
}

export interface Leads {
	readonly kind: 'leads';
	readonly first: Held;
	/** the two places after it */
	readonly next: readonly Held[];
	/** who can still reach or pass the first: its own place may be lost to them */
	readonly rivals: readonly Named[];
	/** districts with a result */
	readonly heard: number;
	readonly districts: number;
}
export interface StillOpen {
	readonly kind: 'open';
	/** results, and the districts they are from */
	readonly missing: { readonly results: number; readonly districts: number };
	readonly invalid: number;
	readonly undecided: number;
	/** who has sent nothing at all of what applies to them */
	readonly silent: readonly Named[];
	/** results due of each of them; null where they differ */
	readonly due: number | null;
}
export interface Settled {
	readonly kind: 'settled';
	readonly results: number;
}
/** Places that several districts share, the first place aside. */
export interface Ties {
	readonly kind: 'ties';
	readonly places: readonly Held[];
}
export type Matter = Leads | MovedMost | Weakest | StillOpen | Settled | Ties;

export interface Situation {
	readonly view: RoundView;
	/** null for the combined total */
	readonly section: Section | null;
	/** every district of it, in the order of places */
	readonly lines: readonly RankLine[];
	/** since an earlier round; null where rounds are not compared */
	readonly change: RoundChange | null;
}

const most = 5;

/** The most important first; none while nothing was received. */
export function listMatters(situation: Situation): readonly Matter[] {
	const { lines } = situation;
	if (!lines.some(isHeard)) return [];
	const found: readonly (Matter | null)[] = [
		findLeader(lines),
		...findMoves(situation),
		findWeakest(situation),
		findOpen(lines),
		findTies(lines)
	];
	return found.filter((one) => one !== null).slice(0, most);
}

/** Something of it is scored, so its percent is a result. */
export const isHeard = ({ scores }: RankLine): boolean => scores.some(({ status }) => status === 'scored');
const nameOf = ({ district, name }: RankLine): Named => ({ district, name });

function findLeader(lines: readonly RankLine[]): Leads | null {
	const heard = lines.filter(isHeard);
	const [first, ...rest] = listPlaces(heard);
	if (first?.place !== 1) return null;
	const own = new Set(first.who.map(({ district }) => district));
	const floor = Math.min(...heard.filter((line) => own.has(line.district)).map((line) => line.percent_worst ?? 0));
	return {
		kind: 'leads',
		first,
		next: rest.slice(0, 2),
		rivals: lines
			.filter((line) => !own.has(line.district) && line.percent_best !== null && line.percent_best >= floor)
			.map(nameOf),
		heard: heard.length,
		districts: lines.length
	};
}

function listPlaces(lines: readonly RankLine[]): readonly Held[] {
	const places = Map.groupBy(
		lines.filter(({ place, percent }) => place !== null && percent !== null),
		({ place }) => place
	);
	return [...places]
		.map(([place, own]) => ({ place: place ?? 0, percent: own[0]?.percent ?? 0, who: own.map(nameOf) }))
		.sort((a, b) => a.place - b.place);
}

function findOpen(lines: readonly RankLine[]): StillOpen | Settled {
	const due = lines.flatMap(({ scores }) => scores.filter(({ status }) => status !== 'not_applicable'));
	const having = (status: string) => due.filter((score) => score.status === status);
	const [missing, invalid, undecided] = [having('not_reported'), having('invalid'), having('undecided')];
	if (missing.length + invalid.length + undecided.length === 0) return { kind: 'settled', results: due.length };
	const silent = lines.filter(({ scores }) => {
		const own = scores.filter(({ status }) => status !== 'not_applicable');
		return own.length > 0 && own.every(({ status }) => status === 'not_reported');
	});
	const counts = new Set(silent.map(({ scores }) => scores.filter((s) => s.status !== 'not_applicable').length));
	const [count] = counts;
	return {
		kind: 'open',
		missing: { results: missing.length, districts: new Set(missing.map(({ district }) => district)).size },
		invalid: invalid.length,
		undecided: undecided.length,
		silent: silent.map(nameOf),
		due: counts.size === 1 ? (count ?? null) : null
	};
}

function findTies(lines: readonly RankLine[]): Ties | null {
	const places = listPlaces(lines.filter(isHeard)).filter(({ place, who }) => place > 1 && who.length > 1);
	return places.length === 0 ? null : { kind: 'ties', places };
}
