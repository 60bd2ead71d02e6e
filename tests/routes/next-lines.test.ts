import { beforeAll, describe, expect, test } from 'vitest';
import { scoreKey, type RoundView } from '../../src/lib/ranking/round.ts';
import type { Decision, EditionHead, ResultState } from '../../src/lib/ranking/way.ts';
import type { Person, Role, Visitor } from '../../src/lib/server/people/visitor.ts';
import { listNext } from '../../src/routes/[province]/[round]/next-lines.ts';
import { loadDemo } from '../demo/load-demo.ts';

let demo: RoundView;
beforeAll(async () => {
	({ later: demo } = await loadDemo());
});

const person = (role: Role, more: Partial<Person> = {}): Visitor => ({
	kind: 'person',
	person: {
		...{ id: 'p', name: 'ผู้ทดสอบ', email: 'a@b.example', role, province: 'khon-kaen' },
		...{ groups: [], district: null, blocked: false, ...more }
	}
});
const decided: Decision = {
	...{ kind: 'return', district: '4004', section: 'team', indicator: '1', stamp: '', line: 9 },
	...{ at: '2022-10-04T09:00:00+07:00', who: 'กลุ่มงาน', reason: 'แก้ยอด' }
};
const published: EditionHead = {
	...{ number: 1, published_at: '2022-10-10T09:00:00+07:00', who: 'พัฒนาการจังหวัด', reason: null },
	...{ code: 'WP-0000-0000-0000', sha256: 'a'.repeat(64) }
};
/** The demo with every result that was sent in one state but for those named. */
function withStates(all: ResultState, but: Readonly<Record<string, ResultState | null>> = {}): RoundView {
	const way = new Map([...demo.way.keys()].map((key) => [key, all] as const));
	for (const [key, state] of Object.entries(but)) {
		if (state === null) way.delete(key);
		else way.set(key, state);
	}
	return { ...demo, way };
}
const words = (view: RoundView, visitor: Visitor, closed: readonly string[] = []) =>
	listNext(view, visitor, closed).map((line) => [line.words, line.href]);
const here = '/khon-kaen/2565-2';
const approved: ResultState = { kind: 'approved', decision: { ...decided, kind: 'approve', reason: null } };

describe('who acts next', () => {
	test('the office reads of districts that owe and groups that check, each with a link', () => {
		expect(words(demo, { kind: 'demo' })).toEqual([
			['รอ 4 อำเภอส่งผล 26 รายการ', `${here}/owed?status=not_reported`],
			['รอ 6 กลุ่มงานตรวจ 442 รายการ', `${here}/review`]
		]);
	});

	test('a few groups are named, what is returned and what is approved counted', () => {
		const view = withStates(approved, {
			'4001/team/1': { kind: 'sent' },
			'4002/team/1': { kind: 'sent' },
			'4004/team/1': { kind: 'returned', decision: decided }
		});
		expect(words(view, { kind: 'demo' })).toEqual([
			['รอ 4 อำเภอส่งผล 26 รายการ', `${here}/owed?status=not_reported`],
			['รอกลุ่มงานประสานตรวจ 2 รายการ', `${here}/review?group=${encodeURIComponent('ประสาน')}`],
			['ตีกลับให้ 1 อำเภอแก้ 1 รายการ', `${here}/review?state=returned`],
			['อนุมัติแล้ว 439 จาก 468 รายการ', `${here}/review?state=approved`]
		]);
	});

	test('a work group reads of its own first', () => {
		const [, own, others] = listNext(demo, person('work_group', { groups: ['ประสาน'] }), []);
		expect(own?.words).toMatch(/^รอกลุ่มงานของท่านตรวจ \d+ รายการ$/);
		expect(own?.href).toBe(`${here}/review`);
		expect(others?.words).toMatch(/^รอ \d กลุ่มงานอื่นตรวจ \d+ รายการ$/);
	});

	test('a district reads of itself alone, where to put right and where to send', () => {
		const view = withStates(approved, {
			'4004/team/1': { kind: 'returned', decision: decided },
			'4004/team/2': { kind: 'sent' }
		});
		expect(words(view, person('district', { district: '4004' }))).toEqual([
			['ตีกลับให้ท่านแก้ 1 รายการ', `${here}/entry/4004`],
			['รอท่านส่งผล 1 รายการ', `${here}/entry/4004`],
			['รอกลุ่มงานตรวจ 1 รายการ', null]
		]);
	});

	test('where everything that is asked for is approved, the director publishes', () => {
		const keys = demo.answer.scores.filter(({ status }) => status !== 'not_applicable').map(scoreKey);
		const view = { ...demo, way: new Map(keys.map((key) => [key, approved])) };
		expect(words(view, { kind: 'demo' })).toEqual([['อนุมัติครบ 468 รายการ รอพัฒนาการจังหวัดเผยแพร่', `${here}/publish`]]);
		// Who cannot publish reads it without a link.
		expect(words(view, person('work_group'), ['/[province]/[round]/publish'])).toEqual([
			['อนุมัติครบ 468 รายการ รอพัฒนาการจังหวัดเผยแพร่', null]
		]);
	});

	test.each([
		['nothing came since', '2022-10-03T09:05:00+07:00', []],
		[
			'something came since',
			'2022-10-12T09:00:00+07:00',
			[['มีข้อมูลใหม่หลังเผยแพร่ รอพัฒนาการจังหวัดเผยแพร่ฉบับที่ 2', `${here}/publish`]]
		]
	])('of a published round, %s', (_, newest, then) => {
		const view = { ...withStates(approved), editions: [published], newest };
		expect(words(view, { kind: 'demo' })).toEqual([
			['เผยแพร่ฉบับที่ 1 แล้วเมื่อ 10 ต.ค. 2565', `${here}/editions`],
			...then,
			['อนุมัติแล้ว 442 จาก 468 รายการ', `${here}/review?state=approved`]
		]);
	});

	test.each<[string, () => RoundView, Visitor]>([
		['a viewer', () => demo, person('viewer')],
		['who has not signed in', () => demo, { kind: 'nobody' }],
		['who looks at what was', () => ({ ...demo, as_of: '2022-09-12' }), { kind: 'demo' }],
		[
			'a round of which nothing is asked',
			() => ({ ...demo, answer: { ...demo.answer, scores: [] }, way: new Map() }),
			{ kind: 'demo' }
		]
	])('nothing is said to %s', (_, view, visitor) => {
		expect(listNext(view(), visitor, [])).toEqual([]);
	});
});
