// A value that was taken back counts as never sent: the district falls back to what holds for the whole province, or to nothing.
import { expect, test } from 'vitest';
import type { Arriving } from '../../src/lib/server/imports/arriving.ts';
import { openMemory } from '../../src/lib/server/store/database.ts';
import { letterNamed } from '../../src/lib/server/rounds/letters.ts';
import { projectRoot } from '../../src/lib/server/root.ts';
import { scoreOnce } from '../../src/lib/server/scoring/score-once.ts';
import type { EntryValue } from '../../src/lib/submission/entry.ts';
import { round, whose, withApp, withFolder } from './with-store.ts';

const plan = (name: string, district: string, percent: number | null, received_at: string): Arriving => ({
	name,
	bytes: new TextEncoder().encode(
		JSON.stringify([{ district, section: 'team', indicator: '2', inputs: { plan_achievement_pct: percent } }])
	),
	round,
	sender: null,
	received_at
});
const FILES = [
	plan('จังหวัด.json', '40', 96, '2022-09-01T10:00:00+07:00'),
	plan('ชุมแพ.json', '4005', 84, '2022-09-02T10:00:00+07:00'),
	plan('น้ำพอง.json', '4007', 91, '2022-09-03T10:00:00+07:00'),
	plan('ชุมแพ ถอน.json', '4005', null, '2022-09-04T10:00:00+07:00')
];

test('in the store it is kept, is not in force, and is built again from the journal', async () => {
	await withFolder(async (folder) => {
		const seen = async () =>
			withApp(folder, async (app) => {
				const view = await app.round(round);
				const outcomes = view?.answer.scores.filter(
					({ section, indicator, district }) =>
						section === 'team' && indicator === '2' && ['4001', '4005', '4007'].includes(district)
				);
				return {
					inForce: view?.entries.map(({ district, text }) => `${district} ${text}`),
					outcomes: outcomes?.map(({ district, outcome, status }) => `${district} ${String(outcome)} ${status}`),
					received: view?.received.map(({ entries }) => entries)
				};
			});
		await withApp(folder, async (app) => {
			for (const file of FILES) expect((await app.importArriving([file], whose)).accepted).toBe(true);
		});
		const expected = {
			inForce: ['40 96', '4007 91'],
			outcomes: ['4001 5 scored', '4005 5 scored', '4007 4 scored'],
			received: [1, 1, 1, 1]
		};
		expect(await seen()).toEqual(expected);
		await withApp(folder, (app) => app.rebuild());
		expect(await seen()).toEqual(expected);
	});
});

test('among entries that are scored the last one counts, also where it takes a value back', async () => {
	const { agreement } = letterNamed(round, projectRoot);
	const number = (scaled: bigint): EntryValue => ({ kind: 'number', scaled, decimals: 0 });
	const entry = (value: EntryValue) => ({
		district: '4005',
		section: 'team',
		indicator: '2',
		input: 'plan_achievement_pct',
		value,
		text: '',
		at: { file: '' }
	});
	const memory = await openMemory();
	try {
		const statusOf = async (...values: readonly EntryValue[]) => {
			const { answer } = await scoreOnce(memory.instance, agreement, values.map(entry));
			const score = answer.scores.find(
				(one) => one.district === '4005' && one.section === 'team' && one.indicator === '2'
			);
			return `${String(score?.outcome)} ${String(score?.status)}`;
		};
		expect(await statusOf(number(91_000_000n))).toBe('4 scored');
		expect(await statusOf(number(91_000_000n), { kind: 'withdrawn' })).toBe('null not_reported');
		expect(await statusOf({ kind: 'withdrawn' }, number(91_000_000n))).toBe('4 scored');
	} finally {
		memory.close();
	}
});
