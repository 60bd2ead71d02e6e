// Marks everything that is drawn on a page: as the content of a node, or as an artifact that a reading voice passes over
// (rules, heads repeated on later pages, heads and feet of pages, watermarks, pictures without a description).
import type { Document, Page, Reference } from 'pdfmake/js/PDFDocument.js';
import type { Line, Placed } from 'pdfmake/js/Renderer.js';
import { inkOf } from '../page-ink.ts';
import { PDFDocument, Renderer } from '../pdfmake-parts.ts';
import { layoutOf } from './note-nodes.ts';
import { writeTree } from './write-tree.ts';

/** What is marked on a page, by its number there. */
export interface MarkedContent {
	readonly page: Reference;
	readonly mcid: number;
}
/** Where on the pages one text or picture stands. */
export interface Marks {
	readonly contents: MarkedContent[];
	/** the number before it, when it begins an item of a list */
	readonly labels: MarkedContent[];
	readonly links: { readonly annotation: Reference; readonly page: Reference; readonly key: number }[];
	/** of a picture: left, bottom, right, top in points of the page */
	box?: readonly [number, number, number, number];
}
interface Drawing {
	readonly marks: Map<number, Marks>;
	readonly drawnLines: Set<number>;
	page: Page | null;
	/** what is marked on the page so far; null before the first */
	onPage: unknown[] | null;
	open: string | null;
	/** whose links are being drawn */
	leaf: number | null;
}

const drawings = new WeakMap<Document, Drawing>();

function marksOf(drawing: Drawing, leaf: number): Marks {
	let marks = drawing.marks.get(leaf);
	if (marks === undefined) drawing.marks.set(leaf, (marks = { contents: [], labels: [], links: [] }));
	return marks;
}

/** Closes what is open unless it is the same, and opens. Answers whether it opened. */
function open(document: Document, drawing: Drawing, key: string): boolean {
	const { page } = document;
	if (drawing.page !== page) {
		drawing.page = page;
		drawing.onPage = null;
		// pdfkit closes what is open at the end of a page
		drawing.open = null;
	}
	if (drawing.open === key) return false;
	if (drawing.open !== null) {
		page.markings.pop();
		inkOf(page).text.push('EMC');
	}
	drawing.open = key;
	page.markings.push(key);
	return true;
}

const artifacts = { Layout: '/Artifact BMC', Pagination: '/Artifact <<\n/Type /Pagination\n>> BDC' } as const;

function markArtifact(document: Document, kind: keyof typeof artifacts): void {
	const drawing = drawings.get(document);
	if (drawing === undefined) return;
	drawing.leaf = null;
	if (open(document, drawing, kind)) inkOf(document.page).text.push(artifacts[kind]);
}

function markLeaf(document: Document, drawing: Drawing, leaf: number, kind: 'P' | 'Lbl' | 'Figure'): void {
	drawing.leaf = leaf;
	if (!open(document, drawing, `${kind} ${leaf}`)) return;
	const { page } = document;
	drawing.onPage ??= document.getStructParentTree().get(page.structParentTreeKey) as unknown[];
	const mcid = drawing.onPage.push(null) - 1;
	inkOf(page).text.push(`/${kind} <<\n/MCID ${mcid}\n>> BDC`);
	const { contents, labels } = marksOf(drawing, leaf);
	(kind === 'Lbl' ? labels : contents).push({ page: page.dictionary, mcid });
}

const isBlank = (text: string): boolean => text.trim() === '';

function markLine(document: Document, { inlines, leaf, serial, label }: Line): void {
	const drawing = drawings.get(document);
	if (drawing === undefined) return;
	const blank = inlines.every(({ text }) => isBlank(text));
	if (blank || leaf === undefined || serial === undefined || drawing.drawnLines.has(serial)) {
		markArtifact(document, 'Pagination');
		return;
	}
	drawing.drawnLines.add(serial);
	markLeaf(document, drawing, leaf, label === true ? 'Lbl' : 'P');
}

function markPicture(document: Document, picture: Placed): void {
	const drawing = drawings.get(document);
	if (drawing === undefined) return;
	const { leaf, alt, x, y, _width, _height } = picture;
	if (typeof leaf !== 'number' || typeof alt !== 'string' || drawing.marks.has(leaf)) {
		markArtifact(document, 'Layout');
		return;
	}
	const top = document.page.height - y;
	marksOf(drawing, leaf).box = [round(x), round(top - _height), round(x + _width), round(top)];
	markLeaf(document, drawing, leaf, 'Figure');
}

const round = (points: number): number => Math.round(points * 100) / 100;

let installed = false;
export function installMarks(): void {
	if (installed) return;
	installed = true;
	const renderer = Renderer.prototype;
	const { renderPages, renderLine, renderVector, renderImage, renderSVG, renderWatermark } = renderer;
	renderer.renderPages = function (pages) {
		const layout = layoutOf(this.pdfDocument);
		if (layout?.root == null) {
			renderPages.call(this, pages);
			return;
		}
		const drawing: Drawing = {
			marks: new Map(),
			drawnLines: new Set(),
			page: null,
			onPage: null,
			open: null,
			leaf: null
		};
		drawings.set(this.pdfDocument, drawing);
		renderPages.call(this, pages);
		drawings.delete(this.pdfDocument);
		writeTree(this.pdfDocument, layout.root, drawing.marks);
	};
	renderer.renderLine = function (line, x, y) {
		markLine(this.pdfDocument, line);
		renderLine.call(this, line, x, y);
	};
	renderer.renderVector = function (vector) {
		markArtifact(this.pdfDocument, 'Layout');
		renderVector.call(this, vector);
	};
	renderer.renderImage = function (image) {
		markPicture(this.pdfDocument, image);
		renderImage.call(this, image);
	};
	renderer.renderSVG = function (svg) {
		markPicture(this.pdfDocument, svg);
		renderSVG.call(this, svg);
	};
	renderer.renderWatermark = function (page) {
		markArtifact(this.pdfDocument, 'Pagination');
		renderWatermark.call(this, page);
	};
	noteLinks();
}

/** A link must be found from the tree, and say where it leads to who can't see it. */
function noteLinks(): void {
	const { annotate } = PDFDocument.prototype;
	PDFDocument.prototype.annotate = function (x, y, w, h, options) {
		const drawing = drawings.get(this);
		if (drawing === undefined || drawing.leaf === null || options.Subtype !== 'Link')
			return annotate.call(this, x, y, w, h, options);
		const key = this.createStructParentTreeNextKey();
		const words = options.Dest === undefined ? 'เปิดที่อยู่นอกเอกสาร' : 'ไปยังหน้าที่อ้างถึง';
		const told = { ...options, StructParent: key, Contents: new String(words) };
		const answer = annotate.call(this, x, y, w, h, told);
		const annotations = this.page.dictionary.data.Annots as readonly Reference[];
		const annotation = annotations.at(-1);
		if (annotation !== undefined)
			marksOf(drawing, drawing.leaf).links.push({ annotation, page: this.page.dictionary, key });
		return answer;
	};
	// to a place in the document a link goes without an action of its own
	PDFDocument.prototype.goTo = function (x, y, w, h, name) {
		return this.annotate(x, y, w, h, { Subtype: 'Link', Dest: new String(name) });
	};
}
