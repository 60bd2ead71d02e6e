// A district's sheet of the demo as pictures: one with something open of each kind.
import { beforeAll, expect, test } from 'vitest';
import { printRequest } from '../../src/lib/server/printing/print.ts';
import { loadDemo } from '../demo/load-demo.ts';
import { drawPages } from './draw-pages.ts';
import { looksAsKnown } from './hold-pages.ts';

let pages: readonly Uint8Array[] = [];
beforeAll(async () => {
	const { later } = await loadDemo();
	pages = await drawPages(await printRequest({ kind: 'district', district: '4021' }, later, [], 'thai'), 1.25);
}, 120_000);

test('there are two pages', () => expect(pages.length).toBe(2));

test.each([1, 2])('page %d looks as it did', (number) =>
	expect(looksAsKnown(`district-${number}`, pages[number - 1] ?? new Uint8Array())).toBe(true)
);
