import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { closingOf, isAfter } from '../../src/lib/agreement/closing.ts';
import { readAgreement } from '../../src/lib/agreement/read.ts';

const read = (round: string) => {
	const { agreement } = readAgreement(readFileSync(`data/agreements/${round}.yaml`, 'utf8'), round);
	if (agreement === null) throw new Error(`no letter ${round}`);
	return agreement;
};

test.each([
	['buriram/2565-2', 'team/1', '2022-09-30'],
	['khon-kaen/2565-2', 'team/1', '2022-09-30'],
	['chaiyaphum/2562-1', 'individual_pk/4', '2019-03-31'],
	// three reports, the last on 20 March
	['chachoengsao/2567-q2', 'mission/1', '2024-03-20'],
	// counted up to the end of the quarter
	['chachoengsao/2567-q2', 'mission/8', '2024-03-31'],
	// reported on days of its own
	['chachoengsao/2567-q2', 'mission/11', '2024-03-15T16:30']
])('results of %s %s come in time until %s', (round, at, closing) => {
	const agreement = read(round);
	const [name, number] = at.split('/');
	const indicator = agreement.sections
		.find(({ section }) => section === name)
		?.indicators.find((one) => one.indicator === number);
	expect(indicator && closingOf(agreement, indicator)).toBe(closing);
});

test.each([
	['2024-03-20T23:59:59+07:00', '2024-03-20', false],
	['2024-03-21T00:00:00+07:00', '2024-03-20', true],
	['2024-03-15T16:30:59+07:00', '2024-03-15T16:30', false],
	['2024-03-15T16:31:00+07:00', '2024-03-15T16:30', true],
	['2024-03-15T16:30:01+07:00', '2024-03-15T16:30:00', true]
])('%s is after %s: %s', (at, local, after) => {
	expect(isAfter(at, local)).toBe(after);
});
