// Fonts that fontkit has read, kept from one document to the next: it reads a table or a glyph when it is first asked for, and
// documents of an office ask for the same ones.
import type { ParsedFont } from 'pdfmake/js/PDFDocument.js';

/** ours and an office's own, two of each */
const mostKept = 8;
const kept: ParsedFont[] = [];

/** The same font as read before, where it was. Nobody may change what it holds. */
export function openParsed(font: ParsedFont): ParsedFont {
	const bytes = font.stream.buffer;
	const known = kept.find(({ stream }) => stream.buffer === bytes || Buffer.compare(stream.buffer, bytes) === 0);
	if (known !== undefined) return known;
	if (kept.length >= mostKept) kept.shift();
	kept.push(font);
	return font;
}
