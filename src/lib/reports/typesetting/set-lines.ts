// Puts measured pieces on lines. Neighbours of one look are one run from the start, except where a justified line moves them;
// pdfmake would copy all that is left of a paragraph for every word of it.
import type { Piece } from 'pdfmake/js/TextInlines.js';
import type { Line } from 'pdfmake/js/Line.js';
import { fitPhrase } from './fit-phrases.ts';
import { LayoutBuilder, LineOfText } from './pdfmake-parts.ts';

/** Whether the piece, with those that may not be parted from it, has room on a line that is begun. */
function hasRoom(line: Line, pieces: readonly Piece[], at: number): boolean {
	if (line.newLineForced === true) return false;
	let width = 0;
	let trailing = 0;
	for (let next = at; next < pieces.length; next++) {
		const piece = pieces[next];
		if (piece === undefined) break;
		width += piece.width;
		trailing += piece.trailingCut;
		if (!piece.noNewLine) break;
	}
	return line.inlineWidths + width - line.leadingCut - trailing <= line.maxWidth;
}

function addPiece(line: Line, { text, width, leadingCut, trailingCut, lineEnd, look }: Piece, merges: boolean): void {
	const { inlines } = line;
	if (inlines.length === 0) line.leadingCut = leadingCut;
	line.trailingCut = trailingCut;
	const last = merges ? inlines.at(-1) : undefined;
	if (last !== undefined && last.look === look) {
		last.text += text;
		last.width += width;
	} else inlines.push({ ...look.inline, look, text, x: line.inlineWidths - line.leadingCut, width });
	line.inlineWidths += width;
	if (lineEnd) line.newLineForced = true;
}

let installed = false;
export function installSetLines(): void {
	if (installed) return;
	installed = true;
	LayoutBuilder.prototype.buildNextLine = function (node) {
		const left = node._inlines;
		const from = node._set ?? 0;
		if (left === undefined || from >= left.length) return null;
		const room = this.writer.context().availableWidth;
		const pieces = fitPhrase(left, from, room);
		let at = pieces === left ? from : 0;
		node._inlines = pieces;
		const line = new LineOfText(room);
		const merges = pieces[at]?.look.inline.alignment !== 'justify';
		let held = true;
		for (; at < pieces.length; at++) {
			const piece = pieces[at];
			if (piece === undefined || !(held || hasRoom(line, pieces, at))) break;
			addPiece(line, piece, merges);
			held = piece.noNewLine;
		}
		node._set = at;
		line.lastLineInParagraph = at === pieces.length;
		return line;
	};
	// the number of an item of a list
	LineOfText.prototype.addInline = function (piece) {
		addPiece(this, piece, false);
	};
	LineOfText.prototype.clone = function () {
		return Object.assign(new LineOfText(this.maxWidth), this);
	};
}
