// Measures texts and pictures once where pdfmake measures them again and again: it asks twenty questions of style for every
// word, though all words of a run have one answer, and reads the whole of a picture twice to learn its width and height.
import type { Inline } from 'pdfmake/js/Renderer.js';
import type { Piece } from 'pdfmake/js/TextBreaker.js';
import { StyleContextStack, SVGMeasure, TextInlines } from './pdfmake-parts.ts';

/** What pdfmake asks of every piece of text, and what holds where nothing is said. */
const questions: readonly (readonly [property: string, otherwise: unknown])[] = [
	['alignment', 'left'],
	['fontSize', 12],
	['fontFeatures', null],
	['characterSpacing', 0],
	['color', 'black'],
	['decoration', null],
	['decorationColor', null],
	['decorationStyle', null],
	['decorationThickness', null],
	['background', null],
	['link', null],
	['linkToPage', null],
	['linkToDestination', null],
	['noWrap', null],
	['opacity', 1],
	['sup', false],
	['sub', false]
];
/** as pdfmake sets what stands above or below the line */
const small = 0.58;

const spacesBefore = /^\s+/;
const spacesBehind = /\s+$/;
const isSpace = (text: string, at: number): boolean => {
	const code = text.charCodeAt(at);
	return code <= 0x20 || code === 0xa0 || (code > 0x167f && /\s/.test(text.charAt(at)));
};

interface Style {
	/** what every piece of the run is, but for its text and width */
	readonly inline: Inline;
	readonly keepsBefore: boolean;
	readonly keepsBehind: boolean;
}

let installed = false;
export function installQuickMeasures(): void {
	if (installed) return;
	installed = true;
	TextInlines.prototype.measure = function (pieces, styles) {
		const answer = (piece: Piece, property: string, otherwise: unknown): unknown =>
			StyleContextStack.getStyleProperty(piece, styles, property, otherwise);
		const readStyle = (piece: Piece): Style => {
			const family = answer(piece, 'font', 'Roboto') as string;
			const bold = answer(piece, 'bold', false) as boolean;
			const font = this.pdfDocument.provideFont(family, bold, answer(piece, 'italics', false) as boolean);
			const said = Object.fromEntries(
				questions.map(([property, otherwise]) => [property, answer(piece, property, otherwise)])
			);
			const raised = Boolean(said.sup) || Boolean(said.sub);
			const fontSize = (said.fontSize as number) * (raised ? small : 1);
			const height = font.lineHeight(fontSize) * (answer(piece, 'lineHeight', 1) as number);
			const { text: _, lineEnd: _end, noNewLine: _new, ...own } = piece;
			return {
				inline: { ...own, ...said, text: '', x: 0, width: 0, font, fontSize, height },
				keepsBefore: answer(piece, 'preserveLeadingSpaces', false) === true,
				keepsBehind: answer(piece, 'preserveTrailingSpaces', false) === true
			};
		};
		let style: Style | null = null;
		return pieces.map((piece, nth) => {
			if (style === null || piece.run === undefined || piece.run !== pieces[nth - 1]?.run) style = readStyle(piece);
			const { inline, keepsBefore, keepsBehind } = style;
			const { font, fontSize, characterSpacing = 0 } = inline;
			const { text } = piece;
			const widthOf = (part: string): number =>
				font.widthOfString(part, fontSize) + characterSpacing * (part.length - 1);
			const last = text.length - 1;
			const before = !keepsBefore && last >= 0 && isSpace(text, 0) ? (spacesBefore.exec(text)?.[0] ?? '') : '';
			const behind = !keepsBehind && last >= 0 && isSpace(text, last) ? (spacesBehind.exec(text)?.[0] ?? '') : '';
			const measured: Inline = {
				...inline,
				text,
				width: widthOf(text),
				leadingCut: before === '' ? 0 : widthOf(before),
				trailingCut: behind === '' ? 0 : widthOf(behind)
			};
			if (piece.lineEnd === true) measured.lineEnd = true;
			if (piece.noNewLine === true) measured.noNewLine = true;
			const indent = nth === 0 ? (answer(piece, 'leadingIndent', 0) as number) : 0;
			if (indent) {
				measured.leadingIndent = indent;
				measured.leadingCut = (measured.leadingCut ?? 0) - indent;
			}
			return measured;
		});
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
