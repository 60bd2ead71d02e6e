// What stands in a cell of the map. A ring and a stroke are letters of Sarabun itself: hundreds of them cost a page what a
// dozen pictures would. The rarer signs are cut out of the colour of the cell in the shapes they have everywhere.
import type { HeatCell } from '$lib/charts/heat.ts';
import { marks, type MarkName } from '$lib/charts/marks.ts';
import type { Say } from '$lib/components/say.ts';
import { statusWords } from '$lib/components/words.ts';

export const letters: Readonly<Partial<Record<MarkName, string>>> = { not_reported: '◌', not_applicable: '/' };

export interface WrittenCell {
	readonly words: string;
	/** said aloud in place of a sign; null where the words say it */
	readonly label: string | null;
}

export function writeCell({ outcome, status, between }: HeatCell, say: Say): WrittenCell {
	if (outcome !== null) return { words: say.short(outcome), label: null };
	if (status === 'scored') return { words: '', label: null };
	const range = between?.map((one) => say.short(one)).join('–') ?? '';
	return { words: (letters[status] ?? '') + range, label: `${statusWords[status]} ${range}`.trimEnd() };
}

/** A mark as a mask of CSS. */
export function maskOf(name: MarkName): string {
	const { outline, sign } = marks[name];
	const svg =
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">` +
		`<path d="${outline}" fill="none" stroke="#000" stroke-width="1.5" stroke-linejoin="round" stroke-linecap="round"/>` +
		`<path d="${sign}"/></svg>`;
	return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
}
