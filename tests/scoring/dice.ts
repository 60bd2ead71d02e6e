// A small deterministic source of chance, so that every random letter can be made again from its number.

export interface Dice {
	/** a whole number from `low` to `high`, both included */
	readonly int: (low: number, high: number) => number;
	/** true about `percent` times in a hundred */
	readonly chance: (percent: number) => boolean;
	readonly pick: <T>(from: readonly T[]) => T;
	/** some of them, in their own order */
	readonly some: <T>(from: readonly T[], percent: number) => readonly T[];
}

export function rollFrom(seed: number): Dice {
	let state = seed >>> 0;
	const next = (): number => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
	const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
	const chance = (percent: number) => next() * 100 < percent;
	const pick = <T>(from: readonly T[]): T => {
		const picked = from[int(0, from.length - 1)];
		if (picked === undefined) throw new Error('nothing to pick from');
		return picked;
	};
	return { int, chance, pick, some: (from, percent) => from.filter(() => chance(percent)) };
}
