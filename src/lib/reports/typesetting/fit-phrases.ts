// A phrase that no line may cut can be wider than its column. Then it is cut after all, between words, and where even a word is
// too wide between clusters: better a cut than letters in the next column.
import type { Inline } from 'pdfmake/js/Renderer.js';
import { findWordBreaks } from './break-lines.ts';
import { LayoutBuilder } from './pdfmake-parts.ts';

/** points that a phrase may be too wide: less than any gap between columns */
const tolerated = 0.5;
const graphemes = new Intl.Segmenter('th', { granularity: 'grapheme' });

const widthOf = ({ font, fontSize, characterSpacing = 0 }: Inline, text: string): number =>
	font.widthOfString(text, fontSize) + characterSpacing * Math.max(0, text.length - 1);
const trim = (width: number, { leadingCut = 0, trailingCut = 0 }: Inline): number => width - leadingCut - trailingCut;

/** The first phrase: pieces up to one after which a line may end. */
function countPhrase(inlines: readonly Inline[]): number {
	const last = inlines.findIndex(({ noNewLine }) => noNewLine !== true);
	return last === -1 ? inlines.length : last + 1;
}

function cutAt(inline: Inline, offsets: readonly number[]): readonly Inline[] {
	const ends = [...offsets, inline.text.length];
	return ends.map((end, nth): Inline => {
		const [first, last] = [nth === 0, nth === ends.length - 1];
		const text = inline.text.slice(ends[nth - 1] ?? 0, end);
		const { noNewLine: _, lineEnd: _end, leadingIndent: _indent, ...style } = inline;
		const trailing = text.slice(text.trimEnd().length);
		return {
			...style,
			...(first && inline.leadingIndent !== undefined ? { leadingIndent: inline.leadingIndent } : {}),
			...(last && inline.lineEnd === true ? { lineEnd: true } : {}),
			text,
			width: widthOf(inline, text),
			leadingCut: first ? (inline.leadingCut ?? 0) : 0,
			trailingCut: trailing === '' ? 0 : widthOf(inline, trailing)
		};
	});
}

/** As many clusters as fit, again and again. */
function cutClusters(inline: Inline, room: number): readonly Inline[] {
	if (trim(inline.width, inline) <= room) return [inline];
	const offsets: number[] = [];
	let from = 0;
	for (const { segment, index } of graphemes.segment(inline.text)) {
		const taken = inline.text.slice(from, index + segment.length).trimEnd();
		const indent = from === 0 ? -Math.min(0, inline.leadingCut ?? 0) : 0;
		if (index > from && widthOf(inline, taken) + indent > room) {
			offsets.push(index);
			from = index;
		}
	}
	return cutAt(inline, offsets);
}

/** The pieces, with the first phrase cut if it is wider than a whole line. */
export function fitPhrase(inlines: readonly Inline[], room: number): readonly Inline[] {
	const count = countPhrase(inlines);
	const phrase = inlines.slice(0, count);
	const [first, last] = [phrase[0], phrase.at(-1)];
	if (first === undefined || last === undefined) return inlines;
	const width = phrase.reduce((sum, one) => sum + one.width, 0);
	if (width - (first.leadingCut ?? 0) - (last.trailingCut ?? 0) <= room + tolerated) return inlines;
	const words = phrase.flatMap((one) => cutAt(one, findWordBreaks(one.text)));
	return [...words.flatMap((one) => cutClusters(one, room + tolerated)), ...inlines.slice(count)];
}

let installed = false;
export function installFitPhrases(): void {
	if (installed) return;
	installed = true;
	const builder = LayoutBuilder.prototype;
	const { buildNextLine } = builder;
	builder.buildNextLine = function (node) {
		const { _inlines } = node;
		// the array itself is pdfmake's: it takes pieces off its front
		if (_inlines !== undefined && _inlines.length > 0) {
			const fitted = fitPhrase(_inlines, this.writer.context().availableWidth);
			if (fitted !== _inlines) node._inlines = [...fitted];
		}
		return buildNextLine.call(this, node);
	};
}
