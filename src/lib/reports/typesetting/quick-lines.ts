// Writes the lines of a text straight to the page. pdfkit would save, turn, set and restore for every word; most lines need
// none of it, and those that do (links, places to go to, decorations, page numbers) are left to it.
import type { Line } from 'pdfmake/js/Renderer.js';
import { Renderer } from './pdfmake-parts.ts';
import { decimal, inkOf, place, setFill, setOpaque, setState } from './page-ink.ts';

const isPlainLine = (line: Line): boolean =>
	line._outline === undefined &&
	line._pageNodeRef === undefined &&
	line.id === undefined &&
	line.inlines.every(({ _pageNodeRef, look }) => _pageNodeRef === undefined && look.plainColour !== null);

let installed = false;
export function installQuickLines(): void {
	if (installed) return;
	installed = true;
	const { renderLine } = Renderer.prototype;
	Renderer.prototype.renderLine = function (line, x, y) {
		if (!isPlainLine(line)) {
			renderLine.call(this, line, x, y);
			return;
		}
		const document = this.pdfDocument;
		const { page } = document;
		const ink = inkOf(page);
		const ascent = line.getAscenderHeight();
		let began = false;
		for (const inline of line.inlines) {
			const { font, fontSize, characterSpacing = 0, look } = inline;
			const text = font.writeText(inline.text, inline.fontFeatures ?? undefined);
			if (text === '') continue;
			if (!began) setOpaque(document, ink);
			setFill(ink, look.plainColour ?? '');
			page.fonts[font.id] ??= font.ref();
			if (!began) ink.text.push('BT');
			began = true;
			setState(ink, 'Tf', `/${font.id} ${place(fontSize)} Tf`);
			if (characterSpacing !== 0) ink.text.push(`${decimal(characterSpacing, 3)} Tc`);
			const rise = (font.ascender / 1000) * fontSize;
			// a twentieth of a point either way is nothing to see; the page counts from below
			const base = Number(decimal(page.height - (y + ascent - rise) - rise, 1));
			ink.text.push(`1 0 0 -1 ${decimal(x + inline.x, 1)} ${place(page.height - base)} Tm`, `[${text}] TJ`);
			if (characterSpacing !== 0) ink.text.push('0 Tc');
		}
		if (began) ink.text.push('ET');
	};
}
