// How fast one address may ask: what it may spend at once comes back little by little. Nobody is shut out, and no account is.
import { networkOf } from '../people/throttle.ts';

export interface Pace {
	/** what may be spent at once */
	readonly most: number;
	/** what comes back in a second */
	readonly perSecond: number;
}

export interface RateLimit {
	/** Spends for an address: 0 where it could, else the seconds after which it can. */
	spend(address: string, cost: number): number;
	/** What was spent for nothing. */
	giveBack(address: string, cost: number): void;
}

interface Purse {
	left: number;
	/** in milliseconds */
	at: number;
}

/** Addresses that are remembered; who was away longest is forgotten first, with a full purse. */
const mostKept = 10_000;

/** `now` gives milliseconds. */
export function makeRateLimit({ most, perSecond }: Pace, now: () => number): RateLimit {
	const purses = new Map<string, Purse>();

	function open(address: string): { readonly key: string; readonly left: number } {
		const key = networkOf(address);
		const purse = purses.get(key);
		if (purse === undefined) return { key, left: most };
		// a clock that is put back brings nothing back
		const back = (Math.max(0, now() - purse.at) / 1000) * perSecond;
		return { key, left: Math.min(most, purse.left + back) };
	}
	function put(key: string, left: number): void {
		purses.delete(key);
		if (left < most) purses.set(key, { left, at: now() });
		for (const oldest of purses.keys()) {
			if (purses.size <= mostKept) break;
			purses.delete(oldest);
		}
	}

	return {
		spend(address, cost) {
			const { key, left } = open(address);
			const price = Math.min(cost, most);
			if (left < price) return Math.ceil((price - left) / perSecond);
			put(key, left - price);
			return 0;
		},
		giveBack(address, cost) {
			const { key, left } = open(address);
			put(key, Math.min(most, left + cost));
		}
	};
}
