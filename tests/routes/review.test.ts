import { describe, expect, test } from 'vitest';
import type { RoundView } from '../../src/lib/ranking/round.ts';
import type { StandingWarning } from '../../src/lib/server/imports/audit-round.ts';
import type { WayLook } from '../../src/lib/server/rounds/way-look.ts';
import { askFor, readAsked } from '../../src/routes/[province]/[round]/review/asked.ts';
import { listReview, mostRows } from '../../src/routes/[province]/[round]/review/list-review.ts';
import { chosenField, readChosen, writeChosen } from '../../src/routes/[province]/[round]/review/read-chosen.ts';
import { demoFolder } from '../../src/lib/server/rounds/letters.ts';
import { gatherFiles } from '../../src/lib/server/imports/gather-files.ts';
import { withApp, withFolder } from '../server/with-store.ts';

interface Looked {
	readonly view: RoundView;
	readonly look: WayLook;
	readonly warnings: readonly StandingWarning[];
}
const id = 'khon-kaen/2565-2';
const looked: Looked = await withFolder((folder) =>
	withApp(folder, async (app) => {
		const gathered = await gatherFiles([demoFolder], demoFolder, { round: null, sender: null });
		await app.importArriving(gathered.files, { who: 'demo', demo: true });
		const { stamps } = await app.way.look(id);
		const results = [
			{ district: '4004', section: 'team', indicator: '1', stamp: stamps.get('4004/team/1') ?? '', seen: 0 }
		];
		await app.way.decide(id, { kind: 'return', results, reason: 'แนบหลักฐาน', actor: { who: 'วิภา' }, groups: null });
		const view = await app.round(id);
		if (view === null) throw new Error('no such round');
		return { view, look: await app.way.look(id), warnings: await app.audit(id) };
	})
);
const list = (address: string, groups: readonly string[] | null = null) =>
	listReview({ ...looked, groups, asked: readAsked(new URLSearchParams(address)) });
const rows = (address: string) => list(address).cards.flatMap((card) => card.rows);

describe('what waits for a work group', () => {
	test('all that was sent and not decided on, page by page, none twice', () => {
		const first = list('');
		expect(first).toMatchObject({
			found: 441,
			pages: Math.ceil(441 / mostRows),
			counts: { sent: 441, returned: 1, approved: 0 }
		});
		const keys = Array.from({ length: first.pages }, (_, nth) => rows(`page=${nth + 1}`).map(({ key }) => key)).flat();
		expect(new Set(keys).size).toBe(441);
		expect(keys).toHaveLength(441);
	});

	test.each([
		['its own where it has a group', '', ['ประสาน'], (group: string | null) => (group ?? '').includes('ประสาน')],
		[
			'those of both groups that share one',
			'group=ส่งเสริม',
			null,
			(group: string | null) => (group ?? '').includes('ส่งเสริม')
		]
	] as const)('%s', (_, address, groups, isAsked) => {
		const { cards } = list(address, groups);
		expect(cards.length).toBeGreaterThan(1);
		expect(cards.filter(({ group }) => !isAsked(group))).toEqual([]);
	});

	test('a group sees the others’ too and decides on its own alone', () => {
		const { cards } = list('group=all', ['ประสาน']);
		expect(new Set(cards.map(({ mine }) => mine))).toEqual(new Set([true, false]));
		expect(cards.filter(({ mine, group }) => mine !== (group ?? '').includes('ประสาน'))).toEqual([]);
	});

	test('one indicator of one district, in whatever state', () => {
		const [row, ...others] = rows('indicator=team-1&district=4004&state=all');
		expect(others).toEqual([]);
		expect(row).toMatchObject({
			...{ key: '4004/team/1', state: 'returned', holds: true, approvable: false },
			decision: { who: 'วิภา', reason: 'แนบหลักฐาน' }
		});
		expect(row?.chosen).toMatch(/^4004\/team\/1 [0-9a-f]{16} [1-9]\d*$/);
		expect(row?.sources.length).toBeGreaterThan(0);
	});

	test('values stand under their inputs in the letter’s order, with what stood there before', () => {
		const [card] = list('indicator=team-1').cards;
		expect(card?.columns.map(({ input }) => input)).toEqual(
			Object.keys(looked.view.agreement.sections[0]?.indicators[0]?.inputs ?? {}).filter((input) =>
				card?.columns.some((column) => column.input === input)
			)
		);
		for (const row of card?.rows ?? []) expect(row.cells).toHaveLength(card?.columns.length ?? 0);
		const corrected = list('').cards.flatMap((one) =>
			one.rows.flatMap((row) => row.cells.filter((cell) => cell?.before))
		);
		expect(corrected.length).toBeGreaterThan(0);
	});

	test('what cannot be used or lacks a value is not approved with the others', () => {
		const all = Array.from({ length: list('').pages }, (_, nth) => rows(`page=${nth + 1}`)).flat();
		const not = all.filter(({ approvable }) => !approvable);
		expect(not.length).toBeGreaterThan(0);
		expect(new Set(not.map(({ status }) => status))).toEqual(new Set(['invalid', 'not_reported']));
	});

	test('the auditor’s warnings stand at their results', () => {
		const entry = looked.view.entries.find((one) => one.district === '4001' && one.section === 'team');
		if (entry === undefined) throw new Error('nothing is in force');
		const warning: StandingWarning = {
			...{ severity: 'warning', code: 'audit_tenfold', message: 'ต่างจากเดิม 10 เท่า', district: '4001', received: null },
			at: { ...entry.at }
		};
		const asked = readAsked(new URLSearchParams('district=4001'));
		const { cards } = listReview({ ...looked, warnings: [warning], groups: null, asked });
		const said = cards.flatMap((card) => card.rows.filter((row) => row.warnings.length > 0));
		expect(said.map(({ key, warnings }) => [key, warnings])).toEqual([
			[`4001/team/${entry.indicator}`, ['ต่างจากเดิม 10 เท่า']]
		]);
	});
});

test('an address says what is asked, and asks again for the same', () => {
	const address = '?group=%E0%B8%81&indicator=team-1&district=4004&state=returned&tick=team-1&page=2';
	expect(askFor(readAsked(new URLSearchParams(address)))).toBe(address);
	expect(askFor(readAsked(new URLSearchParams('state=nonsense&page=-3')))).toBe('?');
});

test('a tick is read as it was written; what is none is left out', () => {
	const chosen = { district: '4004', section: 'team', indicator: '2.1', stamp: '0123456789abcdef', seen: 12 };
	const form = new FormData();
	for (const value of [writeChosen(chosen), '', '4004/team/1', '4004/team/1 zz 0', '../x 0123456789abcdef 1'])
		form.append(chosenField, value);
	expect(readChosen(form)).toEqual([chosen]);
});
