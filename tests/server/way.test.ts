import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { RoundView } from '../../src/lib/ranking/round.ts';
import { countWay } from '../../src/lib/ranking/way-next.ts';
import type { App } from '../../src/lib/server/app.ts';
import type { Arriving } from '../../src/lib/server/imports/arriving.ts';
import { Refusal } from '../../src/lib/server/refusal.ts';
import { journalFile } from '../../src/lib/server/store/journal.ts';
import { groupsOf, type ChosenResult, type DecisionWish } from '../../src/lib/server/rounds/way-desk.ts';
import { bangkokTime } from '../../src/lib/server/clock.ts';
import { round, whose, withApp, withFolder } from './with-store.ts';

const heading = 'district,section,indicator,input,value\n';
/** Rows of `district,section,indicator,input,value`, received now. */
const send = (app: App, name: string, ...rows: readonly string[]) =>
	app.importArriving(
		[
			{
				...{ name, round, sender: 'สพอ.', received_at: null },
				bytes: new TextEncoder().encode(heading + rows.map((row) => `${row}\n`).join(''))
			} satisfies Arriving
		],
		whose
	);
const plan = (district: string, percent: string) => `${district},team,2,plan_achievement_pct,${percent}`;

async function viewOf(app: App, name = round): Promise<RoundView> {
	const view = await app.round(name);
	if (view === null) throw new Error('no such round');
	return view;
}
const stateOf = async (app: App, key: string, name = round) => (await viewOf(app, name)).way.get(key)?.kind ?? null;

/** Results as they are looked at now: `4001/team/2`. */
async function look(app: App, ...keys: readonly string[]): Promise<readonly ChosenResult[]> {
	const [{ stamps }, view] = [await app.way.look(round), await viewOf(app)];
	return keys.map((key) => {
		const [district = '', section = '', indicator = ''] = key.split('/');
		const state = view.way.get(key);
		const seen = state === undefined || state.kind === 'sent' ? 0 : state.decision.line;
		return { district, section, indicator, stamp: stamps.get(key) ?? '', seen };
	});
}
const decide = (
	app: App,
	kind: DecisionWish['kind'],
	results: readonly ChosenResult[],
	more: Partial<DecisionWish> = {}
) => app.way.decide(round, { kind, results, reason: 'ตรวจแล้ว', actor: { who: 'กลุ่มงานก' }, groups: null, ...more });
async function refusal(work: Promise<unknown>): Promise<readonly string[]> {
	const error: unknown = await work.then(
		() => null,
		(thrown: unknown) => thrown
	);
	if (!(error instanceof Refusal)) throw new Error('it was not refused');
	return error.problems.map(({ code, message }) => `${code}: ${message}`);
}

async function withResults(use: (app: App, folder: string) => Promise<void>): Promise<void> {
	await withFolder((folder) =>
		withApp(folder, async (app) => {
			const taken = await send(app, 'a.csv', plan('4001', '91.5'), plan('4002', '80'), plan('4003', '70'));
			expect(taken.accepted).toBe(true);
			await use(app, folder);
		})
	);
}

test('a result is sent, returned with a reason, sent again, approved: the journal says each with who', async () => {
	await withResults(async (app, folder) => {
		const key = '4001/team/2';
		expect(await stateOf(app, key)).toBe('sent');
		expect(await stateOf(app, '4004/team/2')).toBeNull();
		await decide(app, 'return', await look(app, key), {
			reason: ' แนบสรุปรายโครงการ ',
			actor: { who: 'วิภา', person: { id: 'p1', role: 'work_group' } }
		});
		const returned = (await viewOf(app)).way.get(key);
		expect(returned).toMatchObject({ kind: 'returned', decision: { who: 'วิภา', reason: 'แนบสรุปรายโครงการ', line: 2 } });
		await send(app, 'b.csv', plan('4001', '91.5'));
		expect(await stateOf(app, key)).toBe('sent');
		await decide(app, 'approve', await look(app, key), { reason: '' });
		expect(await stateOf(app, key)).toBe('approved');
		await send(app, 'c.csv', plan('4001', '91.50'));
		expect(await stateOf(app, key)).toBe('approved');
		await send(app, 'd.csv', plan('4001', '92'));
		expect(await stateOf(app, key)).toBe('sent');
		const lines = (await readFile(journalFile(folder), 'utf8'))
			.trimEnd()
			.split('\n')
			.map((line) => JSON.parse(line) as object);
		expect(lines[1]).toMatchObject({ act: 'return', round, who: 'วิภา', person: { id: 'p1', role: 'work_group' } });
		expect(lines[3]).toMatchObject({
			act: 'approve',
			what: { results: [{ district: '4001', section: 'team', indicator: '2' }], reason: null }
		});
	});
});

test('scores stay as they are, and what they stand on is counted', async () => {
	await withResults(async (app) => {
		const before = (await viewOf(app)).answer;
		await decide(app, 'approve', await look(app, '4001/team/2', '4002/team/2'));
		const after = await viewOf(app);
		expect(after.answer).toEqual(before);
		expect(countWay(after)).toMatchObject({ waiting: 1, returned: 0, approved: 2 });
	});
});

test('an approval scores nothing anew, and what is sent after it does', async () => {
	await withResults(async (app) => {
		const before = await viewOf(app);
		await decide(app, 'approve', await look(app, '4001/team/2'));
		const after = await viewOf(app);
		expect(after.answer).toBe(before.answer);
		expect(after.way.get('4001/team/2')?.kind).toBe('approved');
		await send(app, 'b.csv', plan('4002', '99'));
		expect((await viewOf(app)).answer).not.toBe(before.answer);
		expect(await stateOf(app, '4001/team/2')).toBe('approved');
	});
});

test('of two people at once the second is told what the first did, and nothing of theirs is written', async () => {
	await withResults(async (app) => {
		const both = await look(app, '4001/team/2', '4002/team/2');
		const [first, second] = await Promise.all([
			decide(app, 'approve', both.slice(0, 1), { actor: { who: 'คนแรก' } }),
			decide(app, 'return', both, { actor: { who: 'คนหลัง' } })
		]);
		expect(first).toEqual({ kind: 'decided', line: 2, results: 1 });
		expect(second).toMatchObject({ kind: 'moved', moved: [{ key: '4001/team/2' }] });
		expect(second.kind === 'moved' && second.moved[0]?.why).toMatch(
			/^อำเภอเมืองขอนแก่น ข้อ 2 .*คนแรก อนุมัติแล้วเมื่อ .* หลังจากเปิดหน้านี้$/
		);
		expect(await stateOf(app, '4001/team/2')).toBe('approved');
		expect(await stateOf(app, '4002/team/2')).toBe('sent');
		// Looked at again, it may be returned after all.
		expect(await decide(app, 'return', await look(app, '4001/team/2'))).toMatchObject({ kind: 'decided' });
		expect(await stateOf(app, '4001/team/2')).toBe('returned');
	});
});

test('a value that moved after it was looked at is named, from what to what; of the others nothing is taken', async () => {
	await withResults(async (app) => {
		const looked = await look(app, '4001/team/2', '4002/team/2');
		await send(app, 'b.csv', plan('4001', '95'));
		const answer = await decide(app, 'approve', looked);
		expect(answer).toEqual({
			kind: 'moved',
			moved: [
				{
					key: '4001/team/2',
					why: expect.stringMatching(/^อำเภอเมืองขอนแก่น ข้อ 2 .*: .+ ตอนเปิดดูคือ 91\.5 ขณะนี้เป็น 95$/) as string
				}
			]
		});
		expect(await stateOf(app, '4002/team/2')).toBe('sent');
		await send(app, 'c.csv', plan('4001', '91.5'));
		// What was looked at is there again.
		expect(await decide(app, 'approve', looked)).toMatchObject({ kind: 'decided', results: 2 });
	});
});

test('a fact of the whole province that moves makes every approved result that rests on it sent again', async () => {
	await withFolder((folder) =>
		withApp(folder, async (app) => {
			const fact = (value: string) => `40,individual,4,overdue_base_2021_10_01_baht,${value}`;
			const own = ['overdue_reduced_baht,10', 'substantiated_complaints_count,0'];
			await send(
				app,
				'a.csv',
				fact('100'),
				...['4001', '4002'].flatMap((d) => own.map((row) => `${d},individual,4,${row}`))
			);
			await decide(app, 'approve', await look(app, '4001/individual/4', '4002/individual/4'));
			expect(await stateOf(app, '4002/individual/4')).toBe('approved');
			await send(app, 'b.csv', fact('200'));
			expect([await stateOf(app, '4001/individual/4'), await stateOf(app, '4002/individual/4')]).toEqual([
				'sent',
				'sent'
			]);
			await send(app, 'c.csv', '4001,individual,4,overdue_base_2021_10_01_baht,100');
			// Its own now says what was approved; the other rests on the province's still.
			expect([await stateOf(app, '4001/individual/4'), await stateOf(app, '4002/individual/4')]).toEqual([
				'approved',
				'sent'
			]);
		})
	);
});

const owner = async (app: App) =>
	(await viewOf(app)).agreement.sections
		.find(({ section }) => section === 'team')
		?.indicators.find(({ indicator }) => indicator === '2')?.work_group ?? '';

test('what cannot be decided on is refused in a sentence, and nothing is written', async () => {
	await withResults(async (app, folder) => {
		const journal = await readFile(journalFile(folder), 'utf8');
		const [sent] = await look(app, '4001/team/2');
		if (!sent) throw new Error('nothing is sent');
		const group = await owner(app);
		const none = await look(app, '4010/team/2');
		const at = (name: string) =>
			app.way.decide(name, { kind: 'approve', results: [sent], reason: '', actor: { who: 'x' }, groups: null });
		const said: readonly (readonly [() => Promise<unknown>, RegExp])[] = [
			[() => decide(app, 'approve', []), /^nothing_chosen: ยังไม่ได้เลือกผลใด/],
			[() => decide(app, 'return', [sent], { reason: '  ' }), /^no_reason: ตีกลับต้องบอกเหตุผล/],
			[() => decide(app, 'approve', [sent], { reason: 'ก'.repeat(2001) }), /^long_reason: .*2000/],
			[() => decide(app, 'approve', [{ ...sent, district: '9999' }]), /^unknown_result: ไม่มีผล 9999\/team\/2/],
			[() => decide(app, 'approve', none), /^nothing_sent: อำเภอ.+ ข้อ 2 .*: อำเภอยังไม่ส่งผล/],
			[() => decide(app, 'approve', [sent], { groups: ['กลุ่มงานอื่น'] }), new RegExp(`^not_yours: .*กลุ่มงาน${group}`, 'u')],
			[() => decide(app, 'approve', [sent], { groups: [] }), /^not_yours: /],
			[() => at(`${round}@2022-09-12`), /^past: /],
			[() => at('khon-kaen/2599-1'), /^unknown_round: /]
		];
		for (const [work, expected] of said) expect((await refusal(work()))[0]).toMatch(expected);
		expect(await readFile(journalFile(folder), 'utf8')).toBe(journal);
	});
});

test('what lacks a value cannot be approved, and can be returned', async () => {
	await withFolder((folder) =>
		withApp(folder, async (app) => {
			await send(app, 'a.csv', '4001,individual,4,overdue_reduced_baht,10');
			const looked = await look(app, '4001/individual/4');
			expect((await refusal(decide(app, 'approve', looked)))[0]).toMatch(/^incomplete: .*ยังขาดค่าที่ต้องใช้/);
			expect(await decide(app, 'return', looked, { reason: 'ส่งหนี้เกินกำหนดด้วย' })).toMatchObject({ kind: 'decided' });
			expect((await refusal(decide(app, 'return', await look(app, '4001/individual/4'))))[0]).toMatch(/^already: /);
		})
	);
});

test('a work group decides on what the letter gives it, the director on all, a district on nothing', async () => {
	await withResults(async (app) => {
		const group = (await owner(app)).split('+')[0]?.trim() ?? '';
		const person = { id: 'p', name: 'ก', email: 'a@b.example', province: 'khon-kaen', district: null, blocked: false };
		const ofGroup = groupsOf({ kind: 'person', person: { ...person, role: 'work_group', groups: [group] } });
		expect(await decide(app, 'approve', await look(app, '4001/team/2'), { groups: ofGroup })).toMatchObject({
			kind: 'decided'
		});
		expect(groupsOf({ kind: 'person', person: { ...person, role: 'director', groups: [] } })).toBeNull();
		expect(groupsOf({ kind: 'demo' })).toBeNull();
		expect(groupsOf({ kind: 'person', person: { ...person, role: 'district', groups: [], district: '4001' } })).toEqual(
			[]
		);
		expect(groupsOf({ kind: 'nobody' })).toEqual([]);
	});
});

test('a database built anew says the same of every result, and at a moment only what was decided by then holds', async () => {
	await withResults(async (app) => {
		await decide(app, 'approve', await look(app, '4001/team/2'));
		await decide(app, 'return', await look(app, '4002/team/2'), { reason: 'ขาดหลักฐาน' });
		const before = [...(await viewOf(app)).way];
		await app.rebuild();
		expect([...(await viewOf(app)).way]).toEqual(before);
		const yesterday = bangkokTime(new Date(Date.now() - 86_400_000)).slice(0, 10);
		const tomorrow = bangkokTime(new Date(Date.now() + 86_400_000)).slice(0, 10);
		expect((await viewOf(app, `${round}@${yesterday}`)).way.size).toBe(0);
		expect(await stateOf(app, '4001/team/2', `${round}@${tomorrow}`)).toBe('approved');
	});
});

test('a decision that was given later is not there yet at an earlier moment', async () => {
	await withFolder(async (folder) => {
		await withApp(folder, async (app) => {
			const file: Arriving = {
				...{ name: 'a.csv', round, sender: null, received_at: '2022-09-12T10:00:00+07:00' },
				bytes: new TextEncoder().encode(`${heading}${plan('4001', '91.5')}\n`)
			};
			await app.importArriving([file], whose);
			await decide(app, 'approve', await look(app, '4001/team/2'));
			expect(await stateOf(app, '4001/team/2', `${round}@2022-09-13`)).toBe('sent');
			expect(await stateOf(app, '4001/team/2')).toBe('approved');
		});
	});
});

test('what somebody deciding looks at: values, what stood before, and the last decision even where it holds no more', async () => {
	await withResults(async (app) => {
		await decide(app, 'return', await look(app, '4001/team/2'), { reason: 'ตรวจยอด' });
		await send(app, 'b.csv', plan('4001', '95'));
		const seen = await app.way.look(round);
		expect(seen.sent.get('4001/team/2')?.values.map(({ text }) => text)).toEqual(['95']);
		expect(seen.before.get('4001/team/2/plan_achievement_pct')?.text).toBe('91.5');
		expect(seen.decisions.get('4001/team/2')).toMatchObject({ kind: 'return', reason: 'ตรวจยอด' });
		expect(seen.stamps.get('4001/team/2')).toMatch(/^[0-9a-f]{16}$/);
		expect(seen.before.has('4002/team/2/plan_achievement_pct')).toBe(false);
	});
});
