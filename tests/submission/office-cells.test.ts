import { expect, test } from 'vitest';
import type { Answer, AnswersFor } from '../../src/lib/submission/question.ts';
import { readSubmission } from '../../src/lib/submission/read.ts';
import { letter, province, read, show } from './letter.ts';

const HEAD = 'อำเภอ,ส่วน,ตัวชี้วัด,รายการ,ค่า';
const readOne = async (input: string, value: string) =>
	show(
		await read(`${HEAD}\nชุมแพ,team,${input.startsWith('2/') ? 2 : 1},${input.replace('2/', '')},"${value}"`, 'ผล.csv')
	);
const entryOf = (input: string, shown: string): readonly string[] => [
	`4005 team/${input.startsWith('2/') ? '2/' : '1/'}${input.replace('2/', '')} = ${shown}`
];

test.each([
	['budget_used_pct', '95%', '95', 'percent_sign'],
	['budget_used_pct', '95 %', '95', 'percent_sign'],
	['budget_used_pct', 'ร้อยละ 95', '95', 'percent_sign'],
	['2/project_progress_pcts', '80%; 90%', '[80 90]', 'percent_sign'],
	['spent_baht', '1,9๐0', '1900', 'mixed_digits'],
	['reported_on', '1 ก.ย. ๒565', '2022-09-01', 'mixed_digits'],
	['reported_on', '1 ก.ย. 65', '2022-09-01', 'short_year'],
	['reported_on', '01-09-65', '2022-09-01', 'short_year'],
	['reported_on', '1/9/22', '2022-09-01', 'short_year'],
	['reported_on', '1-Sep-22', '2022-09-01', 'short_year'],
	['2/completed_at', '31 ส.ค. 65 เวลา 13.30 น.', '2022-08-31T13:30', 'short_year'],
	['reported_on', '44805', '2022-09-01', 'serial_day'],
	['2/completed_at', '44804.6875', '2022-08-31T16:30', 'serial_day'],
	['disbursed_per_rules', '/', 'yes', 'mark_for_yes'],
	['disbursed_per_rules', '✓', 'yes', 'mark_for_yes'],
	['disbursed_per_rules', 'ดำเนินการแล้ว', 'yes', 'word_for_yes'],
	['disbursed_per_rules', 'ยังไม่ดำเนินการ', 'no', 'word_for_no']
])('%s written %s is read as %s and that is said', async (input, value, shown, manner) => {
	expect(await readOne(input, value)).toEqual({
		readable: true,
		entries: entryOf(input, shown),
		problems: [`${manner} 2 E2`]
	});
});

test.each([
	['-', 'dash_for_nothing'],
	['–', 'dash_for_nothing'],
	['N/A', 'word_for_nothing'],
	['ไม่มีข้อมูล', 'word_for_nothing'],
	['ยังไม่รายงาน', 'word_for_nothing']
])('%s is nothing, and that is said', async (value, manner) => {
	expect(await readOne('spent_baht', value)).toEqual({ readable: true, entries: [], problems: [`${manner} 2 E2`] });
});

test.each([
	['spent_baht', '1,234.50', '1234.5'],
	['budget_used_pct', '๙๕.๕', '95.5'],
	['budget_used_pct', '\u00a095.5\u200b', '95.5'],
	['spent_baht', 'ถอน', 'withdrawn'],
	['reported_on', 'ถอนค่า', 'withdrawn'],
	['reported_on', '๑ กันยายน ๒๕๖๕', '2022-09-01'],
	['reported_on', 'ยังไม่ทำ', 'not done'],
	['disbursed_per_rules', 'ใช่', 'yes']
])('%s written %j is plain: %s', async (input, value, shown) => {
	expect(await readOne(input, value)).toEqual({ readable: true, entries: entryOf(input, shown), problems: [] });
});

test.each(['\u00a0', '\u200b', '\u200b \ufeff', '   '])('a cell that only looks empty is empty: %j', async (value) => {
	expect(await readOne('spent_baht', value)).toEqual({ readable: true, entries: [], problems: [] });
});

test('each column hears of each manner once, with the first cell and how many there are', async () => {
	const { problems } = await read(
		'อำเภอ,team/1/budget_used_pct,team/1/spent_baht\n4001,80%,1๐0\n4005,90%,-\n4007,95%,-',
		'ผล.csv'
	);
	expect(problems.map(({ severity, at, message }) => [severity, at.cell, message])).toEqual([
		['warning', 'B2', '“80%” อ่านเป็นร้อยละ 80 คอลัมน์นี้มีแบบเดียวกัน 3 ช่อง'],
		['warning', 'C2', '“1๐0” มีเลขไทยปนเลขอารบิก อ่านเป็น 100'],
		['warning', 'C3', 'ขีด “-” อ่านเป็นยังไม่ส่งค่า ถ้าหมายถึงศูนย์ให้ใส่ 0 คอลัมน์นี้มีแบบเดียวกัน 2 ช่อง']
	]);
});

test.each([
	['31/09/2565', '“31/09/2565” ไม่มีวันนี้ในปฏิทิน เดือนกันยายนมี 30 วัน ถ้าหมายถึงวันสุดท้ายของเดือน ให้ใส่ 30/9/2565'],
	['29/02/2566', '“29/02/2566” ไม่มีวันนี้ในปฏิทิน เดือนกุมภาพันธ์ 2566 มี 28 วัน ถ้าหมายถึงวันสุดท้ายของเดือน ให้ใส่ 28/2/2566'],
	['9/25/2565', '“9/25/2565” ไม่มีเดือนที่ 25 ถ้าใส่เดือนก่อนวัน ให้ใส่ 25/9/2565'],
	[
		'1965-09-01',
		'“1965-09-01” เก่ากว่ารอบนี้หลายสิบปี มักเกิดจากใส่ปีสองหลักแล้วโปรแกรมตารางคำนวณอ่านเป็น ค.ศ. 19.. ถ้าหมายถึงปี 2565 ให้ใส่ 1/9/2565'
	],
	['ดำเนินการแล้ว', '“ดำเนินการแล้ว” ไม่บอกว่าทำเมื่อใด ให้ใส่วันที่ทำ เช่น 1/9/2565']
])('of %s it is said what may be meant', async (value, why) => {
	const { problems } = await read(`${HEAD}\nชุมแพ,team,1,reported_on,${value}`, 'ผล.csv');
	expect(problems.map(({ message }) => message.split('”: ').slice(1).join('”: '))).toEqual([why]);
});

const wide = 'อำเภอ,team/1/spent_baht,team/1/disbursed_per_rules,team/1/reported_on';
const sendAnswered = async (text: string, ...given: readonly Omit<Answer, 'shape'>[]) => {
	const answersFor: AnswersFor = (shape) => given.map((answer) => ({ ...answer, shape }));
	return show(await readSubmission(new TextEncoder().encode(text), 'ผล.csv', letter, province, answersFor));
};

test('a word that may mean two things is asked about once for each kind of input, and nothing of it is taken', async () => {
	const { questions, entries } = await read(`${wide}\n4001,ไม่มี,ไม่มี,ไม่มี\n4005,ไม่มี,x,1/9/2565`, 'ผล.csv');
	expect(questions.map(({ about, times, choices }) => [about, times, choices.map(({ means }) => means)])).toEqual([
		['figure:ไม่มี', 2, ['0', 'nothing']],
		['bool:ไม่มี', 1, ['no', 'nothing']],
		['moment:ไม่มี', 1, ['not_done', 'nothing']],
		['bool:x', 1, ['yes', 'no', 'nothing']]
	]);
	expect(entries.map(({ text }) => text)).toEqual(['1/9/2565']);
});

test.each([
	['0', ['4001 team/1/spent_baht = 0']],
	['nothing', []],
	[null, []]
])('a word that was answered with %s is read so', async (means, entries) => {
	const answer = { kind: 'value', about: 'figure:ไม่มี', means } as const;
	expect((await sendAnswered(`${wide}\n4001,ไม่มี,,`, answer)).entries).toEqual(entries);
});

const shares = 'อำเภอ,team/1/budget_used_pct\n4001,0.95\n4005,1\n4007,0.8';

test('a column of percents all between 0 and 1 is asked about, and none of it is taken', async () => {
	expect(await sendAnswered(shares)).toEqual({ readable: true, entries: [], problems: ['asked_share 2 B2'] });
});

test.each([
	['share', ['95', '100', '80']],
	['percent', ['0.95', '1', '0.8']],
	[null, []]
])('shares answered with %s', async (means, values) => {
	const { entries } = await sendAnswered(shares, { kind: 'share', about: 'team/1/budget_used_pct', means });
	expect(entries.map((entry) => entry.split(' = ')[1])).toEqual(values);
});

test.each([
	['one value above 1', 'อำเภอ,team/1/budget_used_pct\n4001,0.95\n4005,80'],
	['only whole numbers', 'อำเภอ,team/1/budget_used_pct\n4001,0\n4005,1'],
	['a single value of a district', 'อำเภอ,team/1/budget_used_pct\n4001,0.95'],
	['signs that say percents', 'อำเภอ,team/1/budget_used_pct\n4001,0.95%\n4005,0.8%']
])('a column of percents is not asked about with %s', async (_, text) => {
	expect((await read(text, 'ผล.csv')).questions).toEqual([]);
});
