import { expect, test } from 'vitest';
import { read, show } from './letter.ts';

const send = async (records: unknown) => show(await read(JSON.stringify(records), 'ผล.json'));
const record = (inputs: object, more: object = {}) => ({
	district: '4005',
	section: 'team',
	indicator: '1',
	inputs,
	...more
});

test('an empty list is a file with nothing to report', async () => {
	expect(await send([])).toEqual({ readable: true, entries: [], problems: [] });
});

test('every type of value is read', async () => {
	const file = [
		record({ budget_used_pct: 91.5, spent_baht: '๑,๒๓๔.๕๐', disbursed_per_rules: true, reported_on: null }),
		record(
			{ project_progress_pcts: [80, 90.5], growth_pct: -12.25, submission_due: null, completed_at: '2022-08-31T16:30' },
			{ district: 'อำเภอน้ำพอง', section: 'รายทีม', indicator: 2 }
		),
		record({ households_count: 30 }, { district: 4001, section: 'individual', indicator: 2.1 })
	];
	expect(await send(file)).toEqual({
		readable: true,
		entries: [
			'4005 team/1/budget_used_pct = 91.5',
			'4005 team/1/spent_baht = 1234.5',
			'4005 team/1/disbursed_per_rules = yes',
			'4005 team/1/reported_on = not done',
			'4007 team/2/project_progress_pcts = [80 90.5]',
			'4007 team/2/growth_pct = -12.25',
			'4007 team/2/submission_due = withdrawn',
			'4007 team/2/completed_at = 2022-08-31T16:30',
			'4001 individual/2.1/households_count = 30'
		],
		problems: []
	});
});

test('a fact of the whole province keeps the code of the province', async () => {
	const { entries, problems } = await send([
		record({ households_count: 5 }, { district: '40', section: 'individual', indicator: '2.1' })
	]);
	expect([entries, problems]).toEqual([['40 individual/2.1/households_count = 5'], []]);
});

test('a number has the decimals it was written with, and its place', async () => {
	const source = '[\n{"district":"4005","section":"team","indicator":"1",\n"inputs":{"budget_used_pct":28.50}}]';
	const [entry] = (await read(source, 'ผล.json')).entries;
	expect(entry).toMatchObject({
		value: { kind: 'number', scaled: 28_500_000n, decimals: 2 },
		text: '28.50',
		at: { file: 'ผล.json', line: 3, cell: '[0].inputs.budget_used_pct' }
	});
});

test.each([
	['a district that is only near', record({}, { district: 'ชุมแภ' }), 'asked_district 1 [0].district'],
	['a section that is only near', record({}, { section: 'tean' }), 'asked_section 1 [0].section'],
	['unknown indicator', record({}, { indicator: '9' }), 'unknown_indicator 1 [0].indicator'],
	['an input that is only near', record({ spent_bath: 1 }), 'asked_input 1 [0].inputs.spent_bath'],
	['no district', record({}, { district: '' }), 'no_district 1 [0].district'],
	['district of no name', record({}, { district: null }), 'no_district 1 [0].district'],
	['inputs of another shape', record({}, { inputs: [1] }), 'inputs_not_object 1 [0].inputs'],
	['a member that is no record', 7, 'not_a_record 1 [0]'],
	['a missing key', { district: '4005', section: 'team', inputs: {} }, 'missing_key 1 [0]']
])('%s is a problem and no entry', async (_, member, problem) => {
	expect(await send([member])).toEqual({ readable: true, entries: [], problems: [problem] });
});

test('the other records of a file are still read', async () => {
	const { entries } = await send([record({ spent_baht: 1 }, { district: 'x' }), record({ spent_baht: 2 })]);
	expect(entries).toEqual(['4005 team/1/spent_baht = 2']);
});

test('a key that is not read is only a warning', async () => {
	const { problems } = await read(JSON.stringify([record({ spent_baht: 1 }, { note: 'x' })]), 'ผล.json');
	expect(problems).toMatchObject([{ severity: 'warning', code: 'unused_key' }]);
});

test('an indicator of other districts is a problem and changes nothing, unless nothing was reported', async () => {
	const other = { section: 'individual', indicator: '2.1' };
	expect(await send([record({ households_count: 30 }, other)])).toEqual({
		readable: true,
		entries: [],
		problems: ['not_applicable 1 [0].inputs.households_count']
	});
	expect((await send([record({ households_count: null }, other)])).problems).toEqual([]);
});

test('a value that cannot be used is a problem and a bad entry', async () => {
	expect(await send([record({ budget_used_pct: 101 })])).toEqual({
		readable: true,
		entries: ['4005 team/1/budget_used_pct = bad'],
		problems: ['out_of_range 1 [0].inputs.budget_used_pct']
	});
});

test('two values of one input are a problem at both places, in whichever order they come', async () => {
	for (const [first, second] of [
		[1, 2],
		[2, 1]
	])
		expect(await send([record({ spent_baht: first }), record({ spent_baht: second })])).toEqual({
			readable: true,
			entries: ['4005 team/1/spent_baht = bad'],
			problems: ['conflict 1 [0].inputs.spent_baht', 'conflict 1 [1].inputs.spent_baht']
		});
});

test('a key written twice in one object is seen', async () => {
	const source = '[{"district":"4005","section":"team","indicator":"1","inputs":{"spent_baht":1,"spent_baht":2}}]';
	expect(show(await read(source, 'ผล.json')).entries).toEqual(['4005 team/1/spent_baht = bad']);
	const twice = '[{"district":"4005","district":"4001","section":"team","indicator":"1","inputs":{"spent_baht":1}}]';
	expect(show(await read(twice, 'ผล.json'))).toEqual({ readable: true, entries: [], problems: ['key_twice 1 [0]'] });
});

test('the same value twice is one entry', async () => {
	const { entries, problems } = await send([record({ spent_baht: 1.5 }), record({ spent_baht: '1.50' })]);
	expect([entries, problems]).toEqual([['4005 team/1/spent_baht = 1.5'], []]);
});

test('names that every object has are no inputs', async () => {
	const source = '[{"district":"4005","section":"team","indicator":"1","inputs":{"__proto__":1,"constructor":2}}]';
	expect(show(await read(source, 'ผล.json')).problems).toEqual([
		'unknown_input 1 [0].inputs.__proto__',
		'unknown_input 1 [0].inputs.constructor'
	]);
});
