// What an archive says it holds, read and held against its bytes before anything is unfolded: a megabyte can unfold to a gigabyte.
import { readEnd, readParts, type ArchivePart } from './zip-records.ts';

export type ArchiveReading =
	| {
			readonly kind: 'archive';
			readonly names: ReadonlySet<string>;
			readonly parts: readonly ArchivePart[];
			readonly unfolded: number;
	  }
	| { readonly kind: 'broken' }
	| { readonly kind: 'encrypted' }
	/** parts that stand on the same bytes, or two under one name: what is checked need not be what is read */
	| { readonly kind: 'overlapping' }
	| { readonly kind: 'too_big'; readonly unfolded: number }
	| { readonly kind: 'too_many'; readonly entries: number };

/** What is read as a table; what does not shrink, such as pictures or workbooks in an archive, may be as much as came twice over. */
export const MAX_UNFOLDED = 40 * 1024 * 1024;
const MOST_TIMES = 2;
export const MAX_ENTRIES = 10_000;
/** Real workbooks shrink ten to fifty times; small ones may be more repetitive, so the ratio is asked only above a size. */
const MAX_RATIO = 200;
const RATIO_FROM = 1024 * 1024;

const LOCAL_MARK = 0x04034b50;
const LOCAL_LENGTH = 30;
const DEFLATED = 8;
/** Of nothing deflate makes two bytes, or five where it stores. */
const MOST_FOR_NOTHING = 8;

/** Where a part's bytes begin and end; undefined where its own header is not there or they reach over the directory. */
const spanOf = (view: DataView, { at, folded }: ArchivePart, directory: number) => {
	if (at + LOCAL_LENGTH > directory || view.getUint32(at, true) !== LOCAL_MARK) return undefined;
	const end = at + LOCAL_LENGTH + view.getUint16(at + 26, true) + view.getUint16(at + 28, true) + folded;
	return end > directory ? undefined : { at, end };
};

/** A part that says it is empty is unfolded without a limit by whoever trusts that. */
const hidesItsSize = ({ method, folded, unfolded, streamed }: ArchivePart): boolean =>
	method === DEFLATED &&
	((unfolded === 0 && folded > MOST_FOR_NOTHING) || (folded === 0 && (unfolded > 0 || streamed)));

/** Reads the directory of an archive, the 64-bit form included; says what keeps it from being unfolded. */
export const readZipDirectory = (bytes: Uint8Array): ArchiveReading => {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = readEnd(view);
	if (end === undefined) return { kind: 'broken' };
	if (end.entries > MAX_ENTRIES) return { kind: 'too_many', entries: end.entries };
	const parts = readParts(bytes, view, end);
	if (parts === undefined) return { kind: 'broken' };
	if (parts.some(({ encrypted }) => encrypted)) return { kind: 'encrypted' };

	const unfolded = parts.reduce((sum, part) => sum + part.unfolded, 0);
	const repetitive = unfolded > RATIO_FROM && unfolded > MAX_RATIO * bytes.length;
	if (unfolded > Math.max(MAX_UNFOLDED, MOST_TIMES * bytes.length) || repetitive) return { kind: 'too_big', unfolded };
	if (parts.some(hidesItsSize)) return { kind: 'broken' };

	const names = new Set(parts.map(({ name }) => name));
	const spans = parts.map((part) => spanOf(view, part, end.directory));
	if (spans.some((span) => span === undefined)) return { kind: 'broken' };
	const inOrder = spans.flatMap((span) => (span === undefined ? [] : [span])).sort((a, b) => a.at - b.at);
	const overlapping = inOrder.some(({ end: last }, nth) => last > (inOrder[nth + 1]?.at ?? Infinity));
	if (overlapping || names.size < parts.length) return { kind: 'overlapping' };
	return { kind: 'archive', names, parts, unfolded };
};
