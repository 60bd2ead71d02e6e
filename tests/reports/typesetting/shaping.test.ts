// The product shapes cluster by cluster, which makes a glyph for each; here that is held against whole words, over every word of all
// letters and every letter with every vowel and tone it can carry. And why HarfBuzz: what fontkit does otherwise.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { splitRuns } from '../../../src/lib/reports/typesetting/clusters.ts';
import { openShaper, type ShapedGlyph } from '../../../src/lib/reports/typesetting/shape.ts';
import { sarabun } from '../fonts.ts';

/** fontkit as pdfkit has it; it comes with it and has no types of its own */
interface Fontkit {
	create(bytes: Buffer): {
		layout(text: string): {
			readonly glyphs: readonly { readonly id: number }[];
			readonly positions: readonly { readonly xAdvance: number; readonly xOffset: number; readonly yOffset: number }[];
		};
	};
}
const require = createRequire(import.meta.url);
const fontkit = createRequire(require.resolve('pdfkit/package.json'))('fontkit') as Fontkit;

interface Drawn {
	readonly glyph: number;
	readonly x: number;
	readonly y: number;
}
interface Word {
	readonly drawn: readonly Drawn[];
	readonly width: number;
}

function place(glyphs: readonly Pick<ShapedGlyph, 'id' | 'xAdvance' | 'xOffset' | 'yOffset'>[]): Word {
	let width = 0;
	const drawn = glyphs.map(({ id, xAdvance, xOffset, yOffset }) => {
		const one = { glyph: id, x: width + xOffset, y: yOffset };
		width += xAdvance;
		return one;
	});
	return { drawn, width };
}
const isSame = (one: Word, other: Word): boolean => JSON.stringify(one) === JSON.stringify(other);

const segmenter = new Intl.Segmenter('th', { granularity: 'word' });
function listWords(): readonly string[] {
	const root = fileURLToPath(new URL('../../../data/agreements/', import.meta.url));
	const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
	const text = files.map((name) => readFileSync(`${root}${name}`, 'utf8')).join('\n');
	const written = [...segmenter.segment(text)].map(({ segment }) => segment);
	return [...new Set(written)].filter((word) => /[\u0e01-\u0e5b]/u.test(word));
}
function listSyllables(): readonly string[] {
	const letters = Array.from({ length: 46 }, (_, nth) => String.fromCodePoint(0x0e01 + nth));
	const vowels = ['', 'ิ', 'ี', 'ึ', 'ื', 'ั', 'ุ', 'ู', 'ำ'];
	const tones = ['', '่', '้', '๊', '๋', '์', '็'];
	return letters.flatMap((letter) =>
		vowels.flatMap((vowel) =>
			tones.map((tone) => (vowel === 'ำ' ? letter + tone + vowel : letter + vowel + tone)).map((one) => `เ${one}ง`)
		)
	);
}

const kinds = [
	['regular', 'words of the letters', sarabun.regular, listWords],
	['bold', 'words of the letters', sarabun.bold, listWords],
	['regular', 'syllables', sarabun.regular, listSyllables],
	['bold', 'syllables', sarabun.bold, listSyllables]
] as const;

test.each(kinds)('%s %s are set the same by cluster and whole', (_, __, bytes, list) => {
	const shape = openShaper(bytes);
	const words = list();
	expect(words.length).toBeGreaterThan(500);
	expect(words.filter((word) => !isSame(place(splitRuns(word).flatMap(shape)), place(shape(word))))).toEqual([]);
});

test('fontkit puts the tone of ปุ๋ย elsewhere, and of no word else but after ป ฝ ฟ', () => {
	const font = fontkit.create(Buffer.from(sarabun.regular));
	const shape = openShaper(sarabun.regular);
	const byFontkit = (word: string) => {
		const { glyphs, positions } = font.layout(word);
		return place(glyphs.map(({ id }, nth) => ({ id, ...(positions[nth] ?? { xAdvance: 0, xOffset: 0, yOffset: 0 }) })));
	};
	const differ = (word: string) => !isSame(place(shape(word)), byFontkit(word));
	expect(['ปุ๋ย', 'ปู่', 'ฝุ่น', 'ฟุ้ง'].filter(differ)).toEqual(['ปุ๋ย', 'ปู่', 'ฝุ่น', 'ฟุ้ง']);
	expect(listWords().filter((word) => !/[ปฝฟ][ุู][่-๋]/u.test(word) && differ(word))).toEqual([]);
});
