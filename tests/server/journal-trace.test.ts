// Who changed a number, when, from what file, who approved it, in which edition it stood.
import { describe, expect, test } from 'vitest';
import type { ResultState } from '../../src/lib/ranking/way.ts';
import { tellValues } from '../../src/lib/server/journal/tell-values.ts';
import { layTraces, traceVersions } from '../../src/lib/server/journal/trace.ts';
import { lines } from './journal-lines.ts';
import { round } from './with-store.ts';

const version = (submission: number, district: string, kind = 'number') => ({
	...{ submission, district, input: 'plan_achievement_pct', value: { kind } }
});
const traces = layTraces(lines, round);
const asked = { district: '4005', section: 'team', indicator: '2' };
const acts = (versions: readonly ReturnType<typeof version>[], state: ResultState | null = null) =>
	traceVersions(versions, traces, asked, state).map(({ submission, taking, judgements, publishings }) => [
		submission,
		taking?.line,
		judgements.map(({ kind, line }) => `${kind} ${line}`),
		publishings.map(({ edition }) => edition)
	]);

describe('what was done about a version of a value', () => {
	test('is told with the version that was in force then', () => {
		expect(acts([version(4, '4005'), version(2, '4005'), version(1, '4005')])).toEqual([
			[4, 10, [], []],
			[2, 2, ['return 3', 'approve 4'], [1]],
			[1, 1, [], []]
		]);
	});

	test('is told with a fact of the whole province where the district had no value of its own', () => {
		expect(acts([version(4, '4005'), version(2, '40')])).toEqual([
			[4, 10, [], []],
			[2, 2, ['return 3', 'approve 4'], [1]]
		]);
		expect(acts([version(2, '4005', 'withdrawn'), version(1, '40')])).toEqual([
			[2, 2, [], []],
			[1, 1, ['return 3', 'approve 4'], [1]]
		]);
	});

	test('still holds where the same was sent again: what the way says is told with the value in force', () => {
		const decision = { ...asked, kind: 'approve', stamp: 'x', at: '', who: '', reason: null, line: 4 } as const;
		const state: ResultState = { kind: 'approved', decision };
		expect(acts([version(4, '4005'), version(2, '4005')], state)[0]).toEqual([4, 10, ['approve 4'], []]);
	});

	test('is not told of a result of another district, nor after the moment that is looked at', () => {
		const versions = [version(2, '4012')];
		const [one] = traceVersions(versions, traces, { ...asked, district: '4012' });
		expect(one?.judgements).toEqual([]);
		const early = layTraces(lines, round, '2022-09-13T23:59:59+07:00');
		const [then] = traceVersions([version(2, '4005')], early, asked);
		expect(then?.judgements.map(({ line }) => line)).toEqual([3]);
		expect(then?.publishings).toEqual([]);
	});

	test('has the proof of its own indicator, and of no other', () => {
		const [one] = traceVersions([version(4, '4005')], traces, asked);
		expect(one?.evidence.map(({ note }) => note)).toEqual(['ภาพการประชุม']);
	});
});

test('a page is told who, when, why and where to look, in the order in which it was done', () => {
	const [one] = tellValues(round, [version(2, '4005')], traces, asked, null);
	expect(one?.receipt).toBe('2565-0002');
	expect(one?.taken).toEqual({ line: 2, at: '2022-09-12T10:00:00+07:00', words: 'รับโดย หน้าเว็บ', reason: null });
	expect(one?.then.map(({ line, words, reason }) => [line, words, reason])).toEqual([
		[3, 'ตีกลับโดย ผู้ทดสอบสอง (กลุ่มงาน)', 'ตัวเลขไม่ตรงกับหน้า 5'],
		[4, 'อนุมัติโดย ผู้ทดสอบสอง (กลุ่มงาน)', null],
		[6, expect.stringContaining('เผยแพร่ในฉบับที่ 1 รหัสตรวจ WP-0123-4567-89AB โดย ผู้ทดสอบหนึ่ง'), null]
	]);
	const [sent] = tellValues(round, [version(4, '4005')], traces, asked, null);
	expect(sent?.proofs).toEqual([
		{
			note: 'ภาพการประชุม',
			file: { name: 'ประชุม.pdf', href: `/${round}/submissions/2565-0004/evidence/${'e'.repeat(64)}` }
		}
	]);
});
