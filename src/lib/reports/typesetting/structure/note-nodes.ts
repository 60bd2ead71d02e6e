// Remembers, while pdfmake lays a document out, which node of it every line and picture on a page comes from. pdfmake throws
// that away; the structure tree is made of it. Furniture (head, foot, background) belongs to no node.
import type { Node } from 'pdfmake/js/LayoutBuilder.js';
import type { Document } from 'pdfmake/js/PDFDocument.js';
import { ElementWriter, LayoutBuilder } from '../pdfmake-parts.ts';

/** What was laid: the document's nodes; each text and each picture has a number as its `leaf`. */
export interface Layout {
	readonly root: Node | null;
	readonly defaultStyle: Readonly<Record<string, unknown>>;
}
interface Laying {
	root: Node | null;
	leaves: number;
	lines: number;
	furniture: number;
	open: number | null;
}
const start = (): Laying => ({ root: null, leaves: 0, lines: 0, furniture: 0, open: null });

// laying is synchronous: one document at a time
let laying = start();
const layouts = new WeakMap<Document, Layout>();
export const layoutOf = (document: Document): Layout | undefined => layouts.get(document);

const isLeaf = (node: Node): boolean =>
	node.stack === undefined &&
	node.section === undefined &&
	node.columns === undefined &&
	node.ul === undefined &&
	node.ol === undefined &&
	node.table === undefined &&
	(node.text !== undefined || node.svg !== undefined || node.image !== undefined);

let installed = false;
export function installNoteNodes(): void {
	if (installed) return;
	installed = true;
	const builder = LayoutBuilder.prototype;
	const { layoutDocument, tryLayoutDocument, processNode, addBackground, addDynamicRepeatable } = builder;
	builder.layoutDocument = function (content, document, styles, defaultStyle, ...furniture) {
		const pages = layoutDocument.call(this, content, document, styles, defaultStyle, ...furniture);
		layouts.set(document, { root: laying.root, defaultStyle });
		laying = start();
		return pages;
	};
	// a document is laid anew for every page break that is put in
	builder.tryLayoutDocument = function (...all) {
		laying = start();
		return tryLayoutDocument.apply(this, all);
	};
	builder.processNode = function (node, ...rest) {
		const { open } = laying;
		if (laying.furniture === 0) {
			laying.root ??= node;
			laying.open = isLeaf(node) ? (node.leaf = laying.leaves++) : open;
		}
		processNode.call(this, node, ...rest);
		laying.open = open;
	};
	builder.addBackground = function (...all) {
		laying.furniture++;
		addBackground.apply(this, all);
		laying.furniture--;
	};
	builder.addDynamicRepeatable = function (...all) {
		laying.furniture++;
		addDynamicRepeatable.apply(this, all);
		laying.furniture--;
	};
	const writer = ElementWriter.prototype;
	const { addLine } = writer;
	writer.addLine = function (line, aside, index) {
		if (laying.furniture === 0 && laying.open !== null) {
			// a copy of the line, as in the repeated head of a table, keeps its serial
			line.leaf = laying.open;
			line.serial = laying.lines++;
			line.label = aside === true;
		}
		return addLine.call(this, line, aside, index);
	};
}
