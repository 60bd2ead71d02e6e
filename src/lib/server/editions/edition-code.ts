// The code that documents of an edition carry: the beginning of the SHA-256 of what is kept of it, in letters that cannot be
// taken for one another (Crockford's base 32), so that it can be read from paper and typed.

const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 12;
const bitsEach = 5n;

/** WP-XXXX-XXXX-XXXX: the first 60 bits. */
export function codeOf(sha256: string): string {
	let bits = BigInt(`0x${sha256.slice(0, 15)}`);
	let written = '';
	for (let nth = 0; nth < length; nth++) {
		written = (signs[Number(bits & 31n)] ?? '') + written;
		bits >>= bitsEach;
	}
	return showCode(written);
}

const showCode = (bare: string): string => `WP-${bare.slice(0, 4)}-${bare.slice(4, 8)}-${bare.slice(8)}`;

/** Read for what was meant where a sign is one of those that look alike. */
const alike: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** A code as somebody typed it: small letters, spaces, strokes left out, O for 0. Null where it cannot be one. */
export function readCode(written: string): string | null {
	const bare = written
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
		.replace(/[\s\p{Pd}_.]/gu, '')
		.replace(/^WP/, '')
		.replace(/[OIL]/g, (sign) => alike[sign] ?? sign);
	return bare.length === length && [...bare].every((sign) => signs.includes(sign)) ? showCode(bare) : null;
}

/** Signs that may be misread before a code is another one altogether. */
const mostMisread = 2;

/** The one known code that differs from a typed one in a sign or two; null where there is none, or more than one. */
export function nearestCode(code: string, known: readonly string[]): string | null {
	const near = known.filter((one) => [...one].filter((sign, at) => sign !== code[at]).length <= mostMisread);
	return near.length === 1 ? (near[0] ?? null) : null;
}

/** As it stands in the bytes of a document. */
export const codeInText = /WP-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}/;
