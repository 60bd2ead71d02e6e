import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx, writeXlsx, type WriteSheet } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { isAppliedTo } from '../../src/lib/agreement/applies.ts';
import { letterNamed } from '../../src/lib/server/rounds/letters.ts';
import { findProvince } from '../../src/lib/server/places.ts';
import { readSubmission } from '../../src/lib/submission/read.ts';
import { nameSheet, planTemplate, writeTemplate } from '../../src/lib/submission/template/template.ts';
import { editionOf, readStamp, writeStamp } from '../../src/lib/submission/template/stamp.ts';
import { orderMarks } from '../../src/lib/thai/spelling.ts';
import { convertOffice } from './convert-office.ts';
import { fillTemplate } from './fill-template.ts';
import { showEntry } from './letter.ts';

const rounds = [
	'khon-kaen/2565-2',
	'buriram/2565-2',
	'chaiyaphum/2562-1',
	'chachoengsao/2567-q2',
	'unnamed/2565-2'
] as const;
const find = (round: string) => {
	const { agreement } = letterNamed(round, '.');
	return { agreement, province: findProvince(agreement.province) };
};

const readBack = async (bytes: Uint8Array, round: string, file = 'แบบกรอก.xlsx') => {
	const { agreement, province } = find(round);
	const { readable, entries, problems, questions } = await readSubmission(bytes, file, agreement, province);
	return { readable, entries: entries.map(showEntry).toSorted(), problems, questions };
};
const whole = (entries: readonly string[]) => ({
	readable: true,
	entries: entries.toSorted(),
	problems: [],
	questions: []
});

/** Sizes of a PDF's pages in points, and its text cell by cell. */
const readPages = (pdf: Uint8Array) => {
	const folder = mkdtempSync(join(tmpdir(), 'watphon-template-'));
	try {
		const file = join(folder, 'template.pdf');
		writeFileSync(file, pdf);
		const run = (program: string, ...words: readonly string[]) =>
			execFileSync(program, words, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
		const sizes = run('pdfinfo', '-l', '1000', file).matchAll(/^Page +\d+ size: +([\d.]+ x [\d.]+) pts/gm);
		return { pages: [...sizes].map(([, size = '']) => size), text: run('pdftotext', '-raw', file, '-') };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
};

/** Everything but spaces, marks in one order: how a PDF breaks its lines does not matter. */
const bare = (text: string): string => orderMarks(text).replace(/[\s\u200b]+/g, '');

describe.each(rounds)('the template of %s', (round) => {
	const { agreement, province } = find(round);

	test('asks each district for every input that applies to it, and gives back what is filled in', async () => {
		for (const [nth, { code }] of province.districts.entries()) {
			const applied = agreement.sections.flatMap(({ indicators }) =>
				indicators.filter((one) => isAppliedTo(one, code)).flatMap(({ inputs }) => Object.keys(inputs))
			);
			const { bytes, entries } = await fillTemplate(planTemplate(agreement, province, code), agreement, nth);
			expect(entries.length).toBe(applied.length);
			expect(new Set(entries.map((entry) => entry.slice(0, 4)))).toEqual(new Set([code]));
			expect(await readBack(bytes, round)).toEqual(whole(entries));
		}
	}, 120_000);

	test('opens in LibreOffice and comes back from there the same, for one district and for all', async () => {
		const first = province.districts[0]?.code ?? '';
		const one = await fillTemplate(planTemplate(agreement, province, first), agreement);
		const all = await fillTemplate(planTemplate(agreement, province, null), agreement, 1);
		const files = new Map([
			['one', one.bytes],
			['all', all.bytes]
		]);
		const saved = await convertOffice(files, 'xlsx', 'xlsx');
		expect(await readBack(saved.get('one') ?? new Uint8Array(), round)).toEqual(whole(one.entries));
		expect(await readBack(saved.get('all') ?? new Uint8Array(), round)).toEqual(whole(all.entries));
	}, 120_000);

	test('prints on A4 lying down, every word of every column, headings on each page of a sheet', async () => {
		const plan = planTemplate(agreement, province, province.districts[0]?.code ?? '');
		const made = await convertOffice(new Map([['one', await writeXlsx(plan)]]), 'xlsx', 'pdf');
		const { pages, text } = readPages(made.get('one') ?? new Uint8Array());
		expect(new Set(pages)).toEqual(new Set(['841.89 x 595.304']));
		const printed = bare(text);
		for (const { name, cells, columns } of plan.sheets)
			for (const [key, { value }] of cells ?? []) {
				if (columns?.[Number(key.split(',')[1])]?.hidden === true || typeof value !== 'string') continue;
				expect(printed, `${name} ${key}`).toContain(bare(value));
			}
		const headed = text.match(/^ตัวชี้วัด ชื่อตัวชี้วัด รายการ|^ในส่วน ข้อ ชื่อตัวชี้วัด/gm) ?? [];
		// Every page but the guide's own.
		expect(headed.length).toBe(pages.length - 1);
	}, 120_000);
});

describe('a template that comes back', () => {
	const codesOf = async (bytes: Uint8Array, round: string) => {
		const { readable, entries, problems } = await readBack(bytes, round, 'ส่งกลับ.xlsx');
		return {
			readable,
			entries,
			problems: problems.map(({ severity, code, message }) => `${severity} ${code}: ${message}`)
		};
	};

	test.each(rounds)(
		'untouched, of %s: it says that nothing is filled in, and there is nothing to store',
		async (round) => {
			const { agreement, province } = find(round);
			for (const district of [null, province.districts[0]?.code ?? '']) {
				const { entries, problems } = await codesOf(await writeTemplate(agreement, province, district), round);
				expect(entries).toEqual([]);
				expect(problems).toEqual([
					'error nothing_filled: แบบกรอกนี้ยังไม่ได้กรอกค่าใดเลย จึงไม่มีอะไรให้บันทึก ให้กรอกช่องสีเหลืองในคอลัมน์ “ค่า” แล้วบันทึกแฟ้มก่อนส่ง'
				]);
			}
		}
	);

	test('of another round: that is all that is said of it', async () => {
		const { agreement, province } = find('unnamed/2565-2');
		const { bytes } = await fillTemplate(planTemplate(agreement, province, '4001'), agreement);
		expect(await codesOf(bytes, 'khon-kaen/2565-2')).toEqual({
			readable: false,
			entries: [],
			problems: [
				'error other_round: แฟ้มนี้เป็นแบบกรอกของรอบ unnamed/2565-2 จึงยังไม่บันทึกเข้ารอบ khon-kaen/2565-2 ให้นำเข้าในรอบ unnamed/2565-2 หรือขอแบบกรอกของรอบ khon-kaen/2565-2 มากรอกใหม่'
			]
		});
	});
});

test('filled in and saved as .ods it is read the same', async () => {
	const { agreement, province } = find('unnamed/2565-2');
	const { bytes, entries } = await fillTemplate(planTemplate(agreement, province, '4007'), agreement);
	const saved = await convertOffice(new Map([['one', bytes]]), 'xlsx', 'ods');
	expect(await readBack(saved.get('one') ?? new Uint8Array(), 'unnamed/2565-2', 'แบบกรอก.ods')).toEqual(whole(entries));
}, 120_000);

test.each(['ถอน', ' ถอน '])('“%s” in a cell takes its value back, whatever the cell takes', async (word) => {
	const { agreement, province } = find('khon-kaen/2565-2');
	const plan = planTemplate(agreement, province, '4007');
	const sheets = plan.sheets.map((sheet) => {
		const isValue = (key: string, open: boolean) => open && key.endsWith(',9');
		const cells = [...(sheet.cells ?? [])].map(
			([key, cell]) =>
				[key, isValue(key, cell.style?.protection?.locked === false) ? { ...cell, value: word } : cell] as const
		);
		return { ...sheet, cells: new Map(cells) };
	});
	const read = await readSubmission(await writeXlsx({ ...plan, sheets }), 'ถอน.xlsx', agreement, province);
	expect([read.entries.length, read.problems, read.questions]).toEqual([81, [], []]);
	expect(new Set(read.entries.map(({ value }) => value.kind))).toEqual(new Set(['withdrawn']));
});

test('a sheet saved as CSV still says which round it was made for', async () => {
	const text = [
		'ตัวชี้วัดรายทีม,,,,',
		'แบบกรอกผล unnamed/2565-2 4007 ฉบับ 0a1b2c3d,,,,',
		'รหัสอำเภอ,ส่วน,ตัวชี้วัด,รายการ,ค่า',
		'4007,ตัวชี้วัดรายทีม,1,ร้อยละการใช้จ่ายงบประมาณ,95'
	].join('\n');
	const { entries, problems } = await readBack(new TextEncoder().encode(text), 'khon-kaen/2565-2', 'รายทีม.csv');
	expect(entries).toEqual([]);
	expect(problems.map(({ code, at }) => [code, at.line])).toEqual([['other_round', 2]]);
});

describe('a template made from another letter of the round', () => {
	const { agreement, province } = find('khon-kaen/2565-2');
	const [first, ...others] = agreement.sections;
	const [indicator, ...more] = first?.indicators ?? [];
	if (first === undefined || indicator === undefined) throw new Error('the letter is empty');
	const { budget_used_pct: _, ...inputs } = indicator.inputs;
	const before = { ...agreement, sections: [{ ...first, indicators: [{ ...indicator, inputs }, ...more] }, ...others] };

	test('is read, and it is said that the letter asks for something else now', async () => {
		const { bytes, entries } = await fillTemplate(planTemplate(before, province, '4007'), before);
		const { problems, ...read } = await readBack(bytes, 'khon-kaen/2565-2');
		expect(read).toEqual({ readable: true, entries: entries.toSorted(), questions: [] });
		expect([...new Set(problems.map(({ severity, code }) => `${severity} ${code}`))]).toEqual([
			'warning other_edition'
		]);
	});

	test('a ruling on whom an indicator applies to makes no other letter of it', () => {
		const except = [{ districts: ['4007'], why: 'ไม่มีกองทุน' }];
		const ruled = {
			...agreement,
			sections: [{ ...first, indicators: [{ ...indicator, except }, ...more] }, ...others]
		};
		expect(editionOf(ruled)).toBe(editionOf(agreement));
		expect(editionOf(before)).not.toBe(editionOf(agreement));
	});
});

describe('the workbook', () => {
	const { agreement, province } = find('khon-kaen/2565-2');
	const one = planTemplate(agreement, province, '4007');
	const openCells = (sheet: WriteSheet) =>
		[...(sheet.cells ?? [])].filter(([, { style }]) => style?.protection?.locked === false);

	test('has a sheet for each section between how to fill it and the criteria; for all districts one of the whole province too', () => {
		expect(one.sheets.map(({ name }) => name)).toEqual([
			'วิธีกรอก',
			'ตัวชี้วัดรายทีม',
			'ตัวชี้วัดรายบุคคล',
			'ตัวชี้วัดสมรรถนะ',
			'เกณฑ์ในข้อตกลง'
		]);
		const all = planTemplate(agreement, province, null);
		expect(all.sheets.map(({ name }) => name).at(-2)).toBe('ทั้งจังหวัด');
		const asked = all.sheets.map((sheet) => openCells(sheet).length / 2);
		expect(asked).toEqual([0, 31 * 26, 658, 25 * 26, 95, 0]);
	});

	test('is locked but for values and remarks, without a password', async () => {
		for (const sheet of one.sheets) {
			expect(sheet.protection?.sheet).toBe(true);
			expect(sheet.protection?.password).toBeUndefined();
			expect(new Set(openCells(sheet).map(([key]) => key.split(',')[1]))).toEqual(
				sheet.dataValidations === undefined ? new Set() : new Set(['9', '10'])
			);
		}
		const read = await readXlsx(await writeXlsx(one), { readStyles: true, sheets: [1] });
		expect(read.sheets[0]?.freezePane).toEqual({ rows: 3 });
	});

	test('every open value has a validation of its type, with sentences that a spreadsheet can show', () => {
		const validations = one.sheets.flatMap(({ dataValidations }) => dataValidations ?? []);
		expect(validations.length).toBe(81);
		expect(new Set(validations.map(({ type }) => type))).toEqual(
			new Set(['list', 'decimal', 'whole', 'date', 'textLength'])
		);
		for (const { type, values, inputMessage = '', errorMessage = '', errorTitle = '' } of validations) {
			expect(inputMessage.length).toBeGreaterThan(0);
			expect(inputMessage.length).toBeLessThanOrEqual(255);
			expect(errorMessage).toMatch(/^ช่องนี้รับ: .+ ถอน /);
			expect(errorMessage.length).toBeLessThanOrEqual(225);
			expect(errorTitle.length).toBeLessThanOrEqual(32);
			if (type === 'list') expect(values).toEqual(['ใช่', 'ไม่']);
		}
	});

	test('holds no formula, whatever the letter says', () => {
		const cells = one.sheets.flatMap((sheet) => [...(sheet.cells?.values() ?? [])]);
		expect(cells.length).toBeGreaterThan(1000);
		expect(
			cells.filter(
				({ formula, value }) => formula !== undefined || (typeof value === 'string' && /^[=+\-@\t\r]/.test(value))
			)
		).toEqual([]);
	});

	test('is the same file each time', async () => {
		const [a, b] = [await writeTemplate(agreement, province, '4007'), await writeTemplate(agreement, province, '4007')];
		expect(Buffer.from(a).equals(Buffer.from(b))).toBe(true);
	});

	test('quotes the clauses that an input decides, and says where the rest stands', () => {
		const texts = [...(one.sheets[1]?.cells ?? [])].map(([key, { value }]) => [key, value] as const);
		const clause = Object.fromEntries(texts)['3,6'];
		expect(clause).toBe(
			['๘๐', '๘๕', '๙๐', '๙๕']
				.map((figure, nth) => `ระดับ ${nth + 1}: ไม่น้อยกว่าร้อยละ ${figure} และเบิกจ่ายถูกต้องตามระเบียบที่เกี่ยวข้อง (ไตรมาส ๓ - ๔)`)
				.concat('ระดับ 5: ร้อยละ ๑๐๐ และเบิกจ่ายถูกต้องตามระเบียบที่เกี่ยวข้อง (ไตรมาส ๓ - ๔)')
				.join('\n')
		);
	});
});

describe('names and stamps', () => {
	test.each([
		['รายทีม (สพอ.)', [], 'รายทีม (สพอ.)'],
		["'ผล: ก/ข [1]?*\\'", [], 'ผล ก ข 1'],
		['ผล', ['ผล'], 'ผล (2)'],
		['ผลการดำเนินงานตามภารกิจสำคัญๆ ที่หนึ่ง', [], 'ผลการดำเนินงานตามภารกิจสำคัญๆ'],
		['', [], 'ส่วน']
	] as const)('a sheet for “%s” beside %j is named “%s”', (title, taken, name) => {
		expect(nameSheet(title, taken)).toBe(name);
		expect(nameSheet(title, taken).length).toBeLessThanOrEqual(31);
	});

	test('a stamp is read back as it was written, and other texts are none', () => {
		const stamp = { round: 'chachoengsao/2567-q2', whom: '2401', edition: '0a1b2c3d' };
		expect(readStamp(writeStamp(stamp))).toEqual(stamp);
		expect(readStamp('แบบกรอกผล chachoengsao/๒๕๖๗-q๒ ๒๔๐๑ ฉบับ 0a1b2c3d ')).toEqual(stamp);
		for (const text of ['', 'แบบกรอกผล', 'แบบกรอกผลการปฏิบัติราชการ', 'แบบกรอกผล khon-kaen/2565-2 401 ฉบับ 0a1b2c3d'])
			expect(readStamp(text)).toBeUndefined();
	});
});
