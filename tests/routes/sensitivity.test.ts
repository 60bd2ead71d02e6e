import { expect, test } from 'vitest';
import { listRanges, readShift, titleSensitivity } from '../../src/lib/charts/sensitivity-sheet.ts';
import { measureSensitivity } from '../../src/lib/ranking/sensitivity.ts';
import {
	listClose,
	listRows,
	listWithout,
	sayScenarios
} from '../../src/routes/[province]/[round]/sensitivity/sensitivity-rows.ts';
import { makeView } from '../reports/fixture.ts';

const view = makeView();
const section = view.agreement.sections[0];
if (section === undefined) throw new Error('no section');
const found = measureSensitivity(view, section.section, 20);
const columns = listWithout(found, section);
const rows = listRows(found, view, columns);

test('a row holds a place for each indicator left out, and spans around the place', () => {
	expect(rows).toHaveLength(found.districts.length);
	for (const { place, without, weights, rulings } of rows) {
		expect(without).toHaveLength(columns.length);
		for (const { best, worst } of [weights, rulings]) expect(best <= place && place <= worst).toBe(true);
	}
});

test('brackets of the table, the picture and the list tell of the same pairs', () => {
	const close = listClose(found, view, section);
	const names = close.map(({ above }) => above);
	expect(rows.flatMap((row) => (row.below ? [row.name] : []))).toEqual(names);
	expect(listRanges(found, view).flatMap((row) => (row.joined ? [row.name] : []))).toEqual(names);
	expect(close.every(({ by }) => by.length > 0)).toBe(true);
	if (names.length > 0) expect(titleSensitivity(found, 20)).toContain(`${names.length} คู่`);
});

test('it is called sensitivity, never confidence', () => {
	const said = [titleSensitivity(found, 20), ...sayScenarios(found, 20)].join(' ');
	expect(said).not.toContain('ความเชื่อมั่น');
	expect(said).toContain('20%');
});

test.each([
	['5', 5],
	['20', 20],
	['7', 10],
	[null, 10]
])('shift %s is %i', (text, shift) => {
	expect(readShift(text)).toBe(shift);
});
