import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { atTerminal } from '../../src/lib/server/people/visitor.ts';
import { planFile, round, whose, withApp, withFolder } from './with-store.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => vi.useRealTimers());

const codes = (notices: readonly { readonly code: string }[]) => notices.map(({ code }) => code);

test(
	'where the clock went back, nothing is dated before what was done before, and a day asked for shows all of it in its order',
	{ timeout: 180_000 },
	async () => {
		await withFolder(async (folder) => {
			vi.setSystemTime('2026-03-10T10:00:00+07:00');
			await withApp(folder, (app) => app.importArriving([planFile('a.csv', '4001', '81')], whose));
			// an hour back, and to where a clock stands whose battery died
			for (const [nth, clock] of ['2026-03-10T09:00:00+07:00', '2000-01-01T00:00:00+07:00'].entries()) {
				vi.setSystemTime(clock);
				await withApp(folder, async (app) => {
					expect(codes(app.notices)).toEqual(['clock_behind']);
					await app.importArriving([planFile(`b${nth}.csv`, '4001', `9${nth}`)], whose);
					await app.rule(round, [{ reading: 'X94', indicator: 'individual/7', take: { kind: 'recommended' } }], {
						...{ who: 'สมหมาย', reason: `มติครั้งที่ ${nth + 1}` }
					});
					const email = `person${nth}@office.example`;
					const scope = { role: 'district', province: 'khon-kaen', groups: [], district: '4001' };
					await app.people.invite(atTerminal('ผู้ทดสอบ'), { ...scope, name: `ผู้ทดสอบ ${nth}`, email });
				});
			}
			vi.setSystemTime('2026-03-11T08:00:00+07:00');
			await withApp(folder, async (app) => {
				expect(app.notices).toEqual([]);
				await app.importArriving([planFile('c.csv', '4001', '70')], whose);
				const times = await app.withStore((store) => Promise.resolve(store.lines().map(({ at }) => at)));
				expect([...new Set(times)]).toEqual(['2026-03-10T10:00:00+07:00', '2026-03-11T08:00:00+07:00']);
				const seen = async (id: string) => {
					const view = await app.round(id);
					return [view?.received.map(({ file }) => file), view?.entries.map(({ text }) => text), view?.newest];
				};
				const late = await app.imports.receipt(round, 2);
				expect(late?.received).toMatchObject({ received_at: '2026-03-10T10:00:00+07:00', late: true });
				expect(await seen(`${round}@2000-01-02`)).toEqual([[], [], null]);
				expect(await seen(`${round}@2026-03-10`)).toEqual([
					['a.csv', 'b0.csv', 'b1.csv'],
					['91'],
					'2026-03-10T10:00:00+07:00'
				]);
				expect((await seen(round))[2]).toBe('2026-03-11T08:00:00+07:00');
			});
		});
	}
);
