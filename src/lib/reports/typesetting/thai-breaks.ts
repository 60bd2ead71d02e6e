// Makes pdfmake end lines where Thai may end. pdfmake has no hook for it, so its TextBreaker is replaced.
// The names that a document never cuts come in its default style as `keepTogether`, so two documents do not meet.
import type { Piece } from 'pdfmake/js/TextBreaker.js';
import { StyleContextStack, TextBreaker } from './pdfmake-parts.ts';
import { findBreaks } from './break-lines.ts';

interface Run {
	readonly text: string;
	readonly style: Readonly<Record<string, unknown>>;
	readonly whole: boolean;
}

function readRun(item: unknown, styles: unknown): Run {
	const node: Record<string, unknown> = typeof item === 'object' && item !== null ? { ...item } : { text: item };
	const { text, ...style } = node;
	return {
		text: typeof text === 'string' || typeof text === 'number' ? String(text).normalize('NFC') : '',
		style,
		whole: StyleContextStack.getStyleProperty(node, styles, 'noWrap', false) === true || '_pageNodeRef' in style
	};
}

/** Cuts styled runs of one paragraph into pieces that never break inside; runs are judged as the one text they are. */
function breakRuns(runs: readonly Run[], names: readonly string[]): Piece[] {
	const pieces: Piece[] = [];
	const joined = runs.length === 1 ? (runs[0]?.text ?? '') : runs.map((run) => run.text).join('');
	const breaks = findBreaks(joined, names);
	let start = 0;
	let next = 0;
	runs.forEach((run, nth) => {
		const end = start + run.text.length;
		let from = start;
		const push = (to: number, lineEnd: boolean) => {
			const piece: Piece = { ...run.style, text: joined.slice(from, to), noWrap: true, run };
			if (lineEnd) piece.lineEnd = true;
			pieces.push(piece);
			from = to;
		};
		let newline = joined.indexOf('\n', start);
		if (newline === -1) newline = Number.POSITIVE_INFINITY;
		while ((breaks[next] ?? end) <= start && next < breaks.length) next++;
		for (;;) {
			const at = Math.min(newline, breaks[next] ?? end, end);
			if (at >= end) break;
			if (at === newline) {
				push(at, true);
				from = at + 1;
				newline = joined.indexOf('\n', from);
				if (newline === -1) newline = Number.POSITIVE_INFINITY;
			} else if (at > from && !run.whole) push(at, false);
			while ((breaks[next] ?? end) <= at && next < breaks.length) next++;
		}
		if (from < end || run.text === '') push(end, false);
		const last = pieces.at(-1);
		if (nth < runs.length - 1 && last && last.lineEnd !== true && breaks[next] !== end) last.noNewLine = true;
		start = end;
	});
	return pieces;
}

let installed = false;
export function installThaiBreaks(): void {
	if (installed) return;
	installed = true;
	TextBreaker.prototype.getBreaks = function (texts, styles) {
		const items: readonly unknown[] = Array.isArray(texts) ? texts : [texts];
		const names = StyleContextStack.getStyleProperty({}, styles, 'keepTogether', []) as readonly string[];
		return breakRuns(
			items.map((item) => readRun(item, styles)),
			names
		);
	};
}
