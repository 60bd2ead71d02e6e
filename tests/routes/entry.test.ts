import { expect, test } from 'vitest';
import { agreementSchema } from '../../src/lib/agreement/schema.ts';
import type { EntryInForce, RoundView } from '../../src/lib/ranking/round.ts';
import type { Decision, ResultState } from '../../src/lib/ranking/way.ts';
import type { Draft } from '../../src/lib/server/entry/draft.ts';
import { listItems } from '../../src/routes/[province]/[round]/entry/list-items.ts';
import { readPosted } from '../../src/routes/[province]/[round]/entry/[code]/[section]/[number]/read-posted.ts';

const inputs = {
	done: { label: 'ทำแล้ว', type: 'bool' },
	done_on: { label: 'ทำเมื่อ', type: 'date' },
	due: { label: 'กำหนด', type: 'date', due: true, given: '2022-09-30' },
	letter_on: { label: 'หนังสือ', type: 'date', information: true }
};
const indicator = (number: string, more: object = {}) => ({
	indicator: number,
	title: `ข้อ ${number}`,
	short: number,
	unit: 'ระดับ',
	weight: 25,
	work_group: 'ประสาน',
	inputs,
	ladder: { mode: 'highest', rungs: [3, 5].map((outcome) => ({ outcome, text: 'ทำ', needs: { yes: 'done' } })) },
	...more
});
const agreement = agreementSchema.parse({
	agreement: 'khon-kaen/2565-2',
	province: '40',
	title: 'ข้อตกลง',
	round: 'รอบ 2/2565',
	from: '2022-04-01',
	to: '2022-09-30',
	dated: null,
	source: 'แต่งขึ้นเพื่อทดสอบ',
	sections: [
		{
			section: 'team',
			title: 'รายทีม',
			weight: 100,
			indicators: [
				indicator('1'),
				indicator('2', { applies_to: ['4002'] }),
				indicator('3'),
				indicator('4', { inputs: {} })
			]
		}
	]
});
const entry = (district: string, number: string, input: string, value: EntryInForce['value']): EntryInForce => ({
	district,
	section: 'team',
	indicator: number,
	input,
	value,
	text: '',
	at: { file: 'a.csv' },
	submission: 1
});
const yes = { kind: 'bool', yes: true } as const;
const view = (entries: readonly EntryInForce[], way: ReadonlyMap<string, ResultState> = new Map()) =>
	({ agreement, province: { code: '40' }, entries, way }) as unknown as RoundView;
const district = { code: '4001', called: 'อำเภอเมือง', whole: false };
const draft = (sheets: Draft['sheets']): Draft => ({
	round: 'khon-kaen/2565-2',
	district: '4001',
	version: 1,
	saved_at: '2022-09-20T10:00:00+07:00',
	saved_by: 'ก',
	sheets
});
const typed = (text: string) => ({ text, by: 'ก', at: '2022-09-20T10:00:00+07:00' });

const tell = (...asked: Parameters<typeof listItems>) =>
	listItems(...asked).map(({ indicator: number, state, drafted, filled, inputs: of }) => [
		number,
		state,
		drafted,
		filled,
		of
	]);

test('only what is asked of a district is listed; what the letter or the province gives is there, what decides nothing is not asked', () => {
	expect(tell(view([entry('40', '3', 'done', yes)]), district, null)).toEqual([
		['1', 'never', false, 1, 3],
		['3', 'never', false, 2, 3]
	]);
});

test('what is typed stands over what was sent, and what was taken back was never sent', () => {
	const sheets = {
		'team/1': { cells: { 'value.done': typed('') }, files: [] },
		'team/3': { cells: { 'value.done': typed('ใช่') }, files: [] }
	};
	const entries = [entry('4001', '1', 'done', yes), entry('4001', '3', 'done', { kind: 'withdrawn' })];
	expect(tell(view(entries), district, draft(sheets))).toEqual([
		['1', 'sent', true, 1, 3],
		['3', 'draft', true, 2, 3]
	]);
});

test('what came back says why and from whom, also while it is being put right', () => {
	const decision: Decision = {
		kind: 'return',
		district: '4001',
		section: 'team',
		indicator: '1',
		stamp: 'a',
		at: '2022-09-21T10:00:00+07:00',
		who: 'กลุ่มงาน',
		reason: 'ขาดภาพถ่าย',
		line: 4
	};
	const way = new Map<string, ResultState>([
		['4001/team/1', { kind: 'returned', decision }],
		['4001/team/3', { kind: 'approved', decision: { ...decision, kind: 'approve' } }]
	]);
	const [first, second] = listItems(
		view([], way),
		district,
		draft({ 'team/1': { cells: { 'note.3': typed('x') }, files: [] } })
	);
	expect(first).toMatchObject({ state: 'returned', drafted: true, returned: { reason: 'ขาดภาพถ่าย', who: 'กลุ่มงาน' } });
	expect(second).toMatchObject({ state: 'approved', drafted: false, returned: null });
});

test('the province is asked for everything that has an input', () => {
	expect(tell(view([]), { code: '40', called: 'ทั้งจังหวัด', whole: true }, null).map(([number]) => number)).toEqual([
		'1',
		'2',
		'3'
	]);
});

const form = (fields: Readonly<Record<string, string>>): FormData => {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) data.append(name, value);
	return data;
};
const first = agreement.sections[0]?.indicators[0];
if (first === undefined) throw new Error('no indicator');

test('fields of the form are read by their keys: not done, ticked, chosen, cleared, and none that the letter does not have', async () => {
	const posted = await readPosted(
		form({
			'was.value.done': 'ใช่',
			'value.done': '',
			'was.value.done_on': '',
			'value.done_on': '',
			'not.value.done_on': 'on',
			'was.value.due': 'a',
			'value.due': ' b ',
			'pick.value.due': 'theirs',
			'was.tick.3': '',
			'tick.3': '1',
			'was.note.all': '',
			'note.all': ' ดูหน้า 2 ',
			'was.value.other': '',
			'value.other': '1',
			drop: `5|${'a'.repeat(64)}`
		}),
		first
	);
	expect(posted.cells).toEqual([
		{ key: 'value.done', was: 'ใช่', text: '' },
		{ key: 'value.done_on', was: '', text: 'ยังไม่ทำ' },
		{ key: 'value.due', was: 'a', text: 'a' },
		{ key: 'tick.3', was: '', text: '1' },
		{ key: 'note.all', was: '', text: 'ดูหน้า 2' }
	]);
	expect(posted.drop).toEqual([{ outcome: 5, sha256: 'a'.repeat(64) }]);
});

test('a form without a chosen file brings none', async () => {
	const data = form({});
	data.append('file.3', new File([], ''));
	data.append('file.5', new File(['%PDF-'], 'ก.pdf'));
	data.append('file.9', new File(['%PDF-'], 'ข.pdf'));
	expect((await readPosted(data, first)).files.map(({ outcome, name }) => [outcome, name])).toEqual([[5, 'ก.pdf']]);
});
