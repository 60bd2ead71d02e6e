// How a reader has asked to see the pages: light or dark, Thai or Arabic digits. Kept in two cookies; the address may say otherwise once.
import { getContext, setContext } from 'svelte';
import type { Digits } from '../thai/digits.ts';
import { makeSay, type Say } from './say.ts';

export type Theme = 'light' | 'dark';

export interface Display {
	/** null follows the reader's system */
	readonly theme: Theme | null;
	readonly digits: Digits;
}

export const readTheme = (text: string | null | undefined): Theme | null =>
	text === 'light' || text === 'dark' ? text : null;
export const readDigits = (text: string | null | undefined): Digits | null =>
	text === 'thai' || text === 'arabic' ? text : null;

const key = Symbol('say');
export const provideSay = (digits: Digits): Say => setContext(key, makeSay(digits));
export const useSay = (): Say => getContext<Say>(key);
