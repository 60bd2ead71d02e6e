// What trying comes to in one line.
import type { Say } from '$lib/components/say.ts';
import type { TriedStanding, TriedTotal } from './compare-tried.ts';

export const sayTriedPlace = (say: Say, { place }: TriedStanding): string => (place === null ? '—' : say.text(place));
export const sayTriedPercent = (say: Say, { percent }: TriedStanding): string =>
	percent === null ? 'ยังไม่มี' : say.percent(percent);

/** The first section whose place moved, else the first that changed at all. */
export function sayTried(say: Say, totals: readonly TriedTotal[], changes: number): string {
	const changed = totals.filter((one) => one.changed);
	const first = changed.find(({ before, after }) => before.place !== after.place) ?? changed[0];
	if (changes === 0) return 'ยังไม่ได้เปลี่ยนค่าใด';
	if (first === undefined) return 'ไม่มีร้อยละหรืออันดับใดเปลี่ยน';
	const { words, before, after } = first;
	if (before.place === null && after.place !== null)
		return `${words} จากยังไม่มีอันดับ เป็นอันดับ ${sayTriedPlace(say, after)}`;
	if (before.place !== null && after.place === null) return `${words} ไม่มีผลเหลือให้จัดอันดับ`;
	return before.place === after.place
		? `${words} ร้อยละ ${sayTriedPercent(say, before)} เป็น ${sayTriedPercent(say, after)} อันดับเท่าเดิม`
		: `${words} จากอันดับ ${sayTriedPlace(say, before)} เป็น ${sayTriedPlace(say, after)}`;
}
