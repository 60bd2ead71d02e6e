import { expect, test } from 'vitest';
import type { HeatCell, HeatMap } from '../../src/lib/charts/heat.ts';
import type { Outcome, Status } from '../../src/lib/scoring/results.ts';
import { askFor, readAsked, sortRows } from '../../src/routes/[province]/[round]/heat/asked.ts';
import { sayPlaces } from '../../src/routes/[province]/[round]/heat/say-places.ts';

const cell = (outcome: Outcome | null, status: Status = outcome === null ? 'not_reported' : 'scored'): HeatCell => ({
	status,
	outcome,
	tone: 0,
	between: null,
	rank: typeof outcome === 'number' ? outcome : null
});
const row = (name: string, place: number | null, of: HeatCell) => ({
	district: name,
	name,
	parts: [{ total: { percent: place === null ? null : 100 - place, place }, cells: [of] }]
});
const map: HeatMap = {
	groups: [
		{
			section: 'team',
			title: 'รายทีม',
			columns: [{ key: 'team-1', indicator: '1', short: 'ใช้จ่าย', levels: null }]
		}
	],
	rows: [
		row('เวียงเก่า', null, cell(null)),
		row('พล', 2, cell(4)),
		row('ชุมแพ', 1, cell(4)),
		row('กระนวน', 4, cell(null, 'undecided')),
		row('บ้านไผ่', 3, cell(5))
	]
};

test.each([
	['', ['ชุมแพ', 'พล', 'บ้านไผ่', 'กระนวน', 'เวียงเก่า']],
	['sort=-team', ['กระนวน', 'บ้านไผ่', 'พล', 'ชุมแพ', 'เวียงเก่า']],
	['sort=name', ['กระนวน', 'ชุมแพ', 'บ้านไผ่', 'พล', 'เวียงเก่า']],
	['sort=team-1', ['บ้านไผ่', 'ชุมแพ', 'พล', 'กระนวน', 'เวียงเก่า']],
	['sort=-team-1', ['ชุมแพ', 'พล', 'บ้านไผ่', 'กระนวน', 'เวียงเก่า']],
	['sort=team-9', ['ชุมแพ', 'พล', 'บ้านไผ่', 'กระนวน', 'เวียงเก่า']]
])('?%s stands what has no result last, in either direction', (search, names) => {
	const asked = readAsked(new URLSearchParams(search), map);
	expect(sortRows(map, asked).map(({ name }) => name)).toEqual(names);
});

test('a heading asks for its order, and for the other way round when it stands already', () => {
	const asked = { section: 'team', sort: 'team-1', reverse: false };
	expect(askFor(asked, 'name')).toBe('?section=team&sort=name');
	expect(askFor(asked, 'team-1')).toBe('?section=team&sort=-team-1');
	expect(askFor({ ...asked, reverse: true }, 'team-1')).toBe('?section=team&sort=team-1');
});

test('places are said as ranges, as people look for them', () => {
	const at = (line: number, cell: string) => ({ file: 'ชุมแพ.csv', line, cell });
	expect(sayPlaces([at(5, 'E5'), at(5, 'AA5'), at(5, 'F5')])).toEqual(['บรรทัด\u00a05 ช่อง\u00a0E5–AA5']);
	expect(sayPlaces([at(30, 'E30'), at(31, 'E31'), at(32, 'E32')])).toEqual([
		'บรรทัด\u00a030 ช่อง\u00a0E30 ถึง บรรทัด\u00a032 ช่อง\u00a0E32'
	]);
	expect(sayPlaces([{ file: 'ชุมแพ.xlsx', sheet: 'รายทีม', cell: 'D8' }])).toEqual(['แผ่น รายทีม ช่อง\u00a0D8']);
});
