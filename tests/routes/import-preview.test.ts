import { expect, test } from 'vitest';
import { makeSay } from '../../src/lib/components/say.ts';
import { sayValue } from '../../src/lib/components/say-value.ts';
import type { EntryValue } from '../../src/lib/submission/entry.ts';
import type { Question } from '../../src/lib/submission/question.ts';
import { readReceiptNumber } from '../../src/routes/[province]/[round]/submissions/[number]/read-receipt-number.ts';
import { sayBytes } from '../../src/routes/[province]/[round]/submissions/say-bytes.ts';
import {
	aboutField,
	answerField,
	questionKey,
	readAnswers
} from '../../src/routes/[province]/[round]/submissions/waiting/[id]/read-answers.ts';
import { writeBack } from '../../src/routes/[province]/[round]/submissions/waiting/[id]/write-back.ts';

const say = makeSay('arabic');
const question: Question = {
	...{ kind: 'district', about: 'แวงนอย', shape: '5-a', written: 'แวงนอย', times: 2, ask: 'หมายถึงอำเภอใด' },
	at: { file: 'a.csv', line: 4, cell: 'A4' },
	choices: [{ means: '4014', label: 'แวงน้อย' }]
};
const formOf = (fields: Readonly<Record<string, string>>) => {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.set(name, value);
	return form;
};

test.each([
	['a choice', '4014', questionKey(question), ['4014']],
	['left out', '-', questionKey(question), [null]],
	['what is no choice', '4099', questionKey(question), []],
	['nothing', '', questionKey(question), []],
	['a choice for another question', '4014', questionKey({ ...question, about: 'ชุมแพร' }), []]
])('an answer that is %s', (_, given, about, means) => {
	const answers = readAnswers(formOf({ [answerField(0)]: given, [aboutField(0)]: about }), [question]);
	expect(answers.map((answer) => answer.means)).toEqual(means);
});

test('what has to be put right is a message by file, errors and questions before warnings', () => {
	const text = writeBack(say, 'รอบที่ 2/2565', {
		problems: [
			{ severity: 'warning', code: 'x', at: { file: 'a.csv', line: 2, cell: 'E2' }, message: 'อ่านเป็น 1,900' },
			{ severity: 'error', code: 'x', at: { file: 'a.csv', line: 3, cell: 'E3' }, message: 'ไม่ใช่ตัวเลข' },
			{ severity: 'error', code: 'x', at: { file: 'b.pdf' }, message: 'เป็นแฟ้ม PDF' }
		],
		questions: [question]
	});
	expect(text.replaceAll('\u00a0', ' ')).toBe(
		[
			'ตรวจไฟล์ รอบที่ 2/2565 ต้องแก้ 3 จุด',
			'ไฟล์ a.csv\n1. บรรทัด 3 ช่อง E3: ไม่ใช่ตัวเลข\n2. บรรทัด 4 ช่อง A4: หมายถึงอำเภอใด\n3. ควรดู บรรทัด 2 ช่อง E2: อ่านเป็น 1,900',
			'ไฟล์ b.pdf\n1. เป็นแฟ้ม PDF',
			'แก้ในไฟล์เดิมแล้วส่งมาใหม่'
		].join('\n\n')
	);
});

test.each<readonly [EntryValue | null, string]>([
	[null, '—'],
	[{ kind: 'number', scaled: 85_400_000n, decimals: 2 }, '85.40'],
	[{ kind: 'number', scaled: 1_318_900_000_000n, decimals: 0 }, '1,318,900'],
	[{ kind: 'bool', yes: false }, 'ไม่'],
	[{ kind: 'moment', iso: null }, 'ยังไม่ได้ทำ'],
	[{ kind: 'list', scaled: [80_000_000n, 90_500_000n] }, '80; 90.5'],
	[{ kind: 'withdrawn' }, 'ถอนค่า'],
	[{ kind: 'bad' }, 'ใช้ไม่ได้']
])('a value (%#) is said exactly', (value, words) => {
	expect(sayValue(say, value)).toBe(words);
});

test.each([
	['2565-0147', 147],
	['147', 147],
	['2565-0000', null],
	['0', null],
	['x', null],
	['2565-1a', null]
])('the receipt %s is number %s', (text, number) => {
	expect(readReceiptNumber(text)).toBe(number);
});

test.each([
	[512, '512 ไบต์'],
	[49_152, '48 KB'],
	[1_572_864, '1.5 MB']
])('%d bytes are %s', (bytes, words) => {
	expect(sayBytes(say, bytes)).toBe(words);
});
