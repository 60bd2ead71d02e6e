// Pages of a book as pictures: its cover, contents, summary, ranking, heat table, and the first pages of two appendices.
// A page that changed is written beside the old one as *.new.png; rename it when the change is meant.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { beforeAll, expect, test } from 'vitest';
import { writeBook } from '../../src/lib/reports/book/book.ts';
import { layPaper } from '../../src/lib/reports/paper.ts';
import { printDocument } from '../../src/lib/reports/typesetting/print.ts';
import { readBook } from '../reports/book-reader.ts';
import { makeView } from '../reports/fixture.ts';
import { sarabun } from '../reports/fonts.ts';
import { drawPages } from './draw-pages.ts';

/** Edges of letters may differ by a shade between machines; this share of pixels may. */
const tolerated = 0.0001;
const picture = (name: string) => fileURLToPath(new URL(name, import.meta.url));

const shown: readonly (readonly [name: string, bookmark: string | null])[] = [
	['cover', null],
	['contents', 'สารบัญ'],
	['summary', 'บทที่ ๑ บทสรุป'],
	['ranking', 'บทที่ ๒ อันดับของอำเภอ'],
	['heat', 'บทที่ ๓ ผลรายตัวชี้วัด'],
	['letter', 'ภาคผนวก ก ตัวชี้วัดและเกณฑ์ตามข้อตกลง'],
	['files', 'ภาคผนวก จ แฟ้มที่ได้รับ']
];

let pages: readonly Uint8Array[] = [];
let numbers: ReadonlyMap<string, number> = new Map();
beforeAll(async () => {
	const bytes = await printDocument(() => layPaper(makeView(), writeBook, 'thai'), sarabun);
	const { bookmarks } = await readBook(bytes);
	numbers = new Map(bookmarks.map(({ title, page }) => [title, page]));
	pages = await drawPages(bytes, 1.25);
}, 240_000);

function countDifferent(before: PNG, after: PNG): number {
	if (before.width !== after.width || before.height !== after.height) return Number.POSITIVE_INFINITY;
	return pixelmatch(before.data, after.data, undefined, before.width, before.height, { threshold: 0.2 });
}

test.each(shown)('the %s looks as it did', (name, bookmark) => {
	const drawn = pages[(bookmark === null ? 1 : (numbers.get(bookmark) ?? 0)) - 1] ?? new Uint8Array();
	const [known, changed] = [picture(`book-${name}.png`), picture(`book-${name}.new.png`)];
	rmSync(changed, { force: true });
	const after = PNG.sync.read(Buffer.from(drawn));
	const different = existsSync(known)
		? countDifferent(PNG.sync.read(readFileSync(known)), after)
		: Number.POSITIVE_INFINITY;
	const allowed = after.width * after.height * tolerated;
	if (different > allowed) writeFileSync(changed, drawn);
	expect(different).toBeLessThanOrEqual(allowed);
});
