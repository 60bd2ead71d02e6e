// Small pages side by side in one picture, twelve to a sheet: a PNG of few colours that says of itself which pages it shows.
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { palette, white, type SmallPage, type SmallPicture } from './draw-small.ts';

const columns = 4;
export const pagesOfSheet = 12;

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** the keyword under which PNG keeps what is shown: a line for each page, its name, its width and height */
const keyword = 'Description';

function copyInto(whole: SmallPicture, part: SmallPicture, left: number, top: number): void {
	for (let y = 0; y < part.height; y++)
		whole.pixels.set(part.pixels.subarray(y * part.width, (y + 1) * part.width), (top + y) * whole.width + left);
}

function cutOut(whole: SmallPicture, left: number, top: number, width: number, height: number): Uint8Array {
	const pixels = new Uint8Array(width * height);
	for (let y = 0; y < height; y++) {
		const from = (top + y) * whole.width + left;
		pixels.set(whole.pixels.subarray(from, from + width), y * width);
	}
	return pixels;
}

function chunk(kind: string, data: Uint8Array): Uint8Array {
	const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
	const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(data.length);
	check.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, check]);
}

/** PNG bytes of at most twelve pages. */
export function writeSheet(pages: readonly SmallPage[]): Uint8Array {
	const [width, height] = [Math.max(...pages.map((page) => page.width)), Math.max(...pages.map((page) => page.height))];
	const rows = Math.ceil(pages.length / columns);
	const size = { width: width * Math.min(columns, pages.length), height: height * rows };
	const whole = { ...size, pixels: new Uint8Array(size.width * size.height).fill(white) };
	for (const [nth, page] of pages.entries())
		copyInto(whole, page, (nth % columns) * width, Math.floor(nth / columns) * height);
	const head = Buffer.alloc(13);
	head.writeUInt32BE(whole.width, 0);
	head.writeUInt32BE(whole.height, 4);
	// eight bits a pixel, colours of a palette
	head.set([8, 3, 0, 0, 0], 8);
	const lines = pages.map((page) => `${page.name} ${page.width} ${page.height}`);
	// each row begins with the byte that says it stands as it is
	const drawn = new Uint8Array((whole.width + 1) * whole.height);
	for (let y = 0; y < whole.height; y++)
		drawn.set(whole.pixels.subarray(y * whole.width, (y + 1) * whole.width), y * (whole.width + 1) + 1);
	return Buffer.concat([
		signature,
		chunk('IHDR', head),
		chunk('PLTE', Uint8Array.from(palette.flat())),
		chunk('tEXt', Buffer.from(`${keyword}\0${lines.join('\n')}`, 'latin1')),
		chunk('IDAT', deflateSync(drawn, { level: 9 })),
		chunk('IEND', new Uint8Array())
	]);
}

function readChunks(bytes: Uint8Array): ReadonlyMap<string, Buffer> {
	const buffer = Buffer.from(bytes);
	const chunks = new Map<string, Buffer>();
	for (let at = signature.length; at + 12 <= buffer.length;) {
		const length = buffer.readUInt32BE(at);
		chunks.set(buffer.toString('latin1', at + 4, at + 8), buffer.subarray(at + 8, at + 8 + length));
		at += 12 + length;
	}
	return chunks;
}

/** The pages of a sheet as `writeSheet` wrote it; other programs' PNGs are not read. */
export function readSheet(bytes: Uint8Array): readonly SmallPage[] {
	const chunks = readChunks(bytes);
	const [head, text, data] = [chunks.get('IHDR'), chunks.get('tEXt'), chunks.get('IDAT')];
	if (head === undefined || text === undefined || data === undefined) throw new Error('no sheet of pages');
	const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
	const drawn = inflateSync(data);
	const rows = { width: width + 1, height, pixels: drawn };
	const whole = { width, height, pixels: cutOut(rows, 1, 0, width, height) };
	const lines = text
		.toString('latin1')
		.slice(keyword.length + 1)
		.split('\n');
	const read = lines.map((line) => /^(.+) (\d+) (\d+)$/.exec(line) ?? []);
	const step = width / Math.min(columns, lines.length);
	const rise = height / Math.ceil(lines.length / columns);
	return read.map(([, name = '', wide, high], nth) => {
		const size = { width: Number(wide), height: Number(high) };
		const [left, top] = [(nth % columns) * step, Math.floor(nth / columns) * rise];
		return { name, ...size, pixels: cutOut(whole, left, top, size.width, size.height) };
	});
}
