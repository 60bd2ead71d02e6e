// Who asks faster than the work of everybody else allows is told when to ask again.
import type { RequestEvent } from '@sveltejs/kit';
import process from 'node:process';
import { isLoopback, isPassedOn } from '../people/demo-open.ts';
import { log } from '../running/log.ts';
import { makeRateLimit, type Pace, type RateLimit } from './limit-rate.ts';
import { plainPage } from './plain-page.ts';
import { doorWords } from './sentences-door.ts';

/** A whole office may stand behind one address: what people do by hand stays far below. */
export const paces = {
	changes: { most: 300, perSecond: 10 },
	reads: { most: 600, perSecond: 20 }
} as const satisfies Readonly<Record<string, Pace>>;

/** What is heavier than a page: documents to be printed or read, workbooks, pictures. */
const heavyReads = /\.(?:pdf|xlsx|zip)$|\/printing\/|\/charts\/|\/\[file\]$/;
const heavyChanges = /^\/verify$|\/preview\.pdf$|\/submissions$|\/agreement$/;
const heavy = 10;

export interface Turnstile {
	/** the answer to who must wait; null lets a request through */
	hold(event: RequestEvent): Response | null;
	/** the request cost nothing after all: its answer lay ready */
	spare(event: RequestEvent): void;
}

/** `now` gives milliseconds. */
export function makeTurnstile(now: () => number): Turnstile {
	const limits = { changes: makeRateLimit(paces.changes, now), reads: makeRateLimit(paces.reads, now) };
	let told = false;

	/** Who sits at this machine may stop the program as well; what a proxy beside it passes on is somebody else's. */
	function findAddress({ isSubRequest, request: { headers }, getClientAddress }: RequestEvent): string | null {
		if (isSubRequest) return null;
		const address = getClientAddress();
		if (!isLoopback(address)) return address;
		if (!isPassedOn(headers)) return null;
		if (!told && !process.env.ADDRESS_HEADER) {
			told = true;
			log({ level: 'warn', event: 'proxy_unknown', message: doorWords.proxyUnknown });
		}
		return address;
	}
	const price = ({ request: { method }, route: { id } }: RequestEvent) => {
		const reads = method === 'GET' || method === 'HEAD';
		const limit: RateLimit = reads ? limits.reads : limits.changes;
		if (id === '/healthz') return { limit, cost: 0 };
		return { limit, cost: (reads ? heavyReads : heavyChanges).test(id ?? '') ? heavy : 1 };
	};

	return {
		hold(event) {
			const address = findAddress(event);
			if (address === null) return null;
			const { limit, cost } = price(event);
			const seconds = limit.spend(address, cost);
			return seconds === 0 ? null : answer(event, seconds);
		},
		spare(event) {
			const address = findAddress(event);
			const { limit, cost } = price(event);
			if (address !== null) limit.giveBack(address, cost);
		}
	};
}

function answer({ route, request }: RequestEvent, seconds: number): Response {
	const sentence = doorWords.tooFast(seconds);
	const wait = { 'retry-after': String(seconds) };
	const asJson = route.id?.startsWith('/api/') === true || request.headers.get('accept') === 'application/json';
	if (asJson)
		return Response.json({ error: sentence }, { status: 429, headers: { ...wait, 'cache-control': 'no-store' } });
	return new Response(plainPage.write(doorWords.closed, sentence), {
		status: 429,
		headers: { ...wait, ...plainPage.headers }
	});
}
