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

/** Strict UTF-8 with or without BOM, UTF-16 with BOM, else windows-874; text never holds NUL, so what does is no text. */
export const decodeText = (bytes: Uint8Array): DecodedText => {
	const text = startsWith(bytes, 0xff, 0xfe)
		? decodeAs('utf-16le', bytes)
		: startsWith(bytes, 0xfe, 0xff)
			? decodeAs('utf-16be', bytes)
			: (decodeAs('utf-8', bytes) ?? decodeAs('windows-874', bytes));
	return text === undefined || text.includes('\0') ? { kind: 'not_text' } : { kind: 'text', text };
};
