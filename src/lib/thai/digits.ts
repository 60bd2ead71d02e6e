// Thai and Arabic digits are two ways to write one number; files mix them, documents choose one.
export type Digits = 'thai' | 'arabic';

const THAI_ZERO = 0x0e50;

export const toArabicDigits = (text: string): string =>
	text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - THAI_ZERO));

export const toThaiDigits = (text: string): string =>
	text.replace(/[0-9]/g, (digit) => String.fromCharCode(THAI_ZERO + Number(digit)));

/** Writes every digit of a text in the digits chosen. */
export const writeDigits = (text: string, digits: Digits): string =>
	digits === 'thai' ? toThaiDigits(text) : toArabicDigits(text);
