// Page numbers that pdfmake fills in at the end (contents, references) in the digits of the document, which come in its default
// style as `digits`.
import type { Inline, Line, PageNodeRef } from 'pdfmake/js/Renderer.js';
import { writeDigits, type Digits } from '../../thai/digits.ts';
import { Renderer } from './pdfmake-parts.ts';
import { layoutOf } from './structure/note-nodes.ts';

function numberIn(digits: Digits, reference: PageNodeRef): PageNodeRef {
	const { positions } = reference;
	if (positions === undefined) return reference;
	return {
		positions: positions.map(({ pageNumber }) => ({
			pageNumber: { toString: () => writeDigits(pageNumber.toString(), digits) }
		}))
	};
}

function putInThai(one: Line | Inline): void {
	if (one._pageNodeRef !== undefined) one._pageNodeRef = numberIn('thai', one._pageNodeRef);
}

let installed = false;
export function installPageNumbers(): void {
	if (installed) return;
	installed = true;
	const { renderLine } = Renderer.prototype;
	Renderer.prototype.renderLine = function (line, x, y) {
		if (layoutOf(this.pdfDocument)?.defaultStyle.digits === 'thai') {
			putInThai(line);
			for (const inline of line.inlines) putInThai(inline);
		}
		renderLine.call(this, line, x, y);
	};
}
