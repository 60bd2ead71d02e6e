// Tells the rows of a table that are nobody's results — totals, remarks, signatures — from rows of districts, and says so once.
import { isColumnNumbers, isNoteLabel, isTotalLabel } from './aside-rows.ts';
import type { Collector } from '../collect.ts';
import type { InputColumn } from '../names/columns.ts';
import type { Heading } from './headings.ts';
import { cellText } from '../cells/raw-value.ts';
import { readCell } from '../cells/read-cell.ts';
import { sayNoteRows, sayTotalRows } from '../sentences/cells.ts';
import { rowPlace, textAt, type TableRow, type Where } from './table-row.ts';

export interface Asides {
	readonly isAside: (row: TableRow) => boolean;
	readonly end: () => void;
}

interface Seen {
	readonly row: TableRow;
	readonly text: string;
	rows: number;
}

export const createAsides = (
	heading: Heading,
	columns: readonly { readonly index: number; readonly column: InputColumn }[],
	where: Where,
	{ names, report }: Collector
): Asides => {
	const { districts } = heading;
	const lastDistrict = Math.max(0, ...districts);
	const seen = new Map<'total' | 'note', Seen>();
	/** until a district has been met, and after a row that is empty, a total or a remark, a row need not be of the table */
	let mayBeOver = true;
	let begun = false;

	const isValued = (row: TableRow): boolean =>
		heading.kind === 'tidy'
			? textAt(row, heading.fields.value) !== ''
			: columns.some(({ index }) => textAt(row, index) !== '');

	/** Only a row in which a value could have been meant is spoken of. */
	const note = (kind: 'total' | 'note', row: TableRow, text: string): true => {
		mayBeOver = true;
		if (!isValued(row)) return true;
		const one = seen.get(kind);
		if (one === undefined) seen.set(kind, { row, text, rows: 1 });
		else one.rows += 1;
		return true;
	};

	const isDistrict = (text: string): boolean => text !== '' && names.findDistrict(text).kind === 'found';
	/** neither a district's name nor close to one */
	const isNobody = (text: string): boolean => {
		if (text === '') return true;
		const found = names.findDistrict(text);
		return found.kind === 'unknown' && found.elsewhere === undefined && found.near().length === 0;
	};
	const holdsValue = (row: TableRow): boolean => {
		if (heading.kind === 'tidy') {
			const { indicator, input, value } = heading.fields;
			return textAt(row, value) !== '' && (textAt(row, indicator) !== '' || textAt(row, input) !== '');
		}
		return columns.some(({ index, column }) => {
			const cell = readCell(row.cells[index], column.input.input);
			return textAt(row, index) !== '' && (cell.kind === 'unclear' || cell.reading.kind !== 'bad');
		});
	};

	const judge = (row: TableRow): boolean => {
		const texts = row.cells.map(cellText);
		const first = texts.find((text) => text !== '');
		if (first === undefined) {
			mayBeOver = true;
			return true;
		}
		if (districts.some((index) => isDistrict(texts[index] ?? ''))) {
			mayBeOver = false;
			begun = true;
			return false;
		}
		if (!begun && isColumnNumbers(texts)) return true;
		const total = texts.slice(0, lastDistrict + 1).find(isTotalLabel);
		if (total !== undefined) return note('total', row, total);
		const ours = districts.map((index) => texts[index] ?? '').find((text) => text !== '') ?? '';
		const said = texts.find(isNoteLabel);
		if (said !== undefined && (isNoteLabel(ours) || isNobody(ours)) && !holdsValue(row)) return note('note', row, said);
		return mayBeOver && isNobody(ours) && !holdsValue(row) ? note('note', row, first) : false;
	};

	return {
		isAside: (row) => {
			// A district's name is the common case; everything else is looked at more closely.
			if (!mayBeOver && isDistrict(textAt(row, districts[0]))) return false;
			return judge(row);
		},
		end: () => {
			for (const [kind, { row, text, rows }] of seen) {
				const at = rowPlace(where, row);
				if (kind === 'total') report('warning', 'total_rows', at, () => sayTotalRows(text, rows));
				else report('warning', 'note_rows', at, () => sayNoteRows(text, rows));
			}
		}
	};
};
