import { expect, test } from 'vitest';
import { sayLine } from '../../src/lib/server/journal/say-line.ts';
import { askFor, isFiltered, noFilter, readAsked } from '../../src/routes/journal/asked.ts';
import { showActs } from '../../src/routes/journal/show-acts.ts';
import { lines } from '../server/journal-lines.ts';

const read = (search: string) => readAsked(new URLSearchParams(search));

const addresses = [
	['', ''],
	['?act=approve&district=4005&indicator=team/1', '?act=approve&district=4005&indicator=team%2F1'],
	['?act=steal&from=yesterday&page=-2&line=0', ''],
	['?from=2022-09-01&to=2022-09-30&page=3', '?from=2022-09-01&to=2022-09-30'],
	['?scope=all&who=web', '?scope=all&who=web'],
	['?scope=nothing&line=12', '?line=12']
] as const;
test.each(addresses)('%j asks for what %j says, and another filter begins at the first page', (given, said) => {
	expect(askFor(read(given))).toBe(said);
});

test('a filter is taken off, and the rest stays', () => {
	const asked = read('?scope=all&act=import&district=4005');
	expect(isFiltered(asked)).toBe(true);
	expect(askFor(asked, noFilter)).toBe('?scope=all');
	expect(isFiltered(read(askFor(asked, noFilter)))).toBe(false);
	expect(askFor(asked, { page: 2 })).toBe('?scope=all&act=import&district=4005&page=2');
});

const listed = (numbers: readonly number[], page = 1, pages = 1) => ({
	...{
		found: numbers.length,
		whole: 10,
		page,
		pages,
		kinds: ['import', 'publish'] as const,
		people: ['web', 'ผู้ทดสอบ']
	},
	head: { n: 10, hash: 'f'.repeat(64) },
	acts: numbers.flatMap((n) => lines[n - 1] ?? []).map((line) => sayLine(line, () => null))
});
const here = '/khon-kaen/2565-2/journal';

test('a page has its neighbours, its files under the same filter, and the head as it is compared', () => {
	const shown = showActs(listed([1], 2, 3), read('?act=import&page=2'), here, true);
	expect(shown).toMatchObject({
		newer: `${here}?act=import`,
		older: `${here}?act=import&page=3`,
		clear: here,
		head: { n: 10, written: `10:${'f'.repeat(64)}` }
	});
	expect(shown.files.map(({ href }) => href)).toEqual([
		`${here}/journal.jsonl?act=import`,
		`${here}/journal.csv?act=import`,
		`${here}/journal.xlsx?act=import`
	]);
	expect(shown.people.map(({ words }) => words)).toEqual(['หน้าเว็บ', 'ผู้ทดสอบ']);
});

test('who may see only its own is offered no whole lines', () => {
	const { files, newer, older } = showActs(listed([1]), read(''), here, false);
	expect(files.map(({ words }) => words)).toEqual(['CSV', 'XLSX']);
	expect([newer, older]).toEqual([null, null]);
});

test('what one line did is listed where there is more than one thing, and the rest counted', () => {
	const { acts } = showActs(listed([1, 4]), read(''), here, true);
	expect(acts.map(({ items, more }) => [items.length, more])).toEqual([
		[0, 0],
		[3, 0]
	]);
	const [line] = lines;
	if (line?.act !== 'import') throw new Error('the first line is an import');
	const [file] = line.what.files;
	if (file === undefined) throw new Error('an import has files');
	const many = { ...line, what: { files: Array.from({ length: 928 }, (_, n) => ({ ...file, number: n + 1 })) } };
	const shown = showActs({ ...listed([]), acts: [sayLine(many, () => null)] }, read(''), here, true);
	expect(shown.acts.map(({ items, more }) => [items.length, more])).toEqual([[30, 898]]);
});
