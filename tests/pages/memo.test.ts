// The memo as a picture. A page that changed is written beside the old one as *.new.png; rename it when the change is meant.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { beforeAll, expect, test } from 'vitest';
import { printRequest } from '../../src/lib/server/print.ts';
import { makeView } from '../reports/fixture.ts';
import { drawPages } from './draw-pages.ts';

/** Edges of letters may differ by a shade between machines; this share of pixels may. */
const tolerated = 0.0001;
const picture = (name: string) => fileURLToPath(new URL(name, import.meta.url));

let pages: readonly Uint8Array[] = [];
beforeAll(async () => {
	pages = await drawPages(await printRequest({ kind: 'memo' }, makeView(), [], 'thai'), 1.25);
});

function countDifferent(before: PNG, after: PNG): number {
	if (before.width !== after.width || before.height !== after.height) return Number.POSITIVE_INFINITY;
	return pixelmatch(before.data, after.data, undefined, before.width, before.height, { threshold: 0.2 });
}

test('there are three pages', () => {
	expect(pages.length).toBe(3);
});

test.each([1, 2, 3])('page %d looks as it did', (number) => {
	const drawn = pages[number - 1] ?? new Uint8Array();
	const [known, changed] = [picture(`memo-${number}.png`), picture(`memo-${number}.new.png`)];
	rmSync(changed, { force: true });
	const after = PNG.sync.read(Buffer.from(drawn));
	const different = existsSync(known)
		? countDifferent(PNG.sync.read(readFileSync(known)), after)
		: Number.POSITIVE_INFINITY;
	const allowed = after.width * after.height * tolerated;
	if (different > allowed) writeFileSync(changed, drawn);
	expect(different).toBeLessThanOrEqual(allowed);
});
