import { expect, test } from 'vitest';
import { countGrades, titleGrades } from '../../src/lib/charts/grade-spread.ts';
import { layTiles, markTiles } from '../../src/lib/charts/tile-map.ts';
import type { Office, Province } from '../../src/lib/ranking/round.ts';
import { findProvince } from '../../src/lib/server/places.ts';
import type { Status } from '../../src/lib/scoring/results.ts';

const provinceOf = (names: readonly string[], tiles?: Province['tiles']): Province => ({
	code: '40',
	slug: 'somewhere',
	name: 'ที่หนึ่ง',
	english: 'Somewhere',
	districts: names.map((name, nth) => ({ code: `400${nth + 1}`, name, english: name })),
	...(tiles === undefined ? {} : { tiles })
});
const six = ['ขุนหาญ', 'กระนวน', 'งาว', 'จอมทอง', 'ฉลอง', 'ชนบท'];

test.each([
	[
		'without a drawing in the order of names, five in a row',
		undefined,
		[['4002', '4001', '4003', '4004', '4005'], ['4006']]
	],
	[
		'as drawn, and who was not drawn comes after',
		[
			['4001', null, '4002'],
			['4003', '4004', '4005']
		],
		[['4001', null, '4002'], ['4003', '4004', '4005'], ['4006']]
	],
	[
		'a code drawn twice or of another province leaves its place empty',
		[['4001', '4001', '9999', '4002', '4003', '4004', '4005', '4006']],
		[['4001', null, null, '4002', '4003', '4004', '4005', '4006']]
	]
])('tiles lie %s', (_, tiles, expected) => {
	expect(layTiles(provinceOf(six, tiles))).toEqual(expected);
});

const bands: NonNullable<Office['bands']> = [
	{ grade: 'ก', name: 'ดีเด่น', from: 90 },
	{ grade: 'ข', name: 'ดี', from: 70 },
	{ grade: 'ค', name: 'พอใช้', from: 50 }
];
const line = (nth: number, percent: number, [worst, best]: readonly [number, number], status: Status = 'scored') => ({
	district: `400${nth}`,
	percent,
	percent_worst: worst,
	percent_best: best,
	scores: [{ status }] as never
});
const lines = [
	line(1, 96, [96, 96]),
	line(2, 72, [72, 95]),
	line(3, 0, [0, 100], 'not_reported'),
	line(4, 40, [40, 40]),
	line(5, 70, [70, 89.999999]),
	line(6, 69.999999, [69.999999, 69.999999])
];
const office = (own: Office['bands']) => ({ bands: own }) as Office;

test('a tile says its grade, the grades still possible, or nothing where nothing was received', () => {
	const tiles = markTiles(provinceOf(six), office(bands), lines);
	const of = (code: string) => {
		const { grade, rank, state } = tiles.find((tile) => tile.district === code) ?? {};
		return [grade, rank, state];
	};
	expect(['4001', '4002', '4003', '4004', '4005', '4006'].map(of)).toEqual([
		['ก', 0, 'settled'],
		['ข–ก', null, 'unsettled'],
		[null, null, 'silent'],
		['—', null, 'settled'],
		['ข', 1, 'settled'],
		['ค', 2, 'settled']
	]);
});

test('every grade is counted, then those under the lowest, those that may change and those without a result', () => {
	const counts = countGrades(office(bands), markTiles(provinceOf(six), office(bands), lines));
	expect(counts.map((one) => [one.kind === 'step' ? one.grade : one.kind, one.count])).toEqual([
		['ก', 1],
		['ข', 1],
		['ค', 1],
		['under', 1],
		['unsettled', 1],
		['silent', 1]
	]);
});

test('without bands a tile keeps its percent and stands on a fifth of it', () => {
	const [tile] = markTiles(provinceOf(six), office(null), [line(2, 79.999999, [79.999999, 79.999999])]);
	expect([tile?.grade, tile?.percent, tile?.rank]).toEqual([null, 79.999999, 1]);
});

const step = (rank: number, grade: string, count: number) => ({ kind: 'step' as const, rank, grade, name: '', count });
test.each([
	[[step(0, 'ก', 2), step(1, 'ข', 7)], 'มากที่สุด 7 อำเภอได้เกรด ข'],
	[[step(0, 'ก', 4), step(1, 'ข', 4)], 'มากที่สุดช่วงละ 4 อำเภอ คือเกรด ก และ ข'],
	[[step(0, 'ก', 1), step(1, 'ข', 1), step(2, 'ค', 1)], 'เกรดกระจายอย่างไร'],
	[[step(0, 'ก', 0), { kind: 'silent' as const, count: 26 }], 'ยังไม่มีอำเภอใดที่เกรดนิ่งแล้ว']
])('the title of %j says where most are', (counts, title) => {
	expect(titleGrades(office(bands), counts)).toBe(title);
});

test('the drawing of Khon Kaen has each of its districts once and no other', () => {
	const province = findProvince('40');
	const drawn = (province.tiles ?? []).flat().filter((code) => code !== null);
	expect(drawn.toSorted()).toEqual(province.districts.map(({ code }) => code).toSorted());
});
