// Pages as the bytes they were sent in, kept while nothing in the store changes: a page is worked out once for each state of
// the data, not once for each reader. The oldest used go first when they grow past the bound.
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const pack = promisify(gzip);

export interface KeptPage {
	readonly headers: readonly (readonly [string, string])[];
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
			const page: KeptPage = {
				headers: [...response.headers].filter(([name]) => name !== 'etag' && name !== 'content-length'),
				plain,
				packed: new Uint8Array(await pack(plain)),
				etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 27)}"`
			};
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
	const headers = new Headers(page.headers.map(([name, value]): [string, string] => [name, value]));
	headers.set('etag', page.etag);
	headers.set('vary', 'accept-encoding, cookie');
	if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-cache');
	const has = asked.get('if-none-match') ?? '';
	if (has.split(',').some((one) => one.trim().replace(/^W\//, '') === page.etag)) {
		return new Response(null, { status: 304, headers });
	}
	const packs = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(asked.get('accept-encoding') ?? '');
	if (packs) headers.set('content-encoding', 'gzip');
	return new Response(packs ? page.packed : page.plain, { headers });
}
