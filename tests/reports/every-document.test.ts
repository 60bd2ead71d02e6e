// Every document of the demo: its whole text comes back from three viewers, its tree says the same in the same order, and its
// headings go down one step at a time.
import { beforeAll, describe, expect, test } from 'vitest';
import { findWriter, type DocumentRequest } from '../../src/lib/reports/documents.ts';
import { layPaper } from '../../src/lib/reports/paper.ts';
import { printDocument } from '../../src/lib/reports/typesetting/print.ts';
import { earlier, loadDemo, type Demo } from '../demo/load-demo.ts';
import { expectExtracts, runTool, withFile } from './expect-extracts.ts';
import { sarabun } from './fonts.ts';
import { listDocumentTexts, listTexts } from './list-texts.ts';
import { readAloud, withoutSpaces } from './read-pdf.ts';

let demo: Demo;
beforeAll(async () => {
	demo = await loadDemo();
}, 120_000);

const requests: readonly DocumentRequest[] = [
	{ kind: 'memo' },
	{ kind: 'letter', district: null },
	{ kind: 'district', district: '4008' },
	{ kind: 'district', district: '4020' },
	{ kind: 'indicator', section: 'team', indicator: '1' },
	{ kind: 'indicator', section: 'competency', indicator: '3' },
	{ kind: 'comparison', rounds: [earlier] },
	{ kind: 'book' }
];

describe.each(requests)('$kind $district$section$indicator', (request) => {
	const define = () => layPaper(demo.later, findWriter(request, [demo.earlier]), 'thai');
	let bytes: Uint8Array = new Uint8Array();
	beforeAll(async () => {
		bytes = await printDocument(define, sarabun);
	}, 120_000);

	test('comes back whole', { timeout: 300_000 }, async () => {
		await expectExtracts(bytes, listDocumentTexts(define(), 1));
	});

	test('is read aloud in order', { timeout: 300_000 }, async () => {
		const said = withoutSpaces(await readAloud(bytes));
		let from = 0;
		for (const text of listTexts(define().content).map(withoutSpaces)) {
			const at = said.indexOf(text, from);
			expect(at, `${text} after ${said.slice(Math.max(0, from - 40), from)}`).toBeGreaterThanOrEqual(from);
			from = at + text.length;
		}
	});

	test('is at most 60 KB and 6 KB a page', () => {
		const about = withFile(bytes, (path) => runTool('pdfinfo', 'poppler-utils', [path]));
		const pages = Number(/^Pages: +(\d+)$/m.exec(about)?.[1]);
		expect(pages).toBeGreaterThan(0);
		expect(bytes.length).toBeLessThanOrEqual((60 + 6 * pages) * 1024);
	});

	test('has headings that skip no level', () => {
		const tree = withFile(bytes, (path) => runTool('pdfinfo', 'poppler-utils', ['-struct', path]));
		const levels = [...tree.matchAll(/^\s*H(\d)\b/gm)].map(([, level]) => Number(level));
		expect(levels[0]).toBe(1);
		const skips = levels.filter((level, nth) => level > (levels[nth - 1] ?? 0) + 1);
		expect(skips).toEqual([]);
	});
});
