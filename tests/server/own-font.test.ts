import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { printDocument } from '../../src/lib/reports/typesetting/print.ts';
import { fitFont, mostFontBytes } from '../../src/lib/server/office/own-font.ts';
import { sarabun } from '../reports/fonts.ts';
import { readLayout } from '../reports/check-layout.ts';

const { resolve } = createRequire(import.meta.url);
const file = (path: string) => new Uint8Array(readFileSync(resolve(path)));
const light = file('@expo-google-fonts/sarabun/300Light/Sarabun_300Light.ttf');

/** Where a table of the font begins. */
function findTable(bytes: Uint8Array, tag: string): number {
	const view = new DataView(bytes.buffer, bytes.byteOffset);
	for (let at = 12; at < 12 + 16 * view.getUint16(4); at += 16) {
		if (Buffer.from(bytes.slice(at, at + 4)).toString('latin1') === tag) return view.getUint32(at + 8);
	}
	throw new Error(`no table ${tag}`);
}
function changed(change: (view: DataView, bytes: Uint8Array) => void): Uint8Array {
	const bytes = Uint8Array.from(light);
	change(new DataView(bytes.buffer), bytes);
	return bytes;
}

/** The same letters drawn on an em twice as large, and lines set wide: as fonts of offices are. */
const small = changed((view, bytes) => {
	view.setUint16(findTable(bytes, 'head') + 18, 2000);
	view.setInt16(findTable(bytes, 'hhea') + 4, 1500);
	view.setInt16(findTable(bytes, 'hhea') + 6, -900);
});

test('a font of another size is brought to the size of Sarabun, so that a page is set alike in both', async () => {
	const fitted = fitFont(small);
	expect(fitted.kind).toBe('fitted');
	if (fitted.kind !== 'fitted') return;
	const set = async (regular: Uint8Array) =>
		readLayout(
			await printDocument(
				() => ({
					content: 'ผลการดำเนินงานตามข้อตกลง '.repeat(20),
					defaultStyle: { font: 'Sarabun', fontSize: 10.8, lineHeight: 1.48 }
				}),
				{ regular, bold: regular }
			)
		);
	const [own] = await set(fitted.bytes);
	const [known] = await set(light);
	const places = (page: typeof own) => page?.runs.map(({ x, y }) => [x.toFixed(0), y.toFixed(0)]);
	expect(places(own)).toEqual(places(known));
	expect(own?.runs.length).toBeGreaterThan(3);
});

test('Sarabun itself is fitted to itself', () => {
	const fitted = fitFont(new Uint8Array(sarabun.regular));
	expect(fitted).toEqual({ kind: 'fitted', bytes: new Uint8Array(sarabun.regular) });
});

const refused: readonly [string, Uint8Array, string][] = [
	['a web font', file('@fontsource/sarabun/files/sarabun-thai-400-normal.woff2'), 'TrueType'],
	['another kind of outlines', changed((view) => view.setUint32(0, 0x4f54544f)), 'TrueType'],
	['a file cut short', light.slice(0, 3000), 'TrueType'],
	['nothing', new Uint8Array(), 'TrueType'],
	['no outlines', changed((_, bytes) => bytes.set(Buffer.from('xxxx'), 12 + 16 * glyfAt())), 'TrueType'],
	['a ban on embedding', changed((view, bytes) => view.setUint16(findTable(bytes, 'OS/2') + 8, 2)), 'ห้ามฝัง'],
	['a size that is none', changed((view, bytes) => view.setUint16(findTable(bytes, 'head') + 18, 16_000)), 'ผิดปกติ'],
	['too much', new Uint8Array(mostFontBytes + 1), '4 MB']
];
function glyfAt(): number {
	const view = new DataView(light.buffer, light.byteOffset);
	return Array.from({ length: view.getUint16(4) }, (_, nth) => nth).findIndex(
		(nth) => Buffer.from(light.slice(12 + 16 * nth, 16 + 16 * nth)).toString('latin1') === 'glyf'
	);
}
test.each(refused)('%s is refused in a sentence', (_what, bytes, part) => {
	const fitted = fitFont(bytes);
	expect(fitted.kind).toBe('refused');
	if (fitted.kind === 'refused') expect(fitted.why).toContain(part);
});

test('a font without Thai is refused, and what it lacks is named', () => {
	const bytes = changed((view, all) => {
		// Thai is taken out of the table of characters: the first of its subtables that are read
		const cmap = findTable(all, 'cmap');
		for (let nth = 0; nth < view.getUint16(cmap + 2); nth++) {
			const table = cmap + view.getUint32(cmap + 4 + 8 * nth + 4);
			if (view.getUint16(table) === 4) {
				const segments = view.getUint16(table + 6);
				for (let at = 0; at < segments; at += 2) {
					const start = table + 16 + segments + at;
					if (view.getUint16(start) >= 0x0e01 && view.getUint16(start) <= 0x0e5b) {
						view.setUint16(table + 14 + at, 0x0e00);
						view.setUint16(start, 0x0e00);
					}
				}
			}
			if (view.getUint16(table) === 12) {
				for (let group = 0; group < view.getUint32(table + 12); group++) {
					const start = table + 16 + 12 * group;
					if (view.getUint32(start) >= 0x0e01 && view.getUint32(start) <= 0x0e5b) {
						view.setUint32(start, 0x0e00);
						view.setUint32(start + 4, 0x0e00);
					}
				}
			}
		}
	});
	const fitted = fitFont(bytes);
	expect(fitted).toMatchObject({ kind: 'refused' });
	if (fitted.kind === 'refused') expect(fitted.why).toContain('ไม่มีตัว ก ข ฃ');
});
