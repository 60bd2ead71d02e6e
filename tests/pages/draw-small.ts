// Draws pages small and in few colours, many at once: enough to see that a page changed, little enough to keep every page there is.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** A picture of few colours: a byte for each pixel, row by row, that says which of `palette` it has. */
export interface SmallPicture {
	readonly width: number;
	readonly height: number;
	readonly pixels: Uint8Array;
}
export interface SmallPage extends SmallPicture {
	/** of the document, and the page's number in it: `district-4021 2` */
	readonly name: string;
}
export interface Drawn {
	readonly name: string;
	readonly bytes: Uint8Array;
	/** all of them where it is left out */
	readonly pages?: readonly number[];
}

/** Dots to the inch: a letter of a table is five high. */
const resolution = 50;
/** of red, green and blue */
const shades = 5;
const shadeOf = Uint8Array.from({ length: 256 }, (_, value) => Math.round((value / 255) * (shades - 1)));

/** Red, green and blue of each colour that a pixel can have. */
export const palette: readonly (readonly [number, number, number])[] = Array.from({ length: shades ** 3 }, (_, nth) => {
	const valueOf = (step: number) => Math.round(((Math.floor(nth / step) % shades) * 255) / (shades - 1));
	return [valueOf(shades ** 2), valueOf(shades), valueOf(1)];
});
export const white = palette.length - 1;

/** The pages of all documents in their order, drawn by one process that says of each page how long it took. */
export function drawSmall(documents: readonly Drawn[]): readonly SmallPage[] {
	const folder = mkdtempSync(join(tmpdir(), 'watphon-pages-'));
	try {
		const words = documents.flatMap(({ name, bytes, pages }) => {
			const path = join(folder, `${name}.pdf`);
			writeFileSync(path, bytes);
			return [path, ...(pages === undefined ? [] : [pages.join(',')])];
		});
		const options = ['draw', '-r', String(resolution), '-c', 'rgb', '-F', 'ppm', '-s', 't', '-o', '-'];
		const { error, stdout, stderr } = spawnSync('mutool', [...options, ...words], { maxBuffer: 1 << 30 });
		if (error !== undefined)
			throw new Error('mutool is missing. Install it (Debian: apt-get install mupdf-tools).', { cause: error });
		const names = [...stderr.toString().matchAll(/^page (.+)\.pdf (\d+)/gm)].map(
			([, path = '', page = '']) => `${basename(path)} ${page}`
		);
		return readPictures(stdout, names);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Pictures as mutool writes them one after the other: `P6`, width, height, the highest value, and three bytes a pixel. */
function readPictures(bytes: Uint8Array, names: readonly string[]): readonly SmallPage[] {
	const pages: SmallPage[] = [];
	const shadeAt = (at: number): number => shadeOf[bytes[at] ?? 0] ?? 0;
	for (let at = 0; at < bytes.length;) {
		const head = /^P6\s(\d+)\s(\d+)\s255\s/.exec(Buffer.from(bytes.subarray(at, at + 40)).toString('latin1'));
		const name = names[pages.length];
		if (head === null || name === undefined) throw new Error(`page ${pages.length + 1} cannot be read`);
		const [width, height] = [Number(head[1]), Number(head[2])];
		const [from, length] = [at + head[0].length, width * height];
		const pixels = new Uint8Array(length);
		for (let nth = 0, value = from; nth < length; nth++, value += 3) {
			pixels[nth] = (shadeAt(value) * shades + shadeAt(value + 1)) * shades + shadeAt(value + 2);
		}
		pages.push({ name, width, height, pixels });
		at = from + 3 * length;
	}
	if (pages.length !== names.length) throw new Error(`${names.length} pages drawn, ${pages.length} read`);
	return pages;
}
