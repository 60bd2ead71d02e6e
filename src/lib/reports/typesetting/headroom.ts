// Moves a heading to the next page where too little is left for what it heads, while the page is laid. pdfmake's own
// pageBreakBefore lays the whole document again for every such heading, which a book can't afford.
import { LayoutBuilder } from './pdfmake-parts.ts';

/** points; under a heading that does not say, two lines and the head of a table have room */
const usualRoom = 64;

let installed = false;
/** A node at the root of a page may carry `room`: it begins a new page unless so many points are left below it. */
export function installHeadroom(): void {
	if (installed) return;
	installed = true;
	const builder = LayoutBuilder.prototype;
	const { processNode } = builder;
	builder.processNode = function (node, ...rest) {
		const { headlineLevel, room = headlineLevel === undefined ? undefined : usualRoom } = node;
		const { writer } = this;
		// what begins a page by itself has the whole of it
		if (room !== undefined && node.pageBreak !== 'before' && writer.transactionLevel === 0) {
			const { availableHeight, y, pageMargins, snapshots } = writer.context();
			if (availableHeight < room && y > pageMargins.top && snapshots.length === 0) writer.moveToNextPage();
		}
		processNode.call(this, node, ...rest);
	};
}
