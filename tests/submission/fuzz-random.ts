// Numbers that look random and are the same for the same seed.

export interface Random {
	/** from 0 to below `most` */
	readonly below: (most: number) => number;
	readonly chance: (share: number) => boolean;
	readonly pick: <T>(things: readonly T[]) => T;
}

/** mulberry32 */
export const makeRandom = (seed: number): Random => {
	let state = seed >>> 0;
	const next = (): number => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
	const below = (most: number): number => Math.floor(next() * most);
	return {
		below,
		chance: (share) => next() < share,
		pick: (things) => {
			const one = things[below(things.length)];
			if (one === undefined) throw new Error('nothing to pick from');
			return one;
		}
	};
};
