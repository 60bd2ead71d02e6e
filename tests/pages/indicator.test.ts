// An indicator's report of the demo as pictures: one whose ladder is a line.
import { beforeAll, expect, test } from 'vitest';
import { printRequest } from '../../src/lib/server/printing/print.ts';
import { loadDemo } from '../demo/load-demo.ts';
import { drawPages } from './draw-pages.ts';
import { looksAsKnown } from './hold-pages.ts';

let pages: readonly Uint8Array[] = [];
beforeAll(async () => {
	const { later } = await loadDemo();
	const request = { kind: 'indicator', section: 'individual', indicator: '1' } as const;
	pages = await drawPages(await printRequest(request, later, [], 'thai'), 1.25);
}, 120_000);

test('there are two pages', () => expect(pages.length).toBe(2));

test.each([1, 2])('page %d looks as it did', (number) =>
	expect(looksAsKnown(`indicator-${number}`, pages[number - 1] ?? new Uint8Array())).toBe(true)
);
