// The inside of pdfmake 0.3.11 that typesetting reaches into; the version is pinned and contract tests hold the shape.
// Its modules are CommonJS with a default: Node gives the default inside a default, other loaders give it bare.
declare module 'pdfmake/js/TextBreaker.js' {
	export interface Piece {
		text: string;
		lineEnd?: boolean;
		noNewLine?: boolean;
		noWrap?: boolean;
		[style: string]: unknown;
	}
	interface Class {
		readonly prototype: { getBreaks(texts: unknown, styles: unknown): Piece[] };
	}
	const exported: Class | { readonly default: Class };
	export default exported;
}
declare module 'pdfmake/js/StyleContextStack.js' {
	interface Class {
		getStyleProperty(item: object, styles: unknown, property: string, otherwise: unknown): unknown;
	}
	const exported: Class | { readonly default: Class };
	export default exported;
}
declare module 'pdfmake/js/Renderer.js' {
	export interface Inline {
		text: string;
		x: number;
		width: number;
		font: unknown;
		fontSize: number;
		[style: string]: unknown;
	}
	export interface Line {
		inlines: Inline[];
	}
	interface Class {
		readonly prototype: { renderLine: (this: unknown, line: Line, x: number, y: number) => void };
	}
	const exported: Class | { readonly default: Class };
	export default exported;
}
declare module 'pdfmake/js/PDFDocument.js' {
	interface Class {
		readonly prototype: { provideFont: (this: unknown, family: string, bold: boolean, italics: boolean) => unknown };
	}
	const exported: Class | { readonly default: Class };
	export default exported;
}
declare module 'pdfmake/js/Printer.js' {
	import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
	interface Output {
		on(event: 'data', listener: (chunk: Uint8Array) => void): void;
		on(event: 'end', listener: () => void): void;
		on(event: 'error', listener: (error: Error) => void): void;
		end(): void;
	}
	interface Class {
		new (
			fonts: Record<string, Record<string, string>>,
			files: { existsSync(name: string): boolean; readFileSync(name: string): Uint8Array },
			urls: { resolve(url: string): Promise<void>; resolved(): Promise<void> },
			allowLocal: (path: string) => boolean
		): { createPdfKitDocument(definition: TDocumentDefinitions): Promise<Output> };
	}
	const exported: Class | { readonly default: Class };
	export default exported;
}
