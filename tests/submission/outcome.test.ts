import { expect, test } from 'vitest';
import type { Entry, Place, Problem } from '../../src/lib/submission/entry.ts';
import { listLeftOut, takeUsable, tellOutcome, usableEntries } from '../../src/lib/submission/outcome.ts';
import type { Question } from '../../src/lib/submission/question.ts';

const at = (cell: string): Place => ({ file: 'a.csv', line: Number(cell.slice(1)), cell });
const entry = (cell: string, value: Entry['value'] = { kind: 'bool', yes: true }): Entry => ({
	...{ district: '4001', section: 'team', indicator: '1', input: cell },
	value,
	text: 'ใช่',
	at: at(cell)
});
const problem = (severity: Problem['severity'], place: Place): Problem => ({
	...{ severity, code: 'x', at: place },
	message: 'ไม่ใช่ตัวเลข'
});
const question: Question = {
	...{ kind: 'district', about: 'แวงนอย', shape: 's', written: 'แวงนอย', at: at('A4'), times: 3 },
	ask: 'หมายถึงอำเภอใด',
	choices: []
};
const read = (more: Partial<Parameters<typeof tellOutcome>[0]>) => ({
	readable: true,
	entries: [entry('E2')],
	problems: [],
	questions: [],
	...more
});

test.each([
	['nothing wrong', read({}), 'accepted', 'accepted'],
	['a warning', read({ problems: [problem('warning', at('E2'))] }), 'accepted_with_warnings', 'accepted_with_warnings'],
	['an error beside a good value', read({ problems: [problem('error', at('E3'))] }), 'rejected', 'partly_accepted'],
	['an open question beside a good value', read({ questions: [question] }), 'rejected', 'partly_accepted'],
	['nothing but an error', read({ entries: [], problems: [problem('error', at('E3'))] }), 'rejected', 'rejected'],
	['a value that cannot be used alone', read({ entries: [entry('E2', { kind: 'bad' })] }), 'accepted', 'accepted'],
	[
		'a file that cannot be read',
		read({ readable: false, problems: [problem('error', at('E3'))] }),
		'rejected',
		'rejected'
	]
] as const)('%s', (_, submission, whole, partly) => {
	expect([tellOutcome(submission, false), tellOutcome(submission, true)]).toEqual([whole, partly]);
});

test('what is left out is every place with an error, every value that cannot be used, and what hangs on questions', () => {
	const submission = read({
		entries: [entry('E2'), entry('E3', { kind: 'bad' }), entry('E5', { kind: 'bad' })],
		problems: [problem('error', at('E3')), problem('error', { file: 'a.csv' }), problem('warning', at('E2'))],
		questions: [question]
	});
	expect(listLeftOut(submission).map(({ at: { cell }, times }) => [cell, times])).toEqual([
		['E3', 1],
		[undefined, 0],
		['E5', 1],
		['A4', 3]
	]);
	expect(usableEntries(submission).map(({ input }) => input)).toEqual(['E2']);
});

test('a value at a place that was left out stays out, even where it could be read today', () => {
	expect(takeUsable([entry('E2'), entry('E3')], [{ at: at('E3') }]).map(({ input }) => input)).toEqual(['E2']);
	expect(takeUsable([entry('E2')], [{ at: { file: 'a.csv' } }])).toHaveLength(1);
});
