// A cell that was read: how it was read is noted, and what only a person can say of it is asked.
import { kindOfInput, type Meaning } from './cell-words.ts';
import type { Collector, Target } from '../collect.ts';
import type { Place } from '../entry.ts';
import type { Manners } from './manners.ts';
import { readMeaning, type CellReading } from './read-cell.ts';
import type { ValueReading } from './read-value.ts';
import { askWord, sayMeaning } from '../sentences/cells.ts';

/** What the cell gives; undefined where it hangs on a question, or is left out because somebody said so. */
export const settleCell = (
	cell: CellReading,
	{ input: { input } }: Target,
	text: string,
	at: Place,
	{ ask, manners }: { readonly ask: Collector['ask']; readonly manners: Manners }
): ValueReading | undefined => {
	if (cell.kind === 'read') {
		const { reading } = cell;
		if (cell.manners.length > 0)
			manners.note(cell.manners, text, reading.kind === 'value' ? reading.value : undefined, at);
		return reading;
	}
	const kind = kindOfInput(input);
	const means = ask({
		kind: 'value',
		about: `${kind}:${cell.word}`,
		written: text,
		at,
		ask: askWord(text, kind),
		choices: cell.may.map((meaning) => ({ means: meaning, label: sayMeaning(meaning) }))
	});
	const meaning: Meaning | undefined = cell.may.find((one) => one === means);
	return meaning === undefined ? undefined : readMeaning(meaning, input);
};
