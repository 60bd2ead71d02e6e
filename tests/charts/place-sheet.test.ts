import { describe, expect, it } from 'vitest';
import { paperLook } from '../../src/lib/charts/look.ts';
import { findPlaceSheet, listPlaces, titlePlaces } from '../../src/lib/charts/place-sheet.ts';
import type { RoundView } from '../../src/lib/ranking/round.ts';

/** Places by district; null sent nothing. */
const round = (name: string, places: readonly (number | null)[]) =>
	({
		agreement: { round: name },
		province: { districts: places.map((_, nth) => ({ code: `400${nth + 1}`, name: `อำเภอที่ ${nth + 1}` })) },
		answer: {
			sections: places.map((place, nth) => ({
				...{ district: `400${nth + 1}`, section: 'team', percent: place === null ? 0 : 100 - place },
				...{ place: place ?? places.length, place_best: place ?? 1, place_worst: (place ?? places.length - 1) + 1 }
			})),
			scores: places.map((place, nth) => ({
				...{ district: `400${nth + 1}`, section: 'team', status: place === null ? 'not_reported' : 'scored' }
			}))
		}
	}) as unknown as RoundView;
const now = round('รอบที่ 2/2565', [2, 1, null]);
const earlier = [round('รอบที่ 1/2565', [1, null, 3]), round('รอบที่ 2/2564', [3, 1, 2])];

describe('the places of a district over rounds', () => {
	it('stand in the order of time, and what sent nothing has no place', () => {
		expect(listPlaces(now, 'team', '4003', earlier)).toEqual([
			{ label: '2/2564', place: 2, best: 2, worst: 3, percent: 98 },
			{ label: '1/2565', place: 3, best: 3, worst: 4, percent: 97 },
			{ label: '2/2565', place: null, best: null, worst: null, percent: null }
		]);
	});

	it.each([
		['4001', 'ก ลง 1 อันดับจากรอบ 1/2565'],
		['4002', 'ก อันดับ 1 เท่ากับรอบ 2/2564'],
		['4003', 'ก ยังไม่มีอันดับในรอบนี้']
	])('%s is titled by what became of it', (code, title) => {
		expect(titlePlaces('ก ', listPlaces(now, 'team', code, earlier))).toBe(title);
	});

	it('are drawn and written down alike', () => {
		const sheet = findPlaceSheet(now, 'team-4001', earlier);
		expect(sheet?.alt).toBe(
			'รอบ 2/2564 อันดับ 3 ยังเป็นได้ 3 ถึง 4; รอบ 1/2565 อันดับ 1 ยังเป็นได้ 1 ถึง 2; รอบ 2/2565 อันดับ 2 ยังเป็นได้ 2 ถึง 3'
		);
		expect(sheet?.table.rows).toEqual([
			['2/2564', 3, 97, 3, 4],
			['1/2565', 1, 99, 1, 2],
			['2/2565', 2, 98, 2, 3]
		]);
		expect(sheet?.draw(paperLook, 400)).toMatchObject({ size: { width: 400, height: 248 } });
	});

	it('are no path where there is one round, or no such district', () => {
		expect(findPlaceSheet(now, 'team-4001', [])).toBeNull();
		expect(findPlaceSheet(now, 'team-4009', earlier)).toBeNull();
		expect(findPlaceSheet(now, 'nothing-4001', earlier)).toBeNull();
	});
});
