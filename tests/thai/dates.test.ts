import { expect, test } from 'vitest';
import { parseDate } from '../../src/lib/thai/read-date.ts';
import { formatDate, formatDay } from '../../src/lib/thai/write-date.ts';

test.each([
	['2022-09-01', '2022-09-01', null],
	['2565-09-01', '2022-09-01', null],
	['๒๕๖๕-๐๙-๐๑', '2022-09-01', null],
	['1/9/2565', '2022-09-01', null],
	['01-09-2565', '2022-09-01', null],
	['1.9.2565', '2022-09-01', null],
	['2565/9/1', '2022-09-01', null],
	['1/9/2022', '2022-09-01', null],
	['1 กย 2565', '2022-09-01', null],
	['1กันยายน2565', '2022-09-01', null],
	['1 กันยายน ค.ศ. 2022', '2022-09-01', null],
	['1-Sep-2022', '2022-09-01', null],
	['1 September 2022', '2022-09-01', null],
	['๑ กันยายน ๒๕๖๕', '2022-09-01', null],
	['วันที่ ๑ กันยายน พ.ศ. ๒๕๖๕', '2022-09-01', null],
	['29/02/2567', '2024-02-29', null],
	['2022-08-31T16:30', '2022-08-31', '16:30'],
	['2022-08-31 16:30:00', '2022-08-31', '16:30'],
	['2022-08-31T16:30:05', '2022-08-31', '16:30:05'],
	['31/8/2565 9:05', '2022-08-31', '09:05'],
	['2022-08-31T16:30:00.000+07:00', '2022-08-31', '16:30'],
	['2022-08-31T17:00:00Z', '2022-09-01', '00:00'],
	['2022-08-31T23:30:01-0500', '2022-09-01', '11:30:01'],
	['2022-09-01T00:30+09:00', '2022-08-31', '22:30']
])('%s is read', (text, date, time) => {
	expect(parseDate(text)).toEqual({ kind: 'date', date, time });
});

test.each([
	['1/9/65', undefined, '2022-09-01', null],
	['1 ก.ย. 65', undefined, '2022-09-01', null],
	['29 ก.พ. 67', undefined, '2024-02-29', null],
	['31 ส.ค. 65 เวลา 16.30 น.', undefined, '2022-08-31', '16:30'],
	['01-09-65', { from: 2020, to: 2024 }, '2022-09-01', null],
	['1/9/22', { from: 2020, to: 2024 }, '2022-09-01', null],
	['1-Sep-22', { from: 2020, to: 2024 }, '2022-09-01', null],
	['1/9/55', { from: 2020, to: 2024 }, '2012-09-01', null]
])('%s with likely years %j is read, its year known by two digits', (text, likely, date, time) => {
	expect(parseDate(text, likely)).toEqual({ kind: 'date', date, time, shortYear: true });
});

test('of a day that is none it is known which was written', () => {
	expect(parseDate('31/9/2565')).toEqual({ kind: 'no_such_day', day: 31, month: 9, year: 2022 });
});

test.each([
	['29/02/2566', 'no_such_day'],
	['2568-02-29', 'no_such_day'],
	['31/4/2565', 'no_such_day'],
	['9/25/2565', 'no_such_day'],
	['0/9/2565', 'no_such_day'],
	['2022-08-31T24:00', 'no_such_time'],
	['2022-08-31T16:60', 'no_such_time'],
	['1/9/22', 'unclear_year'],
	['1/9/2300', 'unclear_year'],
	['1 ec 2022', 'not_a_date'],
	['2022-08-31T16:30:00.5', 'fraction_of_second'],
	['44805', 'not_a_date'],
	['กันยายน 2565', 'not_a_date'],
	['1 ก.ก. 2565', 'not_a_date'],
	['1/9/25655', 'not_a_date'],
	['1/9/2565 บ่าย', 'not_a_date'],
	['1 ก.ย. 65'.padEnd(81), 'not_a_date'],
	['', 'not_a_date']
])('%s is refused as %s', (text, kind) => {
	expect(parseDate(text)).toMatchObject({ kind });
});

test.each([
	['2022-09-01', {}, '1 กันยายน 2565'],
	['2022-09-01', { digits: 'thai' }, '๑ กันยายน ๒๕๖๕'],
	['2022-09-01', { months: 'short' }, '1 ก.ย. 2565'],
	['2024-02-29T16:30', {}, '29 กุมภาพันธ์ 2567 เวลา 16.30 น.'],
	['2024-02-29T16:30:00+07:00', {}, '29 กุมภาพันธ์ 2567 เวลา 16.30 น.']
] as const)('%s with %j is written %s', (iso, style, text) => {
	expect(formatDate(iso, style)).toBe(text);
});

test('a day is written without its time', () => {
	expect(formatDay('2024-02-29T16:30')).toBe('29 กุมภาพันธ์ 2567');
});

test('what is not ISO is a mistake of ours', () => {
	expect(() => formatDate('1/9/2565')).toThrow('not an ISO date');
});
