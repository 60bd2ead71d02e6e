// The names closest to one that was mistyped: to show, never to choose.
import { plainKey } from './plain-key.ts';

const MAX_COMPARED = 60;
const MAX_SHOWN = 3;
/** A shorter text is part of too many names to say which. */
const MIN_PART = 2;
/** A shorter name is part of too many texts. */
const MIN_WHOLE = 4;

/** Letters to add, drop or change to make one text the other; whatever is more than `most` may come back as any number above it. */
export const editDistance = (a: string, b: string, most = Infinity): number => {
	let above = Array.from({ length: b.length + 1 }, (_, n) => n);
	let row = [...above];
	for (let i = 1; i <= a.length; i += 1) {
		const letter = a.charCodeAt(i - 1);
		let [diagonal = 0] = above;
		let least = i;
		row[0] = i;
		for (let j = 1; j <= b.length; j += 1) {
			const over = above[j] ?? 0;
			const changed = diagonal + (letter === b.charCodeAt(j - 1) ? 0 : 1);
			const here = Math.min(changed, over + 1, (row[j - 1] ?? 0) + 1);
			row[j] = here;
			diagonal = over;
			if (here < least) least = here;
		}
		if (least > most) return least;
		[above, row] = [row, above];
	}
	return above[b.length] ?? a.length;
};

/** How far a name is from a text, both made comparable; undefined where they are nothing alike. */
const farFrom = (wanted: string, key: string): number | undefined => {
	if (wanted === key) return 0;
	if (wanted.length >= MIN_PART && key.includes(wanted)) return 1;
	if (key.length >= MIN_WHOLE && wanted.includes(key)) return 1;
	const [a, b] = [wanted.slice(0, MAX_COMPARED), key.slice(0, MAX_COMPARED)];
	const longer = Math.max(a.length, b.length);
	if (Math.abs(a.length - b.length) * 2 >= longer) return undefined;
	const distance = editDistance(a, b, longer / 2);
	return distance * 2 < longer ? distance : undefined;
};

/**
 * At most three, closest first: those with a name that differs in less than half of its letters, holds the text or is held by it.
 * Text and names come as their keys (see plainKey).
 */
export const nearestOf = <T>(
	wanted: string,
	named: readonly { readonly key: string; readonly it: T }[]
): readonly T[] => {
	const distances = new Map<T, { distance: number; length: number }>();
	for (const { key, it } of named) {
		const distance = farFrom(wanted, key);
		const known = distances.get(it);
		if (distance !== undefined && (known === undefined || distance < known.distance))
			distances.set(it, { distance, length: key.length });
	}
	return [...distances]
		.sort(([, a], [, b]) => a.distance - b.distance || b.length - a.length)
		.slice(0, MAX_SHOWN)
		.map(([it]) => it);
};

/** The names themselves, closest first. */
export const nearestNames = (text: string, names: readonly string[]): readonly string[] =>
	nearestOf(
		plainKey(text),
		names.map((name) => ({ key: plainKey(name), it: name }))
	);
