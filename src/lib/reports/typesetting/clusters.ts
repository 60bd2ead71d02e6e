// Thai that can be copied and searched. pdfkit writes น้ำ as glyphs whose text comes back as น้ำา, and viewers put marks in
// the order of their x. Here a cluster of several glyphs becomes one glyph that draws all of it and reads as its letter,
// then one that draws nothing, has no width and reads as its marks. (One glyph that reads as the whole cluster would do for
// poppler and mupdf; pdf.js takes whatever reads as a mark for having no width, and loses its place in the line.)
// Set cluster by cluster: for Sarabun that gives the same as setting whole words.
import type { EmbeddedFont } from 'pdfmake/js/PDFDocument.js';
import { addComposites, type Glyph, type Placed } from './composites.ts';
import { decimal } from './page-ink.ts';
import { PDFDocument } from './pdfmake-parts.ts';
import { openParsed } from './parsed-fonts.ts';
import { openShaper, type ShapedGlyph } from './shape.ts';

interface Position {
	readonly xAdvance: number;
	readonly xOffset: number;
	readonly yOffset: number;
}
interface Code extends Position {
	readonly cid: number;
	/** as it stands in a string of the file */
	readonly bytes: string;
	/** how many codes after this one draw nothing and read as its marks */
	readonly followers: number;
}
/** What is written for one cluster, or for a stretch of letters without marks. */
interface Written {
	readonly codes: readonly Code[];
	readonly advance: number;
	/** of all codes, when each stands where the one before it ends; else null */
	readonly plain: string | null;
}

/** Marks above and below, and SARA AM: what makes a cluster need several glyphs. */
const marks = /[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]/u;
const runPattern = new RegExp(
	`[^M][M]+|[M]+|(?:[^M](?![M]))+`.replaceAll('M', '\\u0e31\\u0e33-\\u0e3a\\u0e47-\\u0e4e'),
	'gu'
);

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
	font.font = openParsed(font.font);
	font.subset = font.font.createSubset();
	const addComposite = addComposites(font.subset);
	const shape = openShaper(font.font.stream.buffer);
	const runs = { set: new Map<string, Written>(), spread: new Map<string, Written>() };
	const letters = new Map<string, number>();
	const silent = new Map<string, number>();
	// poppler takes what begins less than a tenth of an em after the code before it for a shadow of that, and ends the word
	// there; in a justified line it then sees a space. So there each mark has a little of its cluster's width.
	const silentWidth = Math.ceil(101 / font.scale);
	const written = new Set<number>();

	/** Reads as the marks and draws nothing; `width` in units of the font. */
	const addSilent = (text: string, width: number): Code => {
		const key = `${text} ${width}`;
		const cid = silent.get(key) ?? addCluster([], width, pointsOf(text));
		silent.set(key, cid);
		return { cid, bytes: bytesOf(cid), xAdvance: width, xOffset: 0, yOffset: 0, followers: 0 };
	};
	const addMarked = (run: string, parts: readonly Placed[], advance: number, spread: boolean): readonly Code[] => {
		// marks without a letter are read as one
		const cut = Math.max(run.search(marks), 0) || run.length;
		const said = run.slice(cut);
		const followers = spread ? [...said] : said === '' ? [] : [said];
		const width = spread ? silentWidth : 0;
		const own = advance - followers.length * width;
		const cid = addCluster(parts, own, pointsOf(run.slice(0, cut)));
		const drawn = { cid, bytes: bytesOf(cid), xAdvance: own, xOffset: 0, yOffset: 0, followers: followers.length };
		return [drawn, ...followers.map((text) => addSilent(text, width))];
	};
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
	const addLetter = (id: number, text: string): number => {
		const key = `${id} ${text}`;
		const known = letters.get(key);
		if (known !== undefined) return known;
		const glyph = font.font.getGlyph(id);
		const points = pointsOf(text);
		let cid = addPart(glyph);
		// the first glyph of a font is the box for what it has not: an archive refuses to see it written
		if (cid === 0 || written.has(cid)) cid = addCluster([{ glyph, x: 0, y: 0 }], glyph.advanceWidth, points);
		else font.unicode[cid] = points;
		written.add(cid);
		letters.set(key, cid);
		return cid;
	};
	const place = (laid: readonly ShapedGlyph[]): readonly Placed[] => {
		let before = 0;
		return laid.map(({ id, xAdvance, xOffset, yOffset }) => {
			const part = { glyph: font.font.getGlyph(id), x: before + xOffset, y: yOffset };
			before += xAdvance;
			return part;
		});
	};

	/** What stands between a code and the next beside its width, in thousandths of an em. */
	const gapAfter = ({ cid, xAdvance, followers }: Code, between: number): number =>
		xAdvance * font.scale - followers * between - (font.widths[cid] ?? 0);

	const write = (run: string, spread = false): Written => {
		const cache = spread ? runs.spread : runs.set;
		const known = cache.get(run);
		if (known !== undefined) return known;
		const laid = shape(run);
		const advance = laid.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
		let codes: readonly Code[];
		if (marks.test(run)) codes = addMarked(run, place(laid), advance, spread);
		else if (laid.some(({ text, xOffset, yOffset }) => text === '' || xOffset !== 0 || yOffset !== 0)) {
			const cid = addCluster(place(laid), advance, pointsOf(run));
			codes = [{ cid, bytes: bytesOf(cid), xAdvance: advance, xOffset: 0, yOffset: 0, followers: 0 }];
		} else {
			codes = laid.map(({ id, text, xAdvance, xOffset, yOffset }) => {
				const cid = addLetter(id, text);
				return { cid, bytes: bytesOf(cid), xAdvance, xOffset, yOffset, followers: 0 };
			});
		}
		const plain = codes.every((code) => Math.abs(gapAfter(code, 0)) < unseen)
			? codes.map(({ bytes }) => bytes).join('')
			: null;
		const made = { codes, advance, plain };
		cache.set(run, made);
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
	font.encode = (text, spread) => {
		const codes = splitRuns(text).flatMap(
			(run) => write(run, font.spreadsMarks === true || spread !== undefined).codes
		);
		return [
			codes.map(({ cid }) => cid.toString(16).padStart(4, '0')),
			codes.map(({ cid, xAdvance, xOffset, yOffset, followers }) => ({
				// a viewer puts the spacing after every code; a cluster has it once
				xAdvance: xAdvance * font.scale - followers * (spread?.between ?? 0),
				xOffset: xOffset * font.scale,
				yOffset: yOffset * font.scale,
				advanceWidth: font.widths[cid] ?? 0
			}))
		];
	};
	const texts = new Map<string, string>();
	font.writeText = (text, spread) => {
		const known = spread === undefined ? texts.get(text) : undefined;
		if (known !== undefined) return known;
		const between = spread?.between ?? 0;
		let said = '';
		let isOpen = false;
		const say = (bytes: string) => {
			said += isOpen ? bytes : `(${bytes}`;
			isOpen = true;
		};
		for (const run of splitRuns(text)) {
			const { codes, plain } = write(run, spread !== undefined);
			if (plain !== null && (between === 0 || codes.every(({ followers }) => followers === 0))) say(plain);
			else
				for (const code of codes) {
					say(code.bytes);
					const gap = gapAfter(code, between);
					if (Math.abs(gap) < unseen) continue;
					said += `) ${decimal(-gap, 2)}`;
					isOpen = false;
				}
		}
		if (isOpen) said += ')';
		if (spread === undefined) texts.set(text, said);
		return said;
	};
	font.countClusters = (text) =>
		splitRuns(text).reduce(
			(sum, run) => sum + write(run).codes.reduce((count, { followers }) => count + 1 - followers, 0),
			0
		);
}

/** thousandths of an em that nobody sees */
const unseen = 0.005;

const escaped = /[\\()\r]/g;
/** Both bytes of a code, escaped where a string of the file asks for it. */
const bytesOf = (cid: number): string =>
	String.fromCharCode(cid >> 8, cid & 0xff).replace(escaped, (sign) => (sign === '\r' ? '\\r' : `\\${sign}`));

const pointsOf = (text: string): readonly number[] => [...text].map((letter) => letter.codePointAt(0) ?? 0);

/** Clusters with marks alone, everything between them in stretches, so that Latin keeps its kerning. */
export const splitRuns = (text: string): readonly string[] => text.match(runPattern) ?? [];
