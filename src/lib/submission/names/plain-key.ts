// What two ways to write one name have in common, signs aside; and the number that may stand before a name.
import { toArabicDigits } from '../../thai/digits.ts';
import { nameKey } from '../../thai/spelling.ts';

const QUOTES_AND_MARKS = /["“”„'‘’`*]+/g;
const DASHES = /[–—−‐‑]/g;
const LAST_SIGN = /[:：.]+$/;

/** No name is as long: a longer text is cut, and matches none. */
const MAX_LENGTH = 2000;

/** As nameKey, without quotation marks, the star of a required question and a sign at the end; all dashes are one. */
export const plainKey = (text: string): string =>
	nameKey(text.slice(0, MAX_LENGTH)).replace(QUOTES_AND_MARKS, '').replace(DASHES, '-').replace(LAST_SIGN, '');

export interface Numbered {
	/** a word says that it is the number of an indicator (ข้อ 1, ตัวชี้วัดที่ 1, KPI 1); otherwise it may number a list */
	readonly marked: boolean;
	/** `2.1` */
	readonly number: string;
	/** what follows it, empty where nothing does */
	readonly rest: string;
}

const NUMBERED =
	/^((?:ข้อ|ตัวชี้วัด|ตชว\.?|ภารกิจ|kpis?|indicator)\s*(?:ที่|no\.?)?\s*[.:]?\s*)?(\d{1,3}(?:\.\d{1,3})*)(?!\d)\s*[.):\]-]*\s*(.*)$/isu;
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad]/g;

/** The number at the start of a text, whichever digits it is written in; nothing where there is none. */
export const readNumbered = (text: string): Numbered | undefined => {
	if (text.length > MAX_LENGTH) return undefined;
	const plain = toArabicDigits(text.replace(INVISIBLE, '').replace(DASHES, '-')).trim();
	const [, word, number, rest = ''] = NUMBERED.exec(plain) ?? [];
	return number === undefined ? undefined : { marked: word !== undefined, number, rest: rest.trim() };
};
