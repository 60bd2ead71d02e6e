// Texts that look alike have one look, and each says what pdfmake would have found for it.
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { expect, test, vi } from 'vitest';
import { installMergedRuns } from '../../../src/lib/reports/typesetting/merged-runs.ts';
import { Renderer } from '../../../src/lib/reports/typesetting/pdfmake-parts.ts';
import { printDocument } from '../../../src/lib/reports/typesetting/print.ts';
import { sarabun } from '../fonts.ts';

/** Every run as it is drawn: its words, its size and its colour. */
async function drawnRuns(content: Content, styles: NonNullable<TDocumentDefinitions['styles']> = {}) {
	installMergedRuns();
	const spy = vi.spyOn(Renderer.prototype, 'renderLine');
	await printDocument(() => ({ content, styles, defaultStyle: { font: 'Sarabun', fontSize: 10 } }), sarabun);
	const runs = spy.mock.calls.flatMap(([{ inlines }]) =>
		inlines.map(({ text, fontSize, color, look }) => ({ said: [text.trim(), fontSize, color], look }))
	);
	spy.mockRestore();
	return runs;
}

test.each<[what: string, content: Content, said: readonly unknown[]]>([
	['what stands around is handed down', { stack: [{ text: 'ก' }], color: '#111111' }, ['ก', 10, '#111111']],
	['the nearest says', { stack: [{ text: 'ก', color: '#222222' }], color: '#111111' }, ['ก', 10, '#222222']],
	['a run says for itself', { text: [{ text: 'ก', fontSize: 20 }], color: '#111111' }, ['ก', 20, '#111111']],
	['a name stands for what it names', { text: 'ก', style: 'red' }, ['ก', 10, '#ff0000']],
	['a name may extend another', { text: 'ก', style: 'big' }, ['ก', 30, '#ff0000']],
	['a node says more than its name', { text: 'ก', style: 'big', fontSize: 8 }, ['ก', 8, '#ff0000']],
	['a run may have a name', { text: [{ text: 'ก', style: 'red' }] }, ['ก', 10, '#ff0000']],
	['nothing said is as if left out', { text: 'ก', color: undefined as unknown as string }, ['ก', 10, 'black']],
	['what is raised is smaller', { text: [{ text: 'ก', sup: true }] }, ['ก', 5.8, 'black']]
])('%s', async (_, content, said) => {
	const runs = await drawnRuns(content, { red: { color: '#ff0000' }, big: { extends: 'red', fontSize: 30 } });
	expect(runs.map((run) => run.said)).toEqual([said]);
});

test('words of two looks never become one run, words of one look do', async () => {
	const [first, second, ...more] = await drawnRuns([
		{ text: ['แดง', { text: 'ดำ', bold: true }, { text: 'ดำ', bold: true }] }
	]);
	expect(more).toEqual([]);
	expect([first?.said[0], second?.said[0]]).toEqual(['แดง', 'ดำดำ']);
	expect(first?.look).not.toBe(second?.look);
});
