// One value and the input it is for → an exact value, nothing, or a sentence that says what is wrong with it.
import type { Input } from '../../agreement/schema.ts';
import type { LikelyYears } from '../../thai/read-date.ts';
import { nameKey } from '../../thai/spelling.ts';
import type { EntryValue } from '../entry.ts';
import { cellText, isBrokenCell, isNumeral, seenText } from './raw-value.ts';
import { readList } from './read-list.ts';
import { readMoment } from './read-moment.ts';
import { readNumber } from './read-number.ts';
import { sayBrokenCell, sayNotBool, sayNotOneValue } from '../sentences/sentences.ts';

export type ValueReading =
	/** `shortYear`: two digits said the year of a date */
	| { readonly kind: 'value'; readonly value: EntryValue; readonly shortYear?: true }
	/** not reported */
	| { readonly kind: 'nothing' }
	/** `why` is a Thai sentence: what is wrong and what to write */
	| { readonly kind: 'bad'; readonly code: string; readonly why: string };

const YES = new Set(['true', 'ใช่']);
const NO = new Set(['false', 'ไม่', 'ไม่ใช่']);
/** Said of something that has a day when it is done. */
const NOT_DONE = new Set(['null', 'not_done', 'ยังไม่ทำ', 'ยังไม่ดำเนินการ', 'ยังไม่ได้ดำเนินการ', 'ยังไม่แล้วเสร็จ'].map(nameKey));

const NOTHING: ValueReading = { kind: 'nothing' };

const readNull = (input: Input): ValueReading =>
	(input.type === 'date' || input.type === 'datetime') && input.due !== true
		? { kind: 'value', value: { kind: 'moment', iso: null } }
		: NOTHING;

const readBool = (text: string): ValueReading => {
	const key = nameKey(text);
	if (YES.has(key) || NO.has(key)) return { kind: 'value', value: { kind: 'bool', yes: YES.has(key) } };
	return { kind: 'bad', code: 'not_bool', why: sayNotBool(text) };
};

const readText = (text: string, input: Input, likely?: LikelyYears): ValueReading => {
	if (text === '') return NOTHING;
	// None of the words begins with a digit, and most texts are figures.
	const said = text.length <= 40 && !/^\d/.test(text) ? nameKey(text) : '';
	if (said === 'null') return readNull(input);
	switch (input.type) {
		case 'bool':
			return readBool(text);
		case 'date':
		case 'datetime':
			return NOT_DONE.has(said) && input.due !== true ? readNull(input) : readMoment(text, input, likely);
		case 'list':
			return readList(text, input);
		default:
			return readNumber(text, input);
	}
};

/**
 * Reads what JSON, YAML, a cell or a form gives: text, a number, a Numeral, true or false, null, a list. Null and "not done"
 * are a moment without a day for a date that says when something was done; otherwise null and empty text are nothing. The likely
 * years tell the era of a year of two digits.
 */
export const readValue = (raw: unknown, input: Input, likely?: LikelyYears): ValueReading => {
	if (raw === undefined) return NOTHING;
	if (raw === null) return readNull(input);
	if (isBrokenCell(raw)) return { kind: 'bad', code: 'broken_cell', why: sayBrokenCell(raw) };
	if (typeof raw === 'boolean' && input.type === 'bool') return { kind: 'value', value: { kind: 'bool', yes: raw } };
	if (typeof raw === 'number' || typeof raw === 'bigint' || typeof raw === 'boolean')
		return readText(String(raw), input, likely);
	if (isNumeral(raw)) return readText(cellText(raw), input, likely);
	if (typeof raw === 'string') return readText(seenText(raw), input, likely);
	if (Array.isArray(raw) && input.type === 'list') return readList(raw, input);
	return { kind: 'bad', code: 'not_one_value', why: sayNotOneValue(input) };
};
