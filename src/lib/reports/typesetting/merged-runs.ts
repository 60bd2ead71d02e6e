// Writes neighbouring pieces of one style as one run: smaller files, and no spaces that viewers invent between Thai words.
import type { Inline } from 'pdfmake/js/Renderer.js';
import { Renderer } from './pdfmake-parts.ts';
import { installQuickLines } from './quick-lines.ts';

const own = new Set('text x width height leadingIndent noWrap look'.split(' '));

const agrees = (one: Inline, other: Inline): boolean => {
	for (const key in one) if (one[key] !== other[key] && !own.has(key)) return false;
	return true;
};
const sameStyle = (one: Inline, other: Inline): boolean =>
	one.look === other.look
		? // all that a line changes of a look
			one.characterSpacing === other.characterSpacing && one.fontFeatures === other.fontFeatures
		: agrees(one, other) && agrees(other, one);

function mergeRuns(inlines: readonly Inline[]): Inline[] {
	const merged: Inline[] = [];
	for (const inline of inlines) {
		const last = merged.at(-1);
		const touches = last !== undefined && Math.abs(last.x + last.width - inline.x) < 0.01;
		if (last === undefined || !touches || '_pageNodeRef' in inline || !sameStyle(last, inline)) merged.push(inline);
		else merged[merged.length - 1] = { ...last, text: last.text + inline.text, width: last.width + inline.width };
	}
	return merged;
}

let installed = false;
export function installMergedRuns(): void {
	if (installed) return;
	installed = true;
	// what is merged here is written there
	installQuickLines();
	const prototype = Renderer.prototype;
	const render = prototype.renderLine;
	prototype.renderLine = function (line, x, y) {
		if (line.inlines.length > 1) line.inlines = mergeRuns(line.inlines);
		render.call(this, line, x, y);
	};
}
