// What a password must be: long, and not one that anybody would try first. Nothing is asked about kinds of characters.
import { commonPasswords } from './common-passwords.ts';
import { refuse } from '../refusal.ts';
import { peopleWords } from './sentences.ts';

export const leastLetters = 12;
export const mostLetters = 128;

/** Each letter the one after or before the last: 123456789012, zyxwvutsrqpo. */
function isRun(text: string): boolean {
	const codes = [...text].map((letter) => letter.codePointAt(0) ?? 0);
	const steps = new Set(codes.slice(1).map((code, at) => (code - (codes[at] ?? 0) + 10) % 10));
	return steps.size === 1 && (steps.has(1) || steps.has(9));
}

/** A piece of up to six letters over and over: aaaaaaaaaaaa, 123123123123. */
const isRepeated = (text: string) => /^(.{1,6})\1+$/su.test(text);

/** Why a password cannot be taken, as a sentence; null where it can. `person` is what others know of who has it. */
export function judgePassword(
	password: string,
	person: { readonly name: string; readonly email: string }
): string | null {
	const { length } = [...password];
	if (length < leastLetters) return peopleWords.passwordShort(leastLetters, length);
	if (length > mostLetters) return peopleWords.passwordLong(mostLetters);
	const bare = password.normalize('NFKC').toLowerCase().trim();
	const own = [person.email, person.email.split('@')[0] ?? '', person.name, person.name.replaceAll(' ', '')];
	if (own.some((one) => one !== '' && one.normalize('NFKC').toLowerCase() === bare)) return peopleWords.passwordOwn;
	if (commonPasswords.has(bare) || isRepeated(bare) || isRun(bare)) return peopleWords.passwordCommon;
	return null;
}

/** Refuses a password that was not typed the same twice. */
export function judgeRepeated(password: string, again: string): void {
	if (password !== again) throw refuse('again', peopleWords.passwordsDiffer);
}
