// Every page of every document of the demo's newest round as a small picture, and a few of them in full.
import { beforeAll, expect, test } from 'vitest';
import { nameDocument } from '../../src/lib/reports/document-names.ts';
import { listDocuments } from '../../src/lib/reports/list-documents.ts';
import { printRequest } from '../../src/lib/server/printing/print.ts';
import { loadDemo, mustBe } from '../demo/load-demo.ts';
import { drawPages } from './draw-pages.ts';
import { drawSmall, type Drawn } from './draw-small.ts';
import { looksAsKnown } from './hold-pages.ts';
import { listChanged } from './hold-sheets.ts';

let documents: readonly Drawn[] = [];
beforeAll(async () => {
	const { later } = await loadDemo();
	// a letter to one district is its page of the letters to all; rounds are compared beside this
	const asked = listDocuments(later, []).filter((request) => request.kind !== 'letter' || request.district === null);
	const printed: Drawn[] = [];
	for (const request of asked)
		printed.push({ name: nameDocument(request), bytes: await printRequest(request, later, [], 'thai') });
	documents = printed;
}, 240_000);

test('there is a document for each district and each indicator', () => {
	expect(documents.length).toBe(3 + 26 + 21);
});

test.each([
	['memo', /^memo$/],
	['letters', /^letters$/],
	['districts', /^district-/],
	['indicators', /^indicator-/],
	['book', /^book$/]
])('every page of the %s looks as it did', (group, names) => {
	const pages = drawSmall(documents.filter(({ name }) => names.test(name)));
	expect(pages.length).toBeGreaterThan(1);
	expect(listChanged(group, pages)).toEqual([]);
});

// a sheet with something open of each kind, and an indicator whose ladder is a line
test.each([
	['district', 'district-4021'],
	['indicator', 'indicator-individual-1']
])('the two pages of a %s look as they did in full', async (picture, document) => {
	const { bytes } = mustBe(documents.find(({ name }) => name === document));
	const pages = await drawPages(bytes, 1.25);
	expect(pages.map((page, nth) => looksAsKnown(`${picture}-${nth + 1}`, page))).toEqual([true, true]);
});
