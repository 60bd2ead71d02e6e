// A cell as offices fill them: what is plainly written, what is read although it is written otherwise, and what only its writer
// can tell. The strict reading of a value is read-value.ts; this one goes before it for everything that comes in a file.
import type { Input } from '../../agreement/schema.ts';
import type { LikelyYears } from '../../thai/read-date.ts';
import { nameKey } from '../../thai/spelling.ts';
import {
	DASH,
	kindOfInput,
	meaningsOf,
	NO_WORDS,
	NOTHING_SAID,
	WITHDRAWN,
	YES_MARKS,
	YES_WORDS,
	type Meaning
} from './cell-words.ts';
import { isNumeral, seenText, type Numeral } from './raw-value.ts';
import { readSerialDay } from './read-serial.ts';
import { readValue, type ValueReading } from './read-value.ts';
import { sayDoneWithoutDay } from '../sentences/cells.ts';

/** How a value was read that was not written plainly: said once for each column. */
export type Manner =
	| 'mixed_digits'
	| 'percent_sign'
	| 'short_year'
	| 'serial_day'
	| 'mark_for_yes'
	| 'word_for_yes'
	| 'word_for_no'
	| 'dash_for_nothing'
	| 'word_for_nothing';

export type CellReading =
	| { readonly kind: 'read'; readonly reading: ValueReading; readonly manners: readonly Manner[] }
	/** `word`: its key; `may` what it can mean, more than one */
	| { readonly kind: 'unclear'; readonly word: string; readonly may: readonly Meaning[] };

/** Longer texts are none of the words. */
const LONGEST_WORD = 40;
const THAI_DIGIT = /[๐-๙]/;
const PLAIN = /^-?\d+(\.\d+)?$/;
const NOTHING: ValueReading = { kind: 'nothing' };
const WITHDRAWAL: ValueReading = { kind: 'value', value: { kind: 'withdrawn' } };
const saidBool = (yes: boolean): ValueReading => ({ kind: 'value', value: { kind: 'bool', yes } });

const read = (reading: ValueReading, ...manners: readonly Manner[]): CellReading => ({
	kind: 'read',
	reading,
	manners: reading.kind === 'bad' ? [] : manners
});

/** What a word means for an input, once somebody has said which of its meanings it has. */
export const readMeaning = (meaning: Meaning, input: Input): ValueReading => {
	switch (meaning) {
		case '0':
			return readValue('0', input);
		case 'yes':
		case 'no':
			return saidBool(meaning === 'yes');
		case 'not_done':
			return readValue(null, input);
		case '[]':
			return readValue([], input);
		case 'nothing':
			return NOTHING;
	}
};

const readWord = (key: string, text: string, input: Input): CellReading | undefined => {
	if (WITHDRAWN.has(key)) return read(WITHDRAWAL);
	if (DASH.test(text)) return read(NOTHING, 'dash_for_nothing');
	if (NOTHING_SAID.has(key)) return read(NOTHING, 'word_for_nothing');
	const may = meaningsOf(key, input);
	if (may.length > 0) return { kind: 'unclear', word: key, may };
	const kind = kindOfInput(input);
	if (kind === 'bool') {
		if (YES_MARKS.has(key)) return read(saidBool(true), 'mark_for_yes');
		if (YES_WORDS.has(key)) return read(saidBool(true), 'word_for_yes');
		if (NO_WORDS.has(key)) return read(saidBool(false), 'word_for_no');
	}
	if (kind === 'moment' && (YES_WORDS.has(key) || YES_MARKS.has(key)))
		return read({ kind: 'bad', code: 'done_without_day', why: sayDoneWithoutDay(text) });
	return undefined;
};

const mannersOf = (text: string, input: Input, reading: ValueReading): readonly Manner[] => {
	if (reading.kind !== 'value') return [];
	const manners: Manner[] = [];
	const kind = kindOfInput(input);
	if (kind !== 'bool' && THAI_DIGIT.test(text) && /\d/.test(text)) manners.push('mixed_digits');
	if ((kind === 'figure' || kind === 'list') && /%|ร้อยละ/.test(text)) manners.push('percent_sign');
	if (reading.shortYear === true) manners.push('short_year');
	return manners;
};

const readWritten = (text: string, input: Input, likely: LikelyYears | undefined): CellReading => {
	if (PLAIN.test(text) && kindOfInput(input) === 'figure') return read(readValue(text, input));
	const word = text.length > LONGEST_WORD || text === '' ? undefined : readWord(nameKey(text), text, input);
	if (word !== undefined) return word;
	const reading = readValue(text, input, likely);
	return read(reading, ...mannersOf(text, input, reading));
};

const readNumeral = (raw: Numeral, input: Input, likely: LikelyYears | undefined): CellReading => {
	const day = kindOfInput(input) === 'moment' ? readSerialDay(raw, input, likely) : undefined;
	return day === undefined ? read(readValue(raw, input)) : read(day, 'serial_day');
};

/** Reads what a cell or a JSON value gives. A null that is not "not done" takes back what was sent before. */
export const readCell = (raw: unknown, input: Input, likely?: LikelyYears): CellReading => {
	if (typeof raw === 'string') {
		const text = seenText(raw);
		const serial = PLAIN.test(text) && kindOfInput(input) === 'moment';
		return serial ? readNumeral({ numeral: text }, input, likely) : readWritten(text, input, likely);
	}
	if (isNumeral(raw)) return readNumeral(raw, input, likely);
	const reading = readValue(raw, input, likely);
	return raw === null && reading.kind === 'nothing' ? read(WITHDRAWAL) : read(reading);
};
