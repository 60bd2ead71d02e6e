// The inside of pdfmake 0.3.11 that typesetting reaches into; the version is pinned and contract tests hold the shape.
// Its modules are CommonJS with a default: Node gives the default inside a default, other loaders give it bare.
declare module 'pdfmake/js/TextInlines.js' {
	import type { Document } from 'pdfmake/js/PDFDocument.js';
	import type { Styles } from 'pdfmake/js/StyleContextStack.js';
	/** ours: what never breaks inside, measured; many nodes may share it */
	export interface Piece {
		readonly text: string;
		readonly look: import('./text-styles.ts').Look;
		readonly width: number;
		/** points of spaces before it, less what the first of a text stands in */
		readonly leadingCut: number;
		readonly trailingCut: number;
		/** a line ends behind it */
		readonly lineEnd: boolean;
		/** no line may end behind it */
		readonly noNewLine: boolean;
	}
	export interface Builder {
		readonly pdfDocument: Document;
		buildInlines(
			texts: unknown,
			styles: Styles
		): { readonly items: readonly Piece[]; readonly minWidth: number; readonly maxWidth: number };
	}
	interface Class {
		readonly prototype: Builder;
	}
	const exported: Class | { readonly default: Class };
	export default exported;
}
declare module 'pdfmake/js/DocMeasure.js' {
	import type { Node } from 'pdfmake/js/LayoutBuilder.js';
	import type { Styles } from 'pdfmake/js/StyleContextStack.js';
	import type { Builder } from 'pdfmake/js/TextInlines.js';
	interface Measure {
		readonly styleStack: Styles;
		readonly textInlines: Builder;
	}
	interface Class {
		readonly prototype: { measureLeaf: (this: Measure, node: Node) => Node };
	}
	const exported: Class | { readonly default: Class };
	export default exported;
}
declare module 'pdfmake/js/Line.js' {
	import type { Inline } from 'pdfmake/js/Renderer.js';
	import type { Piece } from 'pdfmake/js/TextInlines.js';
	export interface Line {
		readonly maxWidth: number;
		inlines: Inline[];
		inlineWidths: number;
		leadingCut: number;
		trailingCut: number;
		newLineForced?: boolean;
		lastLineInParagraph?: boolean;
	}
	interface Class {
		new (maxWidth: number): Line;
		readonly prototype: {
			addInline: (this: Line, piece: Piece) => void;
			clone: (this: Line) => Line;
		};
	}
	const exported: Class | { readonly default: Class };
	export default exported;
}
declare module 'pdfmake/js/SVGMeasure.js' {
	interface Size {
		readonly width: number;
		readonly height: number;
	}
	interface Class {
		readonly prototype: {
			measureSVG: (svg: unknown) => Size;
			writeDimensions: (svg: unknown, size: Size) => unknown;
		};
	}
	const exported: Class | { readonly default: Class };
	export default exported;
}
declare module 'pdfmake/js/StyleContextStack.js' {
	/** all that a place of a document stands in, the nearest last: names of styles and nodes */
	export interface Styles {
		readonly styleOverrides: readonly unknown[];
		readonly styleDictionary?: unknown;
		readonly defaultStyle?: Readonly<Record<string, unknown>>;
	}
	interface Class {
		readonly prototype: { getProperty: (this: Styles, property: string) => unknown };
	}
	const exported: Class | { readonly default: Class };
	export default exported;
}
declare module 'pdfmake/js/Renderer.js' {
	import type { EmbeddedFont } from 'pdfmake/js/PDFDocument.js';
	export interface Inline extends Setting {
		/** ours: what it has in common with others */
		readonly look: import('./text-styles.ts').Look;
	}
	/** an inline, whatever it has in common with others */
	export interface Setting {
		text: string;
		x: number;
		width: number;
		height: number;
		font: EmbeddedFont;
		fontSize: number;
		characterSpacing?: number;
		/** given to the font as it is written; a justified line says here how far its clusters stand apart */
		fontFeatures?: { readonly between: number } | null;
		/** a page number that is only known when all is laid */
		_pageNodeRef?: PageNodeRef;
		[style: string]: unknown;
	}
	export interface PageNodeRef {
		readonly positions?: readonly { readonly pageNumber: { toString(): string } }[];
	}
	export interface Line {
		inlines: Inline[];
		maxWidth: number;
		newLineForced?: boolean;
		lastLineInParagraph?: boolean;
		_pageNodeRef?: PageNodeRef;
		leaf?: number;
		serial?: number;
		label?: boolean;
		readonly id?: string;
		readonly _outline?: object;
		getWidth(): number;
		getHeight(): number;
		getAscenderHeight(): number;
	}
	/** a picture placed on a page */
	export interface Placed {
		readonly x: number;
		readonly y: number;
		readonly _width: number;
		readonly _height: number;
		[sign: string]: unknown;
	}
	interface Drawing {
		readonly pdfDocument: import('pdfmake/js/PDFDocument.js').Document;
	}
	interface Class {
		readonly prototype: {
			renderPages: (this: Drawing, pages: readonly unknown[]) => void;
			renderLine: (this: Drawing, line: Line, x: number, y: number) => void;
			renderVector: (this: Drawing, vector: object) => void;
			renderImage: (this: Drawing, image: Placed) => void;
			renderSVG: (this: Drawing, svg: Placed) => void;
			renderWatermark: (this: Drawing, page: object) => void;
		};
	}
	const exported: Class | { readonly default: Class };
	export default exported;
}
declare module 'pdfmake/js/PDFDocument.js' {
	/** A font as fontkit 2.0.4 has read it. */
	export type ParsedFont = import('./composites.ts').Outlines & {
		/** the file it was read from */
		readonly stream: { readonly buffer: Uint8Array };
		createSubset(): import('./composites.ts').Subset;
	};
	/** A font of pdfkit 0.19.1 as it is written to the file. */
	export interface EmbeddedFont {
		readonly name: string;
		/** its name in the resources of a page */
		readonly id: string;
		ref(): Reference;
		font: ParsedFont;
		/** from units of the font to thousandths of an em */
		readonly scale: number;
		readonly ascender: number;
		readonly descender: number;
		/** units of the font */
		readonly bbox: { readonly minY: number; readonly maxY: number };
		subset: import('./composites.ts').Subset;
		/** text and width of each code in the file */
		readonly unicode: (readonly number[])[];
		readonly widths: number[];
		/** `between`: what the line puts after every cluster, in thousandths of an em */
		encode(
			text: string,
			spread?: { readonly between: number }
		): [
			string[],
			{ readonly xAdvance: number; readonly xOffset: number; readonly yOffset: number; readonly advanceWidth: number }[]
		];
		/** ours: marks are written with a little width (clusters.ts), as in a justified line */
		spreadsMarks?: boolean;
		/** ours: what a text is between the brackets of a TJ (clusters.ts) */
		writeText(text: string, spread?: { readonly between: number }): string;
		/** ours: how many gaps a justified line has */
		countClusters(text: string): number;
		widthOfString(text: string, size: number): number;
		lineHeight(size: number, includeGap?: boolean): number;
	}
	/** An object of the file: a dictionary that is written when it ends. */
	export interface Reference {
		readonly id: number;
		readonly document: Document;
		readonly data: Record<string, unknown>;
		/** what was written of a stream */
		buffer: readonly Uint8Array[];
		end(): void;
	}
	export interface Page {
		write(data: string): void;
		readonly height: number;
		readonly dictionary: Reference;
		/** marked content that is open: closed when the page ends */
		readonly markings: unknown[];
		/** made when it is first asked for */
		readonly structParentTreeKey: number;
		/** what its content calls by name */
		readonly fonts: Record<string, Reference>;
		readonly ext_gstates: Record<string, Reference>;
	}
	export interface Tree {
		get(key: number): unknown;
		add(key: number, value: unknown): void;
		_compareKeys(one: string, other: string): number;
	}
	export interface Document {
		/** pdfmake's own; replaced while a picture is drawn */
		getFontFile: (family: string, bold: boolean, italics: boolean) => string | null;
		provideFont(family: string, bold: boolean, italics: boolean): EmbeddedFont;
		readonly page: Page;
		readonly _opacityRegistry: Readonly<Record<string, readonly [Reference, string]>>;
		opacity(opacity: number): void;
		readonly info: Readonly<Record<string, unknown>>;
		readonly _root: { readonly data: Record<string, unknown> };
		readonly _info: Reference;
		readonly _id: unknown;
		/** one for each object */
		readonly _offsets: readonly unknown[];
		/** an object is finished; the last one finishes the file */
		_refEnd(reference: Reference): void;
		end(): void;
		ref(data: Record<string, unknown>): Reference;
		getStructTreeRoot(): Reference;
		getStructParentTree(): Tree;
		createStructParentTreeNextKey(): number;
		appendXML(xml: string): void;
		annotate(x: number, y: number, w: number, h: number, options: Record<string, unknown>): unknown;
	}
	interface Class {
		readonly prototype: {
			provideFont: (this: unknown, family: string, bold: boolean, italics: boolean) => unknown;
			annotate: (
				this: Document,
				x: number,
				y: number,
				w: number,
				h: number,
				options: Record<string, unknown>
			) => unknown;
			goTo: (this: Document, x: number, y: number, w: number, h: number, name: string) => unknown;
			endPageMarkings: (this: Document, page: Page) => unknown;
			addContent: (this: Document, data: string) => unknown;
			ref: (this: Document, data: Record<string, unknown>) => Reference;
			_write: (this: Document, line: string) => void;
			_finalize: (this: Document) => void;
			_addInfo: (this: Document) => void;
		};
	}
	const exported: Class | { readonly default: Class };
	export default exported;
}
declare module 'pdfmake/js/LayoutBuilder.js' {
	import type { Document } from 'pdfmake/js/PDFDocument.js';
	/** A node of the definition as pdfmake has expanded it. */
	export interface Node {
		text?: unknown;
		/** the text it repeats */
		readonly _textRef?: { readonly _textNodeRef?: { readonly text?: unknown } };
		readonly stack?: readonly Node[];
		readonly columns?: readonly Node[];
		readonly section?: Node;
		readonly ul?: readonly Node[];
		readonly ol?: readonly Node[];
		readonly table?: { readonly headerRows?: number; readonly body: readonly (readonly Node[])[] };
		readonly toc?: { readonly title?: Node | null; readonly _table?: Node };
		readonly svg?: unknown;
		readonly image?: unknown;
		readonly alt?: string;
		readonly headlineLevel?: number;
		readonly pageBreak?: string;
		/** points that must be left below it on its page (headroom.ts) */
		readonly room?: number;
		readonly rowHead?: boolean;
		readonly colSpan?: number;
		readonly rowSpan?: number;
		readonly _span?: boolean;
		leaf?: number;
		/** the pieces of a text, and how many of them stand on lines (ours) */
		_inlines?: readonly import('pdfmake/js/TextInlines.js').Piece[];
		_set?: number;
		_minWidth?: number;
		_maxWidth?: number;
	}
	interface Builder {
		readonly writer: {
			/** above 0 inside what may not be parted */
			readonly transactionLevel: number;
			context(): {
				readonly availableWidth: number;
				readonly availableHeight: number;
				readonly y: number;
				readonly pageMargins: { readonly top: number };
				/** one for each row of columns or cells that is being laid */
				readonly snapshots: readonly unknown[];
			};
			moveToNextPage(): void;
		};
	}
	interface Class {
		readonly prototype: {
			layoutDocument: (
				this: unknown,
				content: unknown,
				document: Document,
				styles: unknown,
				defaultStyle: Readonly<Record<string, unknown>>,
				...furniture: unknown[]
			) => unknown;
			tryLayoutDocument: (this: unknown, ...all: unknown[]) => unknown;
			processNode: (this: Builder, node: Node, ...rest: unknown[]) => void;
			buildNextLine: (this: Builder, node: Node) => unknown;
			addBackground: (this: unknown, ...all: unknown[]) => void;
			addDynamicRepeatable: (this: unknown, ...all: unknown[]) => void;
		};
	}
	const exported: Class | { readonly default: Class };
	export default exported;
}
declare module 'pdfmake/js/ElementWriter.js' {
	import type { Line } from 'pdfmake/js/Renderer.js';
	interface Writer {
		context(): { readonly availableWidth: number };
	}
	interface Class {
		readonly prototype: {
			addLine: (this: Writer, line: Line, aside?: boolean, index?: number) => unknown;
			alignLine: (this: Writer, line: Line) => void;
			addFragment: (this: unknown, fragment: object, useX: boolean, useY: boolean, aside: boolean) => unknown;
		};
	}
	const exported: Class | { readonly default: Class };
	export default exported;
}
declare module 'pdfmake/js/PageElementWriter.js' {
	/** A line, a picture or a vector; measures in points from the top left of its fragment. */
	export interface FragmentItem {
		readonly type: string;
		readonly item: {
			readonly type?: string;
			y?: number;
			readonly y1?: number;
			readonly y2?: number;
			readonly h?: number;
			readonly r2?: number;
			readonly _height?: number;
			getHeight?(): number;
		};
	}
	export interface Fragment {
		readonly items: readonly FragmentItem[];
		readonly height: number;
		readonly xOffset?: number | undefined;
		readonly yOffset?: number | undefined;
	}
	interface Context {
		readonly page: number;
		readonly y: number;
		readonly availableHeight: number;
		readonly pageMargins: { readonly top: number };
		readonly pages: readonly { readonly items: readonly FragmentItem[] }[];
	}
	interface Writer {
		transactionLevel: number;
		readonly repeatables: readonly { readonly height: number }[];
		context(): Context;
		popContext(): void;
		moveToNextPage(): void;
		addFragment(fragment: Fragment, useX?: boolean, useY?: boolean, aside?: boolean): unknown;
	}
	interface Class {
		readonly prototype: {
			addFragment: (this: Writer, fragment: Fragment, useX?: boolean, useY?: boolean, aside?: boolean) => unknown;
			_fitOnPage: (this: Writer, add: () => unknown) => unknown;
			commitUnbreakableBlock: (this: Writer, x?: number, y?: number) => void;
		};
	}
	const exported: Class | { readonly default: Class };
	export default exported;
}
declare module 'pdfmake/js/Printer.js' {
	import type { Document } from 'pdfmake/js/PDFDocument.js';
	import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
	interface Class {
		new (
			fonts: Record<string, Record<string, string>>,
			files: { existsSync(name: string): boolean; readFileSync(name: string): Uint8Array },
			urls: { resolve(url: string): Promise<void>; resolved(): Promise<void> },
			allowLocal: (path: string) => boolean
		): { createPdfKitDocument(definition: TDocumentDefinitions): Promise<Document> };
	}
	const exported: Class | { readonly default: Class };
	export default exported;
}
declare module 'pdfmake/js/qrEnc.js' {
	interface Square {
		readonly x: number;
		readonly y: number;
		readonly w: number;
	}
	interface Encoder {
		/** gives the node its squares, the ground first */
		readonly measure: <Node extends { qr: string; eccLevel: string }>(
			this: void,
			node: Node
		) => Node & { readonly _canvas: readonly Square[]; readonly _width: number };
	}
	const exported: Encoder | { readonly default: Encoder };
	export default exported;
}
