// Glyphs and their places by HarfBuzz. fontkit sets almost all of Thai alike, but not the tone over ปุ ปู ฝุ ฟุ: it leaves the tone of
// ปุ๋ย on the stem of the letter (tests/reports/typesetting/shaping.test.ts).
import { Blob, Buffer as Text, Face, Font, shape as shapeText } from 'harfbuzzjs';

/** Measures in units of the font. */
export interface ShapedGlyph {
	readonly id: number;
	/** what of the run it stands for */
	readonly text: string;
	readonly xAdvance: number;
	readonly xOffset: number;
	readonly yOffset: number;
}
export type Shaper = (run: string) => readonly ShapedGlyph[];

/** Fonts that are kept open: ours and an office's own. */
const mostOpen = 8;
/** Runs that are kept of a font: every document has most of them. */
const mostShaped = 20_000;
const open: { readonly bytes: Uint8Array; readonly shape: Shaper }[] = [];

/** `bytes` of a TrueType file; the same bytes, however they come, give the same shaper. */
export function openShaper(bytes: Uint8Array): Shaper {
	const known = open.find((one) => one.bytes === bytes || Buffer.compare(one.bytes, bytes) === 0);
	if (known !== undefined) return known.shape;
	if (open.length >= mostOpen) open.shift();
	const font = new Font(new Face(new Blob(Uint8Array.from(bytes).buffer)));
	const shaped = new Map<string, readonly ShapedGlyph[]>();
	const shape: Shaper = (run) => {
		let glyphs = shaped.get(run);
		if (glyphs === undefined) {
			if (shaped.size >= mostShaped) shaped.clear();
			shaped.set(run, (glyphs = shapeRun(font, run)));
		}
		return glyphs;
	};
	open.push({ bytes, shape });
	return shape;
}

function shapeRun(font: Font, run: string): readonly ShapedGlyph[] {
	const text = new Text();
	text.addText(run);
	text.guessSegmentProperties();
	shapeText(font, text);
	const positions = text.getGlyphPositions();
	const infos = text.getGlyphInfos();
	return infos.map(({ codepoint, cluster }, nth) => {
		const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[nth] ?? {};
		const next = infos.find((other, later) => later > nth && other.cluster > cluster)?.cluster ?? run.length;
		const first = infos[nth - 1]?.cluster !== cluster;
		return { id: codepoint, text: first ? run.slice(cluster, next) : '', xAdvance, xOffset, yOffset };
	});
}
