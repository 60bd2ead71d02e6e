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

interface TreeNode {
	readonly type?: string;
	readonly id?: string;
	readonly alt?: string;
	readonly children?: readonly TreeNode[];
}
const listContents = (node: TreeNode): readonly string[] =>
	node.type === 'content' && node.id !== undefined ? [node.id] : (node.children ?? []).flatMap(listContents);

/** The text as a voice reads it: that of the structure tree, in its order, page by page. */
export async function readAloud(bytes: Uint8Array): Promise<string> {
	const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
	const said: string[] = [];
	for (let number = 1; number <= pdf.numPages; number++) {
		const page = await pdf.getPage(number);
		const marked = new Map<string, string>();
		const open: string[] = [];
		for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
			if ('str' in item) {
				const id = open.at(-1) ?? '';
				marked.set(id, (marked.get(id) ?? '') + item.str);
			} else if (item.type === 'endMarkedContent') open.pop();
			else open.push(item.id ?? '');
		}
		const tree = (await page.getStructTree()) as TreeNode | null;
		said.push(...(tree === null ? [] : listContents(tree)).map((id) => marked.get(id) ?? ''));
	}
	await pdf.destroy();
	return said.join('\n');
}

const listAlt = ({ alt, children = [] }: TreeNode): readonly string[] => [
	...(alt === undefined ? [] : [alt]),
	...children.flatMap(listAlt)
];

/** What is said in the place of each picture, page by page. */
export async function listAlternatives(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
	const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
	const pages: (readonly string[])[] = [];
	for (let number = 1; number <= pdf.numPages; number++) {
		const tree = (await (await pdf.getPage(number)).getStructTree()) as TreeNode | null;
		pages.push(tree === null ? [] : listAlt(tree));
	}
	await pdf.destroy();
	return pages;
}
