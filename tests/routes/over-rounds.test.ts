import { expect, test } from 'vitest';
import {
	findBefore,
	followIndicator
} from '../../src/routes/[province]/[round]/indicators/[section]/[number]/over-rounds.ts';
import {
	readSort,
	sortLines,
	type Line
} from '../../src/routes/[province]/[round]/indicators/[section]/[number]/sort-lines.ts';
import { makeEarlier } from '../reports/earlier-round.ts';
import { makeView } from '../reports/fixture.ts';

const view = makeView();
const earlier = makeEarlier(view);
const section = view.agreement.sections[0];
const indicator = section?.indicators[0];
if (section === undefined || indicator === undefined) throw new Error('no indicator');

test('an indicator of another weight is followed, and the weight is said', () => {
	const [now, before] = followIndicator(view, [earlier], section.section, indicator);
	expect(now).toMatchObject({ kind: 'figures', figures: { id: view.id, pair: null } });
	expect(before).toMatchObject({ kind: 'figures', figures: { id: earlier.id, pair: { sameRule: true } } });
	expect(before?.kind === 'figures' && before.figures.pair?.changes[0]).toMatch(/^น้ำหนัก/);
});

test('where a round has no such indicator it is said why, and its results stand beside none', () => {
	const without = {
		...earlier,
		agreement: {
			...earlier.agreement,
			sections: earlier.agreement.sections.map((one) => ({ ...one, indicators: one.indicators.slice(1) }))
		}
	};
	const [, before] = followIndicator(view, [without], section.section, indicator);
	expect(before).toMatchObject({ kind: 'apart', reason: expect.stringMatching(/./) as string });
	expect(findBefore(view, without, section.section, indicator)).toBeNull();
	expect(findBefore(view, undefined, section.section, indicator)).toBeNull();
});

const line = (name: string, value: number | null, more: Partial<Line> = {}): Line => ({
	place: 0,
	name,
	late: false,
	district: name,
	status: value === null ? 'not_reported' : 'scored',
	state: null,
	boxes: { tone: 0, boxes: [] },
	value,
	weighted: null,
	recommended: null,
	gap: null,
	before: null,
	...more
});
const lines = [
	line('เขาสวนกวาง', 90, { place: 0, gap: { missing: 5, text: '5', near: false } }),
	line('กระนวน', 94, { place: 1, gap: { missing: 1, text: '1', near: true } }),
	line('แวงน้อย', null, { place: 2 })
];

test.each([
	['result', ['เขาสวนกวาง', 'กระนวน', 'แวงน้อย']],
	['name', ['กระนวน', 'เขาสวนกวาง', 'แวงน้อย']],
	['value', ['กระนวน', 'เขาสวนกวาง', 'แวงน้อย']],
	['gap', ['กระนวน', 'เขาสวนกวาง', 'แวงน้อย']],
	['status', ['แวงน้อย', 'เขาสวนกวาง', 'กระนวน']],
	['nonsense', ['เขาสวนกวาง', 'กระนวน', 'แวงน้อย']]
])('rows by %s', (sort, names) => {
	expect(sortLines(lines, readSort(sort)).map(({ name }) => name)).toEqual(names);
});
