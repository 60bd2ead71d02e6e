// What pages and the terminal ask of the journal of an open store.
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { linesOnPage } from '../../src/lib/server/journal/desk.ts';
import { everyLine } from '../../src/lib/server/journal/narrow-lines.ts';
import { chainAct, journalFile, noLines, type Head } from '../../src/lib/server/store/journal.ts';
import { commit, fillJournal, group } from './full-journal.ts';
import { planFile, round, whose, withApp, withFolder } from './with-store.ts';

test('lines of a round come out byte for byte, each provable by its own hash; all of them are the journal itself', async () => {
	await withFolder(async (folder) => {
		await fillJournal(folder);
		const file = await readFile(journalFile(folder));
		await withApp(folder, async ({ journal }) => {
			expect(Buffer.from(await journal.raw(everyLine))).toEqual(file);
			const own = Buffer.from(await journal.raw({ ...everyLine, round, act: 'import' })).toString('utf8');
			const all = file.toString('utf8').split('\n');
			expect(own.split('\n').slice(0, -1)).toEqual([all[0], all[2], all[7]]);
			await expect(journal.raw({ ...everyLine, round, only: '4001' })).rejects.toThrow('จึงให้เฉพาะสำนักงานจังหวัด');
		});
	});
});

test('an import is found by the indicator whose values it brought, and by its district', async () => {
	await withFolder(async (folder) => {
		await fillJournal(folder);
		await withApp(folder, async ({ journal }) => {
			const find = async (district: string | null, indicator: string) =>
				(await journal.all({ ...everyLine, round, district, indicator })).map(({ n }) => n);
			expect(await find(null, 'team/2')).toEqual([8, 4, 3, 2, 1]);
			expect(await find('4001', 'team/2')).toEqual([4, 3, 2, 1]);
			expect(await find('4003', 'team/2')).toEqual([8]);
			expect(await find(null, 'individual/7')).toEqual([5]);
		});
	});
});

test('of a round at a moment nothing later is told, neither lines nor who decided what', async () => {
	await withFolder(async (folder) => {
		await withApp(folder, async (app) => {
			const early = { ...planFile('ก่อน.csv', '4001', '96'), received_at: '2022-09-01T10:00:00+07:00' };
			await app.importArriving([early], whose);
			await commit(app, {
				...{ at: '2022-09-20T10:00:00+07:00', ...group, act: 'approve', round },
				what: { results: [{ district: '4001', section: 'team', indicator: '2', stamp: 'x' }], reason: null }
			});
			const found = async (name: string) => (await app.journal.all({ ...everyLine, round: name })).map(({ n }) => n);
			expect(await found(round)).toEqual([2, 1]);
			expect(await found(`${round}@2022-09-10`)).toEqual([1]);
			expect(await found(`${round}@2022-08-10`)).toEqual([]);
			const judged = async (name: string) => (await app.journal.traces(name)).judgements.size;
			expect([await judged(round), await judged(`${round}@2022-09-10`)]).toEqual([1, 0]);
		});
	});
});

test('many lines come by pages, the newest first; a page past the last is the last', async () => {
	await withFolder(async (folder) => {
		await withApp(folder, async (app) => {
			let head: Head = noLines;
			for (let n = 0; n < 2 * linesOnPage + 5; n++) {
				const what = { results: [{ district: '4001', section: 'team', indicator: '2', stamp: 'x' }], reason: null };
				const act = { at: '2022-09-20T10:00:00+07:00', ...group, act: 'approve', round, what } as const;
				head = chainAct(act, head).line;
				await commit(app, act);
			}
			const pageOf = async (page: number) => {
				const { acts, found, pages, page: shown } = await app.journal.list({ ...everyLine, round }, page);
				return [acts.length, acts[0]?.n, found, shown, pages];
			};
			expect(await pageOf(1)).toEqual([50, 105, 105, 1, 3]);
			expect(await pageOf(3)).toEqual([5, 5, 105, 3, 3]);
			expect(await pageOf(99)).toEqual([5, 5, 105, 3, 3]);
			expect(await app.journal.head()).toEqual({ n: head.n, hash: head.hash });
		});
	});
});
