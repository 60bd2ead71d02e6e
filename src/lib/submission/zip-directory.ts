// What an archive says it holds, read before anything is unfolded: a megabyte can unfold to a gigabyte.

export type ArchiveReading =
	| { readonly kind: 'archive'; readonly names: ReadonlySet<string>; readonly unfolded: number }
	| { readonly kind: 'broken' }
	| { readonly kind: 'encrypted' }
	| { readonly kind: 'too_big'; readonly unfolded: number }
	| { readonly kind: 'too_many'; readonly entries: number };

export const MAX_UNFOLDED = 64 * 1024 * 1024;
export const MAX_ENTRIES = 10_000;
/** Real workbooks shrink ten to fifty times; small ones may be more repetitive, so the ratio is asked only above a size. */
const MAX_RATIO = 200;
const RATIO_FROM = 1024 * 1024;

const END_MARK = 0x06054b50;
const ENTRY_MARK = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const MAX_COMMENT = 0xffff;

const findEnd = (view: DataView): number | undefined => {
	const last = view.byteLength - END_LENGTH;
	for (let at = last; at >= 0 && at >= last - MAX_COMMENT; at -= 1)
		if (view.getUint32(at, true) === END_MARK) return at;
	return undefined;
};

/** Reads the central directory. Sizes that only a 64-bit directory can say are more than is accepted anyway. */
export const readZipDirectory = (bytes: Uint8Array): ArchiveReading => {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = findEnd(view);
	if (end === undefined) return { kind: 'broken' };
	const entries = view.getUint16(end + 10, true);
	if (entries > MAX_ENTRIES) return { kind: 'too_many', entries };
	const names = new Set<string>();
	let at = view.getUint32(end + 16, true);
	let folded = 0;
	let unfolded = 0;
	for (let n = 0; n < entries; n += 1) {
		if (at + ENTRY_LENGTH > end || view.getUint32(at, true) !== ENTRY_MARK) return { kind: 'broken' };
		if ((view.getUint16(at + 8, true) & 1) === 1) return { kind: 'encrypted' };
		folded += view.getUint32(at + 20, true);
		unfolded += view.getUint32(at + 24, true);
		const nameLength = view.getUint16(at + 28, true);
		names.add(new TextDecoder().decode(bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength)));
		at += ENTRY_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
	}
	const repetitive = unfolded > RATIO_FROM && unfolded > MAX_RATIO * bytes.length;
	if (unfolded > MAX_UNFOLDED || repetitive) return { kind: 'too_big', unfolded };
	// Entries that share their bytes add up to more than the file holds.
	return folded > bytes.length ? { kind: 'broken' } : { kind: 'archive', names, unfolded };
};
