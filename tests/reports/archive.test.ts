// PDF/A-3b, rule by rule: of a book with links and bookmarks, of a secret draft with a picture, of a sheet of an edition with its
// code to scan, and of a letter set in a font of the office's own.
import { beforeAll, describe, expect, test } from 'vitest';
import { regulationPaper, type RoundView } from '../../src/lib/ranking/round.ts';
import type { DocumentRequest } from '../../src/lib/reports/documents.ts';
import type { Fonts } from '../../src/lib/reports/typesetting/print.ts';
import { fitFont } from '../../src/lib/server/office/own-font.ts';
import { printJob } from '../../src/lib/server/printing/print.ts';
import { archiveRules, type Judged } from './archive-rules.ts';
import { mustBe } from '../demo/load-demo.ts';
import { publishFixture } from './edition-view.ts';
import { makeView } from './fixture.ts';
import { sarabun } from './fonts.ts';
import { readObjects, unpack } from './read-objects.ts';

// a dot of one pixel, half of it to be seen through
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
const paper = { ...regulationPaper, draft: true, secrecy: 'ลับ', emblem: { kind: 'png', base64: png } } as const;

const fit = (bytes: Uint8Array): Uint8Array => {
	const fitted = fitFont(bytes);
	if (fitted.kind === 'refused') throw new Error(fitted.why);
	return fitted.bytes;
};
const own = (): Fonts => ({ regular: fit(sarabun.regular), bold: fit(sarabun.bold) });

const documents: readonly (readonly [string, RoundView, DocumentRequest, Fonts | null])[] = [
	['a book', makeView(), { kind: 'book' }, null],
	['a secret draft with a picture', makeView({ office: { paper } }), { kind: 'memo' }, null],
	['a sheet of an edition', publishFixture(2), { kind: 'district', district: '4021' }, null],
	['a letter in the office’s own font', makeView(), { kind: 'letter', district: '4001' }, own()]
];

async function judge([, view, request, fonts]: (typeof documents)[number]): Promise<{
	judged: Judged;
	plain: Uint8Array;
}> {
	const { bytes } = await printJob({ request, view, earlier: [], digits: 'thai', fonts }, () => undefined);
	const plain = unpack(bytes);
	return { judged: { bytes, text: toText(bytes), file: readObjects(plain) }, plain };
}
const toText = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const find = (rule: string, judged: Judged) =>
	Object.entries(archiveRules).find(([name]) => name.startsWith(rule))?.[1](judged);

let judged: readonly { readonly judged: Judged; readonly plain: Uint8Array }[] = [];
beforeAll(async () => {
	judged = await Promise.all(documents.map(judge));
}, 120_000);

describe.each(documents.map(([name], nth) => [name, nth] as const))('%s', (_, nth) => {
	test.each(Object.keys(archiveRules))('%s', (rule) => {
		expect([...new Set(find(rule, mustBe(judged[nth]).judged))].slice(0, 20)).toEqual([]);
	});
});

// letters of the same number put in the place of others, so that every object stays where it is
const spoiled: readonly (readonly [rule: string, document: number, from: string | RegExp, to: string])[] = [
	['6.1.13', 0, '/MediaBox [ 0 0 595.28', '/MediaBox [ 0 0 99999 '],
	['6.2.2', 0, /\nBT\n/, '\nBZ\n'],
	['6.2.3', 0, '/GTS_PDFA1', '/GTS_PDFX1'],
	['6.2.4', 0, /\n[\d. ]+ scn?\n/, ''],
	['6.2.5', 0, '/ca ', '/TR '],
	['6.2.8', 1, '/BitsPerComponent 8', '/Alternates 8'],
	['6.2.11.3', 0, '/CIDToGIDMap', '/CIDToGIDMop'],
	['6.2.11.4', 0, '/FontFile2', '/FontFile3'],
	['6.2.11.5', 0, /\/W \[ 0 \[ 700/, '/W [ 0 [ 799'],
	['6.2.11.7', 0, '/ToUnicode', '/ToUnicoda'],
	['6.3', 0, /\/F 4\b/, '/F 2'],
	['6.4', 0, '/Marked true', '/JS true'],
	['6.6.2', 0, '<pdfaid:part>3', '<pdfaid:part>1'],
	['6.6.3', 0, '<pdf:Producer>watphon', '<pdf:Producer>Watphon'],
	['6.8', 0, '/AFRelationship', '/AFRelationShip'],
	['6.8', 0, '/AF [', '/AG ['],
	['6.9', 0, '/Tabs /S', '/OCGs /S']
];
test.each(spoiled)('a file that breaks %s is found out', (rule, nth, from, to) => {
	const { judged: whole, plain } = mustBe(judged[nth]);
	const text = toText(plain);
	const [found = ''] = (typeof from === 'string' ? (text.includes(from) ? [from] : []) : from.exec(text)) ?? [];
	expect(found).not.toBe('');
	const broken = Buffer.from(text.replace(found, (to === '' ? ' 0 0 0 0 k' : to).padEnd(found.length)), 'latin1');
	expect(broken.length).toBe(plain.length);
	expect(find(rule, { ...whole, file: readObjects(broken) })).not.toEqual([]);
});

const torn: readonly (readonly [rule: string, (text: string) => string])[] = [
	['6.1.2', (text) => text.replace(/%[\x80-\xff]+/, '%plain')],
	['6.1.3', (text) => `${text} more`],
	['6.1.7', (text) => text.replace(/\/Length (\d+)/, '/Length 1$1')],
	['6.1.7', (text) => text.replace('/FlateDecode', '/LZWDecode')],
	['6.1.9', (text) => text.replace(/ obj[\r\n]+/, ' obj ')]
];
test.each(torn)('bytes that break %s are found out', (rule, tear) => {
	const { judged: whole } = mustBe(judged[0]);
	expect(find(rule, { ...whole, text: tear(whole.text) })).not.toEqual([]);
});
