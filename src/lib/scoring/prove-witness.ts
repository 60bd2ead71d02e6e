// Positions of variables written as what a district would send: the example that shows a finding.
import type { Witness } from '../agreement/check.ts';
import { listTerms } from '../agreement/names.ts';
import type { Indicator, Terms } from '../agreement/schema.ts';
import { MICRO, NOT_DONE, scaleFigure } from './position.ts';
import { piecesOf, type NamedSpace } from './prove-space.ts';

type Inputs = Record<string, Witness[string]>;
export interface Example {
	readonly inputs: Witness;
	/** for a place among the districts: what the others send, best first */
	readonly others: readonly Witness[];
	/** it says all that is looked at */
	readonly complete: boolean;
}

/** `partInputs`: what gives the parts their points, where the variable is of points; null where no example is known. */
export function writeExample(
	indicator: Indicator,
	space: NamedSpace,
	values: readonly bigint[],
	districts: number,
	partInputs: (position: bigint, fixed: ReadonlyMap<string, bigint>) => Witness | null
): Example {
	const inputs: Inputs = {};
	let others: readonly Witness[] = [];
	let complete = true;
	const looked: string[] = [];
	const ranked: string[] = [];
	const fixed = new Map(
		space.variables.flatMap(({ name, as }, i) => (as === 'input' || as === 'figure' ? [[name, values[i] ?? 0n]] : []))
	);
	for (const [i, variable] of space.variables.entries()) {
		const at = values[i] ?? 0n;
		if (variable.as === 'input' || variable.as === 'figure') {
			const sent =
				variable.as === 'input'
					? { [variable.name]: writeInput(indicator, variable.name, at) }
					: writeFigure(indicator, variable.name, at);
			looked.push(...Object.keys(sent));
			Object.assign(inputs, sent);
		} else if (variable.as === 'points') {
			const sent = partInputs(at, fixed);
			if (sent === null) complete = false;
			Object.assign(inputs, sent);
		} else {
			const placed = writePlace(indicator, variable.name, Number(at / (2n * MICRO)), districts);
			// what is ranked may be looked at besides, or not be sendable as a score
			const names = Object.keys(placed.own);
			if (names.length === 0 || others.length > 0) complete = false;
			ranked.push(...names);
			Object.assign(inputs, placed.own);
			others = placed.others;
		}
	}
	if (ranked.some((name) => looked.includes(name))) complete = false;
	return { inputs, others, complete };
}

/** Within its ranges, and no check across inputs fails. */
export function canBeSent(indicator: Indicator, inputs: Witness): boolean {
	const figures = new Map(
		Object.entries(inputs).flatMap(([name, sent]): [string, number][] =>
			typeof sent === 'number' ? [[name, sent]] : typeof sent === 'boolean' ? [[name, sent ? 1 : 0]] : []
		)
	);
	const fits = [...figures].every(([name, sent]) => {
		const input = indicator.inputs[name];
		return (
			input &&
			piecesOf(input).some(({ first, last }) => 2n * scaleFigure(sent) >= first && 2n * scaleFigure(sent) <= last)
		);
	});
	return fits && passesChecks(indicator, figures);
}

/** Inputs that are not all sent break no check. */
export function passesChecks({ checks = [] }: Indicator, figures: ReadonlyMap<string, number>): boolean {
	return checks.every(({ plus, minus }) => {
		if (![...plus, ...minus].every((name) => figures.has(name))) return true;
		const sum = (names: readonly string[]) =>
			names.reduce((total, name) => total + scaleFigure(figures.get(name) ?? 0), 0n);
		return sum(plus) >= sum(minus);
	});
}

function writeInput(indicator: Indicator, name: string, at: bigint): Witness[string] {
	const input = indicator.inputs[name];
	switch (input?.type) {
		case 'bool':
			return at >= 2n * MICRO;
		case 'date':
		case 'datetime':
			return at >= NOT_DONE ? null : writeMoment(at / 2n, input.type);
		case 'list':
			return [writeNumber(at)];
		default:
			return writeNumber(at);
	}
}

export const writeNumber = (at: bigint): number => {
	const scaled = at / 2n;
	const size = scaled < 0n ? -scaled : scaled;
	return Number(`${scaled < 0n ? '-' : ''}${size / MICRO}.${(size % MICRO).toString().padStart(6, '0')}`);
};

/** Millionths of a second since 1970 as local ISO text. */
export function writeMoment(scaled: bigint, type: 'date' | 'datetime'): string {
	const iso = new Date(Number(scaled / 1000n)).toISOString();
	if (type === 'date') return iso.slice(0, 10);
	return iso.slice(0, iso.endsWith(':00.000Z') ? 16 : 19);
}

/** The figure itself where it may be sent; else parts that come to it. */
function writeFigure(indicator: Indicator, name: string, at: bigint): Inputs {
	const value = indicator.values?.[name];
	if (!value) return {};
	const figure = value.figure === undefined ? undefined : indicator.inputs[value.figure];
	const fits = figure && piecesOf(figure).some(({ first, last }) => at >= first && at <= last);
	if (value.figure !== undefined && fits) return { [value.figure]: writeNumber(at) };
	if ('mean' in value) return { [value.mean]: [writeNumber(at)] };
	let decimals = 1n;
	while (((at / 2n) * decimals) % MICRO !== 0n) decimals *= 10n;
	const [whole, share] = [100n * decimals, ((at / 2n) * decimals) / MICRO];
	const spread = (terms: Terms, total: bigint): Inputs => {
		const [first = '', ...rest] = listTerms(terms);
		return { ...Object.fromEntries(rest.map((one) => [one, 0])), [first]: Number(total) };
	};
	if ('percent' in value) return { ...spread(value.percent.part, share), ...spread(value.percent.whole, whole) };
	if ('growth' in value) return { ...spread(value.growth.from, whole), ...spread(value.growth.to, whole + share) };
	if ('sum' in value && (at / 2n) % MICRO === 0n) return spread(value.sum, at / (2n * MICRO));
	return {};
}

/** Scores of as many districts as there are, of which this one has the place. */
function writePlace(
	indicator: Indicator,
	name: string,
	place: number,
	districts: number
): { readonly own: Inputs; readonly others: readonly Witness[] } {
	const value = indicator.values?.[name];
	if (!value || !('place' in value)) return { own: {}, others: [] };
	const ranked = indicator.values?.[value.place];
	const send = (score: number): Inputs =>
		ranked ? writeFigure(indicator, value.place, 2n * scaleFigure(score)) : { [value.place]: score };
	const scores = Array.from({ length: districts }, (_, i) => districts - i);
	return {
		own: send(scores[place - 1] ?? 0),
		others: scores.filter((_, i) => i !== place - 1).map((score) => send(score))
	};
}
