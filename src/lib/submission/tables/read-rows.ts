// The rows under a heading, each read by what the heading says its columns are for.
import { createAsides } from './asides.ts';
import type { Collector, Target } from '../collect.ts';
import type { InputColumn } from '../names/columns.ts';
import type { Heading, TidyHeading, WideHeading } from './headings.ts';
import { knownOf } from '../names/found.ts';
import { keepLatest, type Answer } from './latest-answers.ts';
import { cellText, isNumeral } from '../cells/raw-value.ts';
import { createTicks } from './read-ticks.ts';
import { sayOpenQuote, sayTooManyCells, sayTwoDistricts } from '../sentences/sentences.ts';
import { sayHiddenColumns, sayHiddenRows } from '../sentences/cells.ts';
import { findKnownInput, settleInput, type Written, type WrittenInput } from './settle-input.ts';
import { cellPlace, rowPlace, textAt, type TableRow, type Where } from './table-row.ts';

export interface RowReader {
	readonly take: (row: TableRow) => void;
	/** says what only the whole of the table shows */
	readonly end: () => void;
}

interface Column {
	readonly index: number;
	readonly column: InputColumn;
}

/** Of columns that are none of the letter's inputs: which were answered to be one, and which were asked about, now or before. */
const settleColumns = (found: WideHeading, row: TableRow, where: Where, { settle }: Collector) => {
	const settled = found.strange.map(({ index, written, found: column }) => ({
		index,
		about: column.kind === 'found' ? '' : column.about,
		column: settle('column', written, column, cellPlace(where, row, index), 0)
	}));
	const answered = settled.flatMap(({ index, column }) => (column === undefined ? [] : [{ index, column }]));
	const columns: readonly Column[] = [...found.columns, ...answered];
	return { columns, asked: settled };
};

/** Whose row it is; `cells` values hang on that. */
const settleDistrict = (
	row: TableRow,
	among: readonly number[],
	cells: number,
	where: Where,
	{ names, settle, report }: Collector
): string | undefined => {
	const [first, ...others] = among.filter((index) => textAt(row, index) !== '');
	const known = others.length === 0 ? knownOf(names.findDistrict(textAt(row, first))) : undefined;
	if (known !== undefined) return known;
	const at = cellPlace(where, row, first ?? among[0] ?? 0);
	const written = textAt(row, first);
	const district = settle('district', written, names.findDistrict(written), at, cells);
	for (const index of others) {
		const other = textAt(row, index);
		const also = settle('district', other, names.findDistrict(other), cellPlace(where, row, index), cells);
		if (district === undefined || also === undefined) return undefined;
		if (district === also) continue;
		report('error', 'two_districts', cellPlace(where, row, index), () => sayTwoDistricts(written, other));
		return undefined;
	}
	return district;
};

/** What a kind of table does with one row; answers whether the row gave or may have given values. */
type ReadRow = (row: TableRow, shifted: boolean) => boolean;

/** Takes a cell for its input, unless the row has shifted. */
const takeCell = (
	target: Target,
	row: TableRow,
	index: number,
	shifted: boolean,
	where: Where,
	collector: Collector
) => {
	const at = cellPlace(where, row, index);
	const cell = row.cells[index] ?? null;
	if (shifted) collector.takeBad(target, cellText(cell), at);
	else collector.take(target, cell, cellText(cell), at);
};

const makeTidyReader = ({ districts, fields }: TidyHeading, where: Where, collector: Collector): ReadRow => {
	const { value: valueAt = 0, indicator: indicatorAt = 0, input: inputAt = 0, section: sectionAt } = fields;
	const isNumber = (row: TableRow, index: number) => isNumeral(row.cells[index]);
	const findKnown = (row: TableRow) =>
		findKnownInput(
			collector,
			textAt(row, sectionAt),
			textAt(row, indicatorAt),
			isNumber(row, indicatorAt),
			textAt(row, inputAt)
		);
	const writtenIn = (row: TableRow): WrittenInput => {
		const writtenAt = (index: number): Written => ({
			text: textAt(row, index),
			at: cellPlace(where, row, index),
			numeric: isNumber(row, index)
		});
		const section = sectionAt === undefined ? { text: '', at: rowPlace(where, row) } : writtenAt(sectionAt);
		return { section, indicator: writtenAt(indicatorAt), input: writtenAt(inputAt) };
	};
	return (row, shifted) => {
		if (textAt(row, valueAt) === '' && !shifted) return false;
		const district = settleDistrict(row, districts, 1, where, collector);
		const target = findKnown(row) ?? settleInput(collector, writtenIn(row));
		if (district !== undefined && target !== undefined)
			takeCell({ district, ...target }, row, valueAt, shifted, where, collector);
		return true;
	};
};

const makeWideReader = (
	{ districts, checks, timestamp }: WideHeading,
	{ columns, asked }: ReturnType<typeof settleColumns>,
	where: Where,
	collector: Collector
): { readonly read: ReadRow; readonly end: () => void } => {
	const ticks = createTicks(where, collector);
	const answers: Answer<{ readonly row: TableRow; readonly shifted: boolean }>[] = [];
	const isFilled = (row: TableRow, index: number): boolean => textAt(row, index) !== '';

	const takeRow = (row: TableRow, district: string, shifted: boolean): void => {
		for (const { index, column } of columns)
			if (isFilled(row, index)) takeCell({ ...column, district }, row, index, shifted, where, collector);
		for (const check of checks) if (isFilled(row, check.index)) ticks.take(row, check, district);
	};
	const read: ReadRow = (row, shifted) => {
		for (const { index, about } of asked) if (isFilled(row, index)) collector.hang('column', about, 1);
		const filled = [...columns, ...checks].reduce((count, { index }) => count + (isFilled(row, index) ? 1 : 0), 0);
		if (filled === 0) return false;
		const district = settleDistrict(row, districts, filled, where, collector);
		if (district === undefined) return true;
		if (timestamp === undefined) takeRow(row, district, shifted);
		else {
			const at = rowPlace(where, row);
			answers.push({ row: { row, shifted }, district, time: textAt(row, timestamp), at });
		}
		return true;
	};
	const end = (): void => {
		for (const { row, district } of keepLatest(answers, collector)) takeRow(row.row, district, row.shifted);
		ticks.end();
	};
	return { read, end };
};

/** Columns of values that nobody sees. */
const findHidden = (found: Heading, columns: readonly Column[], { hiddenColumns }: Where): readonly number[] => {
	const valued = found.kind === 'tidy' ? [found.fields.value ?? 0] : columns.map(({ index }) => index);
	return valued.filter((index) => hiddenColumns?.has(index) === true);
};

/** `under`: the row whose cells are the columns' own headings. */
export const createRowReader = (found: Heading, under: TableRow, where: Where, collector: Collector): RowReader => {
	const { report } = collector;
	const settled = found.kind === 'wide' ? settleColumns(found, under, where, collector) : { columns: [], asked: [] };
	const wide = found.kind === 'wide' ? makeWideReader(found, settled, where, collector) : undefined;
	const read = found.kind === 'tidy' ? makeTidyReader(found, where, collector) : wide?.read;
	const asides = createAsides(found, settled.columns, where, collector);
	const hidden = findHidden(found, settled.columns, where);
	if (hidden.length > 0)
		report('warning', 'hidden_columns', rowPlace(where, under), () =>
			sayHiddenColumns(hidden.map((index) => textAt(under, index)))
		);
	let firstHidden: TableRow | undefined;
	let hiddenRows = 0;

	const take = (row: TableRow): void => {
		if (row.torn === true) return report('error', 'open_quote', rowPlace(where, row), sayOpenQuote);
		if (asides.isAside(row)) return;
		const surplus = where.mayShift
			? row.cells.findIndex((cell, index) => index >= found.width && cellText(cell) !== '')
			: -1;
		const shifted = surplus >= 0;
		if (shifted) report('error', 'too_many_cells', cellPlace(where, row, surplus), sayTooManyCells);
		if (read?.(row, shifted) !== true || row.hidden !== true) return;
		firstHidden ??= row;
		hiddenRows += 1;
	};
	const end = (): void => {
		wide?.end();
		asides.end();
		if (firstHidden !== undefined)
			report('warning', 'hidden_rows', rowPlace(where, firstHidden), () => sayHiddenRows(hiddenRows));
	};
	return { take, end };
};
