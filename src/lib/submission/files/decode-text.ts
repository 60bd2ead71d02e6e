// Bytes of a text file to text. Offices send UTF-8 from the web, UTF-16 from Excel's "Unicode text" and windows-874 from old Excel.

export type DecodedText = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'not_text' };

const decodeAs = (encoding: string, bytes: Uint8Array): string | undefined => {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		return undefined; // not in this encoding; the caller tries the next
	}
};

const startsWith = (bytes: Uint8Array, ...mark: readonly number[]): boolean =>
	mark.every((byte, index) => bytes[index] === byte);

/** Enough of a file to see in which of two bytes its commas and line ends stand. */
const LOOKED_AT = 4096;

/** UTF-16 without a mark has a NUL beside every comma, digit and line end, always on the same side. */
const sideOfNul = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined => {
	const start = bytes.subarray(0, LOOKED_AT);
	const nuls = [0, 0];
	for (const [at, byte] of start.entries()) if (byte === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1;
	const [first = 0, second = 0] = nuls;
	if (start.length < 2 || first > 0 === second > 0) return undefined;
	return first > 0 ? 'utf-16be' : 'utf-16le';
};

/** Strict UTF-8 with or without BOM, UTF-16, else windows-874; text never holds NUL, so what does is no text. */
export const decodeText = (bytes: Uint8Array): DecodedText => {
	const marked = startsWith(bytes, 0xff, 0xfe)
		? 'utf-16le'
		: startsWith(bytes, 0xfe, 0xff)
			? 'utf-16be'
			: sideOfNul(bytes);
	const text =
		marked === undefined ? (decodeAs('utf-8', bytes) ?? decodeAs('windows-874', bytes)) : decodeAs(marked, bytes);
	return text === undefined || text.includes('\0') ? { kind: 'not_text' } : { kind: 'text', text };
};
