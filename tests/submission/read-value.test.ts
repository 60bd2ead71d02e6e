import { describe, expect, test } from 'vitest';
import { inputSchema } from '../../src/lib/agreement/schema.ts';
import { readValue } from '../../src/lib/submission/cells/read-value.ts';
import { showValue } from './letter.ts';

const read = (raw: unknown, input: object): string => {
	const reading = readValue(raw, inputSchema.parse({ label: 'รายการ', ...input }));
	if (reading.kind === 'value') return showValue(reading.value);
	return reading.kind === 'bad' ? reading.code : reading.kind;
};

describe('yes and no', () => {
	test.each([
		[true, 'yes'],
		[false, 'no'],
		['true', 'yes'],
		['TRUE', 'yes'],
		['ใช่', 'yes'],
		[' ไม่ ', 'no'],
		['ไม่ใช่', 'no'],
		[null, 'nothing'],
		['null', 'nothing'],
		['', 'nothing'],
		[undefined, 'nothing'],
		[1, 'not_bool'],
		['0', 'not_bool'],
		['มี', 'not_bool'],
		[['true'], 'not_one_value']
	])('%j is %s', (raw, expected) => {
		expect(read(raw, { type: 'bool' })).toBe(expected);
	});
});

describe('figures', () => {
	test.each([
		[3, { type: 'count' }, '3'],
		['3.0', { type: 'count' }, '3'],
		['๑,๒๓๔', { type: 'count' }, '1234'],
		['12 ครั้ง', { type: 'count', unit: 'ครั้ง' }, '12'],
		['2.5', { type: 'count' }, 'not_whole'],
		[-1, { type: 'count' }, 'out_of_range'],
		[0, { type: 'count', min: 1 }, 'out_of_range'],
		[true, { type: 'count' }, 'not_a_figure'],
		['95%', { type: 'pct' }, '95'],
		['ร้อยละ ๙๕.๕', { type: 'pct' }, '95.5'],
		[100, { type: 'pct' }, '100'],
		[100.000001, { type: 'pct' }, 'out_of_range'],
		[-0.5, { type: 'pct' }, 'out_of_range'],
		[-0.5, { type: 'pct', may_be_negative: true }, '-0.5'],
		[120, { type: 'pct', may_exceed_100: true }, '120'],
		[120, { type: 'pct', max: 150 }, '120'],
		[151, { type: 'pct', may_exceed_100: true, max: 150 }, 'out_of_range'],
		[-12.5, { type: 'decimal' }, '-12.5'],
		['12%', { type: 'decimal', unit: 'ร้อยละ' }, '12'],
		['12%', { type: 'decimal', unit: 'คะแนน' }, 'not_a_figure'],
		['1,234.50 บาท', { type: 'baht' }, '1234.5'],
		['฿5', { type: 'baht' }, '5'],
		[-1, { type: 'baht' }, 'out_of_range'],
		[-1, { type: 'baht', may_be_negative: true }, '-1'],
		[{ numeral: '28.499999999999996' }, { type: 'pct' }, 'too_many_decimals'],
		[28.499999999999996, { type: 'pct' }, 'too_many_decimals'],
		[1e13, { type: 'baht' }, 'too_large'],
		['95,5', { type: 'pct' }, 'misplaced_comma'],
		['-', { type: 'pct' }, 'not_a_figure'],
		[null, { type: 'pct' }, 'nothing'],
		[{ broken: 'error', text: '#DIV/0!' }, { type: 'pct' }, 'broken_cell'],
		[{}, { type: 'pct' }, 'not_one_value']
	])('%j for %j is %s', (raw, input, expected) => {
		expect(read(raw, input)).toBe(expected);
	});

	test('the decimals written are kept, those of a count are not', () => {
		const decimals = (raw: unknown, type: string) => {
			const reading = readValue(raw, inputSchema.parse({ label: 'รายการ', type }));
			return reading.kind === 'value' && reading.value.kind === 'number' ? reading.value.decimals : undefined;
		};
		expect(decimals({ numeral: '28.50' }, 'pct')).toBe(2);
		expect(decimals('3.00', 'count')).toBe(0);
	});
});

describe('dates', () => {
	test.each([
		['2022-09-01', { type: 'date' }, '2022-09-01'],
		['๑ ก.ย. ๒๕๖๕', { type: 'date' }, '2022-09-01'],
		['2022-09-01T10:00', { type: 'date' }, '2022-09-01'],
		[null, { type: 'date' }, 'not done'],
		['null', { type: 'date' }, 'not done'],
		['ยังไม่ทำ', { type: 'date' }, 'not done'],
		['ยังไม่ดำเนินการ', { type: 'datetime' }, 'not done'],
		['not_done', { type: 'datetime' }, 'not done'],
		['', { type: 'date' }, 'nothing'],
		[null, { type: 'date', due: true }, 'nothing'],
		['ยังไม่ทำ', { type: 'date', due: true }, 'not_a_date'],
		['31/4/2565', { type: 'date' }, 'no_such_day'],
		['1/9/22', { type: 'date' }, 'unclear_year'],
		[44805, { type: 'date' }, 'not_a_date'],
		[false, { type: 'date' }, 'not_a_date'],
		['2022-08-31T16:30', { type: 'datetime' }, '2022-08-31T16:30'],
		['2022-08-31T17:00:00Z', { type: 'datetime' }, '2022-09-01T00:00'],
		['2022-08-31', { type: 'datetime' }, 'needs_time'],
		['2022-08-31T25:00', { type: 'datetime' }, 'no_such_time'],
		['2022-08-31T16:30:00.5', { type: 'datetime' }, 'fraction_of_second']
	])('%j for %j is %s', (raw, input, expected) => {
		expect(read(raw, input)).toBe(expected);
	});
});

test('of a due date nobody is told to write that it is not done', () => {
	const why = (due: boolean) => {
		const reading = readValue('เร็ว ๆ นี้', inputSchema.parse({ label: 'รายการ', type: 'date', due }));
		return reading.kind === 'bad' ? reading.why : '';
	};
	expect(why(true)).toContain('ถ้ายังไม่รู้ให้เว้นว่าง');
	expect(why(false)).toContain('ให้ใส่ ยังไม่ทำ');
});

describe('lists', () => {
	test('of a sum as large as can be are read, and of a larger one it is said what they come to', () => {
		const baht = inputSchema.parse({ label: 'รายการ', type: 'list', of: 'baht' });
		const most = [1e12, 1e12, 1e12, 1e12, 0.5e12];
		expect(readValue(most, baht)).toMatchObject({ kind: 'value', value: { kind: 'list' } });
		expect(readValue([...most, 1], baht)).toMatchObject({
			kind: 'bad',
			why: 'ตัวเลขในรายการรวมกันได้ 4,500,000,000,001 เกินขนาดที่คิดคะแนนได้ (4,500,000,000,000) ให้ตรวจหลักของตัวเลข'
		});
	});

	test.each([
		[[80, 90.5, 100], 'pct', '[80 90.5 100]'],
		[[{ numeral: '80' }, '๙๐'], 'pct', '[80 90]'],
		[[], 'pct', '[]'],
		['80; 90; 100', 'pct', '[80 90 100]'],
		['80;90;', 'pct', '[80 90]'],
		['80 90 100', 'pct', '[80 90 100]'],
		['80,90', 'pct', '[80 90]'],
		['80,100', 'pct', '[80 100]'],
		['80, 90, 100', 'pct', '[80 90 100]'],
		['1,234; 5', 'baht', '[1234 5]'],
		[80, 'pct', '[80]'],
		[null, 'pct', 'nothing'],
		['1,234', 'baht', 'ambiguous_list'],
		['80;;90', 'pct', 'not_a_figure'],
		[[80, 101], 'pct', 'out_of_range'],
		[[80, null], 'pct', 'not_a_member'],
		[[80, [90]], 'pct', 'not_a_member'],
		[['a'], 'pct', 'not_a_figure'],
		[[1.5], 'count', 'not_whole'],
		[Array.from({ length: 1001 }, () => 1), 'count', 'list_too_long'],
		[[1e12, 1e12, 1e12, 1e12, 0.5e12 + 1], 'baht', 'list_sum_too_large'],
		[Array.from({ length: 5 }, () => -1e12), 'decimal', 'list_sum_too_large']
	])('%j of %s is %s', (raw, of, expected) => {
		expect(read(raw, { type: 'list', of })).toBe(expected);
	});
});
