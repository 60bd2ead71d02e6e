// Every text that a definition gives to be printed, paragraph by paragraph, as it should come back from the paper.
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';

const inside = new Set(['stack', 'columns', 'section', 'table', 'body', 'ul', 'ol', 'toc', 'title']);
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const readEntities = (text: string): string =>
	text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
		if (name !== undefined) return entities[name] ?? whole;
		return String.fromCodePoint(hex === undefined ? Number(decimal) : parseInt(hex, 16));
	});

const listSvgTexts = (svg: string): readonly string[] =>
	[...svg.matchAll(/<text\b[^>]*>([\s\S]*?)<\/text>/g)].map(([, words = '']) =>
		readEntities(words.replace(/<[^>]*>/g, ''))
	);

/** Runs of one paragraph are put together; a page number that is only known in the end is no text. */
export function listTexts(content: unknown): readonly string[] {
	if (typeof content === 'string') return [content];
	if (typeof content === 'number') return [String(content)];
	if (Array.isArray(content)) return content.flatMap(listTexts);
	if (typeof content !== 'object' || content === null || 'pageReference' in content) return [];
	const own = 'text' in content ? [listTexts(content.text).join('')] : [];
	const drawn = 'svg' in content && typeof content.svg === 'string' ? listSvgTexts(content.svg) : [];
	return [
		...own,
		...drawn,
		...Object.entries(content).flatMap(([key, inner]) => (inside.has(key) ? listTexts(inner) : []))
	].filter((text) => /\S/.test(text));
}

/** With the heads and feet of its pages. */
export function listDocumentTexts(definition: TDocumentDefinitions, pages: number): readonly string[] {
	const size = { width: 595.28, height: 841.89, orientation: 'portrait' as const };
	const parts: readonly unknown[] = Array.isArray(definition.content) ? definition.content : [definition.content];
	const inParts = parts.some((part) => typeof part === 'object' && part !== null && 'section' in part);
	const furniture = Array.from({ length: pages }, (_, nth) =>
		// which part a page belongs to is only known when it is laid
		[inParts ? undefined : definition.header, definition.footer].map((make): Content | null =>
			typeof make === 'function' ? (make(nth + 1, pages, size) ?? null) : (make ?? null)
		)
	);
	const { watermark } = definition;
	const marks = watermark === undefined ? [] : [typeof watermark === 'string' ? watermark : watermark.text];
	return [...listTexts(definition.content), ...listTexts(furniture), ...marks];
}
