// Two people in one draft: each field is taken where nobody else changed it meanwhile, and told where somebody did.
import type { DraftSheet } from './draft.ts';

/** A field as a form sends it. */
export interface PostedCell {
	readonly key: string;
	/** what stood in it when the form was opened or last saved */
	readonly was: string;
	readonly text: string;
}

/** A field that somebody else changed as well. */
export interface Clash {
	readonly key: string;
	readonly mine: string;
	readonly theirs: string;
	/** who wrote theirs and when; null where it came with a file that was received */
	readonly by: string | null;
	readonly at: string | null;
}

export interface Merged {
	readonly sheet: DraftSheet;
	readonly clashes: readonly Clash[];
}

/**
 * `base`: by key, what is in force and stands in a field that nobody changed. A field with the text in force is none of the
 * draft's: should another value come into force, the draft will not take it back.
 */
export function mergeCells(
	sheet: DraftSheet,
	base: ReadonlyMap<string, string>,
	posted: readonly PostedCell[],
	who: { readonly by: string; readonly at: string }
): Merged {
	const cells = { ...sheet.cells };
	const clashes: Clash[] = [];
	for (const { key, was, text: mine } of posted) {
		const cell = cells[key];
		const now = cell?.text ?? base.get(key) ?? '';
		if (mine === was || mine === now) continue;
		if (now !== was) {
			clashes.push({ key, mine, theirs: now, by: cell?.by ?? null, at: cell?.at ?? null });
			continue;
		}
		if (mine === (base.get(key) ?? '')) delete cells[key];
		else cells[key] = { text: mine, ...who };
	}
	return { sheet: { ...sheet, cells }, clashes };
}
