// Before every request, whoever is to answer it: page, file or nobody. What every answer says to a browser, that nobody else's
// page sends for a reader of ours, and how long a connection may take.
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { doorWords } from './sentences-door.ts';
import { plainPage } from './plain-page.ts';

export interface DoorBounds {
	/** milliseconds until the head of a request is here, until all of it is, and without a byte either way */
	readonly head: number;
	readonly whole: number;
	readonly silence: number;
	/** of a head; a request with more is not read */
	readonly fields: number;
	readonly connections: number;
}

export const doorBounds: DoorBounds = {
	head: 15_000,
	// later than uploads end by themselves, who say so in Thai
	whole: 330_000,
	silence: 300_000,
	fields: 100,
	connections: 4096
};

const year = 31_536_000;
const policy = 'content-security-policy';

const isSafe = (origin: string) => origin.startsWith('https:');

/** Scripts, sheets and fonts of the program, which are nobody's data and are never opened by themselves. */
const isPart = (path: string) => path.startsWith('/_app/immutable/');

/** What of all answers is said of the program's own parts too, of which a page loads thirty: they are kept short. */
const listPartHeaders = (origin: string): Readonly<Record<string, string>> => ({
	'x-content-type-options': 'nosniff',
	...(isSafe(origin) ? { 'strict-transport-security': `max-age=${year}` } : {})
});

/** `origin`: as readers know the server. A page of ours puts a policy of its own in the place of this one. */
export const listHeaders = (origin: string): Readonly<Record<string, string>> => ({
	...listPartHeaders(origin),
	[policy]: "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
	'x-frame-options': 'DENY',
	'cross-origin-resource-policy': 'same-origin',
	// forms of a page that tells nobody where it stands would carry no origin either
	'referrer-policy': 'same-origin',
	'permissions-policy':
		'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
	// who says nothing else is asked again each time, and kept by nobody between
	'cache-control': 'private, no-cache',
	// over plain http no browser heeds it, but on the machine itself, where it costs a new process for the first page
	...(isSafe(origin) ? { 'cross-origin-opener-policy': 'same-origin' } : {})
});

const asks = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);
/** The command line's door: it opens to a key in the store, which no browser has. */
const isCommand = (path: string) => path === '/api/command';

/** What of a request says on whose behalf it was sent. */
export type Sent = Pick<IncomingMessage, 'method' | 'url' | 'headers'>;

/**
 * Why a request that would change something does not come from a page of ours; null where it does. Every browser says where it
 * stands when it sends; what says nothing is no browser, and acts in somebody's name only if it carries a cookie.
 */
export function findStranger({ method = '', url = '', headers }: Sent, origin: string): string | null {
	const [path = ''] = url.split('?');
	if (asks.has(method) || isCommand(path) || headers.origin === origin) return null;
	if (headers.origin !== undefined) return doorWords.foreign(headers.origin.slice(0, 200), origin);
	return headers.cookie === undefined ? null : doorWords.unnamed(origin);
}

function turnAway(request: IncomingMessage, response: ServerResponse, sentence: string): void {
	// what of it is still to come is not waited for
	response.setHeader('connection', 'close');
	response.statusCode = 403;
	const asJson = request.url?.startsWith('/api/') === true || request.headers.accept === 'application/json';
	const headers = asJson ? { 'content-type': 'application/json', 'cache-control': 'no-store' } : plainPage.headers;
	for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
	response.end(asJson ? JSON.stringify({ error: sentence }) : plainPage.write(doorWords.closed, sentence));
}

/**
 * Who has an answer already has its policy with it, and keeps it unless told another: Kit tells him of none, and the door's, under
 * which nothing is loaded, would take its place.
 */
function leavePolicy(response: ServerResponse): void {
	const door = response.getHeader(policy);
	const writeHead = response.writeHead.bind(response) as (
		status: number,
		...given: readonly unknown[]
	) => ServerResponse;
	Object.assign(response, {
		writeHead(status: number, ...given: readonly unknown[]) {
			if (status === 304 && response.getHeader(policy) === door) response.removeHeader(policy);
			return writeHead(status, ...given);
		}
	});
}

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** Stands before all that listens to this server so far. */
export function guardServer(server: Server, address: string, bounds: DoorBounds = doorBounds): void {
	const { origin } = new URL(address);
	const headers = Object.entries(listHeaders(origin));
	const partHeaders = Object.entries(listPartHeaders(origin));
	const inside = server.listeners('request') as Listener[];
	server.removeAllListeners('request');
	server.on('request', (request, response) => {
		const said = isPart(request.url ?? '') ? partHeaders : headers;
		for (const [name, value] of said) response.setHeader(name, value);
		if (request.headers['if-none-match'] !== undefined) leavePolicy(response);
		const sentence = findStranger(request, origin);
		if (sentence !== null) turnAway(request, response, sentence);
		else for (const listener of inside) listener.call(server, request, response);
	});
	server.headersTimeout = bounds.head;
	server.requestTimeout = bounds.whole;
	server.timeout = bounds.silence;
	server.maxHeadersCount = bounds.fields;
	server.maxConnections = bounds.connections;
}
