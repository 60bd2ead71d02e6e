// Wrong guesses make the next one wait: for the account from the same address soon, for the address later, for nobody else ever.
// No account is locked: from another address the right password always opens.
import { createHash } from 'node:crypto';

export interface Throttle {
	/**
	 * Seconds this account and address must wait; 0 lets the guess through, which counts as wrong until it is said to be right,
	 * so that guesses made at the same time are counted too.
	 */
	begin(account: string, address: string): number;
	/** The guess let through last was right: the account has no wrong ones from this address any more. */
	right(account: string, address: string): void;
}

interface Wrongs {
	count: number;
	/** of the last, in milliseconds */
	at: number;
}

/** Wrong guesses that cost nothing, the seconds after the next, and how long it may become. */
const pace = {
	pair: { free: 4, first: 5, most: 900 },
	address: { free: 20, first: 5, most: 300 }
} as const;
type Pace = (typeof pace)[keyof typeof pace];

const forgottenAfter = 3_600_000;
const mostKept = 10_000;

function waitOf({ free, first, most }: Pace, { count, at }: Wrongs, now: number): number {
	if (count <= free) return 0;
	const seconds = Math.min(most, first * 2 ** Math.min(count - free - 1, 20));
	return Math.max(0, Math.ceil((at + seconds * 1000 - now) / 1000));
}

/** One machine has a whole network of addresses in version 6: its first half names it. */
export function networkOf(address: string): string {
	const plain = address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '');
	if (!plain.includes(':')) return plain;
	const [head = '', tail] = plain.replace(/%.*$/, '').split('::');
	const before = head === '' ? [] : head.split(':');
	const after = tail === undefined || tail === '' ? [] : tail.split(':');
	const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
	return [...before, ...zeros, ...after]
		.slice(0, 4)
		.map((part) => part.replace(/^0+(?=.)/, ''))
		.join(':');
}

const keyOf = (...words: readonly string[]) => createHash('sha256').update(words.join('\n')).digest('base64');

/** `now` gives milliseconds. */
export function makeThrottle(now: () => number): Throttle {
	// The one touched last stands last.
	const kept = new Map<string, Wrongs>();

	function find(key: string): Wrongs {
		const found = kept.get(key);
		if (found === undefined || now() - found.at > forgottenAfter) return { count: 0, at: 0 };
		return found;
	}
	function put(key: string, wrongs: Wrongs): void {
		kept.delete(key);
		if (wrongs.count > 0) kept.set(key, wrongs);
		for (const oldest of kept.keys()) {
			if (kept.size <= mostKept) break;
			kept.delete(oldest);
		}
	}
	const keys = (account: string, address: string) => ({
		pair: keyOf('pair', networkOf(address), account.trim().toLowerCase()),
		address: keyOf('address', networkOf(address))
	});

	return {
		begin(account, address) {
			const key = keys(account, address);
			const [pair, whole] = [find(key.pair), find(key.address)];
			const wait = Math.max(waitOf(pace.pair, pair, now()), waitOf(pace.address, whole, now()));
			if (wait > 0) return wait;
			put(key.pair, { count: pair.count + 1, at: now() });
			put(key.address, { count: whole.count + 1, at: now() });
			return 0;
		},
		right(account, address) {
			const key = keys(account, address);
			put(key.pair, { count: 0, at: 0 });
			// Only this one is taken back: an own account must not wash off guesses at others.
			const { count, at } = find(key.address);
			put(key.address, { count: Math.max(0, count - 1), at });
		}
	};
}
