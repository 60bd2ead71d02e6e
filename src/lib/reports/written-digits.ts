// A document is composed in Arabic digits and turned into the digits chosen at the end, in one place.
// Digits after a Latin letter (X69, Q2, COVID-19) belong to a code and stay.
import type { Content } from 'pdfmake/interfaces.js';
import { toArabicDigits, toThaiDigits, type Digits } from '../thai/digits.ts';

export function writeText(text: string, digits: Digits): string {
	if (digits === 'arabic') return toArabicDigits(text);
	return /[0-9]/.test(text)
		? text.replace(/(?:[A-Za-z]-?)?[0-9]+/g, (found) => (/^[A-Za-z]/.test(found) ? found : toThaiDigits(found)))
		: text;
}

/** Only the words of a picture, not its measures; `&#39;` is a sign and no number. */
export const writeSvg = (svg: string, digits: Digits): string =>
	svg.replace(/(<(?:text|tspan)\b[^>]*>)([^<]+)/g, (_, tag: string, words: string) =>
		[tag, ...words.split(/(&#?\w+;)/).map((part) => (part.startsWith('&') ? part : writeText(part, digits)))].join('')
	);

/** A text whose digits stay as they are: the name of a file, a fingerprint, an address. */
export const keepVerbatim = (text: string): { readonly text: string; readonly verbatim: true } => ({
	text,
	verbatim: true
});

const quotation = /(«[^»]*»|“[^”]*”)/u;

/** A text of our own that quotes: what stands in quotation marks keeps its digits, as whoever it quotes wrote them. */
export const keepQuoted = (text: string): { readonly text: Content[] } => ({
	text: text.split(quotation).flatMap((part, nth) => (part === '' ? [] : [nth % 2 === 1 ? keepVerbatim(part) : part]))
});

/** A copy of the content with every text in the digits chosen. */
export function writeDigitsOf(content: Content, digits: Digits): Content {
	return convert(content, digits) as Content;
}

const textual = new Set([
	'text',
	'stack',
	'columns',
	'table',
	'body',
	'ul',
	'ol',
	'toc',
	'title',
	'section',
	'outlineText',
	'alt'
]);

function convert(value: unknown, digits: Digits): unknown {
	if (typeof value === 'string') return writeText(value, digits);
	// a number in the place of a text is one
	if (typeof value === 'number') return writeText(String(value), digits);
	if (Array.isArray(value)) return value.map((one: unknown) => convert(one, digits));
	if (typeof value !== 'object' || value === null || 'verbatim' in value) return value;
	const copy: Record<string, unknown> = {};
	for (const [key, inner] of Object.entries(value))
		copy[key] =
			key === 'svg' && typeof inner === 'string'
				? writeSvg(inner, digits)
				: textual.has(key)
					? convert(inner, digits)
					: inner;
	return copy;
}
