// A store whose journal holds every kind of act, done as people do them.
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { bangkokTime } from '../../src/lib/server/clock.ts';
import type { Act } from '../../src/lib/server/store/acts.ts';
import type { App } from '../../src/lib/server/app.ts';
import { atTerminal } from '../../src/lib/server/people/visitor.ts';
import { office } from './backed-up.ts';
import { journalFile } from '../../src/lib/server/store/journal.ts';
import { planFile, round, whose, withApp, withFolder } from './with-store.ts';

export const director = { who: 'ผู้ทดสอบหนึ่ง', person: { id: 'p1', role: 'director' } } as const;
export const group = { who: 'ผู้ทดสอบสอง', person: { id: 'p2', role: 'work_group' } } as const;
const result = { district: '4001', section: 'team', indicator: '2', stamp: '0123456789abcdef' };

export async function commit(app: App, act: Act): Promise<void> {
	await app.withStore(async (store) => {
		await store.commit(act, () => Promise.resolve([]));
	});
}

/** Eight lines: import of two, return, import, approve, rule, person, office, import. */
export async function fillJournal(folder: string): Promise<void> {
	await withApp(folder, async (app) => {
		const at = bangkokTime(new Date());
		await app.importArriving([planFile('a.csv', '4001', '96'), planFile('b.csv', '4002', '81.5')], whose);
		await commit(app, {
			...{ at, ...group, act: 'return', round },
			what: { results: [result], reason: 'ตัวเลขไม่ตรงกับเอกสาร' }
		});
		await app.importArriving([planFile('c.csv', '4001', '86')], whose);
		await commit(app, { ...{ at, ...group, act: 'approve', round }, what: { results: [result], reason: null } });
		await app.rule(round, [{ reading: 'X94', indicator: 'individual/7', take: { kind: 'recommended' } }], {
			...director,
			reason: 'มติคณะกรรมการครั้งที่ 1'
		});
		await app.people.invite(atTerminal('ผู้ทดสอบ'), {
			...{ name: 'ผู้ทดสอบสาม', email: 'three@office.example', role: 'district' },
			...{ province: 'khon-kaen', groups: [], district: '4001' }
		});
		await app.saveOffice(office, director);
		await app.importArriving([planFile('d.csv', '4003', '77')], whose);
	});
}

/** A store filled once for all tests of a file; each works on a copy of its own. */
export function fillOnce(fill: (folder: string) => Promise<void>) {
	let folder = '';
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'watphon-filled-'));
		await fill(join(folder, 'store'));
	}, 120_000);
	afterAll(() => rm(folder, { recursive: true, force: true }));
	return {
		use: (use: (folder: string, journal: Buffer) => Promise<void> | void) =>
			withFolder(async (own) => {
				const copy = join(own, 'store');
				await cp(join(folder, 'store'), copy, { recursive: true });
				await use(copy, await readFile(journalFile(copy)));
			})
	};
}
