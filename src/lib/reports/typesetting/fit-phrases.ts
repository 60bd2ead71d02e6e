// A phrase that no line may cut can be wider than its column. Then it is cut after all, between words, and where even a word is
// too wide between clusters: better a cut than letters in the next column.
import type { Piece } from 'pdfmake/js/TextInlines.js';
import { findWordBreaks } from './break-lines.ts';
import { widthOf } from './quick-measures.ts';

/** points that a phrase may be too wide: less than any gap between columns */
const tolerated = 0.5;
const graphemes = new Intl.Segmenter('th', { granularity: 'grapheme' });

const trim = ({ width, leadingCut, trailingCut }: Piece): number => width - leadingCut - trailingCut;

function cutAt(piece: Piece, offsets: readonly number[]): readonly Piece[] {
	const { text: all, look } = piece;
	const ends = [...offsets, all.length];
	return ends.map((end, nth): Piece => {
		const [first, last] = [nth === 0, nth === ends.length - 1];
		const text = all.slice(ends[nth - 1] ?? 0, end);
		const trailing = text.slice(text.trimEnd().length);
		return {
			text,
			look,
			width: widthOf(look, text),
			leadingCut: first ? piece.leadingCut : 0,
			trailingCut: trailing === '' ? 0 : widthOf(look, trailing),
			lineEnd: last && piece.lineEnd,
			noNewLine: false
		};
	});
}

/** As many clusters as fit, again and again. */
function cutClusters(piece: Piece, room: number): readonly Piece[] {
	if (trim(piece) <= room) return [piece];
	const { text, look } = piece;
	const offsets: number[] = [];
	let from = 0;
	for (const { segment, index } of graphemes.segment(text)) {
		const taken = text.slice(from, index + segment.length).trimEnd();
		const indent = from === 0 ? -Math.min(0, piece.leadingCut) : 0;
		if (index > from && widthOf(look, taken) + indent > room) {
			offsets.push(index);
			from = index;
		}
	}
	return cutAt(piece, offsets);
}

/**
 * The pieces as they are given unless their first phrase, from `from` up to one after which a line may end, is wider than a whole
 * line: then what is left of them, with that cut.
 */
export function fitPhrase(pieces: readonly Piece[], from: number, room: number): readonly Piece[] {
	let width = 0;
	let end = from;
	for (let goesOn = true; goesOn && end < pieces.length; end++) {
		const piece = pieces[end];
		width += piece?.width ?? 0;
		goesOn = piece?.noNewLine === true;
	}
	if (width - (pieces[from]?.leadingCut ?? 0) - (pieces[end - 1]?.trailingCut ?? 0) <= room + tolerated) return pieces;
	const words = pieces.slice(from, end).flatMap((one) => cutAt(one, findWordBreaks(one.text)));
	return [...words.flatMap((one) => cutClusters(one, room + tolerated)), ...pieces.slice(end)];
}
