// Backups for tests, written as the command does.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { App } from '../../src/lib/server/app.ts';
import { gatherBackup } from '../../src/lib/server/backup/contents.ts';
import { writeBackup, type WrittenBackup } from '../../src/lib/server/backup/write.ts';
import { regulationPaper, type Office, type RoundView } from '../../src/lib/ranking/round.ts';
import { rankAnswer } from '../../src/lib/server/rounds/rank-answer.ts';
import { plainEmblem } from '../reports/emblem.ts';
import { planFile, round, whose, withApp } from './with-store.ts';

export const at = '2026-11-20T18:34:12+07:00';
export const wish = { at, version: '0.1.0', signal: new AbortController().signal };

export async function backUp(app: App, folder: string): Promise<WrittenBackup> {
	return await writeBackup(folder, await app.withStore(gatherBackup), wish);
}

export const office: Office = {
	name: 'สำนักงานพัฒนาชุมชนจังหวัดขอนแก่น',
	document_number: 'ขก 0019/123',
	signer: null,
	signer_position: null,
	shares: { team: 60, individual: 40 },
	bands: [{ grade: 'A', name: 'ดีเด่น', from: 90 }],
	paper: { ...regulationPaper, digits: 'arabic', emblem: plainEmblem }
};

/** Everything a store may hold but demo and fonts: imports, a ruling, settings with an emblem, what was put aside, what waits. */
export async function fillStore(store: string): Promise<void> {
	await withApp(store, async (app) => {
		await app.importArriving([planFile('สาธิต.csv', '4009', '70')], whose);
		await app.startClean({ who: 'สมหมาย' });
		await app.importArriving([planFile('a.csv', '4001', '96'), planFile('b.csv', '4002', '81.5')], whose);
		await app.importArriving([planFile('c.csv', '4001', '86')], whose);
		await app.rule(round, [{ reading: 'X94', indicator: 'individual/7', take: { kind: 'recommended' } }], {
			who: 'สมหมาย',
			reason: 'มติคณะกรรมการครั้งที่ 1'
		});
		await app.saveOffice(office, { who: 'สมหมาย' });
		const waiting = planFile('รอ.csv', '4003', '77');
		await app.imports.hold([waiting], { round, sender: 'สพอ.', district: null });
	});
}

/** A filled store and its backup, in a folder that is given. */
export async function makeBackup(folder: string): Promise<{ readonly store: string; readonly made: WrittenBackup }> {
	const store = join(folder, 'store');
	await mkdir(store);
	await fillStore(store);
	return { store, made: await withApp(store, (app) => backUp(app, join(folder, 'usb'))) };
}

/** All that people are told of a round, to the last digit. */
export const tellRound = (view: RoundView) =>
	JSON.stringify([rankAnswer(view), view.answer.scores, view.answer.sections]);
