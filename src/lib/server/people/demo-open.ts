// The invented demo may be tried without signing in, from the machine it runs on and from nowhere else.
import type { JournalLine } from '../store/acts.ts';

/** Whether all that a store holds began with the demo; an office that starts clean leaves it. */
export const isDemoStore = (lines: readonly JournalLine[]): boolean => lines.some(({ act }) => act === 'import-demo');

/** Of `127.0.0.1`, `::1`, `::ffff:127.0.0.1`, `localhost`, `[::1]`. */
export function isLoopback(host: string): boolean {
	const plain = host.replace(/^\[|\]$/g, '').replace(/^::ffff:/, '');
	return plain === 'localhost' || plain === '::1' || /^127(?:\.\d{1,3}){3}$/.test(plain);
}

/** Where a request comes from and where it believes to go. */
export interface Way {
	/** of the client, as the server sees it */
	readonly address: string;
	/** the request's `host` header; a page elsewhere that has its name lead here cannot send another */
	readonly host: string | null;
	/** what the server listens on; undefined where something else decides that, as in development */
	readonly bound: string | undefined;
	readonly headers: Headers;
}

/** Whether something between reader and server says that it passes a request on. */
export const isPassedOn = (headers: Headers): boolean =>
	['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'].some((one) => headers.has(one));

/** Nothing between reader and server, and both on this machine. */
export function isSameMachine({ address, host, bound, headers }: Way): boolean {
	const [name = ''] = /^(?:\[[^\]]*\]|[^:]*)/.exec(host ?? '') ?? [];
	return !isPassedOn(headers) && isLoopback(address) && isLoopback(name) && (bound === undefined || isLoopback(bound));
}
