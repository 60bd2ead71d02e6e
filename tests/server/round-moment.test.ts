// Any state of a round can be shown again: what had come by then, under the letter and the rulings of then.
import { readFile, rm } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { App } from '../../src/lib/server/app.ts';
import { gatherFiles } from '../../src/lib/server/imports/gather-files.ts';
import { demoFolder } from '../../src/lib/server/rounds/letters.ts';
import { nameRoundMoment, readMoment, readRoundMoment } from '../../src/lib/server/rounds/round-moment.ts';
import { databaseFile } from '../../src/lib/server/store/bring-up.ts';
import { later, mustBe } from '../demo/load-demo.ts';
import { planFile, round, whose, withApp, withFolder } from './with-store.ts';

const printed = await readFile(new URL('../../data/agreements/khon-kaen/2565-2.yaml', import.meta.url), 'utf8');
/** The plan's highest level from 97 instead of as printed: a district with 96 falls. */
const stricter = printed.replace(/(value: achievement, more_than: )95/, '$197');

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
	vi.useRealTimers();
});
const at = (local: string) => vi.setSystemTime(new Date(`${local}:00+07:00`));

test.each([
	['2024-02-20', '2024-02-20'],
	['2567-02-20', '2024-02-20'],
	['20/2/2567', '2024-02-20'],
	['๒๐ ก.พ. ๒๕๖๗', '2024-02-20'],
	['2024-02-20T14:00', '2024-02-20T14:00'],
	['2024-02-20 14:00', '2024-02-20T14:00'],
	['2024-02-20T14:00:00', '2024-02-20T14:00'],
	['2024-02-20T14:00:05', '2024-02-20T14:00:05'],
	['2024-02-30', null],
	['2024-02-20T25:00', null],
	['เมื่อวาน', null]
])('%s is the moment %s', (written, moment) => {
	expect(readMoment(written)).toBe(moment);
});

test('a round is named with its moment in one way', () => {
	expect(nameRoundMoment(round, undefined)).toBe(round);
	expect(nameRoundMoment(round, '20/2/2567')).toBe(`${round}@2024-02-20`);
	expect(nameRoundMoment(`${round}@2024-01-30`, '20/2/2567')).toBe(`${round}@2024-01-30`);
	expect(() => nameRoundMoment(round, 'พรุ่งนี้')).toThrow('“พรุ่งนี้” ไม่ใช่วันหรือเวลา');
	expect(readRoundMoment(`${round}@2024-02-20T14:00`)).toEqual({ round, moment: '2024-02-20T14:00' });
	expect(readRoundMoment(round)).toBeNull();
	expect(readRoundMoment(`${round}@20/2/2567`)).toBeNull();
});

/** What a state says: every digit of the answer, what is in force, what was received and what of it late. */
async function stateOf(app: App, name: string) {
	const view = mustBe(await app.round(name));
	return JSON.stringify(
		[view.answer, view.entries, view.received, view.newest, view.agreement.sections, [...view.details]],
		(_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value)
	);
}

const csv = (name: string, rows: readonly string[]) => ({
	...planFile(name, '4001', '1'),
	bytes: new TextEncoder().encode(['district,section,indicator,input,value', ...rows, ''].join('\n'))
});

test('each step of a round is asked back to the last digit, by day and by minute, and after the database is built anew', async () => {
	await withFolder(async (folder) => {
		const steps: readonly (readonly [string, string, (app: App) => Promise<unknown>])[] = [
			['2022-09-10T10:00', '2022-09-10T12:00', (app) => app.importArriving([planFile('a.csv', '4001', '96')], whose)],
			[
				'2022-09-10T15:00',
				'2022-09-10',
				(app) =>
					app.importArriving(
						[csv('b.csv', ['4001,team,2,plan_achievement_pct,85', '4002,team,2,plan_achievement_pct,95.5'])],
						whose
					)
			],
			[
				'2022-09-12T09:00',
				'2022-09-12',
				(app) => app.importArriving([csv('c.csv', ['4003,individual,7,women_member_growth_pct,-3'])], whose)
			],
			[
				'2022-09-14T09:00',
				'2022-09-14',
				(app) =>
					app.rule(round, [{ reading: 'X94', indicator: 'individual/7', take: { kind: 'recommended' } }], {
						who: 'ก',
						reason: 'มติ'
					})
			],
			[
				'2022-09-16T09:00',
				'2022-09-16',
				(app) => app.addLetter({ name: 'แก้ไข.yaml', bytes: new TextEncoder().encode(stricter) }, { who: 'สมหมาย' })
			],
			[
				'2022-10-03T09:00',
				'2022-10-03',
				(app) => app.importArriving([csv('d.csv', ['4002,team,2,plan_achievement_pct,ถอน'])], whose)
			]
		];
		const told = new Map<string, string>();
		const askAll = async (app: App) => {
			for (const [moment, state] of told) expect(await stateOf(app, `${round}@${moment}`)).toBe(state);
		};
		await withApp(folder, async (app) => {
			for (const [when, moment, act] of steps) {
				at(when);
				await act(app);
				told.set(moment, await stateOf(app, round));
				await askAll(app);
			}
			expect(new Set(told.values()).size).toBe(steps.length);
			await app.rebuild();
			await askAll(app);
		});
		await rm(databaseFile(folder));
		at('2022-11-01T09:00');
		await withApp(folder, askAll);
	});
}, 60_000);

test('who was late then is late, and nobody before', async () => {
	await withFolder((folder) =>
		withApp(folder, async (app) => {
			at('2022-09-30T23:59');
			await app.importArriving([planFile('a.csv', '4001', '96')], whose);
			at('2022-10-01T00:00');
			await app.importArriving([planFile('b.csv', '4002', '96')], whose);
			const lateAt = async (name: string) => mustBe(await app.round(name)).received.map(({ late }) => late);
			expect(await lateAt(round)).toEqual([false, true]);
			expect(await lateAt(`${round}@2022-09-30`)).toEqual([false]);
		})
	);
});

describe('a moment before anything', () => {
	test('is a round with every district and no result', async () => {
		await withFolder((folder) =>
			withApp(folder, async (app) => {
				at('2022-09-10T10:00');
				await app.importArriving([planFile('a.csv', '4001', '96')], whose);
				const view = mustBe(await app.round(`${round}@2022-09-09`));
				expect(view).toMatchObject({ entries: [], received: [], newest: null, as_of: '2022-09-09' });
				expect(new Set(view.answer.scores.map(({ status }) => status))).toEqual(
					new Set(['not_reported', 'not_applicable'])
				);
				expect((await app.rounds('2022-09-09')).find(({ id }) => id === `${round}@2022-09-09`)?.newest).toBeNull();
			})
		);
	});
	test('of a letter that was added later says from when there is one', async () => {
		await withFolder((folder) =>
			withApp(folder, async (app) => {
				at('2022-10-10T10:00');
				const next = printed.replace('agreement: khon-kaen/2565-2', 'agreement: khon-kaen/2566-1');
				const added = await app.addLetter(
					{ name: 'ใหม่.yaml', bytes: new TextEncoder().encode(next) },
					{ who: 'สมหมาย' }
				);
				expect(added.accepted).toBe(true);
				await expect(app.round('khon-kaen/2566-1@2022-10-09')).rejects.toThrow(
					'9 ต.ค. 2565 ยังไม่มีข้อตกลงของรอบ khon-kaen/2566-1 ฉบับแรกใช้ตั้งแต่ 10 ต.ค. 2565'
				);
				expect(await app.round('khon-kaen/2566-1@2022-10-10')).not.toBeNull();
			})
		);
	});
});

test('a moment that has not come yet is the present', async () => {
	await withFolder((folder) =>
		withApp(folder, async (app) => {
			at('2022-09-10T10:00');
			await app.importArriving([planFile('a.csv', '4001', '96')], whose);
			const view = mustBe(await app.round(`${round}@2022-09-11`));
			expect(view.as_of).toBeUndefined();
			expect(view.agreement.round).toBe(mustBe(await app.round(round)).agreement.round);
		})
	);
});

test('the past cannot be ruled on', async () => {
	await withFolder((folder) =>
		withApp(folder, async (app) => {
			at('2022-09-10T10:00');
			await app.importArriving([planFile('a.csv', '4001', '96')], whose);
			const ruling = [{ reading: 'X94', indicator: 'individual/7', take: { kind: 'recommended' } }] as const;
			const told = { who: 'ก', reason: 'มติ' };
			await expect(app.rule(`${round}@2022-09-10`, ruling, told)).rejects.toThrow('กลับไปดูข้อมูลปัจจุบันก่อน');
			expect((await app.rulings(`${round}@2022-09-10`)).given).toEqual([]);
		})
	);
});

test('rounds before one that is shown as it was are shown as they were', async () => {
	vi.useRealTimers();
	await withFolder((folder) =>
		withApp(folder, async (app) => {
			const { files } = await gatherFiles([demoFolder], demoFolder, { round: null, sender: null });
			await app.importArriving(files, { who: 'demo', demo: true });
			const then = await app.rounds('2022-09-12');
			expect(then.find(({ id }) => id === `${later}@2022-09-12`)?.newest?.slice(0, 10)).toBe('2022-09-12');
			const { whole } = await app.compare(['khon-kaen/2565-1@2022-09-12', `${later}@2022-09-12`]);
			expect(whole.sections.map(({ section }) => section)).toContain('team');
		})
	);
}, 60_000);
