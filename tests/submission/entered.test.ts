import { expect, test } from 'vitest';
import { readField } from '../../src/lib/submission/entered/read-field.ts';
import { writeDocument, type EnteredDocument } from '../../src/lib/submission/entered/write-document.ts';
import { writeField } from '../../src/lib/submission/entered/write-field.ts';
import type { Input } from '../../src/lib/agreement/schema.ts';
import type { EntryValue } from '../../src/lib/submission/entry.ts';
import { likelyYears, readSubmission } from '../../src/lib/submission/read.ts';
import { editionOf, writeStamp } from '../../src/lib/submission/template/stamp.ts';
import { letter, province } from './letter.ts';

const years = likelyYears(letter);
const inputOf = (type: Input['type'], more: Partial<Input> = {}): Input => ({ label: 'ค่า', type, ...more });
const number = (scaled: bigint, decimals: number): EntryValue => ({ kind: 'number', scaled, decimals });

const read = async (text: string) =>
	await readSubmission(new TextEncoder().encode(text), 'กรอกบนเว็บ ชุมแพ.json', letter, province);

const stamp = writeStamp({ round: letter.agreement, whom: '4005', edition: editionOf(letter) });
const head = { stamp, at: '2022-09-20T14:05:09+07:00', by: 'กรอกบนเว็บ', certified: 'ขอรับรอง', district: '4005' };
const document = (results: EnteredDocument['results']) => writeDocument({ ...head, results });

const typed: readonly (readonly [
	section: string,
	indicator: string,
	input: string,
	text: string,
	value: EntryValue
])[] = [
	['team', '1', 'budget_used_pct', '0.30', number(300_000n, 2)],
	['team', '1', 'spent_baht', '๑,๙๐๐,๐๐๐.๕๐', number(1_900_000_500_000n, 2)],
	['team', '1', 'disbursed_per_rules', 'ไม่', { kind: 'bool', yes: false }],
	['team', '1', 'reported_on', '2565-09-15', { kind: 'moment', iso: '2022-09-15' }],
	[
		'team',
		'2',
		'project_progress_pcts',
		'80; 90.5; 0.25',
		{ kind: 'list', scaled: [80_000_000n, 90_500_000n, 250_000n] }
	],
	['team', '2', 'growth_pct', '-3.125', number(-3_125_000n, 3)],
	['team', '2', 'submission_due', '2022-09-30T16:30', { kind: 'moment', iso: '2022-09-30T16:30' }],
	['team', '2', 'completed_at', 'ยังไม่ทำ', { kind: 'moment', iso: null }],
	['individual', '2.2', 'households_count', '12', number(12_000_000n, 0)]
];

test('what is typed for every type of input is sent, read back and shown in its field as the same value', async () => {
	const results = [...Map.groupBy(typed, ([section, indicator]) => `${section}/${indicator}`)].map(([at, values]) => {
		const [section = '', indicator = ''] = at.split('/');
		return {
			section,
			indicator,
			inputs: values.map(([, , input, text]) => {
				const rule = letter.sections
					.find((one) => one.section === section)
					?.indicators.find((one) => one.indicator === indicator)?.inputs[input];
				if (rule === undefined) throw new Error(input);
				const field = readField(text, rule, years);
				if (field.kind !== 'value') throw new Error(`${input} ${text}`);
				expect(readField(writeField(field.value), rule, years)).toMatchObject({ kind: 'value', value: field.value });
				return { input, value: field.value };
			}),
			evidence: []
		};
	});
	const { readable, entries, problems, questions } = await read(document(results));
	expect({ readable, problems, questions }).toEqual({ readable: true, problems: [], questions: [] });
	expect(entries.map(({ input, value }) => [input, value])).toEqual(
		typed.map(([, , input, , value]) => [input, value])
	);
	expect(new Set(entries.map(({ district }) => district))).toEqual(new Set(['4005']));
});

test('a value taken back is sent as taken back, for a day as for a figure', async () => {
	const withdrawn = { kind: 'withdrawn' } as const;
	const inputs = [
		{ input: 'spent_baht', value: withdrawn },
		{ input: 'reported_on', value: withdrawn }
	];
	const { entries, problems } = await read(document([{ section: 'team', indicator: '1', inputs, evidence: [] }]));
	expect(problems).toEqual([]);
	expect(entries.map(({ value }) => value.kind)).toEqual(['withdrawn', 'withdrawn']);
});

test('evidence goes along without being read as a value', async () => {
	const evidence = [{ outcome: 3, note: 'ดู "ภาพ"\nหน้า 2', file: { name: 'ก.pdf', sha256: 'a'.repeat(64), bytes: 9 } }];
	const inputs = [{ input: 'spent_baht', value: number(1_000_000n, 0) }];
	const text = document([{ section: 'team', indicator: '1', inputs, evidence }]);
	expect((await read(text)).problems).toEqual([]);
	expect(JSON.parse(text)).toMatchObject({
		...{ stamp, certified: 'ขอรับรอง' },
		results: [{ district: '4005', evidence }]
	});
});

test('a document of another round gives nothing but that it is one', async () => {
	const other = writeStamp({ round: 'khon-kaen/2565-1', whom: '4005', edition: editionOf(letter) });
	const inputs = [{ input: 'spent_baht', value: number(1_000_000n, 0) }];
	const results = [{ section: 'team', indicator: '1', inputs, evidence: [] }];
	const { entries, problems } = await read(writeDocument({ ...head, stamp: other, results }));
	expect(entries).toEqual([]);
	expect(problems.map(({ code }) => code)).toEqual(['other_round']);
});

test('an object that is no document of the form is refused as before', async () => {
	for (const text of ['{"results": []}', '{"stamp": "x", "results": []}', `{"stamp": ${JSON.stringify(stamp)}}`])
		expect((await read(text)).problems.map(({ code }) => code)).toEqual(['not_records']);
});

test('a list of records still says that a percent may be a share, and that evidence is no key of it', async () => {
	const record = { district: '4005', section: 'team', indicator: '1', inputs: { budget_used_pct: 0.3 }, evidence: [] };
	const { problems, questions } = await read(JSON.stringify([record]));
	expect(questions.map(({ kind }) => kind)).toEqual(['share']);
	expect(problems.map(({ code }) => code)).toEqual(['unused_key']);
});

test.each([
	['pct', '101', '“101” อยู่นอกช่วงที่เป็นไปได้'],
	['count', '1.5', 'เต็ม'],
	['bool', 'อาจจะ', 'อาจจะ'],
	['date', '31/09/2565', '30 วัน'],
	['count', 'ไม่มี', 'อาจหมายถึง']
] as const)('%s: %s is told beside the field', (type, text, words) => {
	const field = readField(text, inputOf(type), years);
	expect(field.kind === 'bad' ? field.why : field.kind).toContain(words);
});

test.each([
	['pct', '0.3', 'ไม่ถึง 1 ใน 100'],
	['count', '-', 'ขีด'],
	['bool', '/', 'อ่านเป็น ใช่'],
	['pct', '95%', 'อ่านเป็นร้อยละ 95']
] as const)('%s: %s is taken, and how it was read is said', (type, text, words) => {
	const field = readField(text, inputOf(type), years);
	expect(field.kind === 'bad' ? field.kind : field.notes.join()).toContain(words);
});

test('an empty field, and the word for taking back, are nothing', () => {
	for (const text of ['', '  ', 'ถอน'])
		expect(readField(text, inputOf('count'), years)).toEqual({ kind: 'nothing', notes: [] });
});
