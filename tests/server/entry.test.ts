import { expect, test } from 'vitest';
import { isAppliedTo } from '../../src/lib/agreement/applies.ts';
import type { App } from '../../src/lib/server/app.ts';
import { valueKey } from '../../src/lib/server/entry/fields.ts';
import { verifyStore } from '../../src/lib/server/store/verify.ts';
import { at, actor, chumPhae, fillIn, nothingElse, plan, save, send, typePlan } from './entry-forms.ts';
import { planFile, round, whose, withApp, withFolder } from './with-store.ts';

const inForce = async (app: App) =>
	(await app.round(round))?.entries.map(({ input, value }) => [
		input,
		value.kind === 'number' ? value.scaled : value.kind
	]);

test('a draft is kept for who opens it next, changes no score, and ends when it is sent', async () => {
	await withFolder(async (folder) => {
		await withApp(folder, (app) => save(app, typePlan('96')));
		await withApp(folder, async (app) => {
			expect(await app.entry.draft(round, chumPhae)).toMatchObject({ version: 1, saved_by: 'สมหญิง' });
			expect(await inForce(app)).toEqual([]);
			const sent = await send(app);
			expect(sent.kind === 'sent' && sent.receipt).toMatchObject({ entries: 1, sender: 'สมหญิง', districts: ['4005'] });
			expect(sent.kind === 'sent' && sent.receipt.file).toMatch(
				/^กรอกบนเว็บ ชุมแพ 25\d\d-\d\d-\d\d \d\d\.\d\d\.\d\d\.json$/
			);
			expect(await inForce(app)).toEqual([[plan, 96_000_000n]]);
			expect(await app.entry.draft(round, chumPhae)).toBeNull();
			expect(await send(app)).toEqual({ kind: 'gone' });
		});
	});
});

test.each(['khon-kaen/2565-2', 'chaiyaphum/2562-1', 'buriram/2565-2', 'chachoengsao/2567-q2'])(
	'%s: every input typed in the form is received as it was typed, and as rebuilt and at the moment it came',
	async (id) => {
		await withFolder((folder) =>
			withApp(folder, async (app) => {
				const view = await app.round(id);
				const district = view?.province.districts[0]?.code ?? '';
				const typed = new Map<string, string>();
				for (const { section, indicators } of view?.agreement.sections ?? []) {
					for (const indicator of indicators.filter((one) => isAppliedTo(one, district))) {
						const texts = fillIn(indicator);
						const where = { round: id, district, section, indicator: indicator.indicator };
						const cells = texts.map(([input, text]) => ({ key: valueKey(input), was: '', text }));
						await save(app, { ...nothingElse, cells }, 'สมหญิง', new Map(), where);
						for (const [input, text] of texts) typed.set(`${section}/${indicator.indicator}/${input}`, text);
					}
				}
				const review = await app.entry.review(id, district);
				expect(review?.faults).toEqual([]);
				expect(review?.preview?.problems.filter(({ code }) => code === 'share')).toEqual([]);
				expect(review?.preview?.entries).toHaveLength(typed.size);
				expect(review?.maySend).toBe(true);
				expect((await send(app, district, id)).kind).toBe('sent');
				const entries = (await app.round(id))?.entries;
				expect(entries).toHaveLength(typed.size);
				await app.rebuild();
				expect((await app.round(id))?.entries).toEqual(entries);
				const now = (await app.round(id))?.newest?.slice(0, 19).replace(/:00$/, '') ?? '';
				expect((await app.round(`${id}@${now}`))?.entries).toEqual(entries);
				expect((await app.withStore(verifyStore)).problems).toEqual([]);
			})
		);
	}
);

test('two people in one draft: other fields are put together, the same field is told and nothing of it is lost', async () => {
	await withFolder((folder) =>
		withApp(folder, async (app) => {
			const team1 = { ...at, indicator: '1' };
			const type = (by: string, cells: readonly (readonly [string, string, string])[]) =>
				save(
					app,
					{ ...nothingElse, cells: cells.map(([input, was, text]) => ({ key: valueKey(input), was, text })) },
					by,
					new Map(),
					team1
				);
			await type('ก', [
				['spent_baht', '', '100'],
				['po_baht', '', '']
			]);
			const other = await type('ข', [
				['spent_baht', '', ''],
				['po_baht', '', '7']
			]);
			expect(other.clashes).toEqual([]);
			const clashing = await type('ข', [
				['spent_baht', '', '200'],
				['allocated_baht', '', '900']
			]);
			expect(clashing.clashes).toMatchObject([{ key: 'value.spent_baht', mine: '200', theirs: '100', by: 'ก' }]);
			const texts = Object.entries(clashing.draft?.sheets['team/1']?.cells ?? {}).map(([key, { text }]) => [key, text]);
			expect(texts).toEqual([
				['value.spent_baht', '100'],
				['value.po_baht', '7'],
				['value.allocated_baht', '900']
			]);
			const mine = await type('ข', [['spent_baht', '100', '200']]);
			expect(mine.clashes).toEqual([]);
			expect(mine.draft?.sheets['team/1']?.cells['value.spent_baht']).toMatchObject({ text: '200', by: 'ข' });
		})
	);
});

test('the same form sent twice is no clash with itself', async () => {
	await withFolder((folder) =>
		withApp(folder, async (app) => {
			await save(app, typePlan('96'));
			const again = await save(app, typePlan('96'));
			expect(again).toMatchObject({ clashes: [], draft: { version: 1 } });
		})
	);
});

test('a field that goes back to what is in force is none of the draft', async () => {
	await withFolder((folder) =>
		withApp(folder, async (app) => {
			const base = new Map([[valueKey(plan), '96']]);
			await save(app, typePlan('97', '96'), 'ก', base);
			const back = await save(app, typePlan('96', '97'), 'ก', base);
			expect(back.draft).toBeNull();
		})
	);
});

test('a file that was received after the page was opened moves what would be sent', async () => {
	await withFolder((folder) =>
		withApp(folder, async (app) => {
			await save(app, typePlan('96'));
			const review = await app.entry.review(round, chumPhae);
			expect(review).toMatchObject({ maySend: true, preview: { counts: { new: 1, changed: 0 } } });
			await app.importArriving([planFile('a.csv', chumPhae, '90')], whose);
			const stamp = review?.stamp ?? '';
			expect(await app.entry.send(round, chumPhae, { stamp, actor, by: 'ก' })).toEqual({ kind: 'moved' });
			expect(await inForce(app)).toEqual([[plan, 90_000_000n]]);
			expect(await app.entry.review(round, chumPhae)).toMatchObject({ preview: { counts: { new: 0, changed: 1 } } });
			expect((await send(app)).kind).toBe('sent');
		})
	);
});

test('somebody who types on after the page was opened moves it too', async () => {
	await withFolder((folder) =>
		withApp(folder, async (app) => {
			await save(app, typePlan('96'));
			const stamp = (await app.entry.review(round, chumPhae))?.stamp ?? '';
			await save(app, typePlan('97', '96'), 'ข');
			expect(await app.entry.send(round, chumPhae, { stamp, actor, by: 'ก' })).toEqual({ kind: 'moved' });
			expect(await inForce(app)).toEqual([]);
		})
	);
});

test('a field that cannot be used keeps the whole from being sent, and the draft stays', async () => {
	await withFolder((folder) =>
		withApp(folder, async (app) => {
			await save(app, typePlan('960'));
			const review = await app.entry.review(round, chumPhae);
			expect(review).toMatchObject({ maySend: false, faults: [{ indicator: '2', input: plan }] });
			expect(await send(app)).toEqual({ kind: 'refused' });
			expect(await app.entry.draft(round, chumPhae)).not.toBeNull();
		})
	);
});

test('what was sent can be taken back by emptying its field', async () => {
	await withFolder((folder) =>
		withApp(folder, async (app) => {
			await app.importArriving([planFile('a.csv', chumPhae, '90')], whose);
			await save(app, typePlan('', '90'), 'ก', new Map([[valueKey(plan), '90']]));
			expect(await app.entry.review(round, chumPhae)).toMatchObject({ preview: { counts: { withdrawn: 1 } } });
			expect((await send(app)).kind).toBe('sent');
			expect(await inForce(app)).toEqual([]);
		})
	);
});

test('a fact of the whole province is sent under its code', async () => {
	await withFolder((folder) =>
		withApp(folder, async (app) => {
			await save(app, typePlan('96'), 'ก', new Map(), { ...at, district: '40' });
			expect(await send(app, '40')).toMatchObject({ kind: 'sent', receipt: { districts: ['40'] } });
			const view = await app.round(round);
			expect(
				view?.answer.scores.filter(({ status, indicator }) => status === 'scored' && indicator === '2')
			).toHaveLength(26);
		})
	);
});

test('the letter is the truth of what is asked: a round as it was takes no draft', async () => {
	await withFolder((folder) =>
		withApp(folder, async (app) => {
			await expect(save(app, typePlan('96'), 'ก', new Map(), { ...at, round: `${round}@2022-09-12` })).rejects.toThrow(
				'12 ก.ย. 2565'
			);
		})
	);
});
