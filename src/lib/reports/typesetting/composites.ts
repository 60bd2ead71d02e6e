// Adds glyphs to the subset of a TrueType font that a PDF carries: composites of glyphs it has, each at its place.
// The layout of a composite is that of the TrueType specification, table glyf.

/** What is used of a glyph of fontkit; units of the font. */
export interface Glyph {
	readonly id: number;
	readonly advanceWidth: number;
	readonly bbox: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number };
}
/** What is used of a font that fontkit has read. */
export interface Outlines {
	readonly maxp: { maxComponentElements: number; maxComponentDepth: number };
	readonly loca: { readonly offsets: readonly number[] };
	getGlyph(id: number): Glyph & {
		_decode(): { readonly components?: readonly { readonly glyphID: number; readonly pos: number }[] } | null;
		_getMetrics(): { readonly leftBearing: number };
	};
	_getTableStream(table: 'glyf'): { pos: number; readBuffer(length: number): Uint8Array };
}
/** What is used of a subset of fontkit. `_addGlyph` writes one glyph to the tables. */
export interface Subset {
	readonly font: Outlines;
	readonly glyphs: number[];
	readonly glyf: Uint8Array[];
	readonly loca: { offsets: number[] };
	readonly hmtx: { metrics: { advance: number; bearing: number }[] };
	offset: number;
	includeGlyph(id: number): number;
	_addGlyph(id: number): number;
	encode(): Uint8Array;
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
	const codeOf = (id: number) => subset.includeGlyph(id);
	const add = (bytes: Uint8Array, advance: number, bearing: number): number => {
		subset.loca.offsets.push(subset.offset);
		subset.hmtx.metrics.push({ advance, bearing });
		subset.offset += bytes.length;
		return subset.glyf.push(bytes) - 1;
	};
	subset._addGlyph = (id) => {
		const composite = composites[id - firstVirtual];
		if (composite === undefined) {
			const real = readReal(subset.font, id);
			return add(pointParts(real, codeOf), real.advance, real.bearing);
		}
		const { parts, advance } = composite;
		const box = surround(parts);
		// no outline at all is how a font says that a glyph draws nothing
		return add(parts.length === 0 ? new Uint8Array() : encodeComposite(parts, box, codeOf), advance, box.minX);
	};
	const encode = subset.encode.bind(subset);
	subset.encode = () => {
		// other documents use the font as well, with composites of their own
		const { maxp } = subset.font;
		const { maxComponentElements, maxComponentDepth } = maxp;
		maxp.maxComponentElements = Math.max(maxComponentElements, ...composites.map(({ parts }) => parts.length));
		// a part may be a composite itself
		maxp.maxComponentDepth += composites.length === 0 ? 0 : 1;
		try {
			return encode();
		} finally {
			Object.assign(maxp, { maxComponentElements, maxComponentDepth });
		}
	};
	return (parts, advance) => {
		for (const { glyph } of parts) subset.includeGlyph(glyph.id);
		composites.push({ parts, advance });
		return subset.includeGlyph(firstVirtual + composites.length - 1);
	};
}

/** A glyph of the font as it stands in its table. */
interface Real {
	readonly bytes: Uint8Array;
	readonly advance: number;
	readonly bearing: number;
	/** of a composite: which glyphs it is made of, and where that is said */
	readonly components: readonly { readonly glyphID: number; readonly pos: number }[];
}
const reals = new WeakMap<Outlines, Map<number, Real>>();

function readReal(font: Outlines, id: number): Real {
	let known = reals.get(font);
	if (known === undefined) reals.set(font, (known = new Map<number, Real>()));
	let real = known.get(id);
	if (real !== undefined) return real;
	const glyph = font.getGlyph(id);
	const { components = [] } = glyph._decode() ?? {};
	const { [id]: from = 0, [id + 1]: to = 0 } = font.loca.offsets;
	const stream = font._getTableStream('glyf');
	stream.pos += from;
	const bytes = Uint8Array.from(stream.readBuffer(to - from));
	real = { bytes, advance: glyph.advanceWidth, bearing: glyph._getMetrics().leftBearing, components };
	known.set(id, real);
	return real;
}

/** Its bytes in a subset, where the glyphs it is made of have codes of their own. */
function pointParts({ bytes, components }: Real, codeOf: (id: number) => number): Uint8Array {
	if (components.length === 0) return bytes;
	const copy = Uint8Array.from(bytes);
	const view = new DataView(copy.buffer);
	for (const { glyphID, pos } of components) view.setUint16(pos, codeOf(glyphID));
	return copy;
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
