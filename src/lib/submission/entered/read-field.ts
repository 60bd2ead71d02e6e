// A field of the form on the web: read as a cell of a file is, but whoever typed it is there to be asked.
import type { Input } from '../../agreement/schema.ts';
import type { LikelyYears } from '../../thai/read-date.ts';
import { readCell } from '../cells/read-cell.ts';
import type { EntryValue } from '../entry.ts';
import { sayManner } from '../sentences/cells.ts';
import { sayBelowOne, sayUnclearWord } from '../sentences/entered.ts';

export type FieldReading =
	/** `notes`: Thai sentences on how it was read, where that is not plain */
	| { readonly kind: 'value'; readonly value: EntryValue; readonly notes: readonly string[] }
	/** nothing is reported; what was sent before is taken back */
	| { readonly kind: 'nothing'; readonly notes: readonly string[] }
	/** a Thai sentence: what is wrong and what to write */
	| { readonly kind: 'bad'; readonly why: string };

const ONE = 1_000_000n;

export function readField(text: string, input: Input, likely: LikelyYears): FieldReading {
	const cell = readCell(text, input, likely);
	if (cell.kind === 'unclear') return { kind: 'bad', why: sayUnclearWord(text, cell.may) };
	const { reading, manners } = cell;
	if (reading.kind === 'bad') return { kind: 'bad', why: reading.why };
	const value = reading.kind === 'value' ? reading.value : undefined;
	const notes = manners.map((manner) => sayManner(manner, text, value, 1));
	if (value === undefined || value.kind === 'withdrawn') return { kind: 'nothing', notes };
	const share = input.type === 'pct' && value.kind === 'number' && value.scaled > 0n && value.scaled < ONE;
	return { kind: 'value', value, notes: share ? [...notes, sayBelowOne(value.scaled)] : notes };
}
