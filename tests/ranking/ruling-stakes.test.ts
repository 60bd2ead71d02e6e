import { expect, test } from 'vitest';
import { weighRulings } from '../../src/lib/ranking/ruling-stakes.ts';
import { roundOf } from './point-rounds.ts';

// Of 5 points each is worth 20 percent of its weight; what waits for X1 can come to 2 points or to 4.
test.each([
	['nobody waits', { '4001': [5, 0], '4002': [0, 3] }, null],
	[
		'one waits who changes places with another at the highest only',
		{ '4001': [4, 0], '4002': [1, 'undecided'] },
		[1, 0, 2]
	],
	['one waits who draws level at the lowest', { '4001': [3, 0], '4002': [1, 'undecided'] }, [1, 1, 2]],
	['whoever waits stays first', { '4001': [5, 'undecided'], '4002': [0, 0] }, [1, 0, 0]],
	['one of whom nothing else is known waits', { '4001': [1, 0], '4002': ['not_reported', 'undecided'] }, [1, 2, 2]],
	[
		'two wait and only who does not falls',
		{ '4001': ['undecided', 0], '4002': ['undecided', 0], '4003': [3, 0] },
		[2, 0, 3]
	]
] as const)('%s', (_, districts, expected) => {
	const stakes = weighRulings(roundOf({ '1': 50, '2': 50 }, districts)).get('X1');
	expect(stakes ? [stakes.waiting, stakes.lowest, stakes.highest] : null).toEqual(expected);
});
