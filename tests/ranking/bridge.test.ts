import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bridgeParts, buildBridge, type Bridge, type BridgeScores } from '../../src/lib/ranking/bridge.ts';
import { compare, numberOf, subtract, sum } from '../../src/lib/scoring/fraction.ts';
import { pairIndicators } from '../../src/lib/ranking/pair-indicators.ts';
import type { IndicatorScore, Status } from '../../src/lib/scoring/results.ts';
import { after, before, share, steps } from './letters.ts';

const score = (
	indicator: string,
	weight: number | null,
	points: number | null,
	status: Status = 'scored'
): IndicatorScore => ({
	district: '4001',
	section: 'team',
	indicator,
	status,
	outcome: points,
	points: status === 'scored' ? points : null,
	max_points: 5,
	weight,
	weighted: null,
	value: null,
	reason: null,
	reading: null,
	recommended: null
});

const bounds = [60, 70, 80, 90, 100];
const easier = [50, 60, 70, 80, 90];

function build(
	was: readonly object[],
	is: readonly object[],
	scores: Partial<BridgeScores>,
	whole = [100, 100]
): Bridge {
	const pairs = pairIndicators(before(was), after(is));
	const [wholeBefore = 0, wholeAfter = 0] = whole;
	const bridge = buildBridge(
		pairs,
		{ before: { weight: wholeBefore }, after: { weight: wholeAfter } },
		{ before: [], after: [], crossed: [], ...scores }
	);
	if (bridge === null) throw new Error('there is a percent in both rounds');
	return bridge;
}
const shown = ({ parts }: Bridge) => Object.fromEntries(bridgeParts.map((part) => [part, numberOf(parts[part])]));
const nothing = { performance: 0, rule: 0, weight: 0, coverage: 0, unlike: 0 };

test('results, rule and weight each give their step, in this order', () => {
	// Before: level 2 of 5 at 40 of 100. After: level 4; under the earlier rule it would be level 3; weight now 60 of 100.
	const bridge = build(
		[share('1', 40, bounds), share('2', 60, bounds)],
		[share('1', 60, easier), share('2', 40, bounds)],
		{
			before: [score('1', 40, 2), score('2', 60, 5)],
			after: [score('1', 60, 4), score('2', 40, 5)],
			crossed: [score('1', 60, 3)]
		}
	);
	// 40 × (3 − 2)/5 = 8; 40 × (4 − 3)/5 = 8; (60 − 40) × 4/5 + (40 − 60) × 5/5 = 16 − 20
	expect(shown(bridge)).toEqual({ ...nothing, performance: 8, rule: 8, weight: -4 });
	expect([numberOf(bridge.before), numberOf(bridge.after)]).toEqual([76, 88]);
});

test.each([
	['lost its result', score('1', 50, 4), score('1', 50, null, 'not_reported'), -40],
	['got a result', score('1', 50, null, 'undecided'), score('1', 50, 3), 30],
	['is open in both', score('1', 50, null, 'invalid'), score('1', 50, null, 'not_reported'), 0]
])('an indicator that %s changes coverage alone', (_, was, is, coverage) => {
	const bridge = build([share('1', 50, bounds)], [share('1', 50, easier)], { before: [was], after: [is] });
	expect(shown(bridge)).toEqual({ ...nothing, coverage });
});

test('what cannot be compared stands by itself, whole', () => {
	const bridge = build([share('1', 50, bounds)], [steps('1', 40, '2022-09-01')], {
		before: [score('1', 50, 4)],
		after: [score('1', 40, 5)]
	});
	expect(shown(bridge)).toEqual({ ...nothing, unlike: 0 });
	expect(bridge.items).toEqual([]);
	const worse = build([share('1', 50, bounds)], [steps('1', 40, '2022-09-01')], {
		before: [score('1', 50, 4)],
		after: [score('1', 40, 1)]
	});
	expect(shown(worse)).toEqual({ ...nothing, unlike: -32 });
});

test('a rule by which the later results were not scored is not guessed: weight is told, the rest is not taken apart', () => {
	const bridge = build([share('1', 50, bounds)], [share('1', 60, easier)], {
		before: [score('1', 50, 2)],
		after: [score('1', 60, 5)]
	});
	expect(shown(bridge)).toEqual({ ...nothing, weight: 10, unlike: 30 });
});

test('an indicator that applies in one round only counts as not to be compared', () => {
	const bridge = build([share('1', 50, bounds)], [share('1', 50, bounds)], {
		before: [score('1', 50, null, 'not_applicable')],
		after: [score('1', 50, 5)]
	});
	expect(shown(bridge)).toEqual({ ...nothing, unlike: 50 });
});

test('there is no bridge where nothing applies', () => {
	const pairs = pairIndicators(before([share('1', 50, bounds)]), after([share('1', 50, bounds)]));
	const scores = { before: [], after: [], crossed: [] };
	expect(buildBridge(pairs, { before: { weight: 0 }, after: { weight: 100 } }, scores)).toBeNull();
});

const statuses = fc.constantFrom<Status>('scored', 'scored', 'scored', 'not_reported', 'undecided', 'not_applicable');
const points = fc.integer({ min: 0, max: 50 }).map((tenths) => tenths / 10);
const weights = fc.integer({ min: 1, max: 3000 }).map((hundredths) => hundredths / 100);
const result = fc.record({ status: statuses, points, weight: weights });
const anyIndicator = fc.record({
	before: result,
	after: result,
	crossed: result,
	rule: fc.constantFrom(bounds, easier)
});
const anyRound = fc.record({
	indicators: fc.array(anyIndicator, { minLength: 1, maxLength: 7 }),
	wholes: fc.tuple(weights, weights)
});

test('the parts always sum to the change, exactly, of the whole and of each indicator', () => {
	fc.assert(
		fc.property(anyRound, ({ indicators, wholes }) => {
			const numbered = indicators.map((one, nth) => ({ ...one, number: String(nth + 1) }));
			const bridge = build(
				numbered.map((one) => share(one.number, one.before.weight, bounds)),
				numbered.map((one) => share(one.number, one.after.weight, one.rule)),
				{
					before: numbered.map(({ number, before: r }) => score(number, r.weight, r.points, r.status)),
					after: numbered.map(({ number, after: r }) => score(number, r.weight, r.points, r.status)),
					crossed: numbered.map(({ number, crossed: r }) => score(number, r.weight, r.points, r.status))
				},
				wholes
			);
			for (const one of [bridge, ...bridge.items]) {
				const whole = sum(bridgeParts.map((part) => one.parts[part]));
				expect(compare(whole, subtract(one.after, one.before))).toBe(0);
			}
		})
	);
});

test('under one letter nothing is due to rule, weight or what cannot be compared', () => {
	fc.assert(
		fc.property(
			fc.array(fc.record({ weight: weights, was: points, is: points }), { minLength: 1, maxLength: 7 }),
			(all) => {
				const numbered = all.map((one, nth) => ({ ...one, number: String(nth + 1) }));
				const letter = numbered.map(({ number, weight }) => share(number, weight, bounds));
				const bridge = build(letter, letter, {
					before: numbered.map((one) => score(one.number, one.weight, one.was)),
					after: numbered.map((one) => score(one.number, one.weight, one.is))
				});
				expect(compare(bridge.parts.performance, subtract(bridge.after, bridge.before))).toBe(0);
				expect(shown(bridge)).toMatchObject({ rule: 0, weight: 0, coverage: 0, unlike: 0 });
			}
		)
	);
});
