// A figure that is 10 or 100 times what was sent before, or a tenth or a hundredth of it: a digit too many or a point misplaced.
import type { AuditCase, Found } from './audit.ts';
import type { Entry, Problem } from '../entry.ts';
import { countSignificant } from './figures.ts';
import { sayTenfold } from '../sentences/audit.ts';

/** Whole numbers below this are counted on fingers: 2 of last round and 20 of this one say nothing. In millionths. */
const SIZEABLE = 100_000_000n;
/** Two figures that are 10 times each other to within a twentieth are so by their digits, not by chance. */
const NEARLY = 20n;

export interface Tenfold {
	readonly times: 10 | 100;
	/** the later figure is the larger */
	readonly grown: boolean;
	/** to the last digit */
	readonly exactly: boolean;
}

const size = (scaled: bigint) => (scaled < 0n ? -scaled : scaled);

/**
 * How two figures (millionths) are 10 or 100 times each other; null where they are not. Exactly: the same digits, and either at
 * least two of them or a figure of 100 and more. Nearly: within a twentieth, and the smaller is 100 or more.
 */
export function compareTenfold(before: bigint, after: bigint): Tenfold | null {
	if (before === 0n || after === 0n || before < 0n !== after < 0n) return null;
	const [small, large] = [size(before), size(after)].toSorted((a, b) => (a < b ? -1 : 1));
	if (small === undefined || large === undefined) return null;
	for (const times of [10, 100] as const) {
		const expected = small * BigInt(times);
		const exactly = large === expected;
		const nearly = size(large - expected) * NEARLY <= expected && small >= SIZEABLE;
		if (exactly ? small >= SIZEABLE || countSignificant(small) >= 2 : nearly)
			return { times, grown: size(after) > size(before), exactly };
	}
	return null;
}

/** The figure before was the one out of step with the round before: more than three times it, or less than a third. */
function corrects(before: bigint, after: bigint, was: Entry | undefined): boolean {
	if (was?.value.kind !== 'number') return false;
	const old = size(was.value.scaled);
	const inStep = (scaled: bigint) => size(scaled) <= 3n * old && old <= 3n * size(scaled);
	return inStep(after) && !inStep(before);
}

/** Against what this round had, else against the round before: one warning for each figure. */
export function findTenfold({ before, earlier, nameOf }: AuditCase, found: readonly Found[]): readonly Problem[] {
	return found.flatMap((one): readonly Problem[] => {
		const { entry, key } = one;
		if (entry.value.kind !== 'number') return [];
		const against: readonly (readonly [string | null, Entry | undefined])[] = [
			[null, before.get(key)],
			[earlier?.round ?? null, earlier?.entries.get(key)]
		];
		const [, was] = against[1] ?? [];
		for (const [round, other] of against) {
			if (other?.value.kind !== 'number') continue;
			if (round === null && corrects(other.value.scaled, entry.value.scaled, was)) continue;
			const tenfold = compareTenfold(other.value.scaled, entry.value.scaled);
			if (tenfold === null) continue;
			const figures = { before: other.value.scaled, after: entry.value.scaled };
			const message = sayTenfold(one, nameOf(entry.district), tenfold, figures, round, other.at.file);
			return [{ severity: 'warning', code: 'audit_tenfold', at: entry.at, message }];
		}
		return [];
	});
}
