// Every page of a group of documents held against the sheets kept of it (`sheets/<group>-1.png` and on, twelve pages each). A
// sheet with a page that changed is written beside the old one as *.new.png; rename it when the change is meant, and delete the
// sheets that are left over.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { pagesOfSheet, readSheet, writeSheet } from './contact-sheet.ts';
import { palette, type SmallPage } from './draw-small.ts';

/** Pixels of a page that may look otherwise; another digit in the smallest print changes ten. */
const tolerated = 4;
const folder = new URL('sheets/', import.meta.url);
const pathOf = (file: string) => fileURLToPath(new URL(file, folder));

/** Four bytes to a pixel, as pictures are compared. */
const colours = Uint32Array.from(
	palette,
	([red, green, blue]) => (0xff000000 | (blue << 16) | (green << 8) | red) >>> 0
);
const inColours = ({ pixels }: SmallPage): Uint8Array =>
	new Uint8Array(Uint32Array.from(pixels, (pixel) => colours[pixel] ?? 0).buffer);

function isSame(before: SmallPage, after: SmallPage): boolean {
	const { width, height } = before;
	if (width !== after.width || height !== after.height) return false;
	if (Buffer.compare(before.pixels, after.pixels) === 0) return true;
	const options = { threshold: 0.2, includeAA: true };
	return pixelmatch(inColours(before), inColours(after), undefined, width, height, options) <= tolerated;
}

const sheetsOf = (group: string, files: readonly string[]) =>
	files.filter((file) => file.startsWith(`${group}-`) && /^\d+\.png$/.test(file.slice(group.length + 1)));

/**
 * The pages that look otherwise than those kept, with what is wrong: `memo 2: looks otherwise`, `memo 3: new`,
 * `memo 4: gone`. Empty where all is as it was.
 */
export function listChanged(group: string, pages: readonly SmallPage[]): readonly string[] {
	const files = readdirSync(folder);
	for (const file of files)
		if (file.startsWith(`${group}-`) && /^\d+\.new\.png$/.test(file.slice(group.length + 1))) rmSync(pathOf(file));
	const known = new Map(
		sheetsOf(group, files)
			.flatMap((file) => readSheet(readFileSync(pathOf(file))))
			.map((page) => [page.name, page])
	);
	const wrong = new Map<string, string>();
	for (const page of pages) {
		const before = known.get(page.name);
		if (before === undefined) wrong.set(page.name, 'new');
		else if (!isSame(before, page)) wrong.set(page.name, 'looks otherwise');
	}
	const drawn = new Set(pages.map(({ name }) => name));
	const gone = [...known.keys()].filter((name) => !drawn.has(name));
	const moved = gone.length > 0 || [...wrong.values()].includes('new');
	for (let nth = 0; nth * pagesOfSheet < pages.length; nth++) {
		const sheet = pages.slice(nth * pagesOfSheet, (nth + 1) * pagesOfSheet);
		if (moved || sheet.some(({ name }) => wrong.has(name)))
			writeFileSync(pathOf(`${group}-${nth + 1}.new.png`), writeSheet(sheet));
	}
	return [...[...wrong].map(([name, why]) => `${name}: ${why}`), ...gone.map((name) => `${name}: gone`)];
}
