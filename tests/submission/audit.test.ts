import { describe, expect, test } from 'vitest';
import { agreementSchema } from '../../src/lib/agreement/schema.ts';
import { auditEntries, entryKey, type AuditCase } from '../../src/lib/submission/audit/audit.ts';
import { compareTenfold } from '../../src/lib/submission/audit/tenfold.ts';
import type { Entry, EntryValue } from '../../src/lib/submission/entry.ts';
import { countSignificant, countWritten } from '../../src/lib/submission/audit/figures.ts';
import { parseFigure } from '../../src/lib/thai/numbers.ts';

const level = (needs: object[]) => ({ mode: 'highest', rungs: [{ outcome: 1, text: 'ครบ', needs }] });
const indicator = (number: string, inputs: object, more: object = {}) => ({
	indicator: number,
	title: `ตัวชี้วัดที่ ${number}`,
	short: number,
	unit: 'ร้อยละ',
	weight: 25,
	work_group: null,
	inputs,
	...more
});

const letter = agreementSchema.parse({
	agreement: 'khon-kaen/2565-2',
	province: '40',
	title: 'ข้อตกลง',
	round: 'รอบ 2/2565',
	from: '2022-04-01',
	to: '2022-09-30',
	dated: '2022-03-28',
	source: 'แต่งขึ้นเพื่อทดสอบ',
	invented: true,
	submit_by: '2022-10-05',
	sections: [
		{
			section: 'team',
			title: 'รายทีม',
			weight: 100,
			indicators: [
				indicator('1', {
					allocated_baht: { label: 'ได้รับจัดสรร', type: 'baht' },
					spent_baht: { label: 'เบิกจ่ายแล้ว', type: 'baht' },
					po_baht: { label: 'ผูกพัน', type: 'baht' },
					returned_baht: { label: 'ส่งคืน', type: 'baht' },
					target_baht: { label: 'เป้าหมาย', type: 'baht', given: 500000 }
				}),
				indicator('2', {
					visits_count: { label: 'ครั้งที่ลงพื้นที่', type: 'count' },
					share_pct: { label: 'ร้อยละของเป้าหมาย', type: 'pct', may_exceed_100: true },
					plain_pct: { label: 'ร้อยละตามแผน', type: 'pct' }
				}),
				indicator(
					'3',
					{
						sent_on: { label: 'วันที่ส่ง', type: 'date' },
						checked_on: { label: 'วันที่ตรวจ', type: 'date' },
						submission_due: { label: 'กำหนดส่ง', type: 'datetime', due: true }
					},
					{ ladder: level([{ date: 'checked_on', by: '2022-12-31' }]) }
				),
				indicator('4', { households_count: { label: 'ครัวเรือน', type: 'count' } })
			]
		}
	]
});

const figure = (text: string): EntryValue => {
	const read = parseFigure(text);
	if (read.kind !== 'figure') throw new Error(`not a figure: ${text}`);
	return { kind: 'number', scaled: read.scaled, decimals: read.decimals };
};
const scaled = (text: string): bigint => {
	const value = figure(text);
	return value.kind === 'number' ? value.scaled : 0n;
};

/** `4001/1/spent_baht` or a date */
function entry(at: string, text: string, file = 'ใหม่.csv'): Entry {
	const [district = '', number = '', input = ''] = at.split('/');
	const value: EntryValue = /^\d{4}-/.test(text) ? { kind: 'moment', iso: text } : figure(text);
	return { district, section: 'team', indicator: number, input, value, text, at: { file, cell: `${at}` } };
}
const entries = (values: Readonly<Record<string, string>>, file?: string) =>
	Object.entries(values).map(([at, text]) => entry(at, text, file));
const keyed = (values: Readonly<Record<string, string>>, file: string) =>
	new Map(entries(values, file).map((one) => [entryKey(one), one]));

interface Asked {
	readonly before?: Readonly<Record<string, string>>;
	readonly earlier?: Readonly<Record<string, string>>;
	readonly came?: string;
}
const ask = (values: Readonly<Record<string, string>>, { before = {}, earlier, came }: Asked = {}) => {
	const audit: AuditCase = {
		agreement: letter,
		entries: entries(values),
		before: keyed(before, 'เดิม.csv'),
		earlier: earlier === undefined ? null : { round: 'รอบ 1/2565', entries: keyed(earlier, 'รอบก่อน.csv') },
		nameOf: (code) => `อำเภอ${code}`,
		cameAt: () => came ?? null
	};
	return auditEntries(audit);
};
const codes = (...given: Parameters<typeof ask>) => ask(...given).map(({ code }) => code);

describe('two figures are 10 or 100 times each other', () => {
	test.each([
		['123450', '1234500', { times: 10, grown: true, exactly: true }],
		['1234500', '123450', { times: 10, grown: false, exactly: true }],
		['9.55', '955', { times: 100, grown: true, exactly: true }],
		['0.95', '95', { times: 100, grown: true, exactly: true }],
		['12', '120', { times: 10, grown: true, exactly: true }],
		['100', '1000', { times: 10, grown: true, exactly: true }],
		['-25', '-250', { times: 10, grown: true, exactly: true }],
		['152000', '1538000', { times: 10, grown: true, exactly: false }],
		['100', '950', { times: 10, grown: true, exactly: false }],
		['100', '1050', { times: 10, grown: true, exactly: false }],
		['100', '10500', { times: 100, grown: true, exactly: false }]
	] as const)('%s and %s are', (before, after, tenfold) => {
		expect(compareTenfold(scaled(before), scaled(after))).toEqual(tenfold);
	});
	test.each([
		['1', '10'],
		['5', '50'],
		['20', '200'],
		['2', '200'],
		['100', '949'],
		['100', '1051'],
		['99', '1000'],
		['-12', '120'],
		['0', '10'],
		['1000', '1000'],
		['1000', '5000']
	])('%s and %s say nothing', (before, after) => {
		expect(compareTenfold(scaled(before), scaled(after))).toBeNull();
	});
});

test('digits are counted as they count and as they are written', () => {
	expect(['1230', '91.08', '100', '0.5', '1000000'].map((text) => countSignificant(scaled(text)))).toEqual([
		3, 4, 1, 1, 1
	]);
	expect(['1230', '91.08', '100', '0.5', '1000000'].map((text) => countWritten(scaled(text)))).toEqual([4, 4, 3, 1, 7]);
});

test('a figure ten times the one of the round before is asked about, with both numbers and its cell', () => {
	const [problem, ...more] = ask({ '4001/1/spent_baht': '1234500' }, { earlier: { '4001/1/spent_baht': '123450' } });
	expect(more).toEqual([]);
	expect(problem).toEqual({
		severity: 'warning',
		code: 'audit_tenfold',
		at: { file: 'ใหม่.csv', cell: '4001/1/spent_baht' },
		message:
			'อำเภอ4001 รายทีม ตัวชี้วัดที่ 1 “เบิกจ่ายแล้ว”: 1,234,500 เป็น 10 เท่าของ 123,450 ของรอบ 1/2565 ตรวจจำนวนหลักและจุดทศนิยมกับหลักฐาน'
	});
});

test('so is one a hundredth of what this round had, and one nearly ten times it', () => {
	const sentences = ask(
		{ '4001/1/spent_baht': '12345', '4002/1/spent_baht': '1538000' },
		{ before: { '4001/1/spent_baht': '1234500', '4002/1/spent_baht': '152000' } }
	).map(({ message }) => message);
	expect(sentences).toEqual([
		'อำเภอ4001 รายทีม ตัวชี้วัดที่ 1 “เบิกจ่ายแล้ว”: 12,345 เป็น 1 ใน 100 ของ 1,234,500 ที่ส่งไว้ก่อน (แฟ้ม เดิม.csv) ตรวจจำนวนหลักและจุดทศนิยมกับหลักฐาน',
		'อำเภอ4002 รายทีม ตัวชี้วัดที่ 1 “เบิกจ่ายแล้ว”: 1,538,000 เป็นเกือบ 10 เท่าของ 152,000 ที่ส่งไว้ก่อน (แฟ้ม เดิม.csv) ตรวจจำนวนหลักและจุดทศนิยมกับหลักฐาน'
	]);
});

test('who puts a figure back in step with the round before is not asked', () => {
	const earlier = { '4001/1/spent_baht': '1100000' };
	expect(codes({ '4001/1/spent_baht': '1234500' }, { before: { '4001/1/spent_baht': '123450' }, earlier })).toEqual([]);
	expect(codes({ '4001/1/spent_baht': '123450' }, { before: { '4001/1/spent_baht': '1234500' }, earlier })).toEqual([
		'audit_tenfold'
	]);
});

describe('figures of an indicator that are those of another district', () => {
	const mine = { '4001/1/allocated_baht': '1000000', '4001/1/spent_baht': '950000', '4001/1/po_baht': '50000' };
	const theirs = { '4002/1/allocated_baht': '1000000', '4002/1/spent_baht': '950000', '4002/1/po_baht': '50000' };

	test('are asked about once, at the first cell that arrived, naming the other', () => {
		const [problem, ...more] = ask(mine, { before: theirs });
		expect(more).toEqual([]);
		expect(problem?.at.cell).toBe('4001/1/allocated_baht');
		expect(problem?.message).toBe(
			'อำเภอ4001 รายทีม ตัวชี้วัดที่ 1: ตัวเลขทั้ง 3 รายการ (1,000,000 · 950,000 · 50,000) เหมือนของอำเภอ4002ทุกตัว ตรวจว่าคัดลอกมาผิดอำเภอหรือไม่'
		);
		expect(codes({ ...mine, ...theirs })).toEqual(['audit_copied']);
	});
	test('are asked about in a group, too many names counted', () => {
		const all = ['4001', '4002', '4003', '4004', '4005', '4006', '4007'].flatMap((code) =>
			Object.entries(mine).map(([at, text]) => [at.replace('4001', code), text] as const)
		);
		const [problem, ...more] = ask(Object.fromEntries(all));
		expect(more).toEqual([]);
		expect(problem?.message).toContain('เหมือนของอำเภอ4002 อำเภอ4003 อำเภอ4004 อำเภอ4005 และอีก 2 อำเภอทุกตัว');
	});
	test.each([
		['one figure differs', { ...theirs, '4002/1/po_baht': '50001' }],
		['one has a figure fewer', { ...theirs, '4002/1/po_baht': '' }]
	])('say nothing where %s', (_, before) => {
		const there = Object.fromEntries(Object.entries(before).filter(([, text]) => text !== ''));
		expect(codes(mine, { before: there })).toEqual([]);
	});
	test('are asked about though one of them had sent more before', () => {
		expect(codes(mine, { before: { ...theirs, '4002/1/returned_baht': '7', '4001/1/returned_baht': '5' } })).toEqual([
			'audit_copied'
		]);
	});
	test('say nothing where they are few or small', () => {
		expect(codes({ '4001/2/visits_count': '3', '4001/2/share_pct': '66.67', '4001/2/plain_pct': '100' })).toEqual([]);
		const small = { visits_count: '3', share_pct: '66.67', plain_pct: '100' };
		const both = ['4001', '4002'].flatMap((code) =>
			Object.entries(small).map(([input, text]) => [`${code}/2/${input}`, text] as const)
		);
		expect(codes(Object.fromEntries(both))).toEqual([]);
	});
	test('say nothing of a fact of the whole province', () => {
		const whole = Object.fromEntries(Object.entries(mine).map(([at, text]) => [at.replace('4001', '40'), text]));
		expect(codes(mine, { before: whole })).toEqual([]);
	});
	test('two long ones are asked about as three', () => {
		expect(
			codes({
				...{ '4001/1/allocated_baht': '1234567', '4001/1/spent_baht': '987654.25' },
				...{ '4002/1/allocated_baht': '1234567', '4002/1/spent_baht': '987654.25' }
			})
		).toEqual(['audit_copied']);
	});
});

test('a percent over 100 is asked about where the letter allows it', () => {
	const [problem, ...more] = ask({
		'4001/2/share_pct': '104.5',
		'4002/2/share_pct': '100',
		'4003/2/visits_count': '104'
	});
	expect(more).toEqual([]);
	expect(problem?.message).toBe(
		'อำเภอ4001 รายทีม ตัวชี้วัดที่ 2 “ร้อยละของเป้าหมาย”: ร้อยละ 104.5 เกิน 100 ข้อตกลงยอมให้เกินได้ ตรวจตัวตั้งและตัวหารกับหลักฐาน'
	);
});

describe('a day on which something was done', () => {
	test.each([
		['2022-03-27', true],
		['2022-03-28', false],
		['2022-10-05', false],
		['2022-10-06', true],
		['2021-09-01', true]
	])('%s lies outside the round: %s', (day, outside) => {
		expect(codes({ '4001/3/sent_on': day })).toEqual(outside ? ['audit_outside_round'] : []);
	});
	test('is told with the days of the round', () => {
		expect(ask({ '4001/3/sent_on': '2021-09-01' })[0]?.message).toBe(
			'อำเภอ4001 รายทีม ตัวชี้วัดที่ 3 “วันที่ส่ง”: 1 ก.ย. 2564 อยู่นอกช่วงของรอบ (28 มี.ค. 2565 ถึง 5 ต.ค. 2565) ตรวจวัน เดือน และปีกับหลักฐาน'
		);
	});
	test('may lie where the rule itself puts it, and a due date anywhere', () => {
		expect(codes({ '4001/3/checked_on': '2022-12-31', '4001/3/submission_due': '2023-01-01T16:30' })).toEqual([]);
		expect(codes({ '4001/3/checked_on': '2023-01-01' })).toEqual(['audit_outside_round']);
	});
	test('cannot be later than the file that tells of it', () => {
		const came = '2022-09-12T10:00:00+07:00';
		expect(codes({ '4001/3/sent_on': '2022-09-12' }, { came })).toEqual([]);
		expect(ask({ '4001/3/sent_on': '2022-09-20' }, { came }).map(({ code, message }) => [code, message])).toEqual([
			[
				'audit_future',
				'อำเภอ4001 รายทีม ตัวชี้วัดที่ 3 “วันที่ส่ง”: 20 ก.ย. 2565 เป็นวันหลังจากที่รับแฟ้ม (12 ก.ย. 2565) ตรวจว่าเป็นวันที่ทำแล้วจริง ไม่ใช่วันที่กำหนดไว้'
			]
		]);
	});
});

test('a district whose figures are all the same is asked about, unless all are full percents', () => {
	const same = (text: string) => ({
		...{ '4001/1/allocated_baht': text, '4001/1/spent_baht': text, '4001/1/po_baht': text },
		...{ '4001/2/visits_count': text, '4001/4/households_count': text }
	});
	const [problem, ...more] = ask(same('50'));
	expect(more).toEqual([]);
	expect(problem?.message).toBe('อำเภอ4001 รายทีม: ตัวเลขทั้ง 5 รายการเป็น 50 เท่ากันหมด ตรวจว่ากรอกจากผลจริง');
	expect(codes({ ...same('50'), '4001/4/households_count': '51' })).toEqual([]);
	expect(codes({ '4001/2/share_pct': '100', '4001/2/plain_pct': '100', '4001/2/visits_count': '100' })).toEqual([]);
});

test('what cannot be used and what is taken back is not asked about', () => {
	const values: readonly EntryValue[] = [{ kind: 'bad' }, { kind: 'withdrawn' }, { kind: 'moment', iso: null }];
	const asked = values.map((value, nth): Entry => ({ ...entry(`400${nth}/1/spent_baht`, '1'), value }));
	const audit = { entries: asked, before: keyed({ '4000/1/spent_baht': '10' }, 'เดิม.csv'), earlier: null };
	expect(auditEntries({ agreement: letter, ...audit, nameOf: (code: string) => code, cameAt: () => null })).toEqual([]);
});
