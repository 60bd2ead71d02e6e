// What a spreadsheet's archive carries besides values, and how much work its sheets would be: looked at before any is read.
import type { Collector } from '../collect.ts';
import { sayBomb, sayTooSpread } from '../sentences/sentences.ts';
import { sayDeclarations, sayExternalLinks, sayMacros, sayTooMuchWork } from '../sentences/hostile.ts';
import { MAX_UNFOLDED } from './zip-directory.ts';
import type { ArchivePart } from './zip-records.ts';

export type Refused = { readonly code: string; readonly say: () => string } | undefined;

const MEGABYTE = 1024 * 1024;
/** Below this much no sheet can hold more cells than are read in a moment. */
const COUNT_FROM = 24 * MEGABYTE;
const MAX_CELLS = 2_000_000;
const MAX_ROWS = 1_048_576;
/** What all sheets need is gone through again for each of them. */
const MAX_SHEETS = 500;
const MAX_WORK = 256 * MEGABYTE;
/** A declaration stands before everything else. */
const BEGINNING = 4096;

const isXml = ({ name }: ArchivePart): boolean => /\.(?:xml|rels)$/i.test(name);
const isSheet = ({ name }: ArchivePart): boolean => /(?:^|\/)(?:worksheets\/[^/]+|content)\.xml$/i.test(name);
const isShared = ({ name }: ArchivePart): boolean => /(?:sharedStrings|styles)[^/]*\.xml$/i.test(name);

/** The bytes of a part as they unfold; whoever has seen enough stops there. */
async function* unfold(bytes: Uint8Array, { at, folded, method }: ArchivePart): AsyncGenerator<Uint8Array> {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
	const kept = new Uint8Array(bytes.subarray(start, start + folded));
	if (method === 0) {
		yield kept;
		return;
	}
	const reader = new Blob([kept]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
	try {
		for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
	} finally {
		await reader.cancel();
	}
}

/** Entities that stand for other text or for other files: no spreadsheet program writes them. */
const declaresEntities = async (bytes: Uint8Array, part: ArchivePart): Promise<boolean> => {
	for await (const chunk of unfold(bytes, part))
		return /<!DOCTYPE[^>]*\[|<!ENTITY/i.test(new TextDecoder('latin1').decode(chunk.subarray(0, BEGINNING)));
	return false;
};

const LESS_THAN = 0x3c;
const SMALL_C = 0x63;
const SMALL_R = 0x72;
/** Whether the sheets hold more cells (`<c `) or rows (`<row`) than can be; other tags that begin alike are few. */
const holdTooMuch = async (bytes: Uint8Array, sheets: readonly ArchivePart[]): Promise<boolean> => {
	let cells = 0;
	let rows = 0;
	for (const sheet of sheets) {
		let before = 0;
		for await (const chunk of unfold(bytes, sheet)) {
			for (const byte of chunk) {
				if (before === LESS_THAN && byte === SMALL_C) cells += 1;
				else if (before === LESS_THAN && byte === SMALL_R) rows += 1;
				before = byte;
			}
			if (cells > MAX_CELLS || rows > MAX_ROWS) return true;
		}
	}
	return false;
};

/** Why an archive whose directory is sound is not read all the same; says what of it is passed over. */
export const lookInside = async (
	bytes: Uint8Array,
	parts: readonly ArchivePart[],
	unfolded: number,
	file: string,
	{ report }: Pick<Collector, 'report'>
): Promise<Refused> => {
	const written = parts.filter(isXml).reduce((sum, part) => sum + part.unfolded, 0);
	if (written > MAX_UNFOLDED) return { code: 'too_big_unfolded', say: () => sayBomb(written) };
	const sheets = parts.filter(isSheet);
	const work = sheets.length * parts.filter(isShared).reduce((sum, part) => sum + part.unfolded, 0);
	if (sheets.length > MAX_SHEETS || work > MAX_WORK)
		return { code: 'too_much_work', say: () => sayTooMuchWork(sheets.length) };
	for (const part of parts.filter(isXml))
		if (await declaresEntities(bytes, part)) return { code: 'declarations', say: sayDeclarations };
	if (unfolded > COUNT_FROM && (await holdTooMuch(bytes, sheets)))
		return { code: 'too_many_cells_in_workbook', say: sayTooSpread };
	if (parts.some(({ name }) => /(?:vbaProject\.bin|^Basic\/.+\.xml)$/i.test(name)))
		report('warning', 'macros', { file }, sayMacros);
	if (parts.some(({ name }) => /(?:^|\/)externalLinks\//i.test(name)))
		report('warning', 'external_links', { file }, sayExternalLinks);
	return undefined;
};
