// A published round stays what it was: whatever is received, ruled, agreed or set afterwards, and it is named when it is damaged.
import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { nameEdition } from '../../src/lib/ranking/edition.ts';
import type { DocumentRequest } from '../../src/lib/reports/documents.ts';
import type { App } from '../../src/lib/server/app.ts';
import { restoreBackup } from '../../src/lib/server/backup/restore.ts';
import { codeOf, nearestCode, readCode } from '../../src/lib/server/editions/edition-code.ts';
import { readEdition, writeEdition } from '../../src/lib/server/editions/edition-file.ts';
import { archiveFolder } from '../../src/lib/server/store/archive.ts';
import { sha256 } from '../../src/lib/server/store/durable.ts';
import { databaseFile } from '../../src/lib/server/store/bring-up.ts';
import { verifyStore } from '../../src/lib/server/store/verify.ts';
import { mustBe } from '../demo/load-demo.ts';
import { sarabun } from '../reports/fonts.ts';
import { backUp, wish } from './backed-up.ts';
import { approveAll, origin, publish } from './published.ts';
import { planFile, round, whose, withApp, withFolder } from './with-store.ts';

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['Date'] });
	at('2022-10-03T10:12');
});
afterEach(() => {
	vi.useRealTimers();
});
const at = (local: string) => vi.setSystemTime(new Date(`${local}:00+07:00`));
const first = nameEdition(round, 1);
const second = nameEdition(round, 2);
const memo: DocumentRequest = { kind: 'memo' };

/** All that the pages and documents of a round are made of. */
async function tell(app: App, name: string): Promise<string> {
	const { editions: _, ...view } = mustBe(await app.round(name));
	return JSON.stringify({ ...view, details: [...view.details], way: [...view.way] }, (_key, value: unknown) =>
		typeof value === 'bigint' ? `${value}n` : value
	);
}
const print = async (app: App, name: string, request: DocumentRequest = memo) =>
	sha256((await app.document(name, request, null)).bytes);

const printed = await readFile(new URL('../../data/agreements/khon-kaen/2565-2.yaml', import.meta.url), 'utf8');
const stricter = printed.replace(/(value: achievement, more_than: )95/, '$197');

test('what was published stands whatever comes after it: values, rulings, another letter, settings, a database built anew', async () => {
	await withFolder(async (folder) => {
		const [before, bytes] = await withApp(folder, async (app) => {
			await app.importArriving([planFile('a.csv', '4001', '96'), planFile('b.csv', '4002', '81')], whose);
			const head = await publish(app);
			expect(head).toMatchObject({ number: 1, who: 'หัวหน้า', published_at: '2022-10-03T10:12:00+07:00', reason: null });
			expect(head.code).toBe(codeOf(head.sha256));
			const frozen = [await tell(app, first), await print(app, first)] as const;
			at('2022-10-05T09:00');
			await app.importArriving([planFile('c.csv', '4001', '70')], whose);
			await app.rule(round, [{ reading: 'X94', indicator: 'individual/7', take: { kind: 'recommended' } }], {
				who: 'สมหมาย',
				reason: 'มติ'
			});
			expect((await app.addLetter({ name: 'แก้ไข.yaml', bytes: Buffer.from(stricter) }, { who: 'ก' })).accepted).toBe(
				true
			);
			const office = await app.office();
			await app.saveOffice({ ...office, name: 'สำนักงานอื่น', signer: 'ผู้อื่น' }, { who: 'ก' }, sarabun);
			expect([await tell(app, first), await print(app, first)]).toEqual(frozen);
			expect(await print(app, round)).not.toBe(frozen[1]);
			expect(mustBe(await app.round(first)).answer).not.toEqual(mustBe(await app.round(round)).answer);
			expect(mustBe(await app.letter(first)).letter.text).toBe(printed);
			expect((await app.rulings(first)).given).toEqual([]);
			await app.rebuild();
			expect([await tell(app, first), await print(app, first)]).toEqual(frozen);
			return frozen;
		});
		await rm(databaseFile(folder));
		await withApp(folder, async (app) => {
			expect([await tell(app, first), await print(app, first)]).toEqual([before, bytes]);
			expect((await app.withStore(verifyStore)).problems).toEqual([]);
		});
	});
});

test('a correction is a second edition that says what changed and why, and both print as they were', async () => {
	await withFolder(async (folder) => {
		await withApp(folder, async (app) => {
			await app.importArriving([planFile('a.csv', '4001', '96'), planFile('b.csv', '4002', '81')], whose);
			const one = await publish(app);
			const bytes = await print(app, first);
			expect(await app.editions.since(round)).toMatchObject({ from: 1, values: [], results: [], places: [] });
			at('2022-10-10T09:00');
			await app.importArriving([planFile('แก้.csv', '4001', '70')], whose);
			expect(await app.editions.since(round)).toMatchObject({
				from: 1,
				values: [
					{
						...{ district: '4001', section: 'team', indicator: '2', input: 'plan_achievement_pct' },
						...{ before: '96', after: '70', file: 'แก้.csv', sender: 'สพอ.', received_at: '2022-10-10T09:00:00+07:00' }
					}
				],
				results: [{ district: '4001', before: { outcome: 5 }, after: { status: 'scored' } }],
				letter: false,
				rulings: [],
				office: false
			});
			await expect(publish(app, '  ')).rejects.toThrow('ต้องบอกเหตุผลที่เผยแพร่ฉบับที่ 2');
			const two = await publish(app, 'อำเภอเมืองขอนแก่นส่งค่าใหม่');
			expect(two).toMatchObject({ number: 2, reason: 'อำเภอเมืองขอนแก่นส่งค่าใหม่' });
			expect(two.code).not.toBe(one.code);
			const view = mustBe(await app.round(second));
			expect(view.edition).toMatchObject({
				number: 2,
				verify: `${origin}/verify/${two.code}`,
				change: { from: 1, values: [{ before: '96', after: '70' }] }
			});
			expect(view.editions.map(({ number }) => number)).toEqual([1, 2]);
			expect(await print(app, first)).toBe(bytes);
			expect(await print(app, second)).not.toBe(bytes);
			expect(await app.editions.verify(one.code)).toMatchObject({ later: { number: 2 }, view: { id: first } });
			expect(await app.editions.verify(two.code)).toMatchObject({ later: null, view: { id: second } });
			// a comparison of an edition stands beside what was published, whatever came since
			const comparison: DocumentRequest = { kind: 'comparison', rounds: [first] };
			const compared = await print(app, second, comparison);
			await app.importArriving([planFile('d.csv', '4003', '90')], whose);
			expect(await print(app, second, comparison)).toBe(compared);
			const unpublished: DocumentRequest = { kind: 'comparison', rounds: ['khon-kaen/2565-1'] };
			await expect(print(app, second, unpublished)).rejects.toMatchObject({ problems: [{ code: 'unknown_edition' }] });
		});
	});
});

test('what stands in the way is said: nothing received, results nobody looked at, nothing new, something moved, the past', async () => {
	await withFolder(async (folder) => {
		await withApp(folder, async (app) => {
			const tryIt = async (stamp?: string) => {
				const prepared = await app.editions.prepare(round);
				const { obstacles } = prepared;
				await app.editions
					.publish(round, { reason: 'แก้', stamp: stamp ?? prepared.stamp, origin, actor: { who: 'ก' } })
					.catch(() => undefined);
				return obstacles.map(({ code }) => code);
			};
			expect(await tryIt()).toEqual(['nothing_received']);
			await app.importArriving([planFile('a.csv', '4001', '96')], whose);
			expect(await tryIt()).toEqual(['undecided_results']);
			expect((await app.editions.prepare(round)).obstacles[0]?.message).toContain('เมืองขอนแก่น ข้อ 2');
			await approveAll(app);
			const { stamp } = await app.editions.prepare(round);
			await app.importArriving([planFile('b.csv', '4002', '81')], whose);
			await approveAll(app);
			await expect(
				app.editions.publish(round, { reason: '', stamp, origin, actor: { who: 'ก' } })
			).rejects.toMatchObject({ problems: [{ code: 'moved' }] });
			expect(mustBe(await app.round(round)).editions).toEqual([]);
			await publish(app);
			expect(await tryIt()).toEqual(['nothing_changed']);
			expect(mustBe(await app.round(round)).editions).toHaveLength(1);
			for (const past of [first, `${round}@2022-10-01`])
				await expect(app.editions.prepare(past)).rejects.toThrow('เปลี่ยนไม่ได้');
			await expect(
				app.rule(first, [{ reading: 'X94', indicator: 'individual/7', take: { kind: 'recommended' } }], {
					who: 'ก',
					reason: 'มติ'
				})
			).rejects.toThrow('กำลังดูฉบับที่ 1');
			await expect(app.round(second)).rejects.toThrow('ไม่พบฉบับที่ 2');
		});
	});
});

test('of two who publish at once one does, and the other is told', async () => {
	await withFolder(async (folder) => {
		await withApp(folder, async (app) => {
			await app.importArriving([planFile('a.csv', '4001', '96')], whose);
			await approveAll(app);
			const { stamp } = await app.editions.prepare(round);
			const both = await Promise.allSettled(
				['ก', 'ข'].map((who) => app.editions.publish(round, { reason: 'แก้', stamp, origin, actor: { who } }))
			);
			expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
			expect(mustBe(await app.round(round)).editions.map(({ who }) => who)).toEqual(['ก']);
		});
	});
});

test('its file is written the same again, and an altered or missing one is named by its edition and code', async () => {
	await withFolder(async (folder) => {
		const head = await withApp(folder, async (app) => {
			await app.saveOffice(await app.office(), { who: 'ก' }, sarabun);
			await app.importArriving([planFile('a.csv', '4001', '96')], whose);
			return await publish(app);
		});
		const path = join(archiveFolder(folder), head.sha256);
		const bytes = await readFile(path);
		const again = Buffer.from(writeEdition(readEdition(bytes)));
		expect(JSON.parse(again.toString('utf8'))).toEqual(JSON.parse(bytes.toString('utf8')));
		await chmod(path, 0o644);
		// another place than was published
		await writeFile(path, bytes.toString('utf8').replace('"place":1', '"place":2'));
		await withApp(folder, async (app) => {
			const { problems } = await app.withStore(verifyStore);
			expect(problems).toMatchObject([{ code: 'archive_altered', at: { file: `archive/${head.sha256}` } }]);
			expect(problems[0]?.message).toContain(`ฉบับที่ 1 ของรอบ ${round} (รหัส ${head.code})`);
			await expect(app.round(first)).rejects.toMatchObject({ problems: [{ code: 'archive_altered' }] });
			expect(mustBe(await app.round(round)).editions).toHaveLength(1);
		});
		await writeFile(path, bytes);
		const font = join(archiveFolder(folder), mustBe(readEdition(bytes).fonts).bold);
		await rm(font, { force: true });
		await withApp(folder, async (app) => {
			expect((await app.withStore(verifyStore)).problems).toMatchObject([{ code: 'archive_missing' }]);
			expect(mustBe(await app.round(first)).edition?.number).toBe(1);
			await expect(app.document(first, memo, null)).rejects.toMatchObject({ problems: [{ code: 'archive_missing' }] });
		});
	});
});

test('a backup takes editions along, and what is restored prints the same bytes', { timeout: 120_000 }, async () => {
	await withFolder(async (folder) => {
		const [store, other] = [join(folder, 'store'), join(folder, 'other')];
		const { file, told } = await withApp(store, async (app) => {
			await app.saveOffice(await app.office(), { who: 'ก' }, sarabun);
			await app.importArriving([planFile('a.csv', '4001', '96')], whose);
			await publish(app);
			const made = await backUp(app, join(folder, 'usb'));
			return { file: made.file, told: [await tell(app, first), await print(app, first)] };
		});
		await restoreBackup(file, other, { aside: false, at: wish.at });
		await withApp(other, async (app) => expect([await tell(app, first), await print(app, first)]).toEqual(told));
	});
});

test.each([
	['WP-7K3M-Q9XA-02BD', 'WP-7K3M-Q9XA-02BD'],
	['wp 7k3m q9xa o2bd', 'WP-7K3M-Q9XA-02BD'],
	['7k3mq9xa-O2BD', 'WP-7K3M-Q9XA-02BD'],
	['WP–7K3M–Q9XA–๐๒BD', 'WP-7K3M-Q9XA-02BD'],
	['WP-1I1L-0000-0000', 'WP-1111-0000-0000'],
	['WP-7K3M-Q9XA-02B', null],
	['WP-7K3M-Q9XA-02BU', null],
	['ไม่มี', null]
])('%s is read as the code %s', (written, code) => {
	expect(readCode(written)).toBe(code);
});

test('a code is the first 60 bits, and one that is a sign off is led to the one meant', () => {
	expect(codeOf('0'.repeat(64))).toBe('WP-0000-0000-0000');
	expect(codeOf('f'.repeat(64))).toBe('WP-ZZZZ-ZZZZ-ZZZZ');
	expect(codeOf(`${'0'.repeat(14)}1${'f'.repeat(49)}`)).toBe('WP-0000-0000-0001');
	const known = ['WP-7K3M-Q9XA-02BD', 'WP-ZZZZ-ZZZZ-ZZZZ'];
	expect(nearestCode('WP-7K3M-Q9XA-02B8', known)).toBe(known[0]);
	expect(nearestCode('WP-7K3M-0000-02B8', known)).toBeNull();
});

test('a file is told apart: the same, altered, of no edition, no PDF', async () => {
	await withFolder(async (folder) => {
		await withApp(folder, async (app) => {
			await app.importArriving([planFile('a.csv', '4001', '96')], whose);
			const { code } = await publish(app);
			const { bytes } = await app.document(first, { kind: 'district', district: '4001' }, 'arabic');
			expect(await app.editions.verifyDocument(bytes)).toMatchObject({ kind: 'same', view: { id: first } });
			const altered = Buffer.from(bytes);
			altered[altered.length - 40] = 0;
			expect(await app.editions.verifyDocument(altered)).toMatchObject({ kind: 'differs' });
			const bare = Buffer.from(`%PDF-1.4\n% ${code}\n`);
			expect(await app.editions.verifyDocument(bare)).toMatchObject({ kind: 'unnamed' });
			const live = await app.document(round, memo, null);
			await expect(app.editions.verifyDocument(live.bytes)).rejects.toThrow('ไม่พบรหัสของฉบับเผยแพร่');
			await expect(app.editions.verifyDocument(Buffer.from('hello'))).rejects.toThrow('ไม่ใช่ PDF');
			await expect(app.editions.verify('WP-0000-0000-0000')).rejects.toThrow('ไม่พบรหัส');
			await expect(app.editions.verify('เลข')).rejects.toThrow('ไม่ใช่รหัสของเอกสาร');
		});
	});
});
