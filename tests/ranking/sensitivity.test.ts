import { expect, test } from 'vitest';
import { numberOf } from '../../src/lib/scoring/fraction.ts';
import { measureSensitivity } from '../../src/lib/ranking/sensitivity.ts';
import { makeView } from '../reports/fixture.ts';
import { roundOf } from './point-rounds.ts';

test('leaving an indicator out moves who leaned on it', () => {
	const view = roundOf({ '1': 60, '2': 40 }, { '4001': [5, 0], '4002': [0, 5] });
	const { districts } = measureSensitivity(view, 'team');
	expect(districts.map((one) => [one.district, numberOf(one.percent), one.place, one.best, one.worst])).toEqual([
		['4001', 60, 1, 1, 2],
		['4002', 40, 2, 1, 2]
	]);
	expect(districts[0]?.moves.map(({ scenario, place }) => [scenario, place])).toEqual([
		[{ kind: 'without', indicators: ['1'] }, 2]
	]);
});

test('a weight that takes a tenth of itself from the others, in proportion, can turn neighbours round', () => {
	// 52 : 48 of 100; with the first at 46.8 the second has 53.2
	const view = roundOf({ '1': 52, '2': 48 }, { '4001': [5, 0], '4002': [0, 5] });
	const { neighbours, districts } = measureSensitivity(view, 'team');
	expect(neighbours).toMatchObject([{ above: '4001', below: '4002', apart: false }]);
	const shifted = districts[0]?.moves.find(
		({ scenario }) => scenario.kind === 'weight' && scenario.indicators[0] === '1' && scenario.percent === -10
	);
	expect(shifted && numberOf(shifted.percent)).toBe(46.8);
});

test('neighbours far from each other can be told apart, though leaving one indicator out would turn them round', () => {
	const view = roundOf({ '1': 70, '2': 30 }, { '4001': [5, 0], '4002': [0, 5] });
	const [pair] = measureSensitivity(view, 'team').neighbours;
	expect(pair).toMatchObject({ apart: true, reversed: [{ kind: 'without', indicators: ['1'] }] });
});

test('what waits for a ruling is tried both ways, and only that reading', () => {
	const view = roundOf({ '1': 50, '2': 50 }, { '4001': [5, 0], '4002': [3, 'undecided'], '4003': [1, 'not_reported'] });
	const { districts, neighbours } = measureSensitivity(view, 'team');
	const [first, second, third] = districts;
	expect([first?.district, second?.district, third?.district]).toEqual(['4001', '4002', '4003']);
	// 50 × 3/5 + 50 × 4/5 = 70 at the highest, above the 50 of the first; at the lowest 50 as well
	expect(
		second?.moves
			.filter(({ scenario }) => scenario.kind === 'ruling')
			.map((m) => [m.scenario, m.place, numberOf(m.percent)])
	).toEqual([
		[{ kind: 'ruling', reading: 'X1', way: 'lowest' }, 1, 50],
		[{ kind: 'ruling', reading: 'X1', way: 'highest' }, 1, 70]
	]);
	expect(neighbours[0]?.apart).toBe(false);
	expect(third?.moves.some(({ scenario }) => scenario.kind === 'ruling')).toBe(false);
});

test('variants of one indicator are left out together', () => {
	const view = roundOf(
		{ '1': 50, '2.1': 50, '2.2': 50 },
		{ '4001': [5, 1, 0], '4002': [2, 0, 5] },
		{ '2.1': ['4001'], '2.2': ['4002'] }
	);
	const { scenarios, districts } = measureSensitivity(view, 'team');
	expect(scenarios.filter(({ kind }) => kind === 'without')).toEqual([
		{ kind: 'without', indicators: ['1'] },
		{ kind: 'without', indicators: ['2.1', '2.2'] }
	]);
	expect(districts.map((one) => [one.district, numberOf(one.percent)])).toEqual([
		['4002', 70],
		['4001', 60]
	]);
});

test('who shares a place is no pair of neighbours, and who has sent nothing is not ranked', () => {
	const view = roundOf(
		{ '1': 50, '2': 50 },
		{ '4001': [3, 3], '4002': [3, 3], '4003': ['not_reported', 'not_reported'] }
	);
	const { districts, neighbours } = measureSensitivity(view, 'team');
	expect(districts.map((one) => [one.district, one.place])).toEqual([
		['4001', 1],
		['4002', 1]
	]);
	expect(neighbours).toEqual([]);
});

test('the places of the round itself are those the engine gave', () => {
	const view = makeView();
	for (const { section } of view.agreement.sections) {
		const known = new Map(
			view.answer.sections.filter((line) => line.section === section).map((line) => [line.district, line.place])
		);
		for (const one of measureSensitivity(view, section).districts) expect(one.place).toBe(known.get(one.district));
	}
});
