import { describe, expect, test } from 'vitest';
import type { RankRow } from '../../src/routes/[province]/[round]/rank-rows.ts';
import { askFor, readAsked, type Asked } from '../../src/routes/[province]/[round]/asked.ts';
import { columns, readColumns } from '../../src/routes/[province]/[round]/columns.ts';
import { toneOfPercent } from '../../src/lib/charts/total-bar.ts';
import { filterRows, sortRows } from '../../src/routes/[province]/[round]/rank-rows.ts';
import { listPages } from '../../src/routes/list-pages.ts';

const ask = (text: string): Asked => readAsked(new URLSearchParams(text));

describe('the address', () => {
	test.each([
		['', '?'],
		['section=team&since=2565-1', '?section=team&since=2565-1'],
		[
			'sort=-points&find=หนอง&grade=ก&open=open',
			'?sort=-points&find=%E0%B8%AB%E0%B8%99%E0%B8%AD%E0%B8%87&grade=%E0%B8%81&open=open'
		],
		['sort=nonsense&open=perhaps&find=%20%20&grade=', '?'],
		['sort=place', '?'],
		['sort=-place', '?sort=-place']
	])('%s is read and asked for again as %s', (text, again) => {
		expect(askFor(ask(text))).toBe(again);
	});

	test('what is asked for anew keeps the rest', () => {
		expect(askFor(ask('section=team&sort=-points'), { sort: 'name', reverse: false })).toBe('?section=team&sort=name');
	});
});

const grade = (rank: number) => ({ grade: 'กขค'[rank] ?? '', name: '', rank });
function row(name: string, place: number, more: Partial<RankRow> = {}): RankRow {
	return {
		district: name,
		section: 'team',
		name,
		place,
		place_best: place,
		place_worst: place,
		percent: 100 - place,
		percent_best: 100 - place,
		percent_worst: 100 - place,
		decided_weight: 100,
		weight: 100,
		late: false,
		scores: [],
		nothing: false,
		bar: { pieces: [], assured: null, possible: null },
		grade: { lowest: grade(place - 1), highest: grade(place - 1) },
		moved: { places: 0, from: place, points: { words: '0.00', size: 0 }, unsettled: false },
		parts: [],
		...more
	};
}
const open = [{ status: 'not_reported' }] as unknown as RankRow['scores'];
const moved = (places: number | null, size: number | null) => ({
	places,
	from: null,
	points: size === null ? null : { words: '', size },
	unsettled: false
});
const rows = [
	row('บ้านไผ่', 1, { moved: moved(-1, 2) }),
	row('เขาสวนกวาง', 2, { moved: moved(3, -4), grade: { lowest: grade(2), highest: grade(0) }, scores: open }),
	row('กระนวน', 3, { moved: moved(null, null), nothing: true, percent: 0, scores: open })
];
const bands = ['ก', 'ข', 'ค'].map((one, nth) => ({ grade: one, name: '', from: 90 - nth * 10 }));
const namesOf = (some: readonly RankRow[]) => some.map(({ name }) => name);

test.each([
	['', ['บ้านไผ่', 'เขาสวนกวาง', 'กระนวน']],
	['sort=-place', ['กระนวน', 'เขาสวนกวาง', 'บ้านไผ่']],
	['sort=name', ['กระนวน', 'เขาสวนกวาง', 'บ้านไผ่']],
	['sort=moved', ['เขาสวนกวาง', 'บ้านไผ่', 'กระนวน']],
	['sort=-moved', ['บ้านไผ่', 'เขาสวนกวาง', 'กระนวน']],
	['sort=points', ['บ้านไผ่', 'เขาสวนกวาง', 'กระนวน']],
	['sort=percent', ['บ้านไผ่', 'เขาสวนกวาง', 'กระนวน']],
	['sort=-percent', ['เขาสวนกวาง', 'บ้านไผ่', 'กระนวน']],
	['sort=open', ['เขาสวนกวาง', 'กระนวน', 'บ้านไผ่']]
])('rows asked for with "%s" stand as %j, those without a figure last', (text, expected) => {
	expect(namesOf(sortRows(rows, ask(text)))).toEqual(expected);
});

test.each([
	['find=ไผ่', ['บ้านไผ่']],
	['grade=ก', ['บ้านไผ่', 'เขาสวนกวาง']],
	['grade=ข', ['เขาสวนกวาง']],
	['grade=ค', ['เขาสวนกวาง']],
	['grade=ฮ', ['บ้านไผ่', 'เขาสวนกวาง', 'กระนวน']],
	['open=open', ['เขาสวนกวาง', 'กระนวน']],
	['open=settled&find=เขา', []]
])('the filter "%s" leaves %j: a grade still possible counts', (text, expected) => {
	expect(namesOf(filterRows(rows, ask(text), bands))).toEqual(expected);
});

test.each([
	[0, 1],
	[19.999, 1],
	[20, 2],
	[79.999999, 4],
	[80, 5],
	[100, 5]
])('%d percent stands in fifth %d', (percent, fifth) => {
	expect(toneOfPercent(percent)).toBe(fifth);
});

test.each([
	[undefined, columns],
	['none', []],
	['bar.moved.nonsense', ['moved', 'bar']]
])('columns kept as %s are %j', (kept, expected) => {
	expect(readColumns(kept)).toEqual(expected);
});

describe('the bar', () => {
	const on = (here: string, before: string | null = null) =>
		listPages('khon-kaen/2565-2', before, here).find((page) => page.on);

	test.each([
		['/khon-kaen/2565-2', 'ภาพรวม'],
		['/khon-kaen/2565-2/districts/4001', 'อำเภอ'],
		['/khon-kaen/2565-2/indicators', 'ตัวชี้วัด'],
		['/khon-kaen/2565-2/rulings', 'ข้อตกลง'],
		['/khon-kaen/2565-2/review', 'ตรวจผล'],
		['/khon-kaen/compare', 'เทียบรอบ']
	])('%s is under %s', (here, words) => {
		expect(on(here)?.words).toBe(words);
	});

	test('leads nobody to what is closed to them, and a district to its own results first', () => {
		const closed = ['/[province]/[round]', '/[province]/compare', '/[province]/[round]/entry'];
		const words = (round: string, own: string | null) =>
			listPages(round, null, '', closed, own).map((page) => page.words);
		expect(words('khon-kaen/2565-2@e1', null)).not.toContain('กรอกผล');
		expect(words('khon-kaen/2565-2', '4001').slice(0, 2)).toEqual(['ผลของเรา', 'ตารางสี']);
		expect(words('khon-kaen/2565-2', null)).toContain('อำเภอ');
	});

	test('rounds are compared with the one before, where there is one', () => {
		expect(on('/khon-kaen/compare')?.href).toBe('/khon-kaen/compare');
		expect(on('/khon-kaen/compare', 'khon-kaen/2565-1')?.href).toBe('/khon-kaen/compare?rounds=2565-1,2565-2');
	});
});
