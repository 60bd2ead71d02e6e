// Named values of an indicator become measures: a sum of inputs over a sum of inputs, a place, or the points of its parts.
import type { Indicator, Terms, Value } from '../agreement/schema.ts';
import type { Draft } from './compile.ts';
import type { Measures, Range } from './conditions.ts';
import { scaleFigure } from './position.ts';

export interface UnitMeasures extends Measures {
	/** the measure shown as what was judged: the one named, or the only value there is; a range shows while its ends meet */
	judged(name: string | undefined): Judged | null;
}

/** A value is shown where both measures hold the same. */
export interface Judged {
	readonly low: number;
	readonly high: number;
}

interface Term {
	readonly num: number;
	readonly den: number;
}

export function compileMeasures(
	indicator: Indicator,
	unit: number,
	rules: Draft,
	inputId: (name: string) => number,
	next: () => number
): UnitMeasures {
	const values = indicator.values ?? {};
	const known = new Map<string, number | Range>();
	const differences = new Map<string, number>();

	function of(name: string): number | Range {
		const value = values[name];
		if (!value) return inputId(name);
		const made = known.get(name) ?? make(value);
		known.set(name, made);
		return made;
	}

	function make(value: Value): number | Range {
		if ('place' in value) {
			const source = of(value.place);
			if (typeof source !== 'number') throw new Error(`a place is worked out from one number, not from ${value.place}`);
			const [first, last] = [next(), next()];
			rules.places.push({ source, first, last });
			return { low: first, high: last, recommended: first, reason: 'tie', reading: value.tie_reading ?? null };
		}
		if ('combine' in value) {
			const [lowest, highest, recommended] = [next(), next(), next()];
			rules.combines.push({ unit, how: value.combine, lowest, highest, recommended });
			return { low: lowest, high: highest, recommended, reason: 'conflict', reading: null };
		}
		const terms = new Map<string, Term>();
		const add = (of: Terms, num: number, den: number) => {
			const { plus, minus } =
				typeof of === 'string' ? { plus: [of], minus: [] } : { plus: of.plus, minus: of.minus ?? [] };
			for (const [names, sign] of [
				[plus, 1],
				[minus, -1]
			] as const)
				for (const name of names) {
					const term = terms.get(name) ?? { num: 0, den: 0 };
					terms.set(name, { num: term.num + sign * num, den: term.den + sign * den });
				}
		};
		let range: readonly [number | null, number | null] = [null, null];
		if ('percent' in value) {
			add(value.percent.part, 100, 0);
			add(value.percent.whole, 0, 1);
			range = [0, 100];
		} else if ('growth' in value) {
			add(value.growth.to, 100, 0);
			add(value.growth.from, -100, 1);
		} else if ('mean' in value) {
			terms.set(`${value.mean}.sum`, { num: 1, den: 0 });
			terms.set(`${value.mean}.count`, { num: 0, den: 1 });
		} else add(value.sum, 1, 0);
		const ratio = !('sum' in value);
		const [lowest, highest] = [value.min ?? range[0], value.max ?? range[1]];
		return push(terms, ratio, value.figure, lowest, highest);
	}

	function push(
		terms: ReadonlyMap<string, Term>,
		ratio: boolean,
		figure: string | undefined,
		lowest: number | null,
		highest: number | null
	): number {
		const measure = next();
		rules.measures.push({
			measure,
			terms: terms.size,
			ratio,
			lowest: lowest === null ? null : scaleFigure(lowest),
			highest: highest === null ? null : scaleFigure(highest)
		});
		for (const [name, term] of terms) rules.terms.push({ measure, input: inputId(name), ...term, figure: false });
		if (figure !== undefined) rules.terms.push({ measure, input: inputId(figure), num: 0, den: 0, figure: true });
		return measure;
	}

	/** An input, or a plain sum of inputs, as terms. */
	function termsOf(name: string, sign: number): [string, number][] {
		const value = values[name];
		if (!value) return [[name, sign]];
		if (!('sum' in value) || value.figure !== undefined)
			throw new Error(`${name} cannot be compared with another value`);
		if (typeof value.sum === 'string') return [[value.sum, sign]];
		return [
			...value.sum.plus.map((plus): [string, number] => [plus, sign]),
			...(value.sum.minus ?? []).map((minus): [string, number] => [minus, -sign])
		];
	}

	function difference(plus: string, minus: string): number {
		const key = `${plus} - ${minus}`;
		const made = differences.get(key);
		if (made !== undefined) return made;
		const terms = new Map<string, Term>();
		for (const [name, sign] of [...termsOf(plus, 1), ...termsOf(minus, -1)])
			terms.set(name, { num: (terms.get(name)?.num ?? 0) + sign, den: 0 });
		const measure = push(terms, false, undefined, null, null);
		differences.set(key, measure);
		return measure;
	}

	return {
		of,
		difference,
		judged(name) {
			const names = Object.keys(values);
			const chosen = name ?? (names.length === 1 ? names[0] : undefined);
			if (chosen === undefined) return null;
			const measure = of(chosen);
			if (typeof measure === 'number') return { low: measure, high: measure };
			// Equal places are one place, the better; points still open are not one number.
			return measure.reason === 'tie'
				? { low: measure.low, high: measure.low }
				: { low: measure.low, high: measure.high };
		}
	};
}
