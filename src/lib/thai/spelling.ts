// The same Thai word can be typed as different code points. Names are compared, sorted and printed in one order of marks.
import { toArabicDigits } from './digits.ts';

const TONE = '\u0e48-\u0e4b';
const UPPER_VOWEL = '\u0e31\u0e34-\u0e37\u0e47\u0e4d';
const TONE_BEFORE_VOWEL = new RegExp(`([${TONE}])([${UPPER_VOWEL}])`, 'g');
const PARTED_SARA_AM = new RegExp(`\u0e4d([${TONE}]?)\u0e32`, 'g');
const TONE_AFTER_SARA_AM = new RegExp(`\u0e33([${TONE}])`, 'g');
const PLAIN_ASCII = /^[\x21-\x7e]*$/;

/**
 * NFC, and marks in the order Unicode asks for: vowel before tone, and SARA AM last (กำ้ becomes ก้ำ, ก ํ ้ า becomes ก้ำ).
 * NFC alone leaves these as typed, because the upper vowels have no combining class.
 */
export const orderMarks = (text: string): string =>
	text
		.normalize('NFC')
		.replace(TONE_BEFORE_VOWEL, '$2$1')
		.replace(PARTED_SARA_AM, '$1\u0e33')
		.replace(TONE_AFTER_SARA_AM, '$1\u0e33');

/**
 * What two spellings of one name have in common: marks in order, no spaces, invisible characters or sign of abbreviation (ฯ),
 * Arabic digits, small letters, and SARA E typed twice taken for SARA AE. For comparing only, never for showing.
 */
export const nameKey = (text: string): string => (PLAIN_ASCII.test(text) ? text.toLowerCase() : thaiKey(text));

const thaiKey = (text: string): string =>
	toArabicDigits(orderMarks(text.replace(/[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0e2f]+/g, '')))
		.replace(/\u0e40\u0e40/g, '\u0e41')
		.toLowerCase();
