import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { province, read } from './letter.ts';

const HEAD = ['district', 'section', 'indicator', 'input', 'value'];
const ROW = ['4005', 'team', '1', 'spent_baht', '5'];
const encode = (text: string) => new TextEncoder().encode(text);
const sound = [
	encode(`${HEAD.join(',')}\n${ROW.join(',')}\n`),
	encode('[{"district":"4005","section":"team","indicator":"1","inputs":{"spent_baht":5}}]'),
	await writeXlsx({ sheets: [{ name: 'ผล', rows: [HEAD, ROW] }] })
];

const damaged = fc
	.record({
		file: fc.constantFrom(...sound),
		at: fc.nat(),
		bytes: fc.uint8Array({ maxLength: 8 }),
		cut: fc.boolean()
	})
	.map(({ file, at, bytes, cut }) => {
		const start = at % file.length;
		return Uint8Array.of(...file.subarray(0, start), ...bytes, ...(cut ? [] : file.subarray(start + bytes.length)));
	});

test('whatever a file holds, the answer is entries of known districts or problems, never a crash', async () => {
	const codes = [province.code, ...province.districts.map(({ code }) => code)];
	await fc.assert(
		fc.asyncProperty(
			fc.oneof(damaged, fc.uint8Array({ maxLength: 200 })),
			fc.constantFrom('a.csv', 'a.json', 'a.xlsx'),
			async (bytes, file) => {
				const { readable, entries, problems } = await read(bytes, file);
				expect(readable || (problems.length > 0 && entries.length === 0)).toBe(true);
				expect(entries.every(({ district }) => codes.includes(district))).toBe(true);
				expect(problems.every(({ message, at }) => message !== '' && at.file === file)).toBe(true);
			}
		),
		{ numRuns: 1000 }
	);
});
