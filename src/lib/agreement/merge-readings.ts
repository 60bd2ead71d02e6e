// Several readings of one indicator taken at once: each says only what it reads otherwise than the letter does. They hold together
// as long as no two of them read the same thing in different ways.
import { sayOutcome } from './say.ts';
import type { Alternative, Indicator, Ladder, Rung } from './schema.ts';

/** Two readings that cannot both hold, and what they both read otherwise, in Thai. */
export interface Clash {
	readonly readings: readonly [string, string];
	readonly over: string;
}
type Form = Pick<Indicator, 'ladder' | 'values' | 'parts' | 'adjust'>;

export function mergeReadings(own: Form, taken: readonly Alternative[]): Form | Clash {
	let merged: Form = own;
	for (const [at, one] of taken.entries()) {
		for (const before of taken.slice(0, at)) {
			const over = findClash(own, before, one);
			if (over !== null) return { readings: [before.reading, one.reading], over };
		}
		merged = putOver(own, merged, one);
	}
	return merged;
}

export const isClash = (merged: Form | Clash): merged is Clash => 'over' in merged;

/** What two readings both change, in Thai; null where there is nothing. */
function findClash(own: Form, one: Alternative, other: Alternative): string | null {
	const rungs = clashOfLadders(own.ladder, one.ladder, other.ladder);
	if (rungs !== null) return rungs;
	for (const name of Object.keys(one.values ?? {})) {
		const [mine, theirs] = [one.values?.[name], other.values?.[name]];
		if (theirs !== undefined && !same(mine, theirs)) return mine?.label ?? name;
	}
	for (const part of own.parts ?? []) {
		const [mine, theirs] = [one, other].map(({ parts }) => parts?.find((its) => its.part === part.part)?.ladder);
		const over = clashOfLadders(part.ladder, mine, theirs);
		if (over !== null) return `${part.title} ${over}`;
	}
	const differ = one.adjust !== undefined && other.adjust !== undefined && !same(one.adjust, other.adjust);
	return differ ? 'การปรับคะแนน' : null;
}

function clashOfLadders(own: Ladder | undefined, one: Ladder | undefined, other: Ladder | undefined): string | null {
	if (!own || !one || !other) return null;
	if (one.mode !== own.mode && other.mode !== own.mode && one.mode !== other.mode) return 'การนับระดับสะสม';
	const [mine, theirs] = [one, other].map(({ rungs }) => editsOf(own.rungs, rungs));
	for (const a of mine ?? [])
		for (const b of theirs ?? []) {
			if (same(a, b) || !overlap(a, b)) continue;
			const about = own.rungs.slice(Math.max(a.from, b.from), Math.max(a.from + 1, Math.min(a.to, b.to)));
			return about.map(nameOf).join(' ') || 'ผลที่เพิ่ม';
		}
	const moved = [one, other].every(({ otherwise }) => !same(otherwise, own.otherwise));
	return moved && !same(one.otherwise, other.otherwise) ? 'ผลของผู้ที่ไม่ถึงระดับใด' : null;
}

const nameOf = (rung: Rung) => ('outcome' in rung ? sayOutcome(rung.outcome) : `«${rung.text}»`);

/** What one reading changes, put over what others have changed already. */
function putOver(own: Form, merged: Form, { ladder, mode, values, parts, adjust }: Alternative): Form {
	const whole = mergeLadder(own.ladder, merged.ladder, ladder);
	return {
		...merged,
		...(whole ? { ladder: mode ? { ...whole, mode } : whole } : {}),
		...(values ? { values: { ...merged.values, ...values } } : {}),
		...(parts
			? {
					parts: parts.map((part) => {
						const [before, now] = [own, merged].map((form) => form.parts?.find((its) => its.part === part.part));
						return { ...part, ladder: mergeLadder(before?.ladder, now?.ladder, part.ladder) ?? part.ladder };
					})
				}
			: {}),
		...(adjust ? { adjust } : {})
	};
}

function mergeLadder(own: Ladder | undefined, merged: Ladder | undefined, one: Ladder | undefined): Ladder | undefined {
	if (!one || !own || !merged || same(own, merged)) return one ?? merged;
	const edits = [...editsOf(own.rungs, merged.rungs), ...editsOf(own.rungs, one.rungs)];
	const once = [...new Map(edits.map((edit) => [JSON.stringify(edit), edit])).values()];
	const otherwise = same(one.otherwise, own.otherwise) ? merged.otherwise : one.otherwise;
	return {
		mode: one.mode === own.mode ? merged.mode : one.mode,
		rungs: once
			.toSorted((a, b) => b.from - a.from)
			.reduce<Rung[]>((rungs, { from, to, by }) => rungs.toSpliced(from, to - from, ...by), [...own.rungs]),
		...(otherwise ? { otherwise } : {})
	};
}

/** Rungs from one place to another (not included) give way to others. */
interface Edit {
	readonly from: number;
	readonly to: number;
	readonly by: readonly Rung[];
}
const overlap = (a: Edit, b: Edit) => (a.from < b.to && b.from < a.to) || (a.from === b.from && a.to === b.to);

/** The fewest edits that make one list of rungs of another. */
function editsOf(before: readonly Rung[], after: readonly Rung[]): readonly Edit[] {
	const kept = keptPairs(before, after);
	const ends = [[-1, -1] as const, ...kept, [before.length, after.length] as const];
	return ends.slice(1).flatMap(([to, until], i): readonly Edit[] => {
		const [last, lastAfter] = ends[i] ?? [-1, -1];
		const by = after.slice(lastAfter + 1, until);
		return to === last + 1 && by.length === 0 ? [] : [{ from: last + 1, to, by }];
	});
}

type Pairs = readonly (readonly [number, number])[];

/** The longest run of rungs that both have in the same order, as pairs of places. */
function keptPairs(before: readonly Rung[], after: readonly Rung[]): Pairs {
	let below: readonly Pairs[] = after.map(() => []);
	for (const [i, rung] of [...before.entries()].reverse()) {
		const row: Pairs[] = [];
		for (const [j, other] of [...after.entries()].reverse()) {
			const [down, across] = [below[j] ?? [], row[j + 1] ?? []];
			row[j] = same(rung, other) ? [[i, j], ...(below[j + 1] ?? [])] : down.length >= across.length ? down : across;
		}
		below = row;
	}
	return below[0] ?? [];
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
