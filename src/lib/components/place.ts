import type { Place } from '../submission/entry.ts';

/** Where a value stands in its file, as people look for it: แผ่น รายทีม ช่อง D8, บรรทัด 12. Cells keep their own digits. */
export function sayPlace(place: Place): string {
	const sheet = place.sheet === undefined ? [] : [`แผ่น ${place.sheet}`];
	const cell = place.cell === undefined ? [] : [`ช่อง\u00a0${place.cell}`];
	const line = place.line === undefined || place.sheet !== undefined ? [] : [`บรรทัด\u00a0${place.line}`];
	return [...sheet, ...line, ...cell].join(' ');
}
