// Pages as the bytes they were sent in, kept while nothing in the store changes: a page is worked out once for each state of
// the data, not once for each reader. The oldest used go first when they grow past the bound.
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const pack = promisify(gzip);

export interface KeptPage {
	/** of every answer: what the page came with, its mark, and on what of the reader it depends; made once for each form of it */
	readonly headers: Readonly<Record<'bare' | 'plain' | 'packed', Headers>>;
	readonly plain: Uint8Array<ArrayBuffer>;
	readonly packed: Uint8Array<ArrayBuffer>;
	readonly etag: string;
}

export interface PageShelf {
	find(version: string, key: string): KeptPage | undefined;
	/**
	 * A page made once for all who ask while it is being made. What `make` gives and `mayKeep` refuses is answered to the first of
	 * them as it is; the others make their own.
	 */
	share(
		version: string,
		key: string,
		make: () => Promise<Response>,
		mayKeep: (made: Response) => boolean
	): Promise<KeptPage | Response>;
	/** gives the page as kept */
	keep(version: string, key: string, response: Response): Promise<KeptPage>;
}

/** `most`: bytes kept, plain and packed together. */
export function makePageShelf(most: number): PageShelf {
	const pages = new Map<string, KeptPage>();
	let held = 0;
	let heldAt = '';
	/** pages being made, by version and key; null where one turned out not to be for others */
	const making = new Map<string, Promise<KeptPage | null>>();

	function turnTo(version: string): void {
		if (version === heldAt) return;
		pages.clear();
		held = 0;
		heldAt = version;
	}
	const size = ({ plain, packed }: KeptPage) => plain.length + packed.length;

	async function keep(version: string, key: string, response: Response): Promise<KeptPage> {
		const plain = new Uint8Array(await response.arrayBuffer());
		const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 27)}"`;
		const headers = new Headers(response.headers);
		headers.delete('content-length');
		headers.set('etag', etag);
		headers.set('vary', 'accept-encoding, cookie');
		if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-cache');
		const packed = new Uint8Array(await pack(plain, { level: 9 }));
		const forms = {
			bare: headers,
			// its length told beforehand, it goes out in one piece
			plain: withFields(headers, { 'content-length': String(plain.length) }),
			packed: withFields(headers, { 'content-length': String(packed.length), 'content-encoding': 'gzip' })
		};
		const page: KeptPage = { headers: forms, plain, packed, etag };
		// what was worked out from an older state is sent, and not kept
		if (version !== heldAt || size(page) > most) return page;
		const before = pages.get(key);
		if (before !== undefined) held -= size(before);
		pages.set(key, page);
		held += size(page);
		for (const [oldest, old] of pages) {
			if (held <= most) break;
			pages.delete(oldest);
			held -= size(old);
		}
		return page;
	}

	return {
		keep,
		async share(version, key, make, mayKeep) {
			const name = `${version}\n${key}`;
			const shared = making.get(name);
			const found = shared === undefined ? null : await shared;
			if (found !== null) return found;
			const { promise, resolve } = Promise.withResolvers<KeptPage | null>();
			const first = !making.has(name);
			if (first) making.set(name, promise);
			let page: KeptPage | null = null;
			try {
				const made = await make();
				if (!mayKeep(made)) return made;
				page = await keep(version, key, made);
				return page;
			} finally {
				if (first) making.delete(name);
				resolve(page);
			}
		},
		find(version, key) {
			turnTo(version);
			const page = pages.get(key);
			if (page !== undefined) {
				pages.delete(key);
				pages.set(key, page);
			}
			return page;
		}
	};
}

/** The page for this reader: nothing at all where he has it already, packed where he takes that. */
export function sendPage(page: KeptPage, asked: Headers): Response {
	const has = asked.get('if-none-match') ?? '';
	if (has !== '' && has.split(',').some((one) => one.trim().replace(/^W\//, '') === page.etag))
		return new Response(null, { status: 304, headers: page.headers.bare });
	const packs = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(asked.get('accept-encoding') ?? '');
	return packs
		? new Response(flow(page.packed), { headers: page.headers.packed })
		: new Response(flow(page.plain), { headers: page.headers.plain });
}

const withFields = (headers: Headers, fields: Readonly<Record<string, string>>) =>
	new Headers([...headers, ...Object.entries(fields)]);

/** Bytes as they lie: given by themselves they would be copied for every reader. */
const flow = (bytes: Uint8Array<ArrayBuffer>) =>
	new ReadableStream<Uint8Array<ArrayBuffer>>({
		start(controller) {
			controller.enqueue(bytes);
			controller.close();
		}
	});
