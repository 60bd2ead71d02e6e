// Measures texts and pictures once where pdfmake measures them again and again: what is said in one look is measured once for the
// whole document, and a picture whose first tag says its size is not read for it.
import type { Document } from 'pdfmake/js/PDFDocument.js';
import type { Styles } from 'pdfmake/js/StyleContextStack.js';
import type { Piece } from 'pdfmake/js/TextInlines.js';
import { DocMeasure, StyleContextStack, SVGMeasure, TextInlines } from './pdfmake-parts.ts';
import { lookOf, styleHere, styleOfRun, type Look, type Style } from './text-styles.ts';
import { cutRuns, type Cut, type Run } from './thai-breaks.ts';

const spacesBefore = /^\s+/;
const spacesBehind = /\s+$/;
const isSpace = (text: string, at: number): boolean => {
	const code = text.charCodeAt(at);
	return code <= 0x20 || code === 0xa0 || (code > 0x167f && /\s/.test(text.charAt(at)));
};

export const widthOf = ({ font, fontSize, characterSpacing }: Look, text: string): number =>
	font.widthOfString(text, fontSize) + characterSpacing * (text.length - 1);

function measurePiece({ text, mark: look, lineEnd, noNewLine }: Cut<Look>, first: boolean): Piece {
	const last = text.length - 1;
	const width = widthOf(look, text);
	const before = !look.keepsBefore && last >= 0 && isSpace(text, 0) ? (spacesBefore.exec(text)?.[0] ?? '') : '';
	const behind = !look.keepsBehind && last >= 0 && isSpace(text, last) ? (spacesBehind.exec(text)?.[0] ?? '') : '';
	const indent = first ? look.indent : 0;
	const leadingCut = (before === '' ? 0 : widthOf(look, before)) - indent;
	const trailingCut = behind === '' ? 0 : widthOf(look, behind);
	return { text, look, width, leadingCut, trailingCut, lineEnd, noNewLine };
}

/** A text on lines of its own: its pieces, and how narrow and how wide it can be. */
interface Measured {
	readonly items: readonly Piece[];
	readonly minWidth: number;
	readonly maxWidth: number;
}

function measureCuts(cuts: readonly Cut<Look>[], whole: boolean): Measured {
	const items = cuts.map((cut, nth) => measurePiece(cut, nth === 0));
	let [minWidth, maxWidth] = [0, 0];
	let line: { width: number; readonly leadingCut: number } | null = null;
	for (const { width, leadingCut, trailingCut, lineEnd } of items) {
		minWidth = Math.max(minWidth, width - leadingCut - trailingCut);
		line ??= { width: 0, leadingCut };
		line.width += width;
		maxWidth = Math.max(maxWidth, line.width - line.leadingCut - trailingCut);
		if (lineEnd) line = null;
	}
	// many nodes have the same text and share its pieces
	return { items: Object.freeze(items), minWidth: whole ? maxWidth : minWidth, maxWidth };
}

type Textual = Readonly<Record<string, unknown>>;

/** Texts may hold texts, of which only the innermost say anything. */
const flatten = (texts: readonly unknown[]): readonly unknown[] =>
	texts.flatMap((one) => {
		const inner = (one as Textual).text;
		return Array.isArray(inner) ? flatten(inner) : [one];
	});

function readRun(document: Document, one: unknown, around: Style, styles: Styles): Run<Look> {
	const isNode = typeof one === 'object' && one !== null;
	const text = isNode ? (one as Textual).text : one;
	const style = isNode ? styleOfRun(around, one as Textual, styles) : around;
	return {
		text: typeof text === 'string' || typeof text === 'number' ? String(text).normalize('NFC') : '',
		whole: style.values.get('noWrap') === true || '_pageNodeRef' in style.own,
		mark: lookOf(document, style)
	};
}

const known = new WeakMap<Look, Map<string, Measured>>();

function measureTexts(document: Document, texts: unknown, styles: Styles): Measured {
	const style = styleHere(document, styles);
	const whole = Boolean(style.values.get('noWrap'));
	const names = (style.values.get('keepTogether') ?? []) as readonly string[];
	const measure = (): Measured => {
		const runs = flatten(Array.isArray(texts) ? texts : [texts]).map((one) => readRun(document, one, style, styles));
		return measureCuts(cutRuns(runs, names), whole);
	};
	if (typeof texts !== 'string') return measure();
	const look = lookOf(document, style);
	let ofLook = known.get(look);
	if (ofLook === undefined) known.set(look, (ofLook = new Map<string, Measured>()));
	let measured = ofLook.get(texts);
	if (measured === undefined) ofLook.set(texts, (measured = measure()));
	return measured;
}

let installed = false;
export function installQuickMeasures(): void {
	if (installed) return;
	installed = true;
	TextInlines.prototype.buildInlines = function (texts, styles) {
		return measureTexts(this.pdfDocument, texts, styles);
	};
	DocMeasure.prototype.measureLeaf = function (node) {
		const referred = node._textRef?._textNodeRef?.text;
		if (referred) node.text = referred;
		const { items, minWidth, maxWidth } = this.textInlines.buildInlines(node.text, this.styleStack);
		node._inlines = items;
		node._set = 0;
		node._minWidth = minWidth;
		node._maxWidth = maxWidth;
		return node;
	};
	quickenStyles();
	quickenPictures();
}
/** Documents of ours name no styles, so a style is the nearest that says something. */
function quickenStyles(): void {
	const { getProperty } = StyleContextStack.prototype;
	StyleContextStack.prototype.getProperty = function (property) {
		const { styleOverrides, defaultStyle } = this;
		for (let at = styleOverrides.length - 1; at >= 0; at--) {
			const override = styleOverrides[at];
			if (typeof override === 'string') return getProperty.call(this, property);
			const value = (override as Readonly<Record<string, unknown>>)[property];
			if (value !== undefined && value !== null) return value;
		}
		return defaultStyle?.[property];
	};
}

const root = /^(\s*<svg\b[^>]*?\s)width="([\d.]+)"([^>]*?\s)height="([\d.]+)"([^>]*>)/;

/** A picture whose first tag says width, height and what it shows, in this order, needs no reading. */
function quickenPictures(): void {
	const { measureSVG, writeDimensions } = SVGMeasure.prototype;
	const readRoot = (svg: unknown): RegExpExecArray | null => {
		const found = typeof svg === 'string' ? root.exec(svg) : null;
		return found?.[0].includes(' viewBox="') === true ? found : null;
	};
	SVGMeasure.prototype.measureSVG = function (svg) {
		const found = readRoot(svg);
		return found === null ? measureSVG.call(this, svg) : { width: Number(found[2]), height: Number(found[4]) };
	};
	SVGMeasure.prototype.writeDimensions = function (svg, { width, height }) {
		const found = readRoot(svg);
		if (found === null || typeof svg !== 'string') return writeDimensions.call(this, svg, { width, height });
		const [whole, start = '', , between = '', , end = ''] = found;
		return `${start}width="${width}"${between}height="${height}"${end}${svg.slice(whole.length)}`;
	};
}
