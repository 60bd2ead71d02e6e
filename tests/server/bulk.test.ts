// The quick way for large plain tables takes nothing that the reader would remark on, and what it takes is the same to the last digit.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incomingFolder } from '../../src/lib/server/store/archive.ts';
import { stageTable } from '../../src/lib/server/bulk/bulk.ts';
import { createDatabase } from '../../src/lib/server/store/database.ts';
import { storeEntries } from '../../src/lib/server/store/stored-entries.ts';
import { readSubmission } from '../../src/lib/submission/read.ts';
import { letter } from '../submission/letter.ts';
import { withFolder } from './with-store.ts';

const NAMES = ['district', 'section', 'indicator', 'input', 'value'] as const;
const THAI = ['อำเภอ', 'ส่วน', 'ตัวชี้วัด', 'รายการ', 'ค่า'];
/** Many, so that most rows are none that the reader is shown. */
const DISTRICTS = Array.from({ length: 30 }, (_, n) => String(4001 + n));
const province = {
	code: '40',
	districts: DISTRICTS.map((code) => ({ code, name: `บ้าน${'กขคง'.charAt(Number(code) % 4)}${code}` }))
};
const TARGETS = letter.sections.flatMap(({ section, indicators }) =>
	indicators.flatMap(({ indicator, inputs, applies_to: districts }) =>
		Object.entries(inputs).flatMap(([input, { type }]) =>
			DISTRICTS.filter((code) => districts === 'all' || districts.includes(code)).map((district) => ({
				district,
				section,
				indicator,
				input,
				type
			}))
		)
	)
);

const PLAIN = {
	pct: ['0', '12.5', '95', '99.999999', '100', '007', '50.10'],
	baht: ['0', '1234567.50', '999999999999.999999', '12.000'],
	decimal: ['-0', '-12.25', '3.000001', '0.5', '12'],
	count: ['0', '12', '3000'],
	bool: ['true', 'false', 'ใช่', 'ไม่'],
	date: ['2022-09-01', '2022-05-31', '1/9/2565'],
	datetime: ['2022-09-01T13:00', '2022-09-12T16:30:00'],
	list: ['80; 90; 100', '12.5; 13']
};
const STRANGE = [
	...[
		'',
		' ',
		'-',
		'/',
		'✓',
		'ไม่มี',
		'ถอน',
		'null',
		'N/A',
		'๙๕',
		'95%',
		'1,5',
		'1e3',
		'+5',
		'.5',
		'5.',
		'0.95',
		'0.2',
		'101',
		'-3'
	],
	...[
		'1.0',
		'1.50',
		'1234567890123',
		'0.1234567',
		'TRUE',
		' 12 ',
		'12 ',
		'31/2/2565',
		'1/9/65',
		'2565-09-01',
		'"12"',
		'1 2',
		'44805'
	]
];
const STRANGE_NAMES = [
	'',
	'4099',
	'40',
	'บ้านก4004',
	'อ.บ้านก4004',
	' 4001',
	'รวม',
	'district',
	'team ',
	'ทีม',
	'๑',
	'3',
	'spent',
	'x'
];

const seldom = <T>(it: fc.Arbitrary<T>, outOf: number) =>
	fc.oneof({ arbitrary: fc.constant(null), weight: outOf - 1 }, { arbitrary: it, weight: 1 });

/** The first of them nine times out of ten. */
const often = <T>(first: T, ...others: readonly T[]) =>
	fc.oneof({ arbitrary: fc.constant(first), weight: 9 }, { arbitrary: fc.constantFrom(...others), weight: 1 });

const row = fc.record({
	target: fc.constantFrom(...TARGETS),
	plain: fc.nat(6),
	strange: seldom(fc.constantFrom(...STRANGE), 150),
	renamed: seldom(fc.tuple(fc.nat(3), fc.constantFrom(...STRANGE_NAMES)), 500),
	more: seldom(fc.constantFrom(',', ',x', '\n', '\n\n'), 600)
});
const table = fc.record({
	rows: fc.uniqueArray(row, {
		minLength: 1,
		maxLength: 150,
		size: 'max',
		comparator: 'SameValue',
		selector: ({ target: { district, section, indicator, input } }) => `${district}/${section}/${indicator}/${input}`
	}),
	twice: seldom(fc.nat(140), 12),
	thai: fc.boolean(),
	delimiter: fc.constantFrom(',', ',', ',', ';', '\t', '|'),
	newline: often('\n', '\r\n', '\r'),
	order: fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5, maxLength: 5 }),
	start: often('', '\ufeff', 'ผลการปฏิบัติราชการ\n', '\n'),
	end: often('\n', '', '\n\n')
});
type Table = typeof table extends fc.Arbitrary<infer Made> ? Made : never;

function write({ rows, twice, thai, delimiter, newline, order, start, end }: Table): string {
	const arranged = (cells: readonly string[]) => order.map((at) => cells[at] ?? '').join(delimiter);
	const lines = rows.map(({ target, plain, strange, renamed, more }) => {
		const values = PLAIN[target.type];
		const cells = [target.district, target.section, target.indicator, target.input];
		if (renamed !== null) cells[renamed[0]] = renamed[1];
		return arranged([...cells, strange ?? values[plain % values.length] ?? '']) + (more ?? '');
	});
	const again = twice === null ? [] : [lines[twice % lines.length] ?? ''];
	return start + [arranged(thai ? THAI : NAMES), ...lines, ...again].join('\n').replaceAll('\n', newline) + end;
}

const storedRows = async (connection: DuckDBConnection, submission: number) =>
	(
		await connection.runAndReadAll(
			'SELECT * EXCLUDE (submission) FROM entries WHERE submission = $submission ORDER BY ordinal',
			{
				submission
			}
		)
	).getRowsJson();

describe('the quick way for plain tables', () => {
	it('stores what the reader stores, and leaves to it whatever it would remark on', { timeout: 120_000 }, async () => {
		await withFolder(async (folder) => {
			await mkdir(incomingFolder(folder));
			const path = join(incomingFolder(folder), 'file');
			const database = await createDatabase(join(folder, 'watphon.duckdb'));
			const { connection } = database;
			for (const number of [1, 2])
				await connection.run(
					`INSERT INTO submissions VALUES (${number}, 'khon-kaen/2565-2', 'a.csv', '', 0, NULL, '', 0, [], false)`
				);
			let longest = 0;
			let taken = 0;
			let left = 0;
			await fc.assert(
				fc.asyncProperty(table, async (random) => {
					const bytes = new TextEncoder().encode(write(random));
					await writeFile(path, bytes);
					const read = await readSubmission(bytes, 'a.csv', letter, province);
					const staged = await stageTable(connection, { path, bytes, name: 'a.csv' }, letter, province);
					if (staged === null) {
						left += 1;
						return;
					}
					taken += 1;
					longest = Math.max(longest, staged.entries);
					expect([read.readable, read.problems, read.questions]).toEqual([true, [], []]);
					expect(staged.entries).toBe(read.entries.length);
					expect(staged.districts).toEqual([...new Set(read.entries.map(({ district }) => district))].sort());
					await staged.store(1);
					await staged.drop();
					await storeEntries(connection, 2, read.entries);
					expect(await storedRows(connection, 1)).toEqual(await storedRows(connection, 2));
					await connection.run('DELETE FROM entry_rows');
				}),
				{ numRuns: 400, seed: 2565 }
			);
			database.close();
			// Both happen often enough for the property to say something.
			expect(taken).toBeGreaterThan(80);
			expect(longest).toBeGreaterThan(100);
			expect(left).toBeGreaterThan(80);
		});
	});
});
