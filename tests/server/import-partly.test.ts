// Files with mistakes, questions and values taken back: what is stored, what is said, and that a rebuild gives the same.
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { App } from '../../src/lib/server/app.ts';
import type { Arriving } from '../../src/lib/server/imports/arriving.ts';
import { keepFile } from '../../src/lib/server/store/archive.ts';
import { sha256 } from '../../src/lib/server/store/durable.ts';
import { appendAct, noLines } from '../../src/lib/server/store/journal.ts';
import type { Act } from '../../src/lib/server/store/acts.ts';
import { dropOldBundles } from '../../src/lib/server/imports/waiting.ts';
import { act, planFile, round, whose, withApp, withFolder } from './with-store.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const fileOf = (name: string, rows: string): Arriving => ({
	name,
	bytes: bytesOf(`อำเภอ,ส่วน,ตัวชี้วัด,รายการ,ค่า\n${rows}`),
	...{ round, sender: 'สพอ.', received_at: null }
});
const mixed = fileOf(
	'ผสม.csv',
	'เมืองขอนแก่น,team,2,plan_achievement_pct,96\nบ้านฝาง,team,2,plan_achievement_pct,สูง\nแวงนอย,team,2,plan_achievement_pct,88\n'
);
const entriesOf = async (app: App) =>
	(await app.round(round))?.entries.map(({ district, text, submission }) => [district, text, submission]);
const hold = (app: App, ...files: readonly Arriving[]) =>
	app.imports.hold(files, { round, sender: 'สพอ.', district: null });
const look = async (app: App, id: string) => {
	const waiting = await app.imports.preview(round, id);
	if (waiting === null) throw new Error('nothing waits');
	return waiting.preview;
};

test('a part is taken only where the officer says so, and a rebuild gives the same', async () => {
	await withFolder(async (folder) => {
		await withApp(folder, async (app) => {
			const refused = await app.importArriving([mixed], whose);
			expect([refused.accepted, refused.outcome, refused.usable, refused.unusable]).toEqual([false, 'rejected', 1, 2]);
			expect(await entriesOf(app)).toEqual([]);
			const taken = await app.importArriving([mixed], whose, { partly: true });
			expect([taken.accepted, taken.outcome, taken.receipts[0]?.receipt]).toEqual([
				true,
				'partly_accepted',
				'2565-0001'
			]);
			expect(await entriesOf(app)).toEqual([['4001', '96', 1]]);
			expect(await app.rebuild()).toEqual([]);
			expect(await entriesOf(app)).toEqual([['4001', '96', 1]]);
		});
	});
});

test('an answer lets the value in, is kept with the file, and is remembered for the next of the same shape', async () => {
	await withFolder(async (folder) => {
		await withApp(folder, async (app) => {
			const { id } = await hold(app, mixed);
			const [question] = (await look(app, id)).questions;
			expect(question?.choices.map(({ means }) => means)).toContain('4014');
			if (question === undefined) return;
			const { kind, about, shape } = question;
			await app.imports.answer(round, id, [{ kind, about, shape, means: '4014' }]);
			const answered = await look(app, id);
			expect([answered.questions, answered.usable, answered.unusable]).toEqual([[], 2, 1]);
			const taken = await app.imports.take(round, id, { stamp: answered.stamp, partly: true, actor: { who: 'web' } });
			expect(taken.kind).toBe('taken');
			const stored = await entriesOf(app);
			expect(stored).toEqual([
				['4001', '96', 1],
				['4014', '88', 1]
			]);
			expect(await app.rebuild()).toEqual([]);
			expect(await entriesOf(app)).toEqual(stored);
			const next = await hold(app, fileOf('ต่อไป.csv', 'แวงนอย,team,2,plan_achievement_pct,90\n'));
			const remembered = await look(app, next.id);
			expect([remembered.questions, remembered.outcome]).toEqual([[], 'accepted_with_warnings']);
			expect(remembered.problems[0]?.message).toContain('แวงนอย');
		});
	});
});

test('what arrives is told apart from what is there: new, same, changed, withdrawn', async () => {
	await withFolder(async (folder) => {
		await withApp(folder, async (app) => {
			await app.importArriving([planFile('a.csv', '4001', '96'), planFile('b.csv', '4002', '80')], whose);
			await app.importArriving([planFile('c.csv', '4003', '70')], whose);
			const rows = ['4001,team,2,plan_achievement_pct,96.0', '4002,team,2,plan_achievement_pct,91'];
			rows.push('4003,team,2,plan_achievement_pct,ถอน', '4004,team,2,plan_achievement_pct,60');
			const { id } = await hold(app, fileOf('ใหม่.csv', `${rows.join('\n')}\n`));
			const preview = await look(app, id);
			expect(preview.counts).toEqual({ new: 1, same: 1, changed: 1, withdrawn: 1 });
			expect(preview.changes.map(({ kind, district, submission }) => [kind, district, submission])).toEqual([
				['changed', '4002', 2],
				['withdrawn', '4003', 3]
			]);
			const moved = preview.moves.scores.map(({ district, after }) => [district, after?.status]);
			expect(moved).toContainEqual(['4003', 'not_reported']);
			await app.imports.take(round, id, { stamp: preview.stamp, partly: false, actor: { who: 'web' } });
			expect((await entriesOf(app))?.map(([district]) => district)).toEqual(['4001', '4002', '4004']);
			const receipt = await app.imports.receipt(round, 4);
			expect(receipt?.counts).toEqual({ new: 1, same: 1, changed: 1, withdrawn: 1 });
			expect(receipt?.changes.map(({ kind, district, submission }) => [kind, district, submission])).toEqual([
				['changed', '4002', 2],
				['withdrawn', '4003', 3]
			]);
			expect(await app.rebuild()).toEqual([]);
			expect((await entriesOf(app))?.map(([district]) => district)).toEqual(['4001', '4002', '4004']);
		});
	});
});

test('two people at once: what would now do something else is not stored, what does the same is', async () => {
	await withFolder(async (folder) => {
		await withApp(folder, async (app) => {
			const first = await hold(app, planFile('a.csv', '4001', '96'));
			const second = await hold(app, planFile('b.csv', '4001', '80'));
			const other = await hold(app, planFile('c.csv', '4002', '80'));
			const stamps = [first, second, other].map(async ({ id }) => (await look(app, id)).stamp);
			const [stampA = '', stampB = '', stampC = ''] = await Promise.all(stamps);
			const wish = { partly: false, actor: { who: 'web' } };
			expect((await app.imports.take(round, first.id, { ...wish, stamp: stampA })).kind).toBe('taken');
			expect((await app.imports.take(round, second.id, { ...wish, stamp: stampB })).kind).toBe('moved');
			expect((await app.imports.take(round, other.id, { ...wish, stamp: stampC })).kind).toBe('taken');
			expect((await app.imports.take(round, first.id, { ...wish, stamp: stampA })).kind).toBe('gone');
			expect((await entriesOf(app))?.map(([, text]) => text)).toEqual(['96', '80']);
			expect((await look(app, second.id)).counts.changed).toBe(1);
		});
	});
});

test('files wait outside archive and journal, the same files as the same bundle, until taken, cancelled or old', async () => {
	await withFolder(async (folder) => {
		await withApp(folder, async (app) => {
			const first = await hold(app, planFile('a.csv', '4001', '96'));
			const again = await hold(app, planFile('a.csv', '4001', '96'));
			const other = await hold(app, planFile('a.csv', '4001', '96'), planFile('b.csv', '4002', '96'));
			expect([again.id === first.id, other.id === first.id]).toEqual([true, false]);
			expect((await app.imports.waiting(round)).map(({ id }) => id).toSorted()).toEqual(
				[first.id, other.id].toSorted()
			);
			expect((await readdir(folder)).includes('archive')).toBe(false);
			await app.imports.drop(round, other.id);
			expect((await readdir(join(folder, 'waiting'))).length).toBe(2);
			expect(await app.imports.preview(round, other.id)).toBeNull();
			expect(await app.imports.preview('khon-kaen/2565-1', first.id)).toBeNull();
			expect(await app.imports.preview(round, '../../journal')).toBeNull();
			await dropOldBundles(folder, first.arrived_at);
			expect(await app.imports.waiting(round)).toHaveLength(1);
			await dropOldBundles(folder, '9999');
			expect(await readdir(join(folder, 'waiting'))).toEqual([]);
		});
	});
});

test('a held file that is no longer what came is gone, not taken', async () => {
	await withFolder(async (folder) => {
		await withApp(folder, async (app) => {
			const { id, files } = await hold(app, planFile('a.csv', '4001', '96'));
			await writeFile(join(folder, 'waiting', files[0]?.sha256 ?? ''), 'x');
			expect(await app.imports.preview(round, id)).toBeNull();
		});
	});
});

test('a receipt carries what was left out and why, the warnings, and the file as it came', async () => {
	await withFolder(async (folder) => {
		await withApp(folder, async (app) => {
			await app.importArriving([mixed], whose, { partly: true });
			const receipt = await app.imports.receipt(round, 1);
			expect(receipt?.outcome).toBe('partly_accepted');
			expect(receipt?.leftOut.map(({ at, times }) => [at.cell, times])).toEqual([
				['E3', 1],
				['A4', 1]
			]);
			expect(receipt?.leftOut[0]?.why).toContain('สูง');
			expect(receipt?.fileWhole).toBe(true);
			expect(await app.imports.received(round, 1)).toEqual({ name: 'ผสม.csv', bytes: Buffer.from(mixed.bytes) });
			expect(await app.imports.receipt(round, 2)).toBeNull();
			expect(await app.imports.receipt('khon-kaen/2565-1', 1)).toBeNull();
		});
	});
});

test('every version of a value is kept, the newest in force', async () => {
	await withFolder(async (folder) => {
		await withApp(folder, async (app) => {
			for (const [name, percent] of [
				['a.csv', '96'],
				['b.csv', 'ถอน'],
				['c.csv', '80']
			] as const)
				await app.importArriving([planFile(name, '4001', percent)], whose);
			const versions = await app.imports.versions(round, { district: '4001', section: 'team', indicator: '2' });
			expect(versions.map(({ text, submission, inForce }) => [text, submission, inForce])).toEqual([
				['80', 3, true],
				['ถอน', 2, false],
				['96', 1, false]
			]);
		});
	});
});

test('two files of one bundle that differ are said, and the later stands', async () => {
	await withFolder(async (folder) => {
		await withApp(folder, async (app) => {
			const files = [planFile('a.csv', '4001', '96'), planFile('b.csv', '4001', '80')];
			const taken = await app.importArriving(files, whose);
			expect(taken.problems.filter(({ code }) => code === 'files_differ').map(({ at }) => at.file)).toEqual(['b.csv']);
			expect(await entriesOf(app)).toEqual([['4001', '80', 2]]);
		});
	});
});

test('a line written before files could be taken in part has a receipt too', async () => {
	await withFolder(async (folder) => {
		const { bytes } = planFile('a.csv', '4001', '96');
		await keepFile(folder, sha256(bytes), bytes);
		const file = { number: 1, round, file: 'a.csv', sha256: sha256(bytes), bytes: bytes.byteLength, sender: null };
		const files = [{ ...file, received_at: act.at, entries: 1, districts: ['4001'] }];
		await appendAct(folder, { ...act, what: { files } } as Act, noLines);
		await withApp(folder, async (app) => {
			expect(await entriesOf(app)).toEqual([['4001', '96', 1]]);
			const receipt = await app.imports.receipt(round, 1);
			expect([receipt?.outcome, receipt?.counts.new, receipt?.leftOut, receipt?.who]).toEqual([
				...['accepted', 1, [], 'สมหมาย']
			]);
		});
	});
});
