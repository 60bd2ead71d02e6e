// How cells of the template look and what they take: open cells stand out, everything else is locked.
import type { CellStyle, DataValidation } from 'hucre/xlsx';
import type { Input } from '../../agreement/schema.ts';
import { NOT_TAKEN_TITLE, sayNotTaken } from '../sentences/template.ts';
import type { AskedInput } from './rows.ts';

/** The font of Thai government papers; where it is not installed the spreadsheet takes its own. */
export const FONT = { name: 'TH Sarabun New', size: 15 } as const;

const line = { style: 'thin', color: { rgb: 'C9CCC4' } } as const;
const frame = { top: line, bottom: line, left: line, right: line };
const fill = (rgb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } }) as const;
const wrapped = { vertical: 'top', wrapText: true } as const;

const styles = {
	title: { font: { ...FONT, size: 18, bold: true } },
	stamp: { font: { ...FONT, size: 11, color: { rgb: '6B7069' } } },
	heading: {
		font: { ...FONT, bold: true, color: { rgb: 'FFFFFF' } },
		fill: fill('2F4A3C'),
		border: frame,
		alignment: { ...wrapped, vertical: 'center' }
	},
	/** says something, is not to be changed */
	said: { font: FONT, fill: fill('F1F2EE'), border: frame, alignment: wrapped },
	/** a quotation of the letter */
	quoted: { font: { ...FONT, size: 13 }, fill: fill('F1F2EE'), border: frame, alignment: wrapped },
	/** the line above the districts of an input */
	band: { font: { ...FONT, bold: true }, fill: fill('DFE5DE'), border: frame, alignment: wrapped },
	bandQuoted: { font: { ...FONT, size: 13 }, fill: fill('DFE5DE'), border: frame, alignment: wrapped },
	plain: { font: FONT, alignment: wrapped },
	label: { font: { ...FONT, bold: true }, alignment: wrapped },
	remark: { font: FONT, border: frame, alignment: wrapped, numFmt: '@', protection: { locked: false } }
} as const satisfies Record<string, CellStyle>;
export type CellLook = keyof typeof styles;
export const styleOf = (look: CellLook): CellStyle => styles[look];

/** The month in letters, so that who typed it sees which number was taken for the day; the year as it was typed. */
const NUMBER_FORMATS: Readonly<Record<Input['type'], string>> = {
	bool: 'General',
	count: 'General',
	pct: 'General',
	decimal: 'General',
	baht: '#,##0.00',
	date: '[$-41E]d mmm yyyy',
	datetime: '[$-41E]d mmm yyyy hh:mm',
	list: '@'
};

/**
 * The text as a cell holds it. What begins like a formula gets an invisible space before it: in a workbook it is text anyway, but
 * not where somebody saves the sheet as CSV and opens that. Names are found whatever invisible characters they are typed with.
 */
export const cellOf = (text: string): string | null =>
	text === '' ? null : /^[=+\-@\t\r]/.test(text) ? `\u200b${text}` : text;

const openLine = { style: 'thin', color: { rgb: '8A6D00' } } as const;

/** An open cell for a value of this type. */
export const openStyle = (type: Input['type']): CellStyle => ({
	font: FONT,
	fill: fill('FFF7CC'),
	border: { top: openLine, bottom: openLine, left: openLine, right: openLine },
	alignment: { vertical: 'top', horizontal: type === 'bool' ? 'center' : 'right', wrapText: type === 'list' },
	numFmt: NUMBER_FORMATS[type],
	protection: { locked: false }
});

/** A figure as a formula of a validation needs it. */
const plain = (scaled: bigint): string => {
	const size = scaled < 0n ? -scaled : scaled;
	const fraction = String(size % 1_000_000n)
		.padStart(6, '0')
		.replace(/0+$/, '');
	return `${scaled < 0n ? '-' : ''}${size / 1_000_000n}${fraction === '' ? '' : `.${fraction}`}`;
};
const FARTHEST = 10n ** 18n;
/** 1 January 2000: any date before it is a slip, whichever era the year is of. */
const FIRST_DAY = '36526';

const ruleOf = ({ input, min, max }: AskedInput): Pick<DataValidation, 'type'> & Partial<DataValidation> => {
	switch (input.type) {
		case 'bool':
			return { type: 'list', values: ['ใช่', 'ไม่'] };
		case 'date':
		case 'datetime':
			return { type: 'date', operator: 'greaterThanOrEqual', formula1: FIRST_DAY };
		case 'list':
			return { type: 'textLength', operator: 'lessThanOrEqual', formula1: '4000' };
		default:
			return {
				type: input.type === 'count' ? 'whole' : 'decimal',
				operator: 'between',
				formula1: plain(min ?? -FARTHEST),
				formula2: plain(max ?? FARTHEST)
			};
	}
};

/**
 * What an open cell takes. It warns and does not forbid: ถอน, ยังไม่ทำ and dates in words are taken too, and whoever reads the
 * file back has the last word.
 */
export const validationOf = (asked: AskedInput, range: string): DataValidation => ({
	...ruleOf(asked),
	range,
	allowBlank: true,
	showInputMessage: true,
	inputMessage: asked.how,
	showErrorMessage: true,
	errorStyle: 'warning',
	errorTitle: NOT_TAKEN_TITLE,
	errorMessage: sayNotTaken(asked.how)
});
