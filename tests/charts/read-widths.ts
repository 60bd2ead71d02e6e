// Advance widths as the font's files give them, in thousandths of an em: cmap and hmtx, read by hand.
import { sarabun } from '../reports/fonts.ts';

type WidthOf = (code: number) => number;

function readFont(bytes: Uint8Array): WidthOf {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const tables = new Map<string, number>();
	for (let nth = 0; nth < view.getUint16(4); nth++) {
		const at = 12 + nth * 16;
		tables.set(String.fromCharCode(...bytes.subarray(at, at + 4)), view.getUint32(at + 8));
	}
	const table = (name: string) => {
		const at = tables.get(name);
		if (at === undefined) throw new Error(`no table ${name}`);
		return at;
	};
	const em = view.getUint16(table('head') + 18);
	const long = view.getUint16(table('hhea') + 34);
	const glyphs = readCharacters(view, table('cmap'));
	return (code) => {
		const glyph = glyphs.get(code);
		if (glyph === undefined) return 0;
		return (view.getUint16(table('hmtx') + 4 * Math.min(glyph, long - 1)) * 1000) / em;
	};
}

/** Of the subtable of format 4, which holds all that charts write. */
function readCharacters(view: DataView, cmap: number): ReadonlyMap<number, number> {
	const glyphs = new Map<number, number>();
	for (let nth = 0; nth < view.getUint16(cmap + 2); nth++) {
		const at = cmap + view.getUint32(cmap + 4 + nth * 8 + 4);
		if (view.getUint16(at) !== 4) continue;
		const twice = view.getUint16(at + 6);
		for (let segment = 0; segment < twice; segment += 2) {
			const last = view.getUint16(at + 14 + segment);
			const first = view.getUint16(at + 16 + twice + segment);
			const delta = view.getUint16(at + 16 + 2 * twice + segment);
			const offsetAt = at + 16 + 3 * twice + segment;
			const offset = view.getUint16(offsetAt);
			for (let code = first; code <= last && code !== 0xffff; code++) {
				const glyph = offset === 0 ? code : view.getUint16(offsetAt + offset + 2 * (code - first));
				if (glyph !== 0) glyphs.set(code, (glyph + delta) & 0xffff);
			}
		}
	}
	return glyphs;
}

/** Of both weights. */
export function readWidths(): { readonly regular: WidthOf; readonly bold: WidthOf } {
	return { regular: readFont(sarabun.regular), bold: readFont(sarabun.bold) };
}
