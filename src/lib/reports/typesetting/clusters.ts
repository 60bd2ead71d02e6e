// Thai that can be copied and searched. pdfkit writes น้ำ as glyphs whose text comes back as น้ำา, and viewers put marks in
// the order of their x. Here a cluster of several glyphs becomes one glyph, a composite of them, mapped to the whole
// cluster's text. Laid out cluster by cluster: for Sarabun that gives the same as laying out whole words.
import { addComposites, type Glyph, type Placed, type Subset } from './composites.ts';
import { PDFDocument } from './pdfmake-parts.ts';

interface Position {
	readonly xAdvance: number;
	readonly xOffset: number;
	readonly yOffset: number;
}
interface EmbeddedFont {
	readonly font: {
		layout(text: string): {
			readonly glyphs: readonly Glyph[];
			readonly positions: readonly Position[];
			readonly advanceWidth: number;
		};
	};
	/** from units of the font to thousandths of an em */
	readonly scale: number;
	readonly subset: Subset;
	/** text and width of each code in the file */
	readonly unicode: (readonly number[])[];
	readonly widths: number[];
	encode(text: string): [string[], (Position & { readonly advanceWidth: number })[]];
	widthOfString(text: string, size: number): number;
}
interface Code extends Position {
	readonly cid: number;
}
/** What is written for one cluster, or for a stretch of letters without marks. */
interface Written {
	readonly codes: readonly Code[];
	readonly advance: number;
}

const graphemes = new Intl.Segmenter('th', { granularity: 'grapheme' });
/** Marks above and below, and SARA AM: what makes a cluster need several glyphs. */
const marks = /[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]/u;

const patched = new WeakSet<object>();
let installed = false;
export function installClusters(): void {
	if (installed) return;
	installed = true;
	const prototype = PDFDocument.prototype;
	const provide = prototype.provideFont;
	prototype.provideFont = function (name, bold, italics) {
		const font = provide.call(this, name, bold, italics) as EmbeddedFont;
		if (!patched.has(font)) writeByCluster(font);
		patched.add(font);
		return font;
	};
}

function writeByCluster(font: EmbeddedFont): void {
	const addComposite = addComposites(font.subset);
	const runs = new Map<string, Written>();
	const letters = new Map<string, number>();
	const written = new Set<number>();

	const addPart = (glyph: Glyph): number => {
		const cid = font.subset.includeGlyph(glyph.id);
		font.widths[cid] ??= glyph.advanceWidth * font.scale;
		// a part is never written alone; its text comes with the composite
		font.unicode[cid] ??= [0xfffd];
		return cid;
	};
	const addCluster = (parts: readonly Placed[], advance: number, text: readonly number[]): number => {
		for (const { glyph } of parts) addPart(glyph);
		const cid = addComposite(parts, advance);
		font.widths[cid] = advance * font.scale;
		font.unicode[cid] = text;
		return cid;
	};
	// A glyph may stand for several letters of the same look: the first has the glyph itself, the others a composite of it.
	const addLetter = (glyph: Glyph, text: readonly number[]): number => {
		const key = `${glyph.id} ${text.join(' ')}`;
		const known = letters.get(key);
		if (known !== undefined) return known;
		let cid = addPart(glyph);
		if (written.has(cid)) cid = addCluster([{ glyph, x: 0, y: 0 }], glyph.advanceWidth, text);
		else font.unicode[cid] = text;
		written.add(cid);
		letters.set(key, cid);
		return cid;
	};

	const write = (run: string): Written => {
		const known = runs.get(run);
		if (known !== undefined) return known;
		const { glyphs, positions, advanceWidth } = font.font.layout(run);
		const laid = glyphs.map((glyph, nth) => ({
			glyph,
			...(positions[nth] ?? { xAdvance: 0, xOffset: 0, yOffset: 0 })
		}));
		const points = [...run].map((letter) => letter.codePointAt(0) ?? 0);
		let codes: Code[];
		if (marks.test(run)) {
			let pen = 0;
			const parts = laid.map(({ glyph, xAdvance, xOffset, yOffset }) => {
				const part = { glyph, x: pen + xOffset, y: yOffset };
				pen += xAdvance;
				return part;
			});
			const cid = addCluster(parts, advanceWidth, points);
			codes = [{ cid, xAdvance: advanceWidth, xOffset: 0, yOffset: 0 }];
		} else {
			codes = laid.map(({ glyph, xAdvance, xOffset, yOffset }, nth) => {
				const letter = points[nth];
				const text = laid.length === points.length && letter !== undefined ? [letter] : glyph.codePoints;
				return { cid: addLetter(glyph, text), xAdvance, xOffset, yOffset };
			});
		}
		const made = { codes, advance: advanceWidth };
		runs.set(run, made);
		return made;
	};

	// pdfmake measures every piece several times, and again for each page break it reconsiders
	const advances = new Map<string, number>();
	const measure = (text: string): number => {
		const known = advances.get(text);
		if (known !== undefined) return known;
		const advance = splitRuns(text).reduce((sum, run) => sum + write(run).advance, 0);
		advances.set(text, advance);
		return advance;
	};
	font.widthOfString = (text, size) => measure(text) * font.scale * (size / 1000);
	font.encode = (text) => {
		const codes = splitRuns(text).flatMap((run) => write(run).codes);
		return [
			codes.map(({ cid }) => cid.toString(16).padStart(4, '0')),
			codes.map(({ cid, xAdvance, xOffset, yOffset }) => ({
				xAdvance: xAdvance * font.scale,
				xOffset: xOffset * font.scale,
				yOffset: yOffset * font.scale,
				advanceWidth: font.widths[cid] ?? 0
			}))
		];
	};
}

/** Clusters with marks alone, everything between them in stretches, so that Latin keeps its kerning. */
function splitRuns(text: string): readonly string[] {
	const runs: string[] = [];
	let plain = '';
	for (const { segment } of graphemes.segment(text)) {
		if (marks.test(segment)) {
			if (plain !== '') runs.push(plain);
			plain = '';
			runs.push(segment);
		} else plain += segment;
	}
	if (plain !== '') runs.push(plain);
	return runs;
}
