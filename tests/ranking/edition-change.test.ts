import { expect, test } from 'vitest';
import { compareStates, isUnchanged, type State } from '../../src/lib/ranking/edition-change.ts';
import { countMovedPercents, countMovedPlaces } from '../../src/lib/ranking/edition.ts';
import { mustBe } from '../demo/load-demo.ts';
import { makeView } from '../reports/fixture.ts';

const state: State = { ...makeView(), letter: 'a' };
const [entry] = state.entries;
const [line] = state.answer.sections;
const [score] = state.answer.scores.filter(({ status }) => status === 'scored');
const replaceFirst = <One>(list: readonly One[], one: One | undefined, parts: Partial<One>): readonly One[] =>
	list.map((each) => (each === one ? { ...each, ...parts } : each));

test('the same state is no change, whoever sent it again and however it was written', () => {
	const again: State = {
		...state,
		entries: replaceFirst(state.entries, entry, { submission: 99, text: `${entry?.text ?? ''}.0` })
	};
	expect(isUnchanged(compareStates(1, state, again))).toBe(true);
});

test('a value that is another is told with the file it came in', () => {
	const file = mustBe(state.received[0]);
	const after: State = {
		...state,
		entries: replaceFirst(state.entries, entry, {
			value: { kind: 'number', scaled: 1n, decimals: 6 },
			text: '0.000001',
			submission: file.number
		})
	};
	expect(compareStates(1, state, after).values).toEqual([
		expect.objectContaining({
			district: entry?.district,
			before: entry?.text,
			after: '0.000001',
			sender: file.sender,
			received_at: file.received_at
		})
	]);
});

test('a value taken back, and one that is new, have no value on one side', () => {
	const without: State = { ...state, entries: state.entries.slice(1) };
	expect(compareStates(1, state, without).values).toMatchObject([{ before: entry?.text, after: null, file: null }]);
	expect(compareStates(1, without, state).values).toMatchObject([{ before: null, after: entry?.text }]);
});

test('places and percents are counted apart', () => {
	const sections = replaceFirst(state.answer.sections, line, { percent: 1.5 });
	const change = compareStates(1, state, { ...state, answer: { ...state.answer, sections } });
	expect([countMovedPercents(change), countMovedPlaces(change)]).toEqual([1, 0]);
	expect(change.places).toMatchObject([{ after: { percent: 1.5, place: line?.place } }]);
});

test('a result, the letter, a ruling and the settings are changes each by itself', () => {
	const scores = replaceFirst(state.answer.scores, score, { outcome: 0, points: 0 });
	expect(compareStates(1, state, { ...state, answer: { ...state.answer, scores } }).results).toMatchObject([
		{ district: score?.district, after: { status: 'scored', outcome: 0 } }
	]);
	expect(compareStates(1, state, { ...state, letter: 'b' })).toMatchObject({ letter: true, office: false });
	const office = { ...state.office, signer: 'ผู้อื่น' };
	expect(compareStates(1, state, { ...state, office })).toMatchObject({ letter: false, office: true });
	const ruling = {
		...{ reading: 'X69', indicator: 'team/6', take: { kind: 'recommended' } as const },
		...{ reason: 'มติ', at: '2022-09-14T09:00:00+07:00', who: 'web', line: 3 }
	};
	const ruled = { ...state, rulings: [ruling] };
	expect(compareStates(1, state, ruled).rulings).toMatchObject([
		{ reason: 'มติ', words: expect.stringContaining('๐ บาท') as string }
	]);
	expect(isUnchanged(compareStates(1, ruled, ruled))).toBe(true);
});
