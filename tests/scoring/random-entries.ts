// Random results for a letter: on its bounds, a step beside them, missing, unusable, contradicting, tied.
import type { Agreement, Condition, Indicator, Input, Ladder, Terms } from '../../src/lib/agreement/schema.ts';
import type { Entry, EntryValue } from '../../src/lib/submission/entry.ts';
import { rollFrom, type Dice } from './dice.ts';
import { randomDistricts } from './random-letters.ts';

const million = 1_000_000n;
/** A figure of the letter in millionths. */
const scale = (figure: number): bigint => BigInt(Math.round(figure * 1_000_000));

/** Values of one district for one indicator, in millionths; what is not in it is not reported. */
type Sheet = Map<string, EntryValue>;

/** Entries of the letter's districts, and some of its province; the same letter and number give the same entries. */
export function randomEntries(letter: Agreement, seed: number): Entry[] {
	const dice = rollFrom(seed ^ 0x5bd1e995);
	const entries: Entry[] = [];
	for (const { section, indicators } of letter.sections) {
		for (const indicator of indicators) {
			const enter = (district: string, sheet: Sheet) => {
				for (const [input, value] of sheet) {
					const at = { file: 'random.json' };
					entries.push({ district, section, indicator: indicator.indicator, input, value, text: '', at });
				}
			};
			const provincial = dice.chance(15) ? dice.some(Object.keys(indicator.inputs), 50) : [];
			if (provincial.length > 0) {
				const whole = randomSheet(indicator, dice);
				enter(letter.province, new Map([...whole].filter(([name]) => provincial.includes(name))));
			}
			const pool = [randomSheet(indicator, dice)];
			for (const district of randomDistricts) {
				if (indicator.applies_to !== 'all' && !indicator.applies_to.includes(district)) continue;
				const sheet = dice.chance(15) ? dice.pick(pool) : randomSheet(indicator, dice);
				pool.push(sheet);
				enter(district, new Map([...sheet].filter(([name]) => !provincial.includes(name) || dice.chance(40))));
			}
		}
	}
	return entries;
}

function randomSheet(indicator: Indicator, dice: Dice): Sheet {
	const sheet: Sheet = new Map();
	const figures = collectFigures(indicator);
	for (const [name, value] of Object.entries(indicator.values ?? {})) {
		const aim = aimAt(figures.get(name) ?? [0, 50], dice);
		if ('percent' in value) {
			const whole = BigInt(dice.pick([0, 1, 3, 7, 8, 40, 100, 200, 250, 1000, 3000])) * million;
			setTerms(sheet, indicator, value.percent.whole, dice.chance(4) ? -whole : whole, dice);
			setTerms(sheet, indicator, value.percent.part, nearby((aim * whole) / (100n * million), dice), dice);
		} else if ('growth' in value) {
			const from = BigInt(dice.pick([0, 1, 3, 8, 100, 200, 1000, 40000])) * million;
			setTerms(sheet, indicator, value.growth.from, from, dice);
			setTerms(sheet, indicator, value.growth.to, nearby(from + (aim * from) / (100n * million), dice), dice);
		} else if ('mean' in value) {
			const spread = dice.pick([0n, 1n, million, 5n * million]);
			const scaled =
				[[], [aim], [aim - spread, aim + spread], [aim, aim, aim + 1n]][dice.int(dice.chance(90) ? 1 : 0, 3)] ?? [];
			const legal = scaled.every((member) => member >= 0n && member <= 100n * million);
			sheet.set(value.mean, legal ? { kind: 'list', scaled } : { kind: 'bad' });
		} else if ('sum' in value) {
			setTerms(sheet, indicator, value.sum, nearby(aim, dice), dice);
		} else if ('place' in value && indicator.inputs[value.place] !== undefined) {
			put(sheet, indicator, value.place, BigInt(dice.pick([10, 20, 20, 30])) * million);
		}
		if ('figure' in value && value.figure !== undefined) setFigure(sheet, indicator, value.figure, aim, value, dice);
	}
	for (const [name, input] of Object.entries(indicator.inputs)) {
		if (!sheet.has(name)) sheet.set(name, randomValue(input, figures.get(name) ?? [1], dice));
	}
	evenOut(sheet, indicator, dice);
	return withHoles(sheet, dice);
}

/** A figure exactly, or the smallest step beside it. */
const aimAt = (figures: readonly number[], dice: Dice): bigint =>
	scale(dice.pick(figures)) + dice.pick([0n, 0n, 0n, 1n, -1n, 10_000n, -10_000n, million, -million]);
const nearby = (scaled: bigint, dice: Dice): bigint =>
	(scaled / million) * million + dice.pick([0n, 0n, 0n, million, -million]);

/** Makes the terms of a sum add up to `target`, as far as their inputs are still free. */
function setTerms(sheet: Sheet, indicator: Indicator, terms: Terms, target: bigint, dice: Dice): void {
	const { plus, minus = [] } = typeof terms === 'string' ? { plus: [terms] } : terms;
	const [first, ...rest] = plus;
	if (first === undefined) return;
	let left = target;
	for (const name of [...rest, ...minus]) {
		const small = BigInt(dice.int(0, 3)) * million;
		put(sheet, indicator, name, small);
		left += minus.includes(name) ? small : -small;
	}
	put(sheet, indicator, first, left);
}

/** What an input may hold of a number; what it may not is a bad entry, as reading a file would have it. */
function put(sheet: Sheet, indicator: Indicator, name: string, scaled: bigint): void {
	const input = indicator.inputs[name];
	if (input === undefined || sheet.has(name)) return;
	sheet.set(name, isLegal(input, scaled) ? numberValue(scaled) : { kind: 'bad' });
}

function isLegal(input: Input, scaled: bigint): boolean {
	const free = input.type === 'decimal' || input.may_be_negative === true;
	const lowest = input.min !== undefined ? scale(input.min) : free ? -(million ** 3n) : 0n;
	const capped = input.type === 'pct' && input.may_exceed_100 !== true;
	const highest = input.max !== undefined ? scale(input.max) : capped ? 100n * million : million ** 3n;
	const whole = input.type !== 'count' || scaled % million === 0n;
	return whole && scaled >= lowest && scaled <= highest;
}

function numberValue(scaled: bigint, atLeast = 0): EntryValue {
	let decimals = 6;
	while (decimals > atLeast && scaled % 10n ** BigInt(7 - decimals) === 0n) decimals -= 1;
	return { kind: 'number', scaled, decimals };
}

/** The figure beside its parts: mostly what they come to, rounded; now and then a digit off. */
function setFigure(
	sheet: Sheet,
	indicator: Indicator,
	name: string,
	aim: bigint,
	value: NonNullable<Indicator['values']>[string],
	dice: Dice
): void {
	const input = indicator.inputs[name];
	if (input === undefined) return;
	const exact = workOut(sheet, value) ?? [aim, million];
	const decimals = dice.int(0, 3);
	const unit = 10n ** BigInt(6 - decimals);
	const [top, bottom] = [exact[0] * million, exact[1] * unit];
	const size = bottom === 0n ? 0n : ((top < 0n ? -top : top) * 2n + bottom) / (2n * bottom);
	const rounded = (top < 0n ? -size : size) + dice.pick([0n, 0n, 0n, 0n, 0n, 1n, -1n]);
	const scaled = rounded * unit;
	sheet.set(name, isLegal(input, scaled) ? { kind: 'number', scaled, decimals } : { kind: 'bad' });
}

/** What the parts come to, as a fraction; null where they do not say. */
function workOut(sheet: Sheet, value: NonNullable<Indicator['values']>[string]): readonly [bigint, bigint] | null {
	const amount = (terms: Terms): bigint | null => {
		const { plus, minus = [] } = typeof terms === 'string' ? { plus: [terms] } : terms;
		let sum = 0n;
		for (const name of [...plus, ...minus]) {
			const held = sheet.get(name);
			if (held?.kind !== 'number') return null;
			sum += minus.includes(name) ? -held.scaled : held.scaled;
		}
		return sum;
	};
	if ('mean' in value) {
		const held = sheet.get(value.mean);
		if (held?.kind !== 'list' || held.scaled.length === 0) return null;
		return [held.scaled.reduce((a, b) => a + b, 0n), BigInt(held.scaled.length) * million];
	}
	if ('sum' in value) {
		const sum = amount(value.sum);
		return sum === null ? null : [sum, million];
	}
	if (!('percent' in value) && !('growth' in value)) return null;
	const below = amount('percent' in value ? value.percent.whole : value.growth.from);
	const above = amount('percent' in value ? value.percent.part : value.growth.to);
	if (below === null || above === null || below <= 0n) return null;
	return [100n * ('percent' in value ? above : above - below), below];
}

const moments = ['2022-08-13', '2022-08-14', '2022-08-15', '2022-08-16', '2022-09-01', '2022-09-02'];
const times = ['00:00', '00:00:00', '16:29:59', '16:30', '16:30:01', '23:59', '23:59:59'];

function randomValue(input: Input, figures: readonly number[], dice: Dice): EntryValue {
	switch (input.type) {
		case 'bool':
			return { kind: 'bool', yes: dice.chance(70) };
		case 'date':
		case 'datetime': {
			if (input.due !== true && dice.chance(15)) return { kind: 'moment', iso: null };
			const day = dice.pick(moments);
			return { kind: 'moment', iso: input.type === 'date' ? day : `${day}T${dice.pick(times)}` };
		}
		case 'list':
			return { kind: 'list', scaled: [scale(dice.pick([0, 50, 100]))] };
		default: {
			const aimed = aimAt(figures, dice);
			const scaled = input.type === 'count' ? (aimed / million) * million : aimed;
			return isLegal(input, scaled) ? numberValue(scaled, dice.int(0, 2)) : { kind: 'bad' };
		}
	}
}

/** Makes numbers that the letter compares with each other meet now and then. */
function evenOut(sheet: Sheet, indicator: Indicator, dice: Dice): void {
	for (const condition of conditionsOf(indicator)) {
		if (!('value' in condition)) continue;
		for (const bound of [
			condition.at_least,
			condition.more_than,
			condition.at_most,
			condition.less_than,
			condition.equals
		]) {
			if (typeof bound !== 'object' || dice.chance(50)) continue;
			const [own, other] = [sheet.get(condition.value), indicator.inputs[bound.value]];
			if (own?.kind !== 'number' || other === undefined) continue;
			const scaled = own.scaled + dice.pick([0n, 0n, million, -million]);
			if (isLegal(other, scaled)) sheet.set(bound.value, numberValue(scaled));
		}
	}
}

/** Takes some of it away, or spoils it. */
function withHoles(sheet: Sheet, dice: Dice): Sheet {
	const [missing, bad] = dice.pick([
		[0, 0],
		[0, 0],
		[0, 6],
		[12, 4],
		[12, 0],
		[50, 10],
		[95, 0]
	] as const);
	const kept = [...sheet].filter(() => !dice.chance(missing));
	return new Map(kept.map(([name, value]) => [name, dice.chance(bad) ? { kind: 'bad' } : value]));
}

/** Every condition of an indicator, however deep. */
export function conditionsOf(indicator: Indicator): readonly Condition[] {
	const within = (condition: Condition): Condition[] => {
		if ('all' in condition) return [condition, ...condition.all.flatMap(within)];
		if ('any' in condition) return [condition, ...condition.any.flatMap(within)];
		if ('of' in condition) return [condition, ...condition.of.flatMap(within)];
		if ('if' in condition) return [condition, ...within(condition.if), ...within(condition.then)];
		if ('either' in condition) return [condition, ...condition.either.flatMap(within)];
		if ('lost' in condition && typeof condition.taken === 'object') return [condition, ...within(condition.taken)];
		return [condition];
	};
	const ladders: Ladder[] = (indicator.parts ?? []).map((part) => part.ladder);
	if (indicator.ladder !== undefined) ladders.push(indicator.ladder);
	const rungs = ladders.flatMap((ladder) => ladder.rungs);
	const top = rungs.flatMap(({ needs, only }) => [needs ?? [], only ?? []].flat());
	const whens = (indicator.adjust ?? []).flatMap((adjust) => ('when' in adjust ? [adjust.when] : []));
	return [...top, ...whens].flatMap(within);
}

/** The figures each name is held against. */
function collectFigures(indicator: Indicator): ReadonlyMap<string, readonly number[]> {
	const figures = new Map<string, number[]>();
	for (const condition of conditionsOf(indicator)) {
		if (!('value' in condition)) continue;
		const { value, unsure, ...bounds } = condition;
		const edges = [unsure?.above, unsure?.from, unsure?.below, unsure?.to, unsure?.recommend];
		const found = [...Object.values(bounds), ...edges].filter((figure) => typeof figure === 'number');
		figures.set(value, [...(figures.get(value) ?? []), ...found]);
	}
	return new Map([...figures].filter(([, found]) => found.length > 0));
}
