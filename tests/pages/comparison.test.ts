// The comparison of the demo's rounds as pictures: two rounds on four pages, and the first page of three rounds. A page that
// changed is written beside the old one as *.new.png; rename it when the change is meant.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { beforeAll, expect, test } from 'vitest';
import { gatherFiles } from '../../src/lib/server/imports/gather-files.ts';
import { demoFolder } from '../../src/lib/server/rounds/letters.ts';
import { printRequest } from '../../src/lib/server/printing/print.ts';
import type { App } from '../../src/lib/server/app.ts';
import { earlier, earliest, later } from '../demo/load-demo.ts';
import { withApp, withFolder } from '../server/with-store.ts';
import { drawPages } from './draw-pages.ts';
import { drawSmall } from './draw-small.ts';
import { listChanged } from './hold-sheets.ts';

/** Edges of letters may differ by a shade between machines; this share of pixels may. */
const tolerated = 0.0001;
const picture = (name: string) => fileURLToPath(new URL(name, import.meta.url));

async function printComparison(app: App, names: readonly string[]): Promise<Uint8Array> {
	const { rounds } = await app.compare(names);
	const [latest, ...before] = rounds.toReversed();
	if (latest === undefined) throw new Error('there are rounds to compare');
	const request = { kind: 'comparison', rounds: before.map(({ id }) => id) } as const;
	return await printRequest(request, latest, before, 'thai');
}

let two: readonly Uint8Array[] = [];
let three: readonly Uint8Array[] = [];
let ofThree: Uint8Array = new Uint8Array();
beforeAll(async () => {
	const { files } = await gatherFiles([demoFolder], demoFolder, { round: null, sender: null });
	await withFolder(
		async (folder) =>
			await withApp(folder, async (app) => {
				await app.importArriving(files, { who: 'demo', demo: true });
				two = await drawPages(await printComparison(app, [earliest, earlier]), 1.25);
				ofThree = await printComparison(app, [earliest, earlier, later]);
				three = await drawPages(ofThree, 1.25);
			})
	);
}, 120_000);

function countDifferent(before: PNG, after: PNG): number {
	if (before.width !== after.width || before.height !== after.height) return Number.POSITIVE_INFINITY;
	return pixelmatch(before.data, after.data, undefined, before.width, before.height, { threshold: 0.2 });
}

test('there are four pages of two rounds, and four of three', () => {
	expect([two.length, three.length]).toEqual([4, 4]);
});

test.each([
	['comparison-1', () => two[0]],
	['comparison-2', () => two[1]],
	['comparison-3', () => two[2]],
	['comparison-4', () => two[3]],
	['comparison-three-1', () => three[0]]
])('%s looks as it did', (name, find) => {
	const drawn = find() ?? new Uint8Array();
	const [known, changed] = [picture(`${name}.png`), picture(`${name}.new.png`)];
	rmSync(changed, { force: true });
	const after = PNG.sync.read(Buffer.from(drawn));
	const different = existsSync(known)
		? countDifferent(PNG.sync.read(readFileSync(known)), after)
		: Number.POSITIVE_INFINITY;
	const allowed = after.width * after.height * tolerated;
	if (different > allowed) writeFileSync(changed, drawn);
	expect(different).toBeLessThanOrEqual(allowed);
});

test('every page of three rounds looks as it did', () => {
	expect(listChanged('comparison', drawSmall([{ name: 'comparison-three', bytes: ofThree }]))).toEqual([]);
});
