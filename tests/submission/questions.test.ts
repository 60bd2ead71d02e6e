import { describe, expect, test } from 'vitest';
import { agreementSchema } from '../../src/lib/agreement/schema.ts';
import type { Submission } from '../../src/lib/submission/entry.ts';
import { shapeOf, type Answer } from '../../src/lib/submission/question.ts';
import { readSubmission } from '../../src/lib/submission/read.ts';
import { listUnanswered } from '../../src/lib/submission/sentences/questions.ts';
import { letter, province, read, showEntry } from './letter.ts';

const TIDY = 'อำเภอ,ส่วน,ตัวชี้วัด,รายการ,ค่า';
const tidy = (...rows: readonly string[]): string => [TIDY, ...rows].join('\n');

const readWith = (content: string, answers: readonly Answer[], file = 'ผล.csv'): Promise<Submission> =>
	readSubmission(new TextEncoder().encode(content), file, letter, province, (shape) =>
		answers.filter((answer) => answer.shape === shape)
	);

const answer = (kind: Answer['kind'], about: string, means: string | null, headings = TIDY): Answer => ({
	kind,
	about,
	means,
	shape: shapeOf(headings.split(','))
});

describe('what is not known but near is asked', () => {
	test.each([
		['a district', tidy('ชุมแภ,รายทีม,1,spent_baht,5'), 'district ชุมแภ A2 ×1: 4005'],
		['a section', tidy('ชุมแพ,tean,1,spent_baht,5'), 'section tean B2 ×1: team'],
		['an indicator', tidy('ชุมแพ,รายบุคคล,2,reported_on,1/9/2565'), 'indicator individual/2 C2 ×1: 2.1 2.2'],
		['an input', tidy('ชุมแพ,รายทีม,1,เบิกจายแล้ว,5'), 'input team/1/เบิกจายแล้ว D2 ×1: spent_baht'],
		['a heading', 'อำเภอ,เบิกจายแล้ว,ร้อยละการใช้จ่าย\nชุมแพ,5,95\nน้ำพอง,6,96', 'column เบิกจายแล้ว B1 ×2: team/1/spent_baht'],
		[
			'a heading of two inputs',
			'อำเภอ,จำนวนครัวเรือน,เบิกจ่ายแล้ว\nชุมแพ,30,5',
			'column จำนวนครัวเรือน B1 ×1: individual/2.1/households_count individual/2.2/households_count'
		],
		['whose a row of a wide table is', 'อำเภอ,เบิกจ่ายแล้ว,ร้อยละการใช้จ่าย\nน้ำพง,5,95', 'district น้ำพง A2 ×2: 4007']
	])('%s', async (_, content, expected) => {
		const { questions, entries } = await read(content, 'ผล.csv');
		const asked = questions.map(
			({ kind, about, at, times, choices }) =>
				`${kind} ${about} ${at.cell ?? ''} ×${times}: ${choices.map(({ means }) => means).join(' ')}`
		);
		expect(asked.join()).toBe(expected);
		expect(entries.filter(({ at }) => at.cell === questions[0]?.at.cell)).toEqual([]);
	});

	test('a record of JSON counts the values that hang on it', async () => {
		const record = { district: 'ชุมแภ', section: 'team', indicator: '1', inputs: { spent_baht: 5, budget_used_pct: 9 } };
		const { questions, entries, problems } = await read(JSON.stringify([record]), 'ผล.json');
		expect(questions).toMatchObject([{ kind: 'district', written: 'ชุมแภ', times: 2 }]);
		expect([entries, problems]).toEqual([[], []]);
	});

	test('once, however many cells hang on it, and the rest of the file is read', async () => {
		const { questions, entries, problems } = await read(
			tidy(
				'ชุมแภ,รายทีม,1,spent_baht,5',
				'ชุมแภ,รายทีม,1,budget_used_pct,95',
				'ชุม แภ,รายทีม,1,reported_on,1/9/2565',
				'น้ำพอง,รายทีม,1,spent_baht,6'
			),
			'ผล.csv'
		);
		expect(questions).toMatchObject([{ written: 'ชุมแภ', times: 3, ask: 'ไม่รู้จักอำเภอ “ชุมแภ” หมายถึงอำเภอใด' }]);
		expect(questions[0]?.choices).toEqual([{ means: '4005', label: 'ชุมแพ (4005)' }]);
		expect(entries.map(showEntry)).toEqual(['4007 team/1/spent_baht = 6']);
		expect(problems).toEqual([]);
	});

	test('where nobody can answer it is a problem that says what may be meant', async () => {
		const { questions } = await read(tidy('ชุมแภ,รายทีม,1,spent_baht,5'), 'ผล.csv');
		expect(listUnanswered(questions)).toEqual([
			{
				severity: 'error',
				code: 'unclear_district',
				at: { file: 'ผล.csv', sheet: undefined, line: 2, cell: 'A2' },
				message: 'ไม่รู้จักอำเภอ “ชุมแภ” หมายถึงอำเภอใด ที่เป็นไปได้คือ ชุมแพ (4005) จึงยังไม่รับ 1 ช่อง ให้แก้ในแฟ้มแล้วส่งใหม่'
			}
		]);
	});

	test('what is near to nothing is a problem, not a question', async () => {
		const { questions, problems } = await read(tidy('เชียงดาว,รายทีม,1,spent_baht,5'), 'ผล.csv');
		expect([questions.length, problems.map(({ code }) => code)]).toEqual([0, ['unknown_district']]);
	});
});

describe('a section that is left out', () => {
	test.each([
		['อำเภอ,ตัวชี้วัด,รายการ,ค่า\nชุมแพ,1,spent_baht,5', '4005 team/1/spent_baht = 5'],
		[tidy('ชุมแพ,,ข้อ ๒.๒,จำนวนครัวเรือน,5'), '4005 individual/2.2/households_count = 5']
	])('is the one that has the indicator', async (content, expected) => {
		const { entries, problems, questions } = await read(content, 'ผล.csv');
		expect([entries.map(showEntry), problems, questions]).toEqual([[expected], [], []]);
	});

	describe('of two that have the indicator', () => {
		const [team, individual] = letter.sections;
		const [first] = individual?.indicators ?? [];
		const both = agreementSchema.parse({
			...letter,
			sections: [
				team,
				{
					...individual,
					indicators: [
						{ ...first, indicator: '1', applies_to: 'all', inputs: { spent_baht: { label: 'ใช้ไป', type: 'baht' } } }
					]
				}
			]
		});
		const readBoth = (row: string, answers: readonly Answer[] = []) =>
			readSubmission(new TextEncoder().encode(tidy(row)), 'ผล.csv', both, province, () => answers);

		test('is the one that has the input as well', async () => {
			const { entries } = await readBoth('ชุมแพ,,1,ใช้ไป,5');
			expect(entries.map(showEntry)).toEqual(['4005 individual/1/spent_baht = 5']);
		});

		test('is asked where both have it', async () => {
			const { entries, questions } = await readBoth('ชุมแพ,,1,spent_baht,5');
			expect([entries.length, questions.map(({ kind, choices }) => [kind, choices.map(({ means }) => means)])]).toEqual(
				[0, [['section', ['team', 'individual']]]]
			);
			const about = questions[0]?.about ?? '';
			const answered = await readBoth('ชุมแพ,,1,spent_baht,5', [answer('section', about, 'individual')]);
			expect(answered.entries.map(showEntry)).toEqual(['4005 individual/1/spent_baht = 5']);
		});
	});

	test('of none that has it is a problem', async () => {
		const { problems } = await read(tidy('ชุมแพ,,9,spent_baht,5'), 'ผล.csv');
		expect(problems.map(({ code }) => code)).toEqual(['no_section']);
	});
});

describe('what a person decided', () => {
	const content = tidy('ชุมแภ,รายทีม,1,spent_baht,5', 'ชุมแภ,รายทีม,1,budget_used_pct,95');

	test('is used without asking again, and said', async () => {
		const given = answer('district', 'ชุมแภ', '4005');
		const { entries, questions, answers, problems } = await readWith(content, [given]);
		expect(entries.map(showEntry)).toEqual(['4005 team/1/spent_baht = 5', '4005 team/1/budget_used_pct = 95']);
		expect([questions, answers]).toEqual([[], [given]]);
		expect(problems.map(({ severity, message }) => `${severity} ${message}`)).toEqual([
			'warning ใช้คำตอบที่ให้ไว้: “ชุมแภ” คือ ชุมแพ (4005) (2 ช่อง)'
		]);
	});

	test('may be to leave it out, which is said with how much', async () => {
		const { entries, questions, problems } = await readWith(content, [answer('district', 'ชุมแภ', null)]);
		expect([entries, questions]).toEqual([[], []]);
		expect(problems.map(({ severity, message }) => `${severity} ${message}`)).toEqual([
			'warning ใช้คำตอบที่ให้ไว้: ข้าม “ชุมแภ” จึงไม่ได้รับ 2 ช่อง'
		]);
	});

	test('may be another district than those that were offered', async () => {
		const { entries } = await readWith(content, [answer('district', 'ชุมแภ', '4007')]);
		expect(entries.map(({ district }) => district)).toEqual(['4007', '4007']);
	});

	test.each([
		['no longer fits', answer('district', 'ชุมแภ', '4099')],
		['is about another name', answer('district', 'ชุมแก', '4005')],
		['is of another kind', answer('section', 'ชุมแภ', 'team')],
		['is about tables of another shape', answer('district', 'ชุมแภ', '4005', 'อำเภอ,เบิกจ่ายแล้ว')]
	])('and %s is asked again', async (_, given) => {
		const { questions, answers } = await readWith(content, [given]);
		expect([questions.map(({ about }) => about), answers]).toEqual([['ชุมแภ'], []]);
	});

	test.each([
		['section', tidy('ชุมแพ,tean,1,spent_baht,5'), answer('section', 'tean', 'team')],
		['indicator', tidy('ชุมแพ,team,2.10,spent_baht,5'), answer('indicator', 'team/2.10', '1')],
		['input', tidy('ชุมแพ,team,1,เบิกจายแล้ว,5'), answer('input', 'team/1/เบิกจายแล้ว', 'spent_baht')]
	])('holds for a name of kind %s', async (_, given, meant) => {
		const { entries, questions } = await readWith(given, [meant]);
		expect([entries.map(showEntry), questions]).toEqual([['4005 team/1/spent_baht = 5'], []]);
	});

	test('about a column holds for all that stands in it', async () => {
		const heading = 'อำเภอ,เบิกจายแล้ว,ร้อยละการใช้จ่าย';
		const given = answer('column', 'เบิกจายแล้ว', 'team/1/spent_baht', heading);
		const wide = `${heading}\nชุมแพ,5,95\nน้ำพอง,6,`;
		const { entries, questions, problems } = await readWith(wide, [given]);
		expect(problems.map(({ message }) => message)).toEqual(['ใช้คำตอบที่ให้ไว้: “เบิกจายแล้ว” คือ เบิกจ่ายแล้ว (2 ช่อง)']);
		expect(entries.map(showEntry).sort()).toEqual([
			'4005 team/1/budget_used_pct = 95',
			'4005 team/1/spent_baht = 5',
			'4007 team/1/spent_baht = 6'
		]);
		expect(questions).toEqual([]);
		const leftOut = await readWith(wide, [{ ...given, means: null }]);
		expect(leftOut.entries.map(showEntry)).toEqual(['4005 team/1/budget_used_pct = 95']);
		expect(leftOut.problems.map(({ message }) => message)).toEqual(['ใช้คำตอบที่ให้ไว้: ข้าม “เบิกจายแล้ว” จึงไม่ได้รับ 2 ช่อง']);
	});
});

describe('shape', () => {
	test('is one for headings that differ in spaces, digits and the order of marks', () => {
		expect(shapeOf(['อำเภอ', 'ข้อ 1', 'น\u0e33\u0e49พอง'])).toBe(shapeOf([' อำเภอ', 'ข้อ  ๑', 'น้ำพอง']));
	});
	test('is another for another heading, another order or another column', () => {
		const shapes = [['อำเภอ', 'ค่า'], ['ค่า', 'อำเภอ'], ['อำเภอ', 'ค่า', ''], ['อำเภอค่า'], ['อำเภอ', 'ค่าที่']].map(shapeOf);
		expect(new Set(shapes).size).toBe(shapes.length);
	});
});

test('a known misspelling is taken once it is said how it was read', async () => {
	const known = {
		...province,
		districts: [...province.districts, { code: '4021', name: 'ซำสูง', misspelt: ['ชำสูง'] }]
	};
	const content = tidy('ชำสูง,team,1,spent_baht,5', 'ชำสูง,team,1,budget_used_pct,9');
	const { entries, problems } = await readSubmission(new TextEncoder().encode(content), 'ผล.csv', letter, known);
	expect(entries.map(({ district }) => district)).toEqual(['4021', '4021']);
	expect(problems.map(({ severity, message }) => `${severity} ${message}`)).toEqual([
		'warning อ่านอำเภอ “ชำสูง” เป็น ซำสูง ให้แก้ตัวสะกดในแฟ้มครั้งต่อไป'
	]);
});

test('a district of another province is told apart from a misspelling', async () => {
	const near = { ...province, elsewhere: (key: string) => (key === 'นางรอง' ? ['อำเภอนางรอง จังหวัดบุรีรัมย์'] : []) };
	const content = tidy('อ.นางรอง,team,1,spent_baht,5');
	const { problems, questions } = await readSubmission(new TextEncoder().encode(content), 'ผล.csv', letter, near);
	expect([questions.length, problems.map(({ code, message }) => `${code} ${message}`)]).toEqual([
		0,
		['district_elsewhere “อ.นางรอง” คืออำเภอนางรอง จังหวัดบุรีรัมย์ ไม่ใช่อำเภอของจังหวัดนี้ จึงไม่ได้รับ ให้ลบแถวนี้ออก หรือแก้อำเภอให้ถูก']
	]);
});

test('a thousand unknown names are not a thousand questions', async () => {
	const letter = (n: number): string => String.fromCharCode(0x0e01 + n);
	const rows = Array.from(
		{ length: 1000 },
		(_, n) => `ชุม${letter(n % 40)}แพ${letter(Math.floor(n / 40))},team,1,spent_baht,5`
	);
	const { questions, problems } = await read(tidy(...rows), 'ผล.csv');
	expect(questions.length).toBe(200);
	expect(problems.every(({ code }) => code === 'unknown_district' || code === 'more_problems')).toBe(true);
});
