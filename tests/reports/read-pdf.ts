// Reads a printed document back as a viewer would.
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The text of each page, spaces and order as the viewer gives them. */
export async function readPages(bytes: Uint8Array): Promise<readonly string[]> {
	const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
	const pages: string[] = [];
	for (let number = 1; number <= pdf.numPages; number++) {
		const { items } = await (await pdf.getPage(number)).getTextContent();
		pages.push(items.map((item) => ('str' in item ? item.str : '')).join('\n'));
	}
	await pdf.destroy();
	return pages;
}

export const withoutSpaces = (text: string): string => text.normalize('NFC').replace(/\s+/g, '');
