import { describe, expect, test } from 'vitest';
import { findLowest, layHeat } from '../../src/lib/charts/heat.ts';
import { findHeatSheet, titleHeat } from '../../src/lib/charts/heat-sheet.ts';
import { paperLook } from '../../src/lib/charts/look.ts';
import type { RoundView } from '../../src/lib/ranking/round.ts';
import type { IndicatorScore, Outcome, ScoreDetail, Status } from '../../src/lib/scoring/results.ts';
import { scoreOf, section } from './builders.ts';

type Given = readonly [status: Status, outcome?: Outcome];
const detail = (points_lowest: number, points_highest: number): ScoreDetail => ({
	points_lowest,
	points_highest,
	rests_on: [],
	waits_for: [],
	met: 0n,
	seen: 0n
});

/** Districts 4001… with results on indicators 1, 2 and 3 of the team section. */
function viewOf(given: readonly (readonly [Given, Given, Given])[], between: readonly [number, number] = [3, 4]) {
	const codes = given.map((_, nth) => String(4001 + nth));
	const scores = given.flatMap((row, nth) =>
		row.map(([status, outcome], at): IndicatorScore => ({
			...scoreOf(String(at + 1), status, outcome ?? null),
			district: codes[nth] ?? ''
		}))
	);
	return {
		id: 'khon-kaen/2565-2',
		agreement: { round: 'รอบที่ 2/2565', sections: [section] },
		province: {
			name: 'ขอนแก่น',
			districts: codes.map((code, nth) => ({ code, name: ['ชุมแพ', 'พล', 'กระนวน'][nth] ?? code }))
		},
		answer: {
			scores,
			sections: codes.map((district, nth) => ({ district, section: 'team', percent: 90 - nth * 10, place: nth + 1 }))
		},
		details: new Map(
			scores.flatMap((s) =>
				s.status === 'undecided' ? [[`${s.district}/${s.section}/${s.indicator}`, detail(...between)] as const] : []
			)
		)
	} as unknown as RoundView;
}

const view = viewOf([
	[
		['scored', 5],
		['scored', 2],
		['scored', 3]
	],
	[['undecided'], ['scored', 1], ['not_applicable']],
	[['not_reported'], ['not_reported'], ['not_reported']]
]);

describe('a cell', () => {
	const [first, second, third] = layHeat(view, null).rows.map(({ parts }) => parts[0]?.cells ?? []);

	test('wears the tone of its level', () => {
		expect(first?.map(({ outcome, tone }) => [outcome, tone])).toEqual([
			[5, 5],
			[2, 2],
			[3, 3]
		]);
	});

	test('of an undecided result says which levels are possible', () => {
		expect(second?.[0]).toMatchObject({ status: 'undecided', outcome: null, between: [3, 4] });
	});

	test('that was not sent has no outcome, not a zero', () => {
		expect(third?.map(({ status, outcome, rank }) => [status, outcome, rank])).toEqual(
			Array.from({ length: 3 }, () => ['not_reported', null, null])
		);
	});
});

test('levels are told only where the points are those of rungs', () => {
	const [, row] = layHeat(
		viewOf(
			[
				[
					['scored', 5],
					['scored', 2],
					['scored', 3]
				],
				[['undecided'], ['scored', 1], ['scored', 3]]
			],
			[0, 2.5]
		),
		null
	).rows;
	expect(row?.parts[0]?.cells[0]?.between).toBeNull();
});

test('a district of which nothing was reported has no percent and no place', () => {
	expect(layHeat(view, null).rows.map(({ parts }) => parts[0]?.total)).toEqual([
		{ percent: 90, place: 1 },
		{ percent: 80, place: 2 },
		{ percent: null, place: null }
	]);
});

test('the mean and the count under 3 are of decided levels alone', () => {
	expect(layHeat(view, null).groups[0]?.columns.map(({ levels }) => levels)).toEqual([
		{ mean: 5, counted: 1, under3: 0 },
		{ mean: 1.5, counted: 2, under3: 2 },
		{ mean: 3, counted: 1, under3: 0 }
	]);
});

test('a column of grades has no mean', () => {
	const graded = viewOf([
		[
			['scored', 'A'],
			['scored', 2],
			['scored', 3]
		]
	]);
	expect(layHeat(graded, null).groups[0]?.columns[0]?.levels).toBeNull();
});

test('the title names where most are low', () => {
	expect(findLowest(layHeat(view, null))?.column.indicator).toBe('2');
	expect(titleHeat(layHeat(view, null))).toBe('ต่ำกว่าระดับ 3 มากที่สุดที่ข้อ 2 คงเหลือ: 2 จาก 2 อำเภอที่มีผล');
	expect(
		titleHeat(
			layHeat(
				viewOf([
					[
						['scored', 3],
						['scored', 4],
						['scored', 3]
					]
				]),
				null
			)
		)
	).toBe('ไม่มีข้อใดที่มีอำเภอต่ำกว่าระดับ 3');
});

test('its table says every status in words, and leaves a missing percent empty', () => {
	expect(findHeatSheet(view, 'team')?.table.rows).toEqual([
		['4001', 'ชุมแพ', 90, 5, 2, 3],
		['4002', 'พล', 80, 'ยังชี้ขาดไม่ได้ 3–4', 1, 'ไม่ใช้กับอำเภอนี้'],
		['4003', 'กระนวน', null, 'ยังไม่ส่ง', 'ยังไม่ส่ง', 'ยังไม่ส่ง']
	]);
	expect(findHeatSheet(view, 'nowhere')).toBeNull();
});

test('it is drawn the same twice', () => {
	const draw = () => findHeatSheet(view, '')?.draw(paperLook, 600).svg ?? '';
	expect(draw()).toContain('ชุมแพ');
	expect(draw()).toBe(draw());
});
