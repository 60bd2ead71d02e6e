// Justified Thai. Thai has few spaces, so pdfmake's way (all the rest between its pieces) tears holes between words. Here the rest
// of a line goes between all its clusters alike, never into one, and what is too much for that goes to the spaces; a line that
// would still need more stays ragged, as does the last of a paragraph.
import type { Inline, Line } from 'pdfmake/js/Renderer.js';
import { ElementWriter } from './pdfmake-parts.ts';

/** em; with more between clusters viewers read a space where there is none */
const mostBetween = 0.09;
/** em; that a space may grow by */
const mostInSpace = 0.6;
/** A narrow line has too few clusters to take its rest unseen. */
const fewestClusters = 12;

const count = (inline: Inline, text: string): number => inline.font.countClusters(text);
const countSpaces = (text: string): number => text.split(' ').length - 1;

interface Stretch {
	/** points after every cluster */
	readonly between: number;
	/** points more in every space */
	readonly inSpace: number;
}

function findStretch(line: Line, rest: number): Stretch | null {
	const texts = line.inlines.map((inline, nth) =>
		nth === line.inlines.length - 1 ? inline.text.trimEnd() : inline.text
	);
	const codes = line.inlines.reduce((sum, inline, nth) => sum + count(inline, texts[nth] ?? ''), 0);
	const size = Math.min(...line.inlines.map(({ fontSize }) => fontSize));
	if (codes < fewestClusters) return null;
	const between = Math.min(rest / (codes - 1), mostBetween * size);
	const left = rest - between * (codes - 1);
	if (left < 0.01) return { between, inSpace: 0 };
	// pieces end at their spaces, so what a space grows by moves the next piece
	const spaces = line.inlines.slice(0, -1).filter(({ text }) => countSpaces(text) > 0 && text.endsWith(' ')).length;
	const inSpace = spaces === 0 ? Number.POSITIVE_INFINITY : left / spaces;
	return inSpace > mostInSpace * size ? null : { between, inSpace };
}

function stretch(line: Line, { between, inSpace }: Stretch): void {
	let shift = 0;
	// neighbours of one style are written as one run only if they share it
	const spreads = new Map<number, { readonly between: number }>();
	for (const inline of line.inlines) {
		const wider = between * count(inline, inline.text);
		inline.x += shift;
		inline.width += wider;
		inline.characterSpacing = between;
		const spread = spreads.get(inline.fontSize) ?? { between: (between / inline.fontSize) * 1000 };
		spreads.set(inline.fontSize, spread);
		inline.fontFeatures = spread;
		shift += wider + (inline.text.endsWith(' ') ? inSpace : 0);
	}
}

let installed = false;
export function installJustify(): void {
	if (installed) return;
	installed = true;
	const { alignLine } = ElementWriter.prototype;
	ElementWriter.prototype.alignLine = function (line) {
		if (line.inlines[0]?.alignment !== 'justify') {
			alignLine.call(this, line);
			return;
		}
		if (line.newLineForced === true || line.lastLineInParagraph === true) return;
		const rest = this.context().availableWidth - line.getWidth();
		const found = rest > 0.01 ? findStretch(line, rest) : null;
		if (found !== null) stretch(line, found);
	};
}
