// A part of an archive, unfolded: never to more than its directory said, which is checked before anything is unfolded.
import { crc32, inflateRawSync } from 'node:zlib';
import type { ArchivePart } from './zip-records.ts';

const HEADER = 30;
const STORED = 0;
const DEFLATED = 8;

/** Where the part's own bytes stand in the archive. */
const foldedBytes = (bytes: Uint8Array, { at, folded }: ArchivePart): Uint8Array => {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const start = at + HEADER + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
	return bytes.subarray(start, start + folded);
};

const inflate = (folded: Uint8Array, most: number): Uint8Array | undefined => {
	if (most === 0) return new Uint8Array();
	try {
		return inflateRawSync(folded, { maxOutputLength: most });
	} catch {
		return undefined; // the caller says that the archive is broken
	}
};

/** The bytes of a part; undefined where they are not those that were packed, or folded in an unknown way. */
export const unfoldPart = (bytes: Uint8Array, part: ArchivePart): Uint8Array | undefined => {
	const { method, unfolded, crc } = part;
	if (method !== STORED && method !== DEFLATED) return undefined;
	const folded = foldedBytes(bytes, part);
	const made = method === STORED ? folded : inflate(folded, unfolded);
	return made?.length === unfolded && crc32(made) === crc ? made : undefined;
};
