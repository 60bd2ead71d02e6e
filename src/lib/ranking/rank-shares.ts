import { compare, type Fraction } from '../scoring/fraction.ts';

export interface RankedShare {
	readonly share: Fraction;
	/** equal shares share the place: 1, 2, 2, 4 */
	readonly place: number;
}

/** Places of exact shares, the largest first; answers in the order given. */
export function rankShares(shares: readonly Fraction[]): readonly RankedShare[] {
	const order = shares.map((share, at) => ({ share, at })).toSorted((a, b) => compare(b.share, a.share));
	const places = new Map<number, number>();
	for (const [nth, { share, at }] of order.entries()) {
		const above = order[nth - 1];
		const same = above !== undefined && compare(above.share, share) === 0;
		places.set(at, same ? (places.get(above.at) ?? 1) : nth + 1);
	}
	return shares.map((share, at) => ({ share, place: places.get(at) ?? 0 }));
}
