// A document is composed in Arabic digits and turned into the digits chosen at the end, in one place.
// Digits after a Latin letter (X69, Q2) belong to a code and stay.
import type { Content } from 'pdfmake/interfaces.js';
import { toArabicDigits, toThaiDigits, type Digits } from '../thai/digits.ts';

export const writeText = (text: string, digits: Digits): string =>
	digits === 'arabic'
		? toArabicDigits(text)
		: text.replace(/[A-Za-z]?[0-9]+/g, (found) => (/^[A-Za-z]/.test(found) ? found : toThaiDigits(found)));

/** A copy of the content with every text in the digits chosen. */
export function writeDigitsOf(content: Content, digits: Digits): Content {
	return convert(content, digits) as Content;
}

const textual = new Set(['text', 'stack', 'columns', 'table', 'body', 'ul', 'ol']);

function convert(value: unknown, digits: Digits): unknown {
	if (typeof value === 'string') return writeText(value, digits);
	if (Array.isArray(value)) return value.map((one: unknown) => convert(one, digits));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [key, textual.has(key) ? convert(inner, digits) : (inner as unknown)])
	);
}
