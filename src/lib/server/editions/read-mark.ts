// What a document says of itself: the code of its edition, and which document of it it is. Our own files say so in their
// metadata; of a file that another program wrote again the code is looked for in all that can be read of it.
import { inflateSync } from 'node:zlib';
import { codeInText } from './edition-code.ts';

export interface DocumentMark {
	/** WP-XXXX-XXXX-XXXX */
	readonly code: string;
	/** as documents are named, with its digits; null where only the code was found */
	readonly document: { readonly round: string; readonly name: string; readonly digits: 'thai' | 'arabic' } | null;
}

export const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';

const keywords = /<pdf:Keywords>(WP-[0-9A-Z-]{14}) (\S+) (\S+) (thai|arabic)<\/pdf:Keywords>/;

export function readMark(bytes: Uint8Array): DocumentMark | null {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const text = buffer.toString('latin1');
	const [, code = '', round = '', name = '', digits] = keywords.exec(text) ?? [];
	if (codeInText.test(code))
		return { code, document: { round, name, digits: digits === 'arabic' ? 'arabic' : 'thai' } };
	const found = findCode(text) ?? searchStreams(buffer);
	return found === null ? null : { code: found, document: null };
}

/** Text of a PDF may be written with two bytes a sign. */
const findCode = (text: string): string | null =>
	codeInText.exec(text)?.[0] ??
	(text.includes('\0W\0P') ? (codeInText.exec(text.replaceAll('\0', ''))?.[0] ?? null) : null);

const mostStreams = 4000;
const mostUnpacked = 4 * 1024 * 1024;
const mostTogether = 64 * 1024 * 1024;

function searchStreams(file: Buffer): string | null {
	let together = 0;
	let at = 0;
	for (let nth = 0; nth < mostStreams && together < mostTogether; nth++) {
		const mark = file.indexOf('stream', at);
		if (mark < 0) return null;
		const from = mark + 6 + (file[mark + 6] === 13 ? 2 : 1);
		const to = file.indexOf('endstream', from);
		if (to < 0) return null;
		at = to + 9;
		const unpacked = unpack(file.subarray(from, to));
		together += unpacked.length;
		const found = findCode(unpacked.toString('latin1'));
		if (found !== null) return found;
	}
	return null;
}

function unpack(packed: Buffer): Buffer {
	try {
		return inflateSync(packed, { maxOutputLength: mostUnpacked });
	} catch {
		// packed in another way, too large, or no stream at all: there is nothing to read in it
		return Buffer.alloc(0);
	}
}
