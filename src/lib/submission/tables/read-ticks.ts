// Boxes ticked in a form: one cell lists the labels of all that were ticked, `ก, ข`, and labels may hold commas themselves.
import type { Collector } from '../collect.ts';
import type { CheckColumn } from './headings.ts';
import type { NamedInput } from '../names/name-inputs.ts';
import { sayUnticked } from '../sentences/cells.ts';
import { cellPlace, textAt, type TableRow, type Where } from './table-row.ts';
import type { Place } from '../entry.ts';

export interface Ticks {
	readonly take: (row: TableRow, check: CheckColumn, district: string) => void;
	/** says how what is not ticked was taken */
	readonly end: () => void;
}

/** A form has a few boxes; more pieces are no ticks. */
const MAX_PIECES = 60;

export const createTicks = (where: Where, { settle, take, report }: Collector): Ticks => {
	let first: Place | undefined;
	let boxes = 0;

	/** The label that begins at a piece and takes in the most of those that follow. */
	const findTicked = (pieces: readonly string[], from: number, { indicator }: CheckColumn) => {
		for (let to = pieces.length; to > from; to -= 1) {
			const text = pieces.slice(from, to).join(', ');
			const found = indicator.findInput(text);
			if (found.kind === 'found' && found.it.input.type === 'bool') return { input: found.it, text, to };
		}
		return undefined;
	};

	return {
		take: (row, check, district) => {
			const { section, indicator, index } = check;
			const at = cellPlace(where, row, index);
			const pieces = textAt(row, index)
				.split(/\s*,\s*/)
				.slice(0, MAX_PIECES);
			const takeTick = (input: NamedInput, text: string): void => {
				take({ district, section, indicator, input }, true, text, at);
				first ??= at;
			};
			for (let from = 0; from < pieces.length;) {
				const ticked = findTicked(pieces, from, check);
				if (ticked !== undefined) takeTick(ticked.input, ticked.text);
				else {
					const text = pieces[from] ?? '';
					const input = settle('input', text, indicator.findInput(text), at);
					if (input !== undefined) takeTick(input, text);
				}
				from = ticked?.to ?? from + 1;
			}
			boxes += 1;
		},
		end: () => {
			if (first !== undefined) report('warning', 'unticked', first, () => sayUnticked(boxes));
		}
	};
};
