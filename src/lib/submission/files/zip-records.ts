// The records of an archive's directory, as APPNOTE 6.3 lays them out, with the 64-bit fields of large or streamed ones.

export interface ArchivePart {
	readonly name: string;
	/** 0 is stored, 8 is deflated */
	readonly method: number;
	/** bytes in the archive, and bytes it says they unfold to */
	readonly folded: number;
	readonly unfolded: number;
	/** CRC-32 of what it unfolds to */
	readonly crc: number;
	/** where its own header stands */
	readonly at: number;
	readonly encrypted: boolean;
	/** its sizes were written after it */
	readonly streamed: boolean;
}

export interface ArchiveEnd {
	readonly entries: number;
	/** where the directory begins, and where it must have ended */
	readonly directory: number;
	readonly last: number;
}

const END_MARK = 0x06054b50;
const END_LENGTH = 22;
const MAX_COMMENT = 0xffff;
const END64_MARK = 0x06064b50;
const END64_LENGTH = 56;
const LOCATOR_MARK = 0x07064b50;
const LOCATOR_LENGTH = 20;
const ENTRY_MARK = 0x02014b50;
const ENTRY_LENGTH = 46;
const EXTRA64 = 1;
/** The real figure stands in a 64-bit field. */
const ELSEWHERE_16 = 0xffff;
const ELSEWHERE_32 = 0xffff_ffff;

const findEnd = (view: DataView): number | undefined => {
	const last = view.byteLength - END_LENGTH;
	for (let at = last; at >= 0 && at >= last - MAX_COMMENT; at -= 1)
		if (view.getUint32(at, true) === END_MARK) return at;
	return undefined;
};

const readUint64 = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));

const readEnd64 = (view: DataView, end: number): ArchiveEnd | undefined => {
	const locator = end - LOCATOR_LENGTH;
	if (locator < 0 || view.getUint32(locator, true) !== LOCATOR_MARK) return undefined;
	const at = readUint64(view, locator + 8);
	if (at + END64_LENGTH > locator || view.getUint32(at, true) !== END64_MARK) return undefined;
	return { entries: readUint64(view, at + 32), directory: readUint64(view, at + 48), last: at };
};

/** The end of the directory; undefined where there is none. */
export const readEnd = (view: DataView): ArchiveEnd | undefined => {
	const end = findEnd(view);
	if (end === undefined) return undefined;
	const entries = view.getUint16(end + 10, true);
	const [size, directory] = [view.getUint32(end + 12, true), view.getUint32(end + 16, true)];
	if (entries === ELSEWHERE_16 || size === ELSEWHERE_32 || directory === ELSEWHERE_32) return readEnd64(view, end);
	return { entries, directory, last: end };
};

/** The 64-bit figures of an entry in the order of the fields that point to them; undefined where one is missing. */
const readExtra64 = (view: DataView, from: number, to: number, wanted: number): readonly number[] | undefined => {
	for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
		if (view.getUint16(at, true) !== EXTRA64) continue;
		const last = Math.min(to, at + 4 + view.getUint16(at + 2, true));
		if (at + 4 + 8 * wanted > last) return undefined;
		return Array.from({ length: wanted }, (_, nth) => readUint64(view, at + 4 + 8 * nth));
	}
	return undefined;
};

/** Every entry of the directory; undefined where it is not whole. */
export const readParts = (bytes: Uint8Array, view: DataView, end: ArchiveEnd): readonly ArchivePart[] | undefined => {
	const decoder = new TextDecoder();
	const parts: ArchivePart[] = [];
	let at = end.directory;
	for (let n = 0; n < end.entries; n += 1) {
		if (at + ENTRY_LENGTH > end.last || view.getUint32(at, true) !== ENTRY_MARK) return undefined;
		const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
		const figures = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
		const nameEnd = at + ENTRY_LENGTH + view.getUint16(at + 28, true);
		const extraEnd = nameEnd + view.getUint16(at + 30, true);
		const next = extraEnd + view.getUint16(at + 32, true);
		if (next > end.last) return undefined;
		const wanted = figures.filter((figure) => figure === ELSEWHERE_32).length;
		const elsewhere = (wanted === 0 ? [] : readExtra64(view, nameEnd, extraEnd, wanted))?.values();
		if (elsewhere === undefined) return undefined;
		const [unfolded = 0, folded = 0, local = 0] = figures.map((figure) =>
			figure === ELSEWHERE_32 ? (elsewhere.next().value ?? 0) : figure
		);
		const name = decoder.decode(bytes.subarray(at + ENTRY_LENGTH, nameEnd));
		parts.push({
			name,
			method,
			folded,
			unfolded,
			crc: view.getUint32(at + 16, true),
			at: local,
			encrypted: (flags & 1) === 1,
			streamed: (flags & 8) === 8
		});
		at = next;
	}
	return parts;
};
