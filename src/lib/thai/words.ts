// Lists of Thai words: in dictionary order, and joined as a sentence says them.
const collator = new Intl.Collator('th');

/** Dictionary order (ก before เก), which plain code points get wrong. */
export const compareThai = (a: string, b: string): number => collator.compare(a, b);

/** `ก`, `ก และ ข`, `ก, ข และ ค`; an empty list is an empty text. */
export const joinThai = (words: readonly string[], last: 'และ' | 'หรือ' = 'และ'): string => {
	const final = words.at(-1);
	if (final === undefined) return '';
	return words.length === 1 ? final : `${words.slice(0, -1).join(', ')} ${last} ${final}`;
};
