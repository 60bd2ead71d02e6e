// Whether a PNG is whole, to the last pixel: a picture that breaks while it is unpacked would end the program that prints it.
import { crc32, inflateSync } from 'node:zlib';

export const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;

export type CheckedPng =
	| { readonly kind: 'whole'; readonly width: number; readonly height: number }
	| { readonly kind: 'too_large' }
	| { readonly kind: 'broken' };

/** Samples of a pixel and the bits a sample may have, by type of colour. */
const colours: Readonly<Record<number, readonly [number, readonly number[]]>> = {
	0: [1, [1, 2, 4, 8, 16]],
	2: [3, [8, 16]],
	3: [1, [1, 2, 4, 8]],
	4: [2, [8, 16]],
	6: [4, [8, 16]]
};
/** Where the passes of an interlaced picture begin and how far they step: x, y, across, down. */
const passes = [
	[0, 0, 8, 8],
	[4, 0, 8, 8],
	[0, 4, 4, 8],
	[2, 0, 4, 4],
	[0, 2, 2, 4],
	[1, 0, 2, 2],
	[0, 1, 1, 2]
] as const;

interface Chunk {
	readonly type: string;
	readonly data: Uint8Array;
}

/** `most`: pixels on a side. */
export function checkPng(bytes: Uint8Array, most: number): CheckedPng {
	const chunks = readChunks(bytes);
	const [head] = chunks ?? [];
	if (chunks === null || head?.type !== 'IHDR' || head.data.length !== 13) return { kind: 'broken' };
	const view = new DataView(head.data.buffer, head.data.byteOffset, 13);
	const [width, height] = [view.getUint32(0), view.getUint32(4)];
	const [depth, colour, interlace] = [view.getUint8(8), view.getUint8(9), view.getUint8(12)];
	const [samples, depths] = colours[colour] ?? [0, []];
	const palette = chunks.some(({ type }) => type === 'PLTE');
	if (width === 0 || height === 0 || !depths.includes(depth) || interlace > 1 || (colour === 3 && !palette)) {
		return { kind: 'broken' };
	}
	if (width > most || height > most) return { kind: 'too_large' };
	const bits = samples * depth;
	const expected =
		interlace === 0
			? sizeOf(width, height, bits)
			: passes.reduce(
					(sum, [x, y, across, down]) =>
						sum + sizeOf(Math.ceil((width - x) / across), Math.ceil((height - y) / down), bits),
					0
				);
	return unpacks(chunks, expected) ? { kind: 'whole', width, height } : { kind: 'broken' };
}

/** Bytes of so many pixels: each row begins with a byte of its own. */
const sizeOf = (width: number, height: number, bits: number): number =>
	width <= 0 || height <= 0 ? 0 : height * (1 + Math.ceil((width * bits) / 8));

/** Null where a chunk is cut short or altered, or the last one is not there. */
function readChunks(bytes: Uint8Array): readonly Chunk[] | null {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const chunks: Chunk[] = [];
	let at: number = pngSignature.length;
	while (at + 12 <= bytes.length) {
		const length = view.getUint32(at);
		const end = at + 8 + length;
		if (end + 4 > bytes.length || crc32(bytes.subarray(at + 4, end)) !== view.getUint32(end)) return null;
		const type = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1');
		chunks.push({ type, data: bytes.subarray(at + 8, end) });
		if (type === 'IEND') return chunks;
		at = end + 4;
	}
	return null;
}

function unpacks(chunks: readonly Chunk[], expected: number): boolean {
	const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
	try {
		return inflateSync(packed, { maxOutputLength: expected + 1 }).length === expected;
	} catch (error) {
		// zlib says what is wrong with the data by the code of the error
		if (error instanceof Error && 'code' in error) return false;
		throw error;
	}
}
