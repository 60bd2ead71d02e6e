// What is kept from one document to the next (fonts as they were read, words as they are set) shows in none of them.
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { expect, test } from 'vitest';
import { printDocument } from '../../../src/lib/reports/typesetting/print.ts';
import { sarabun } from '../fonts.ts';

const print = async (content: Content): Promise<string> => {
	const definition = (): TDocumentDefinitions => ({
		info: { creationDate: new Date('2022-09-01T00:00:00Z') },
		defaultStyle: { font: 'Sarabun', fontSize: 10.8, lineHeight: 1.48 },
		content
	});
	return Buffer.from(await printDocument(definition, sarabun)).toString('latin1');
};
const plain = (): Content => [{ text: 'น้ำพอง ก้ำกึ่ง' }, { text: 'abc', bold: true }];
const laden = (): Content => [
	{ text: 'ปุ๋ย ฐานะ ญาติ ป่าชุมชน ที่ปรึกษา น้ำพอง' },
	{ text: ['ก้ำกึ่ง ', { text: 'abc é ö', bold: true }], alignment: 'justify' },
	{ ol: [{ text: 'หนึ่ง' }, { text: 'สอง' }] }
];

test('a document has the same bytes whatever was printed before it', async () => {
	const first = await print(plain());
	const other = await print(laden());
	expect(await print(plain())).toBe(first);
	expect(await print(laden())).toBe(other);
});

test('two documents printed side by side are each as if alone', async () => {
	const alone = [await print(plain()), await print(laden())];
	expect(await Promise.all([print(plain()), print(laden())])).toEqual(alone);
});
