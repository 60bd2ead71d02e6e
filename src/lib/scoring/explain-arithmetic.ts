// The numbers that went in and what they come to, exactly, so that anybody can work it out again.
import type { Indicator, Terms, Value } from '../agreement/schema.ts';
import { listTerms } from '../agreement/names.ts';
import { sayName } from '../agreement/say.ts';
import type { Entry, EntryValue } from '../submission/entry.ts';
import { formatScaled } from '../thai/numbers.ts';
import { formatDate } from '../thai/write-date.ts';
import { fraction, type Fraction } from './fraction.ts';
import { MICRO } from './position.ts';

export interface ArithmeticLine<E extends Entry = Entry> {
	readonly label: string;
	/** the figure with its unit, or a formula with its result */
	readonly text: string;
	/** where it came from; null for what was worked out */
	readonly entry: E | null;
}

/** A line for each input reported, then one for each value worked out. */
export function listArithmetic<E extends Entry>(
	indicator: Indicator,
	entries: readonly E[]
): readonly ArithmeticLine<E>[] {
	const lines: ArithmeticLine<E>[] = [];
	for (const [name, input] of Object.entries(indicator.inputs)) {
		const entry = entries.find((e) => e.input === name);
		if (entry) lines.push({ label: input.label, text: sayEntry(entry.value, entry.text, input.unit), entry });
	}
	for (const [name, value] of Object.entries(indicator.values ?? {})) {
		const formula = sayFormula(value, entries);
		const result = valueOf(name, indicator, entries);
		if (formula && result)
			lines.push({ label: sayName(name, indicator), text: `${formula} = ${sayFraction(result)}`, entry: null });
	}
	return lines;
}

/** A value as it was understood; what could not be used is quoted as it was written. */
export function sayEntry(value: EntryValue, text: string, unit: string | undefined): string {
	const withUnit = (figure: string) =>
		unit === undefined ? figure : unit === 'ร้อยละ' ? `ร้อยละ ${figure}` : `${figure} ${unit}`;
	switch (value.kind) {
		case 'number':
			return withUnit(formatScaled(value.scaled));
		case 'bool':
			return value.yes ? 'ใช่' : 'ไม่';
		case 'moment':
			return value.iso === null ? 'ยังไม่ดำเนินการ' : formatDate(value.iso, { months: 'short' });
		case 'list':
			return withUnit(value.scaled.map((member) => formatScaled(member)).join(' · '));
		case 'bad':
			return `“${text}” ใช้ไม่ได้`;
		case 'withdrawn':
			return 'ถอนแล้ว';
	}
}

function scaledOf(name: string, entries: readonly Entry[]): bigint | null {
	const value = entries.find((e) => e.input === name)?.value;
	if (value?.kind === 'number') return value.scaled;
	if (value?.kind === 'bool') return value.yes ? MICRO : 0n;
	return null;
}

function sumOf(terms: Terms, entries: readonly Entry[]): bigint | null {
	const { plus, minus } =
		typeof terms === 'string' ? { plus: [terms], minus: [] } : { plus: terms.plus, minus: terms.minus ?? [] };
	let sum = 0n;
	for (const [names, sign] of [
		[plus, 1n],
		[minus, -1n]
	] as const)
		for (const name of names) {
			const scaled = scaledOf(name, entries);
			if (scaled === null) return null;
			sum += sign * scaled;
		}
	return sum;
}

/** What an input or a value comes to; null where it is open, a place, or made of parts. */
export function valueOf(name: string, indicator: Indicator, entries: readonly Entry[]): Fraction | null {
	const value = indicator.values?.[name];
	if (!value) {
		const scaled = scaledOf(name, entries);
		return scaled === null ? null : fraction(scaled, MICRO);
	}
	const parts = partsOf(value, entries);
	if (parts) return parts[1] === 0n ? null : fraction(...parts);
	const figure = value.figure === undefined ? null : scaledOf(value.figure, entries);
	return figure === null ? null : fraction(figure, MICRO);
}

/** Part and whole as they were sent; the whole may be 0. */
function partsOf(value: Value, entries: readonly Entry[]): readonly [bigint, bigint] | null {
	if ('percent' in value) return pair(sumOf(value.percent.part, entries), sumOf(value.percent.whole, entries), 100n);
	if ('growth' in value) {
		const [from, to] = [sumOf(value.growth.from, entries), sumOf(value.growth.to, entries)];
		return from === null || to === null ? null : [100n * (to - from), from];
	}
	if ('mean' in value) {
		const list = entries.find((e) => e.input === value.mean)?.value;
		return list?.kind === 'list' ? [list.scaled.reduce((a, b) => a + b, 0n), BigInt(list.scaled.length) * MICRO] : null;
	}
	if ('sum' in value) return pair(sumOf(value.sum, entries), MICRO, 1n);
	return null;
}

const pair = (part: bigint | null, whole: bigint | null, times: bigint): readonly [bigint, bigint] | null =>
	part === null || whole === null ? null : [times * part, whole];

/** The fraction in decimals: exact where six are enough, else cut after four and marked with an ellipsis, never rounded up to a bound. */
export function sayFraction({ over, under }: Fraction): string {
	const scaled = (over * MICRO) / under;
	const exact = scaled * under === over * MICRO;
	return exact ? formatScaled(scaled) : `${formatScaled(scaled - (scaled % 100n), { decimals: 4 })}…`;
}

function sayTerms(terms: Terms, entries: readonly Entry[]): string {
	const say = (name: string) => formatScaled(scaledOf(name, entries) ?? 0n);
	if (typeof terms === 'string') return say(terms);
	const text = terms.plus.map(say).join(' + ') + (terms.minus ?? []).map((name) => ` − ${say(name)}`).join('');
	return listTerms(terms).length > 1 ? `(${text})` : text;
}

function sayFormula(value: Value, entries: readonly Entry[]): string | null {
	if (!partsOf(value, entries)) return null;
	if ('percent' in value)
		return `${sayTerms(value.percent.part, entries)} × 100 ÷ ${sayTerms(value.percent.whole, entries)}`;
	if ('growth' in value) {
		const from = sayTerms(value.growth.from, entries);
		return `(${sayTerms(value.growth.to, entries)} − ${from}) × 100 ÷ ${from}`;
	}
	if ('sum' in value) return sayTerms(value.sum, entries);
	if ('mean' in value) {
		const list = entries.find((e) => e.input === value.mean)?.value;
		return list?.kind === 'list'
			? `(${list.scaled.map((n) => formatScaled(n)).join(' + ')}) ÷ ${list.scaled.length}`
			: null;
	}
	return null;
}
