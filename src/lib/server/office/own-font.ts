// A font of the office's own: whether documents can be set in it, and brought to the size of the font that travels with the
// program, so that every size, line and table of a document holds whatever font it is set in.
import { say } from '../sentences.ts';

export const mostFontBytes = 4 * 1024 * 1024;

export type OwnFont =
	{ readonly kind: 'fitted'; readonly bytes: Uint8Array } | { readonly kind: 'refused'; readonly why: string };

/** Height of ก, ascent and descent of Sarabun, in em: what the sizes of documents are reckoned in. */
const sarabun = { letter: 0.586, ascent: 1.068, descent: 0.232 } as const;

/** What every document needs: Thai with its digits, Latin, and the signs that our own sentences use. */
const needed = [
	...range(0x0e01, 0x0e3a),
	...range(0x0e40, 0x0e4d),
	...range(0x0e50, 0x0e59),
	...range(0x20, 0x7e),
	...[...'“”–×÷'].map((sign) => sign.codePointAt(0) ?? 0)
];

function range(from: number, to: number): readonly number[] {
	return Array.from({ length: to - from + 1 }, (_, nth) => from + nth);
}

interface Table {
	readonly at: number;
	readonly length: number;
}

/** The same font in Sarabun's size and line, or a sentence saying why it cannot be taken. */
export function fitFont(bytes: Uint8Array): OwnFont {
	if (bytes.length > mostFontBytes) return refused(say.fontTooLarge);
	try {
		return fit(bytes);
	} catch (error) {
		// a table that points outside the file
		if (error instanceof RangeError) return refused(say.fontNotTrueType);
		throw error;
	}
}

const refused = (why: string): OwnFont => ({ kind: 'refused', why });

function fit(bytes: Uint8Array): OwnFont {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const version = view.getUint32(0);
	if (version !== 0x00010000 && version !== 0x74727565) return refused(say.fontNotTrueType);
	const tables = readTables(view);
	const [head, hhea, cmap, glyf, loca] = ['head', 'hhea', 'cmap', 'glyf', 'loca'].map((name) => tables.get(name));
	if (head === undefined || hhea === undefined || cmap === undefined || glyf === undefined || loca === undefined) {
		return refused(say.fontNotTrueType);
	}
	if (!tables.has('hmtx') || !tables.has('maxp')) return refused(say.fontNotTrueType);
	const rights = tables.get('OS/2');
	// bits of fsType: 0x2 may not be embedded, 0x100 may not be cut to the letters used
	if (rights !== undefined && (view.getUint16(rights.at + 8) & 0x102) !== 0) return refused(say.fontForbidden);
	const glyphOf = readCmap(view, cmap.at);
	const missing = needed.filter((code) => glyphOf(code) === 0).map((code) => String.fromCodePoint(code));
	if (missing.length > 0) return refused(say.fontLacks(missing));
	const long = view.getInt16(head.at + 50) === 1;
	const ko = glyphOf(0x0e01);
	const offset = long ? view.getUint32(loca.at + 4 * ko) : 2 * view.getUint16(loca.at + 2 * ko);
	const unitsPerEm = view.getUint16(head.at + 18);
	const letter = view.getInt16(glyf.at + offset + 8) / unitsPerEm;
	const units = Math.round((unitsPerEm * letter) / sarabun.letter);
	// the format allows an em of 16 to 16384 units
	if (!(letter > 0.15 && letter < 1.2) || units < 16 || units > 16_384) return refused(say.fontOddSize);
	const fitted = Uint8Array.from(bytes);
	const out = new DataView(fitted.buffer);
	out.setUint16(head.at + 18, units);
	out.setInt16(hhea.at + 4, Math.round(sarabun.ascent * units));
	out.setInt16(hhea.at + 6, -Math.round(sarabun.descent * units));
	out.setInt16(hhea.at + 8, 0);
	return { kind: 'fitted', bytes: fitted };
}

function readTables(view: DataView): ReadonlyMap<string, Table> {
	const tables = new Map<string, Table>();
	for (let nth = 0; nth < view.getUint16(4); nth++) {
		const at = 12 + 16 * nth;
		const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(at + byte)));
		tables.set(tag, { at: view.getUint32(at + 8), length: view.getUint32(at + 12) });
	}
	return tables;
}

/** The glyph of a character, 0 where the font has none. */
function readCmap(view: DataView, at: number): (code: number) => number {
	const count = view.getUint16(at + 2);
	const found = Array.from({ length: count }, (_, nth) => at + view.getUint32(at + 4 + 8 * nth + 4));
	const segmented = found.find((table) => view.getUint16(table) === 4);
	const grouped = found.find((table) => view.getUint16(table) === 12);
	if (grouped !== undefined) return (code) => findInGroups(view, grouped, code);
	if (segmented !== undefined) return (code) => findInSegments(view, segmented, code);
	return () => 0;
}

function findInGroups(view: DataView, table: number, code: number): number {
	for (let nth = 0; nth < view.getUint32(table + 12); nth++) {
		const group = table + 16 + 12 * nth;
		const first = view.getUint32(group);
		if (code >= first && code <= view.getUint32(group + 4)) return view.getUint32(group + 8) + code - first;
	}
	return 0;
}

function findInSegments(view: DataView, table: number, code: number): number {
	const twice = view.getUint16(table + 6);
	const [ends, starts] = [table + 14, table + 16 + twice];
	for (let at = 0; at < twice; at += 2) {
		const start = view.getUint16(starts + at);
		if (code < start || code > view.getUint16(ends + at)) continue;
		const shift = view.getUint16(starts + twice + at);
		const offset = view.getUint16(starts + 2 * twice + at);
		if (offset === 0) return (code + shift) & 0xffff;
		const glyph = view.getUint16(starts + 2 * twice + at + offset + 2 * (code - start));
		return glyph === 0 ? 0 : (glyph + shift) & 0xffff;
	}
	return 0;
}
