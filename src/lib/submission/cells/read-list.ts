// A list of figures: a JSON list, or one cell such as `80; 90; 100`.
import type { Input } from '../../agreement/schema.ts';
import { isNumeral } from './raw-value.ts';
import { readFigure } from './read-number.ts';
import type { ValueReading } from './read-value.ts';
import {
	sayAmbiguousList,
	sayListMember,
	sayListSumTooLarge,
	sayListTooLong,
	sayNotAMember
} from '../sentences/sentences.ts';

const MAX_MEMBERS = 1000;
/** Farthest from 0 that the members of a list may come to together, in millionths: a larger sum has no place among exact positions. */
export const LARGEST_SUM = 4_500_000_000_000_000_000n;

/** Semicolons part a list surely; without them spaces and commas do, unless a comma may as well stand between thousands. */
const splitList = (text: string, mayHaveThousands: boolean): readonly string[] | undefined => {
	if (text.includes(';')) return text.replace(/;\s*$/, '').split(';');
	if (mayHaveThousands && /[\d๐-๙],[\d๐-๙]{3}(?![\d๐-๙])/.test(text)) return undefined;
	return text.split(/[\s,]+/).filter((member) => member !== '');
};

const memberText = (member: unknown): string | undefined => {
	if (typeof member === 'string') return member.trim();
	if (typeof member === 'number' || typeof member === 'bigint') return String(member);
	return isNumeral(member) ? member.numeral : undefined;
};

export const readList = (raw: string | readonly unknown[], input: Input): ValueReading => {
	const type = input.of ?? 'decimal';
	const mayHaveThousands = type !== 'pct' || input.may_exceed_100 === true;
	const members = typeof raw === 'string' ? splitList(raw, mayHaveThousands) : raw;
	if (members === undefined) return { kind: 'bad', code: 'ambiguous_list', why: sayAmbiguousList() };
	if (members.length > MAX_MEMBERS) return { kind: 'bad', code: 'list_too_long', why: sayListTooLong(MAX_MEMBERS) };
	const scaled: bigint[] = [];
	for (const [index, member] of members.entries()) {
		const text = memberText(member);
		if (text === undefined) return { kind: 'bad', code: 'not_a_member', why: sayNotAMember(index + 1) };
		const figure = readFigure(text, type, input);
		if (figure.kind === 'bad') return { ...figure, why: sayListMember(index + 1, figure.why) };
		scaled.push(figure.scaled);
	}
	const sum = scaled.reduce((total, member) => total + member, 0n);
	if (sum > LARGEST_SUM || sum < -LARGEST_SUM)
		return { kind: 'bad', code: 'list_sum_too_large', why: sayListSumTooLarge(sum, LARGEST_SUM) };
	return { kind: 'value', value: { kind: 'list', scaled } };
};
