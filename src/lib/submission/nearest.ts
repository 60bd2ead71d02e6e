// The names closest to one that was mistyped: to show, never to choose.
import { nameKey } from '../thai/spelling.ts';

const MAX_COMPARED = 60;
const MAX_SHOWN = 3;

/** Letters to add, drop or change to make one text the other. */
export const editDistance = (a: string, b: string): number => {
	let above = Array.from({ length: b.length + 1 }, (_, n) => n);
	for (let i = 1; i <= a.length; i += 1) {
		const row = [i];
		for (let j = 1; j <= b.length; j += 1) {
			const changed = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			row.push(Math.min(changed, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
		}
		above = row;
	}
	return above[b.length] ?? a.length;
};

/** At most three of the names, closest first: those that differ in less than half of the letters, or hold the text whole. */
export const nearestNames = (text: string, names: readonly string[]): readonly string[] => {
	const wanted = nameKey(text).slice(0, MAX_COMPARED);
	const near = names.flatMap((name) => {
		const key = nameKey(name).slice(0, MAX_COMPARED);
		const isPart = wanted.length > 1 && key.includes(wanted) && key !== wanted;
		const distance = isPart ? 1 : editDistance(wanted, key);
		return distance * 2 < Math.max(wanted.length, key.length) ? [{ name, distance }] : [];
	});
	return near
		.sort((a, b) => a.distance - b.distance)
		.slice(0, MAX_SHOWN)
		.map(({ name }) => name);
};
