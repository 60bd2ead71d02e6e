// Pages as the bytes they were sent in, kept while nothing in the store changes: a page is worked out once for each state of
// the data, not once for each reader. The oldest used go first when they grow past the bound.
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const pack = promisify(gzip);

export interface KeptPage {
	/** of every answer: what the page came with, its mark, and on what of the reader it depends */
	readonly headers: readonly [string, string][];
	readonly plain: Uint8Array<ArrayBuffer>;
	readonly packed: Uint8Array<ArrayBuffer>;
	readonly etag: string;
}

export interface PageShelf {
	find(version: string, key: string): KeptPage | undefined;
	/** gives the page as kept */
	keep(version: string, key: string, response: Response): Promise<KeptPage>;
}

/** `most`: bytes kept, plain and packed together. */
export function makePageShelf(most: number): PageShelf {
	const pages = new Map<string, KeptPage>();
	let held = 0;
	let heldAt = '';

	function turnTo(version: string): void {
		if (version === heldAt) return;
		pages.clear();
		held = 0;
		heldAt = version;
	}
	const size = ({ plain, packed }: KeptPage) => plain.length + packed.length;

	return {
		find(version, key) {
			turnTo(version);
			const page = pages.get(key);
			if (page !== undefined) {
				pages.delete(key);
				pages.set(key, page);
			}
			return page;
		},
		async keep(version, key, response) {
			const plain = new Uint8Array(await response.arrayBuffer());
			const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 27)}"`;
			const headers = new Headers(response.headers);
			headers.delete('content-length');
			headers.set('etag', etag);
			headers.set('vary', 'accept-encoding, cookie');
			if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-cache');
			const page: KeptPage = { headers: [...headers], plain, packed: new Uint8Array(await pack(plain)), etag };
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
	};
}

/** The page for this reader: nothing at all where he has it already, packed where he takes that. */
export function sendPage(page: KeptPage, asked: Headers): Response {
	const has = asked.get('if-none-match') ?? '';
	if (has !== '' && has.split(',').some((one) => one.trim().replace(/^W\//, '') === page.etag))
		return new Response(null, { status: 304, headers: [...page.headers] });
	const packs = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(asked.get('accept-encoding') ?? '');
	const bytes = packs ? page.packed : page.plain;
	// its length told beforehand, it goes out in one piece
	const headers: [string, string][] = [...page.headers, ['content-length', String(bytes.length)]];
	if (packs) headers.push(['content-encoding', 'gzip']);
	return new Response(flow(bytes), { headers });
}

/** Bytes as they lie: given by themselves they would be copied for every reader. */
const flow = (bytes: Uint8Array<ArrayBuffer>) =>
	new ReadableStream<Uint8Array<ArrayBuffer>>({
		start(controller) {
			controller.enqueue(bytes);
			controller.close();
		}
	});
