import { appendFile, chmod, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Ruling, Take } from '../../src/lib/agreement/ruling.ts';
import type { App } from '../../src/lib/server/app.ts';
import type { Arriving } from '../../src/lib/server/imports/arriving.ts';
import { journalFile } from '../../src/lib/server/store/journal.ts';
import { rankAnswer } from '../../src/lib/server/rounds/rank-answer.ts';
import { explainScore } from '../../src/lib/scoring/explain.ts';
import { listProposals } from '../../src/lib/server/rounds/rulings.ts';
import { verifyStore } from '../../src/lib/server/store/verify.ts';
import { round, whose, withApp, withFolder } from './with-store.ts';

const heading = 'district,section,indicator,input,value\n';
const lines = (district: string, indicator: string, inputs: Readonly<Record<string, string>>) =>
	Object.entries(inputs).map(([input, value]) => `${district},${indicator},${input},${value}\n`);

/** Two districts that grew, one whose members fell (X94), and one with no debt to reduce (X93). */
const file: Arriving = {
	name: 'a.csv',
	bytes: new TextEncoder().encode(
		heading +
			[
				...lines('4001', 'individual,7', { women_member_growth_pct: '12' }),
				...lines('4002', 'individual,7', { women_member_growth_pct: '22' }),
				...lines('4003', 'individual,7', { women_member_growth_pct: '-3' }),
				...lines('4004', 'individual,4', {
					overdue_reduced_baht: '0',
					overdue_base_2021_10_01_baht: '0',
					substantiated_complaints_count: '0'
				})
			].join('')
	),
	round,
	sender: null,
	received_at: '2022-09-12T10:00:00+07:00'
};
const x94: Ruling = { reading: 'X94', indicator: 'individual/7', take: { kind: 'recommended' } };
const x93 = (take: Take): Ruling => ({ reading: 'X93', indicator: 'individual/4', take });
const committee = { who: 'สมหมาย', reason: 'มติคณะกรรมการครั้งที่ 1' };

async function withResults(use: (app: App, folder: string) => Promise<void>): Promise<void> {
	await withFolder((folder) =>
		withApp(folder, async (app) => {
			expect((await app.importArriving([file], whose)).accepted).toBe(true);
			await use(app, folder);
		})
	);
}

async function scoreOf(app: App, district: string, indicator: string) {
	const view = await app.round(round);
	const found = view?.answer.scores.find(
		(one) => one.district === district && `${one.section}/${one.indicator}` === indicator
	);
	if (!found) throw new Error('no such score');
	return found;
}
async function rankOf(app: App): Promise<string> {
	const view = await app.round(round);
	if (!view) throw new Error('no such round');
	return JSON.stringify([rankAnswer(view), view.answer.scores]);
}

test('what a clause leaves open is ruled on for the round: only those results move, and they name the reading', async () => {
	await withResults(async (app) => {
		const before = await app.round(round);
		expect(await scoreOf(app, '4003', 'individual/7')).toMatchObject({ status: 'undecided', reading: 'X94' });
		await app.rule(round, [x94], committee);
		expect(await scoreOf(app, '4003', 'individual/7')).toMatchObject({ status: 'scored', outcome: 0, reading: 'X94' });
		const after = await app.round(round);
		const others = (view: typeof after) =>
			view?.answer.scores.filter(
				(one) => one.district !== '4003' || one.indicator !== '7' || one.section !== 'individual'
			);
		expect(others(after)).toEqual(others(before));
		expect(after?.agreement.readings['X94']).toMatchObject({ kind: 'choice', why: 'มีคำวินิจฉัย: มติคณะกรรมการครั้งที่ 1' });
	});
});

test('a preview says whose score and place would change, and stores nothing', async () => {
	await withResults(async (app, folder) => {
		const [journal, rank] = [await readFile(journalFile(folder), 'utf8'), await rankOf(app)];
		const moves = await app.previewRulings(round, [x93({ kind: 'zero', figure: 30 })]);
		expect(moves.scores.map(({ name, before, after }) => [name, before?.status, after?.outcome])).toEqual([
			['หนองเรือ', 'undecided', 5]
		]);
		const own = moves.places.find((one) => one.district === '4004');
		expect(own).toMatchObject({ section: 'individual', before: { percent: 0 }, after: { percent: 15, place: 1 } });
		// The others' percents stay; places move for whom it passes.
		expect(moves.places.find((one) => one.district === '4002')).toMatchObject({
			before: { place: 1 },
			after: { place: 2 }
		});
		expect(await readFile(journalFile(folder), 'utf8')).toBe(journal);
		expect(await rankOf(app)).toBe(rank);
		await app.rule(round, [x93({ kind: 'zero', figure: 30 })], committee);
		const view = await app.round(round);
		expect(view?.answer.sections.find((one) => one.district === '4004' && one.section === 'individual')).toEqual(
			own?.after
		);
	});
});

test('the journal says who ruled, when, what and why, and a store opened or built anew gives the same results', async () => {
	await withFolder(async (folder) => {
		const ruled = await withApp(folder, async (app) => {
			await app.importArriving([file], whose);
			await app.rule(round, [x94, x93({ kind: 'zero', figure: 0 })], committee);
			return await rankOf(app);
		});
		const last = JSON.parse((await readFile(journalFile(folder), 'utf8')).trimEnd().split('\n').at(-1) ?? '') as object;
		expect(last).toMatchObject({
			act: 'rule',
			who: 'สมหมาย',
			round,
			what: { reason: 'มติคณะกรรมการครั้งที่ 1', rulings: [x94, x93({ kind: 'zero', figure: 0 })] }
		});
		await withApp(folder, async (app) => {
			expect(app.notices).toEqual([]);
			expect(await rankOf(app)).toBe(ruled);
			await app.rebuild();
			expect(await rankOf(app)).toBe(ruled);
			expect(await app.withStore(verifyStore)).toMatchObject({ problems: [], lines: 2 });
		});
	});
});

test('all recommendations are taken in one act, and what is proposed nowhere stays open', async () => {
	await withResults(async (app) => {
		const proposals = listProposals(await app.rulings(round));
		expect(proposals).toContainEqual(x94);
		expect(proposals.filter((one) => one.reading === 'X93')).toEqual([]);
		await app.rule(round, proposals, committee);
		expect(await scoreOf(app, '4003', 'individual/7')).toMatchObject({ status: 'scored', outcome: 0 });
		expect(await scoreOf(app, '4004', 'individual/4')).toMatchObject({ status: 'undecided' });
		expect(listProposals(await app.rulings(round))).toEqual([]);
		const { given } = await app.rulings(round);
		expect(new Set(given.map((one) => one.line)).size).toBe(1);
	});
});

test('a ruling is of its round: another round of the same province reads its letter as printed', async () => {
	await withResults(async (app) => {
		await app.rule(round, [x94], committee);
		expect((await app.rulings('khon-kaen/2565-1')).given).toEqual([]);
		const other = await app.round('khon-kaen/2565-1');
		expect(Object.values(other?.agreement.readings ?? {}).some((one) => one.why.includes('มีคำวินิจฉัย'))).toBe(false);
	});
});

test('a withdrawn ruling leaves the results as they were before it', async () => {
	await withResults(async (app) => {
		const before = await rankOf(app);
		await app.rule(round, [x94], committee);
		expect(await rankOf(app)).not.toBe(before);
		await app.rule(round, [{ ...x94, take: { kind: 'withdraw' } }], committee);
		expect(await rankOf(app)).toBe(before);
	});
});

test('a reading in force is switched for the round', async () => {
	await withResults(async (app) => {
		const desk = await app.rulings(round);
		const asked = desk.questions.find((one) => one.reading === 'X65' && one.kind === 'switch');
		const take = asked?.options[0]?.take;
		if (!take) throw new Error('X65 can be switched');
		const attendance = `${heading}4001,competency,5,attendance_pct,95\n`;
		await app.importFiles([{ name: 'b.csv', bytes: new TextEncoder().encode(attendance) }], { round, sender: null });
		expect(await scoreOf(app, '4001', 'competency/5')).toMatchObject({ outcome: 4, reading: 'X65' });
		await app.rule(round, [{ reading: 'X65', indicator: 'competency/5', take }], committee);
		expect(await scoreOf(app, '4001', 'competency/5')).toMatchObject({ outcome: 5, points: 3, reading: 'X65' });
	});
});

const refused = [
	['no reason', [x94], ' ', 'ต้องบอกเหตุผล'],
	['no ruling', [], 'มติ', 'ยังไม่ได้เลือก'],
	['a reading that is not there', [{ ...x94, reading: 'X999' }], 'มติ', 'ไม่มีเรื่อง X999'],
	['an indicator that is not there', [{ ...x94, indicator: 'team/99' }], 'มติ', 'team/99'],
	['a proposal where there is none', [x93({ kind: 'recommended' })], 'มติ', 'ไม่มีข้อเสนอ'],
	['an answer to another question', [x93({ kind: 'outcome', outcome: 5, text: null })], 'มติ', 'คำตอบนี้ใช้กับเรื่อง X93'],
	[
		'an outcome the ladder has not',
		[{ ...x94, take: { kind: 'outcome', outcome: 9, text: null } }],
		'มติ',
		'คำตอบนี้ใช้กับเรื่อง X94'
	],
	['nothing to withdraw', [{ ...x94, take: { kind: 'withdraw' } }], 'มติ', 'ยังไม่มีคำวินิจฉัยให้ถอน']
] as const;
test.each(refused)('refused with %s: nothing is written', async (_, rulings, reason, sentence) => {
	await withFolder((folder) =>
		withApp(folder, async (app) => {
			await expect(app.rule(round, rulings as readonly Ruling[], { who: 'ก', reason })).rejects.toThrow(sentence);
			await expect(readFile(journalFile(folder))).rejects.toThrow('ENOENT');
		})
	);
});

test('two readings that rewrite the same levels are not switched together', async () => {
	await withFolder((folder) =>
		withApp(folder, async (app) => {
			const { questions } = await app.rulings(round);
			const rulings = ['X67', 'X68'].map((reading): Ruling => {
				const take = questions.find((one) => one.reading === reading && one.kind === 'switch')?.options[0]?.take;
				if (!take) throw new Error(`${reading} can be switched`);
				return { reading, indicator: 'individual/6', take };
			});
			await expect(app.rule(round, rulings, committee)).rejects.toThrow(
				'สลับ X67 และ X68 ของ individual/6 พร้อมกันไม่ได้ เพราะเขียนเกณฑ์ของระดับ 3 ระดับ 4 ระดับ 5 ไว้คนละอย่าง'
			);
		})
	);
});

test('a ruling altered in the journal is found', async () => {
	await withFolder(async (folder) => {
		await withApp(folder, (app) => app.rule(round, [x94], committee));
		await chmod(journalFile(folder), 0o644);
		await appendFile(join(folder, 'journal.jsonl'), '{"act":"rule"}\n');
		await expect(withApp(folder, () => Promise.resolve())).rejects.toThrow('สมุดบันทึกบรรทัดที่ 2');
	});
});

const exempt = (districts: string[]): Ruling => ({
	reading: null,
	indicator: 'individual/4',
	take: { kind: 'exempt', districts }
});
const include = (districts?: string[]): Ruling => ({
	reading: null,
	indicator: 'individual/4',
	take: { kind: 'withdraw', ...(districts ? { districts } : {}) }
});

test('an indicator is taken out for a district: its weight leaves the denominator, nothing else moves, and it says why', async () => {
	await withResults(async (app) => {
		const before = await app.round(round);
		const moves = await app.previewRulings(round, [exempt(['4004'])]);
		expect(moves.scores.map(({ name, before, after }) => [name, before?.status, after?.status])).toEqual([
			['หนองเรือ', 'undecided', 'not_applicable']
		]);
		await app.rule(round, [exempt(['4004'])], committee);
		const view = await app.round(round);
		if (!view || !before) throw new Error('the round is there');
		const own = (of: typeof view) =>
			of.answer.sections.find((one) => one.district === '4004' && one.section === 'individual');
		expect(await scoreOf(app, '4004', 'individual/4')).toMatchObject({
			status: 'not_applicable',
			reason: 'not_applicable',
			points: null,
			weighted: null,
			recommended: null
		});
		expect([own(before)?.weight, own(view)?.weight]).toEqual([100, 85]);
		const others = (of: typeof view) =>
			of.answer.scores.filter((one) => one.district !== '4004' || one.indicator !== '4');
		expect(others(view)).toEqual(others(before));
		expect(explainScore(view, '4004', 'individual', '4').headline).toBe(
			'ตัวชี้วัดนี้ยกเว้นให้อำเภอนี้ จึงไม่อยู่ในตัวหาร เหตุผล: มติคณะกรรมการครั้งที่ 1'
		);
		const { exemptions } = await app.rulings(round);
		expect(exemptions.map(({ districts, ruling }) => [districts, ruling.reason])).toEqual([
			[['4004'], 'มติคณะกรรมการครั้งที่ 1']
		]);
	});
});

test('a preview of taking an indicator out says by how much the percent rises', async () => {
	await withResults(async (app) => {
		const moves = await app.previewRulings(round, [exempt(['4001'])]);
		const own = moves.places.find((one) => one.district === '4001' && one.section === 'individual');
		expect([own?.before?.weight, own?.after?.weight]).toEqual([100, 85]);
		const [was, now] = [own?.before?.percent ?? 0, own?.after?.percent ?? 0];
		expect(was).toBeGreaterThan(0);
		expect(now).toBeCloseTo((was * 100) / 85, 12);
	});
});

test('what is taken out and put back leaves the results as they were, also in a store built anew', async () => {
	await withResults(async (app) => {
		const before = await rankOf(app);
		await app.rule(round, [exempt(['4004', '4001'])], committee);
		const ruled = await rankOf(app);
		expect(ruled).not.toBe(before);
		await app.rebuild();
		expect(await rankOf(app)).toBe(ruled);
		await app.rule(round, [include(['4001'])], committee);
		await app.rule(round, [include()], committee);
		expect(await rankOf(app)).toBe(before);
		expect((await app.rulings(round)).exemptions).toEqual([]);
	});
});

test('in a rank, a district that is taken out holds no place', async () => {
	await withFolder((folder) =>
		withApp(folder, async (app) => {
			const ranked = 'chaiyaphum/2562-1';
			const sent = (['3601', '3602', '3603'] as const).map(
				(code, i) => `${code},team,3,report_submission_score,${90 - i}\n`
			);
			await app.importFiles([{ name: 'c.csv', bytes: new TextEncoder().encode(heading + sent.join('')) }], {
				round: ranked,
				sender: null
			});
			const placeOf = async (code: string) =>
				(await app.round(ranked))?.answer.scores.find(
					(one) => one.district === code && one.indicator === '3' && one.section === 'team'
				)?.value;
			expect(await placeOf('3602')).toBe(2);
			await app.rule(
				ranked,
				[{ reading: null, indicator: 'team/3', take: { kind: 'exempt', districts: ['3601'] } }],
				committee
			);
			expect([await placeOf('3601'), await placeOf('3602'), await placeOf('3603')]).toEqual([null, 1, 2]);
		})
	);
});

const refusedExemptions = [
	['a code of another province', exempt(['3101']), 'ไม่มีอำเภอรหัส 3101'],
	[
		'a variant of other districts',
		{ ...exempt(['4001']), indicator: 'individual/2.1' },
		'ไม่มีตัวชี้วัด individual/2.1 อยู่แล้ว'
	],
	['an indicator that is not there', { ...exempt(['4001']), indicator: 'team/99' }, 'ไม่มีตัวชี้วัด team/99'],
	['nothing to put back', include(), 'จึงไม่มีอะไรให้ถอน']
] as const;
test.each(refusedExemptions)('an exemption is refused with %s', async (_, ruling, sentence) => {
	await withFolder((folder) =>
		withApp(folder, async (app) => {
			await expect(app.rule(round, [ruling], committee)).rejects.toThrow(sentence);
		})
	);
});

test('a condition in the place of lost words that no rule can be made of is refused', async () => {
	await withFolder((folder) =>
		withApp(folder, async (app) => {
			const yes = { yes: 'a' };
			const as = {
				if: { all: [{ value: 'online_channels_count', at_least: 1 }] },
				then: { value: 'online_channels_count', at_least: 2 }
			};
			const lost = (taken: typeof as | typeof yes): Ruling => ({
				reading: 'X42',
				indicator: 'individual/6',
				take: { kind: 'words', as: taken, text: null }
			});
			await expect(app.rule('buriram/2565-2', [lost(yes)], committee)).rejects.toThrow('กล่าวถึง a ซึ่งไม่ได้ประกาศ');
			await expect(app.rule('buriram/2565-2', [lost(as)], committee)).rejects.toThrow('แปลงเกณฑ์เป็นกติกาคิดคะแนนไม่ได้');
		})
	);
});
