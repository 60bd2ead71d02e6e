// A book read back: its pages, its bookmarks with the pages they lead to, and the chapter that each page says it belongs to.
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readLayout, type PlacedPage } from './check-layout.ts';
import { readPages, withoutSpaces } from './read-pdf.ts';

export interface Bookmark {
	readonly title: string;
	/** from 1 */
	readonly page: number;
	readonly items: readonly Bookmark[];
}
export interface ReadBook {
	readonly bytes: Uint8Array;
	/** without spaces */
	readonly pages: readonly string[];
	readonly layout: readonly PlacedPage[];
	readonly bookmarks: readonly Bookmark[];
}

type Outline = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>;

async function readOutline(pdf: PDFDocumentProxy, outline: Outline): Promise<readonly Bookmark[]> {
	const bookmarks: Bookmark[] = [];
	for (const { title, dest, items } of outline) {
		if (!Array.isArray(dest)) throw new Error(`${title} leads nowhere`);
		const page = 1 + (await pdf.getPageIndex(dest[0] as { num: number; gen: number }));
		bookmarks.push({ title, page, items: await readOutline(pdf, items as Outline) });
	}
	return bookmarks;
}

export async function readBook(bytes: Uint8Array): Promise<ReadBook> {
	const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
	const bookmarks = await readOutline(pdf, await pdf.getOutline());
	await pdf.destroy();
	return {
		bytes,
		pages: (await readPages(bytes)).map(withoutSpaces),
		layout: await readLayout(bytes),
		bookmarks
	};
}

/** The text of the pages from one bookmark of a list up to the next. */
export function textOf({ pages }: ReadBook, list: readonly Bookmark[], title: string, last = pages.length): string {
	const nth = list.findIndex((one) => one.title === title);
	const [from, next] = [list[nth]?.page, list[nth + 1]?.page ?? last + 1];
	if (from === undefined) throw new Error(`no bookmark ${title}`);
	return pages.slice(from - 1, Math.max(from, next - 1)).join('');
}

export const count = (text: string, part: string): number => text.split(part).length - 1;
