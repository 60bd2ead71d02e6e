// One sheet to fill in: title and stamp, a heading by which it is read back, and a row for each input of each district.
import type { Cell, CellStyle, ColumnDef, DataValidation, WriteOptions, WriteSheet } from 'hucre/xlsx';
import { columnLetter } from '../tables/table-row.ts';
import { headingWords, sheetWords } from '../sentences/template.ts';
import { cellOf, openStyle, styleOf, validationOf, type CellLook } from './cells.ts';
import { heightOf } from './height.ts';
import type { AskedInput } from './rows.ts';

type NamedRange = NonNullable<WriteOptions['namedRanges']>[number];

/** A row that asks something of somebody. */
export interface AskingRow {
	readonly kind: 'ask';
	/** DOPA code */
	readonly district: string;
	/** empty for the whole province */
	readonly name: string;
	readonly asked: AskedInput;
	/** the clause and notes stand in the band above */
	readonly bare: boolean;
}
/** A line that says once what the rows of many districts below it ask. */
export interface BandRow {
	readonly kind: 'band';
	readonly asked: AskedInput;
}
export type SheetRow = AskingRow | BandRow;

type Column = keyof typeof headingWords;
/** From the left; widths in characters. Those that only the reader needs are hidden. */
const COLUMNS: readonly { readonly column: Column; readonly width: number }[] = [
	{ column: 'code', width: 9 },
	{ column: 'district', width: 16 },
	{ column: 'section', width: 14 },
	{ column: 'indicator', width: 9 },
	{ column: 'title', width: 24 },
	{ column: 'input', width: 28 },
	{ column: 'clause', width: 42 },
	{ column: 'how', width: 20 },
	{ column: 'unit', width: 10 },
	{ column: 'value', width: 19 },
	{ column: 'remark', width: 16 }
];
const VALUE_COLUMN = COLUMNS.findIndex(({ column }) => column === 'value');
/** Counted from 0. */
export const HEADING_ROW = 2;
/** Longer quotations go to the sheet of criteria: a spreadsheet shows no row higher than a page. */
const MOST_QUOTED = 450;

/** Whole clauses as long as there is room for them; at least the beginning of the first. */
const quoteClauses = (clauses: readonly string[]): string => {
	const [first = ''] = clauses;
	if (first.length > MOST_QUOTED)
		return [`${first.slice(0, MOST_QUOTED)}…`, sheetWords.allClauses(clauses.length)].join('\n');
	let length = 0;
	const shown = clauses.filter((clause) => (length += clause.length) <= MOST_QUOTED);
	const more = clauses.length - shown.length;
	return [...shown, ...(more === 0 ? [] : [sheetWords.moreClauses(more)])].join('\n');
};

const sameClauses = (a: AskedInput, b: AskedInput | undefined): boolean =>
	b !== undefined &&
	a.indicator === b.indicator &&
	a.clauses.length > 0 &&
	a.clauses.length === b.clauses.length &&
	a.clauses.every((clause, nth) => clause === b.clauses[nth]);

const textsOf = (row: SheetRow, above: AskedInput | undefined): Readonly<Partial<Record<Column, string>>> => {
	const { asked } = row;
	const common = { section: asked.knownSection, indicator: asked.indicator.indicator, unit: asked.input.unit ?? '' };
	const told = {
		title: asked.indicator === above?.indicator ? asked.indicator.short : asked.indicator.title,
		clause: sameClauses(asked, above) ? sheetWords.sameClause : quoteClauses(asked.clauses),
		how: [asked.how, ...asked.notes].join('\n')
	};
	// The band names its input too, but no district, section or value: nothing of it is read back.
	if (row.kind === 'band')
		return { ...told, indicator: asked.indicator.indicator, input: asked.input.label, unit: common.unit };
	const whose = { code: row.district, district: row.name, input: asked.known };
	return row.bare ? { ...common, ...whose } : { ...common, ...told, ...whose };
};

const lookOf = (row: SheetRow, column: Column): CellStyle => {
	if (row.kind === 'ask' && column === 'value') return openStyle(row.asked.input.type);
	if (row.kind === 'ask' && column === 'remark') return styleOf('remark');
	const quoted = column === 'clause';
	const look: CellLook = row.kind === 'band' ? (quoted ? 'bandQuoted' : 'band') : quoted ? 'quoted' : 'said';
	return styleOf(look);
};

/** Validations over the open cells; neighbours that take the same share one. */
const validate = (rows: readonly SheetRow[]): readonly DataValidation[] => {
	const found: { asked: AskedInput; from: number; to: number }[] = [];
	for (const [nth, row] of rows.entries()) {
		if (row.kind === 'band') continue;
		const last = found.at(-1);
		if (last?.asked === row.asked && last.to === nth - 1) last.to = nth;
		else found.push({ asked: row.asked, from: nth, to: nth });
	}
	const letter = columnLetter(VALUE_COLUMN);
	const line = (nth: number) => `${letter}${nth + HEADING_ROW + 2}`;
	return found.map(({ asked, from, to }) =>
		validationOf(asked, from === to ? line(from) : `${line(from)}:${line(to)}`)
	);
};

export interface SheetPlan {
	readonly name: string;
	readonly title: string;
	readonly stamp: string;
	/** printed below each page */
	readonly foot: string;
	readonly hidden: readonly Column[];
	readonly rows: readonly SheetRow[];
}

/** Sheet protection without a password: it keeps from slips, and whoever means to change something can. */
export const PROTECTION = {
	sheet: true,
	formatCells: true,
	formatColumns: true,
	formatRows: true,
	autoFilter: true
} as const;
export const PAGE = {
	paperSize: 'a4',
	orientation: 'landscape',
	fitToPage: true,
	fitToWidth: 1,
	fitToHeight: 0,
	margins: { top: 0.5, bottom: 0.6, left: 0.4, right: 0.4, header: 0.3, footer: 0.3 }
} as const;
/** The rows from the first that are printed on top of every page. Set here because the library would not put the sheet's name in quotes. */
export const repeatRows = (sheet: string, rows: number): NamedRange => ({
	name: '_xlnm.Print_Titles',
	range: `'${sheet.replaceAll("'", "''")}'!$1:$${rows}`,
	scope: sheet
});
/** `&` begins a code in a foot. */
export const footOf = (text: string) => ({ oddFooter: `&L${text.replaceAll('&', '&&')}&R&P/&N` });

export const laySheet = ({ name, title, stamp, foot, hidden, rows }: SheetPlan): WriteSheet => {
	const cells = new Map<string, Partial<Cell>>();
	const put = (row: number, column: number, value: string, style: CellStyle): void => {
		cells.set(`${row},${column}`, { value: cellOf(value), style });
	};
	const first = COLUMNS.findIndex(({ column }) => !hidden.includes(column));
	put(0, first, title, styleOf('title'));
	put(1, first, stamp, styleOf('stamp'));
	for (const [nth, { column }] of COLUMNS.entries()) put(HEADING_ROW, nth, headingWords[column], styleOf('heading'));
	const rowDefs = new Map([[HEADING_ROW, { height: 2 * heightOf([]) }]]);
	let above: AskedInput | undefined;
	for (const [nth, row] of rows.entries()) {
		const texts = textsOf(row, above);
		const line = nth + HEADING_ROW + 1;
		const told = COLUMNS.map(({ column, width }) => ({
			text: texts[column] ?? '',
			style: lookOf(row, column),
			width,
			column
		}));
		for (const [at, { text, style }] of told.entries()) put(line, at, text, style);
		rowDefs.set(line, { height: heightOf(told.filter(({ column }) => !hidden.includes(column))) });
		above = row.asked;
	}
	const lastCell = `${columnLetter(COLUMNS.length - 1)}${rows.length + HEADING_ROW + 1}`;
	return {
		name,
		cells,
		columns: COLUMNS.map(({ column, width }): ColumnDef => ({ width, hidden: hidden.includes(column) })),
		dataValidations: [...validate(rows)],
		rowDefs,
		freezePane: { rows: HEADING_ROW + 1 },
		autoFilter: { range: `A${HEADING_ROW + 1}:${lastCell}` },
		protection: { ...PROTECTION },
		pageSetup: PAGE,
		headerFooter: footOf(foot)
	};
};
