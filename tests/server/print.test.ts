import process from 'node:process';
import { afterAll, expect, test, vi } from 'vitest';
import type { RoundView } from '../../src/lib/ranking/round.ts';
import { openApp } from '../../src/lib/server/app.ts';
import { openPress } from '../../src/lib/server/printing/print-press.ts';
import { printJob, type PrintJob, type PrintProgress } from '../../src/lib/server/printing/print.ts';
import { makeView } from '../reports/fixture.ts';
import { planFile, round, whose, withFolder } from './with-store.ts';

const press = openPress();
afterAll(() => press.close());
const memo = (view: RoundView): PrintJob => ({
	request: { kind: 'memo' },
	view,
	earlier: [],
	digits: 'thai',
	fonts: null
});

test('the worker prints the same bytes as printing here, and says how far it has come', async () => {
	const heard: PrintProgress[] = [];
	const signal = new AbortController().signal;
	const here = await printJob(memo(makeView()), () => undefined);
	const there = await press.print(memo(makeView()), { signal, onProgress: (progress) => heard.push(progress) });
	expect(Buffer.compare(there.bytes, here.bytes)).toBe(0);
	expect(there).toMatchObject({ pages: here.pages, title: here.title, data: here.data });
	expect(heard[0]).toEqual({ kind: 'writing' });
	expect(heard).toContainEqual({ kind: 'laying', pages: here.pages });
});

test('a document that cannot be written fails with a sentence, and the press prints on', async () => {
	const watch = { signal: new AbortController().signal, onProgress: () => undefined };
	const told = vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
	const { agreement, ...broken } = makeView();
	expect(agreement.sections.length).toBeGreaterThan(0);
	await expect(press.print(memo(broken as RoundView), watch)).rejects.toThrow('พิมพ์เอกสารนี้ไม่สำเร็จ');
	expect(told).toHaveBeenCalledWith(expect.stringContaining('TypeError'));
	told.mockRestore();
	expect((await press.print(memo(makeView()), watch)).pages).toBeGreaterThan(0);
});

test('questions are answered while documents are printed, and a document is printed once for each state of the data', async () => {
	await withFolder(async (folder) => {
		const app = await openApp(folder, openPress());
		try {
			await app.importArriving([planFile('a.csv', '4001', '96')], whose);
			expect(await app.documentAtHand(round, { kind: 'memo' }, null)).toBeNull();
			let printed = false;
			const printing = app.document(round, { kind: 'memo' }, null).finally(() => (printed = true));
			for (let asked = 0; asked < 10; asked += 1) expect((await app.round(round))?.received).toHaveLength(1);
			expect(printed).toBe(false);
			const first = await printing;
			expect(await app.document(round, { kind: 'memo' }, 'thai')).toBe(first);
			expect(await app.documentAtHand(round, { kind: 'memo' }, null)).toBe(first);
			expect((await app.document(round, { kind: 'memo' }, 'arabic')).etag).not.toBe(first.etag);
			await app.importArriving([planFile('b.csv', '4002', '81')], whose);
			expect((await app.document(round, { kind: 'memo' }, null)).etag).not.toBe(first.etag);
			const office = { ...(await app.office()), name: 'สำนักงานที่ยังไม่ได้บันทึก' };
			const tried = await app.document(round, { kind: 'memo' }, null, { office });
			expect(tried.etag).not.toBe((await app.document(round, { kind: 'memo' }, null)).etag);
		} finally {
			await app.close();
		}
	});
});

const misfits = [
	[{ kind: 'district', district: '9999' }, 'unknown_district', 'ไม่พบอำเภอ 9999 ในจังหวัดขอนแก่น'],
	[{ kind: 'letter', district: '3101' }, 'unknown_district', 'ไม่พบอำเภอ 3101 ในจังหวัดขอนแก่น'],
	[{ kind: 'indicator', section: 'team', indicator: '99' }, 'unknown_indicator', 'ไม่พบตัวชี้วัด team/99'],
	[{ kind: 'comparison', rounds: [round] }, 'same_round', 'กับรอบเดียวกันไม่ได้'],
	[{ kind: 'comparison', rounds: ['buriram/2565-2'] }, 'other_province', 'เป็นของจังหวัดอื่น'],
	[{ kind: 'comparison', rounds: ['khon-kaen/2599-1'] }, 'unknown_round', 'ไม่พบข้อตกลงของรอบ khon-kaen/2599-1']
] as const;
test.each(misfits)('%j is refused as %s', async (request, code, sentence) => {
	await withFolder(async (folder) => {
		const app = await openApp(folder);
		try {
			await expect(app.document(round, request, null)).rejects.toMatchObject({
				problems: [{ code, message: expect.stringContaining(sentence) as string }]
			});
		} finally {
			await app.close();
		}
	});
});
