// Adds glyphs to the subset of a TrueType font that a PDF carries: composites of glyphs it has, each at its place.
// The layout of a composite is that of the TrueType specification, table glyf.

/** What is used of a glyph of fontkit; units of the font. */
export interface Glyph {
	readonly id: number;
	readonly advanceWidth: number;
	readonly bbox: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number };
}
/** What is used of a subset of fontkit. `_addGlyph` writes one glyph to the tables. */
export interface Subset {
	readonly font: { readonly maxp: { maxComponentElements: number; maxComponentDepth: number } };
	readonly glyphs: number[];
	readonly glyf: Uint8Array[];
	readonly loca: { offsets: number[] };
	readonly hmtx: { metrics: { advance: number; bearing: number }[] };
	offset: number;
	includeGlyph(id: number): number;
	_addGlyph(id: number): number;
}
export interface Placed {
	readonly glyph: Glyph;
	readonly x: number;
	readonly y: number;
}

/** Ids of glyphs end at 65535; ours begin where no real one can be. */
const firstVirtual = 0x10000;
const argumentsAreWords = 0x1;
const argumentsAreOffsets = 0x2;
const moreFollow = 0x20;
const offsetsAreUnscaled = 0x1000;

/** Gives a function that adds a composite and answers its code in the subset. */
export function addComposites(subset: Subset): (parts: readonly Placed[], advance: number) => number {
	const composites: { readonly parts: readonly Placed[]; readonly advance: number }[] = [];
	const addReal = subset._addGlyph.bind(subset);
	subset._addGlyph = (id) => {
		const composite = composites[id - firstVirtual];
		if (composite === undefined) return addReal(id);
		const box = surround(composite.parts);
		// no outline at all is how a font says that a glyph draws nothing
		const bytes =
			composite.parts.length === 0
				? new Uint8Array()
				: encodeComposite(composite.parts, box, (glyph) => subset.includeGlyph(glyph));
		subset.glyf.push(bytes);
		subset.loca.offsets.push(subset.offset);
		subset.hmtx.metrics.push({ advance: composite.advance, bearing: box.minX });
		subset.offset += bytes.length;
		return subset.glyf.length - 1;
	};
	return (parts, advance) => {
		for (const { glyph } of parts) subset.includeGlyph(glyph.id);
		const { maxp } = subset.font;
		maxp.maxComponentElements = Math.max(maxp.maxComponentElements, parts.length);
		// a part may be a composite itself
		if (composites.length === 0) maxp.maxComponentDepth += 1;
		composites.push({ parts, advance });
		return subset.includeGlyph(firstVirtual + composites.length - 1);
	};
}

function surround(parts: readonly Placed[]): Glyph['bbox'] {
	const inked = parts.filter(({ glyph }) => Number.isFinite(glyph.bbox.minX));
	const edge = (pick: (part: Placed) => number, choose: (...values: number[]) => number) =>
		inked.length === 0 ? 0 : choose(...inked.map(pick));
	return {
		minX: Math.floor(edge(({ glyph, x }) => glyph.bbox.minX + x, Math.min)),
		minY: Math.floor(edge(({ glyph, y }) => glyph.bbox.minY + y, Math.min)),
		maxX: Math.ceil(edge(({ glyph, x }) => glyph.bbox.maxX + x, Math.max)),
		maxY: Math.ceil(edge(({ glyph, y }) => glyph.bbox.maxY + y, Math.max))
	};
}

function encodeComposite(parts: readonly Placed[], box: Glyph['bbox'], codeOf: (id: number) => number): Uint8Array {
	const bytes = Buffer.alloc(10 + 8 * parts.length);
	[-1, box.minX, box.minY, box.maxX, box.maxY].forEach((value, nth) => bytes.writeInt16BE(value, 2 * nth));
	parts.forEach(({ glyph, x, y }, nth) => {
		const at = 10 + 8 * nth;
		const more = nth < parts.length - 1 ? moreFollow : 0;
		bytes.writeUInt16BE(argumentsAreWords | argumentsAreOffsets | offsetsAreUnscaled | more, at);
		bytes.writeUInt16BE(codeOf(glyph.id), at + 2);
		bytes.writeInt16BE(Math.round(x), at + 4);
		bytes.writeInt16BE(Math.round(y), at + 6);
	});
	return bytes;
}
