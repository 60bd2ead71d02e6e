// Cells of an OpenDocument spreadsheet: what their attributes and their text say.
import { signOf } from './picture-fonts.ts';
import type { Cell } from '../cells/raw-value.ts';
import { asPercent, plainNumeral } from './sheet-numbers.ts';

export type Attributes = ReadonlyMap<string, string>;

/** A cell whose text is still coming. */
export interface OpenCell {
	readonly attributes: Attributes;
	readonly covered: boolean;
	readonly paragraphs: string[];
}
const ERROR_TEXT = /^(#[A-Z0-9/?!]+[!?]?|Err:\d+)$/;

/** A count in an attribute: at least 1, at most what is given. */
export const numberOf = (attributes: Attributes, name: string, most: number): number => {
	const value = Number(attributes.get(name) ?? '1');
	return Number.isInteger(value) && value >= 1 ? Math.min(value, most) : 1;
};

/** Of a row or a column. */
export const isHidden = (attributes: Attributes): boolean =>
	['collapse', 'filter'].includes(attributes.get('table:visibility') ?? '');

/** What a cell says; `font` is the one it is written in. */
export const readOdsCell = (
	{ attributes, paragraphs }: OpenCell,
	font: string | undefined,
	from1904: boolean
): Cell => {
	const text = paragraphs.join('\n');
	const formula = attributes.get('table:formula');
	const type = attributes.get('office:value-type');
	if (attributes.get('calcext:value-type') === 'error' || (formula !== undefined && ERROR_TEXT.test(text)))
		return { broken: 'error', text };
	if (type === undefined && formula !== undefined && text === '') return { broken: 'no_result', text: formula };
	const value = attributes.get('office:value') ?? '';
	switch (type) {
		case 'float':
		case 'currency': {
			const numeral = plainNumeral(value);
			return numeral === undefined ? text : from1904 ? { numeral, from1904 } : { numeral };
		}
		case 'percentage': {
			const numeral = plainNumeral(value);
			return numeral === undefined ? text : asPercent(numeral);
		}
		case 'boolean':
			return attributes.get('office:boolean-value') === 'true';
		case 'date':
			return attributes.get('office:date-value') ?? text;
		default:
			return text === '' ? (attributes.get('office:string-value') ?? null) : signOf(text, font);
	}
};
