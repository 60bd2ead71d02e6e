// Every line of the journal is a sentence, and is found by what it is about.
import { expect, test } from 'vitest';
import { writeCsvText } from '../../src/lib/charts/write-csv.ts';
import { sayWhoAndRole } from '../../src/lib/server/journal/act-words.ts';
import { tableActs } from '../../src/lib/server/journal/act-table.ts';
import { everyLine, narrowLines, type LinesWanted } from '../../src/lib/server/journal/narrow-lines.ts';
import { sayLine, sayPieces, type NamesOf } from '../../src/lib/server/journal/say-line.ts';
import { findProvince } from '../../src/lib/server/places.ts';
import { projectRoot } from '../../src/lib/server/root.ts';
import { letterNamed } from '../../src/lib/server/rounds/letters.ts';
import { joinThai } from '../../src/lib/thai/words.ts';
import { lines, other } from './journal-lines.ts';
import { round } from './with-store.ts';

const { agreement } = letterNamed(round, projectRoot);
const namesOf: NamesOf = (id) => (id === round ? { agreement, province: findProvince('40') } : null);
const tell = (n: number) => {
	const line = lines[n - 1];
	if (line === undefined) throw new Error(`no line ${n}`);
	return sayLine(line, namesOf);
};

const sentences = [
	[1, 'รับ ชุมแพ 5.csv ส่งโดย สพอ. 3 ค่า อำเภอชุมแพ ใบรับเลขที่ 2565-0001'],
	[2, 'รับ 2 ไฟล์ 6 ค่า'],
	[3, `ตีกลับผล ชุมแพ รายทีม ข้อ 2 ${agreement.sections[0]?.indicators[1]?.short ?? ''}`],
	[4, `อนุมัติผล 3 รายการ อำเภอ${joinThai(['เมืองขอนแก่น', 'ชุมแพ'])}`],
	[5, `วินิจฉัย การยกเว้น รายทีม ข้อ 2 ${agreement.sections[0]?.indicators[1]?.short ?? ''}: ไม่ใช้กับอำเภอพล`],
	[6, 'เผยแพร่ผลเป็นฉบับที่ 1 รหัสตรวจ WP-0123-4567-89AB'],
	[7, 'เชิญ ผู้ทดสอบสาม เป็นอำเภอ รหัส 4005'],
	[8, 'บันทึกการตั้งค่าของสำนักงาน'],
	[9, 'ใช้ข้อตกลง ก่อน.yaml เป็นฉบับที่ใช้บังคับ'],
	[10, 'รับ ชุมแพ ใหม่.json ส่งโดย สพอ. 3 ค่า อำเภอชุมแพ หลักฐาน 1 แฟ้ม ใบรับเลขที่ 2565-0004']
] as const;
test.each(sentences)('line %i is said “%s”', (n, sentence) => {
	expect(sayPieces(tell(n).pieces)).toBe(sentence);
});

const links = [
	[1, '/khon-kaen/2565-2/submissions/2565-0001'],
	[3, '/khon-kaen/2565-2/submissions/history?district=4005&section=team&indicator=2'],
	[5, '/khon-kaen/2565-2/rulings#given'],
	[6, '/khon-kaen/2565-2@e1'],
	[9, '/khon-kaen/2565-1/agreement']
] as const;
test.each(links)('line %i leads to %s', (n, href) => {
	expect(tell(n).pieces.flatMap((piece) => piece.href ?? [])).toContain(href);
});

test('names of files keep the digits they were written with, our own words may change theirs', () => {
	expect(
		tell(1)
			.pieces.filter(({ verbatim }) => verbatim)
			.map(({ words }) => words)
	).toEqual(['ชุมแพ 5.csv', 'สพอ.']);
});

test('who did it is said with the role of the account, or by the door it came through', () => {
	expect([1, 3, 5].map((n) => sayWhoAndRole(tell(n).who, tell(n).role))).toEqual([
		'หน้าเว็บ',
		'ผู้ทดสอบสอง (กลุ่มงาน)',
		expect.stringMatching(/^ผู้ทดสอบหนึ่ง \(.+\)$/)
	]);
});

test('a line of many things tells each', () => {
	expect(tell(4).items.map(({ pieces }) => sayPieces(pieces).slice(0, 14))).toHaveLength(3);
	expect(tell(2).items.map(({ receipt }) => receipt)).toEqual(['2565-0002', '2565-0003']);
});

const found = [
	['everything', {}, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]],
	['a round, with what the office did for all', { round }, [10, 8, 6, 5, 4, 3, 2, 1]],
	['another round', { round: other }, [9, 8, 2]],
	['what is of no round', { office: true }, [8, 7]],
	['one line', { round, line: 4 }, [4]],
	['an act', { round, act: 'import' }, [10, 2, 1]],
	['a person', { round, who: 'ผู้ทดสอบสอง' }, [4, 3]],
	['a district, with what holds for the province', { round, district: '4012' }, [6, 5, 2]],
	['days', { from: '2022-09-13', to: '2022-09-14' }, [4, 3]],
	['a district that may see only its own', { round, only: '4005' }, [10, 8, 6, 4, 3, 1]],
	['up to a moment', { round, until: '2022-09-13T23:59:59+07:00' }, [3, 2, 1]]
] as const;
test.each(found)('%s is found', (_, wanted: Partial<LinesWanted>, numbers) => {
	expect(narrowLines(lines, { ...everyLine, ...wanted }).map(({ n }) => n)).toEqual(numbers);
});

test('of an indicator those files are found that hold values of it, which the journal does not say', () => {
	const wanted = { ...everyLine, round, indicator: 'team/2' };
	expect(narrowLines(lines, wanted, new Set([2])).map(({ n }) => n)).toEqual([6, 5, 4, 3, 2]);
});

test('a line is cut down to what was asked of it', () => {
	const [approved] = narrowLines(lines, { ...everyLine, round, district: '4005', act: 'approve' });
	expect(approved && sayPieces(sayLine(approved, namesOf).pieces)).toBe('อนุมัติผล 2 รายการ อำเภอชุมแพ');
	const [two] = narrowLines(lines, { ...everyLine, round: other, act: 'import' });
	expect(two && 'files' in two.what && two.what.files.map(({ file }) => file)).toEqual(['ก่อน.csv']);
	expect(two?.hash).toBe(lines[1]?.hash);
});

test('what others name can be no formula in the table', () => {
	const [first] = lines;
	if (first?.act !== 'import') throw new Error('the first line is an import');
	const files = first.what.files.map((one) => ({ ...one, file: '=1+1.csv' }));
	const named = { ...first, who: '=cmd|x', what: { files } };
	const table = tableActs([sayLine(named, namesOf)], namesOf, 'journal');
	expect(table.rows).toHaveLength(1);
	const cells = writeCsvText(table).split('\r\n')[1]?.split(',') ?? [];
	expect(cells.filter((cell) => /^"?[=+@-]/.test(cell))).toEqual([]);
	expect(cells[2]).toBe("'=cmd|x");
});

test('the table has a row for each thing done, with the hash of its line', () => {
	const { columns, rows } = tableActs([tell(2), tell(4), tell(8)], namesOf, 'journal');
	expect(rows.map((row) => [row[0], row[6]])).toEqual([
		[2, '40 4001 4005 4012'],
		[2, '4001'],
		[4, '4001'],
		[4, '4005'],
		[4, '4005'],
		[8, null]
	]);
	expect(rows.every((row) => row.length === columns.length)).toBe(true);
	expect(rows.map((row) => row.at(-1))).toEqual([2, 2, 4, 4, 4, 8].map((n) => lines[n - 1]?.hash));
});
