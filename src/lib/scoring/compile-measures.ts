// Named values of an indicator become measures: a sum of inputs over a sum of inputs, a place, or the points of its parts.
import type { Indicator, Ladder, Terms, Value } from '../agreement/schema.ts';
import type { Draft, Next } from './compile.ts';
import type { Measures, Range } from './conditions.ts';
import { scaleFigure } from './position.ts';
import type { MeasureRow, Source } from './rules.ts';

/** A value is shown where both ends hold the same. */
export interface Judged {
	readonly low: Source;
	readonly high: Source;
}

export interface UnitMeasures extends Measures {
	/** the measure shown as what was judged: the one named, or the only value there is; a range shows while its ends meet */
	judged(name: string | undefined): Judged | null;
}

interface Term {
	readonly num: number;
	readonly den: number;
}
type MeasureRange = Pick<MeasureRow, 'times' | 'ratio'> & {
	readonly lowest: number | null;
	readonly highest: number | null;
	readonly zero: number | null;
};

export function compileMeasures(
	indicator: Indicator,
	unit: number,
	rules: Draft,
	inputId: (name: string) => number,
	next: Next
): UnitMeasures {
	const values = indicator.values ?? {};
	const known = new Map<string, Source | Range>();
	const differences = new Map<string, Source>();

	function of(name: string): Source | Range {
		const value = values[name];
		if (!value) return { kind: 'input', number: inputId(name) };
		const made = known.get(name) ?? make(value);
		known.set(name, made);
		return made;
	}
	const measure = (number: number): Source => ({ kind: 'measure', number });

	function make(value: Value): Source | Range {
		if ('place' in value) {
			const source = of(value.place);
			if (!('kind' in source)) throw new Error(`a place is worked out from one number, not from ${value.place}`);
			const [first, last] = [next('measure'), next('measure')];
			rules.places.push({ source, first, last });
			if (value.ties !== undefined) return measure(value.ties === 'better' ? first : last);
			const ends = { low: measure(first), high: measure(last), recommended: measure(first) };
			return { ...ends, reason: 'tie', reading: value.tie_reading ?? null };
		}
		if ('combine' in value) {
			const [lowest, highest, recommended] = [next('measure'), next('measure'), next('measure')];
			rules.combines.push({ unit, how: value.combine, lowest, highest, recommended });
			// Parts in which the letter leaves no room (a tie or a zero denominator would) recommend nothing of their own.
			const plain = Object.values(values).every((one) => 'combine' in one);
			const clear = plain && (indicator.parts ?? []).every((part) => !leavesRoom(part.ladder));
			const ends = {
				low: measure(lowest),
				high: measure(highest),
				recommended: measure(clear ? lowest : recommended)
			};
			return { ...ends, reason: 'conflict', reading: null };
		}
		const terms = new Map<string, Term>();
		const add = (of: Terms, num: number, den: number) => {
			const { plus, minus } =
				typeof of === 'string' ? { plus: [of], minus: [] } : { plus: of.plus, minus: of.minus ?? [] };
			for (const name of plus) addTerm(terms, name, num, den);
			for (const name of minus) addTerm(terms, name, -num, -den);
		};
		const zero = value.when_zero ?? null;
		const range = { lowest: value.min ?? null, highest: value.max ?? null, zero };
		if ('percent' in value) {
			add(value.percent.part, 1, 0);
			add(value.percent.whole, 0, 1);
			const share = { times: 100, ratio: true, lowest: value.min ?? 0, highest: value.max ?? 100, zero } as const;
			return push(terms, share, value.figure);
		}
		if ('growth' in value) {
			add(value.growth.to, 1, 0);
			add(value.growth.from, -1, 1);
			return push(terms, { times: 100, ratio: true, ...range }, value.figure);
		}
		if ('mean' in value) {
			addTerm(terms, `${value.mean}.sum`, 1, 0);
			addTerm(terms, `${value.mean}.count`, 0, 1);
			return push(terms, { times: 1, ratio: true, ...range }, value.figure);
		}
		add(value.sum, 1, 0);
		return push(terms, { times: 1, ratio: false, ...range }, value.figure);
	}

	function push(terms: ReadonlyMap<string, Term>, range: MeasureRange, figure: string | undefined): Source {
		const number = next('measure');
		const scale = (bound: number | null) => (bound === null ? null : scaleFigure(bound));
		rules.measures.push({
			...range,
			measure: number,
			terms: terms.size,
			lowest: scale(range.lowest),
			highest: scale(range.highest),
			zero: scale(range.zero)
		});
		for (const [name, term] of terms) {
			if (Math.abs(term.num) > 1 || Math.abs(term.den) > 1) throw new Error(`${name} is counted twice in one sum`);
			rules.terms.push({ measure: number, input: inputId(name), ...term });
		}
		if (figure !== undefined) rules.figures.push({ measure: number, input: inputId(figure) });
		return measure(number);
	}

	/** An input, or a plain sum of inputs, as terms. */
	function termsOf(name: string): { plus: readonly string[]; minus: readonly string[] } {
		const value = values[name];
		if (!value) return { plus: [name], minus: [] };
		if (!('sum' in value) || value.figure !== undefined)
			throw new Error(`${name} cannot be compared with another value`);
		if (typeof value.sum === 'string') return { plus: [value.sum], minus: [] };
		return { plus: value.sum.plus, minus: value.sum.minus ?? [] };
	}

	function difference(plus: string, minus: string): Source {
		const key = `${plus} - ${minus}`;
		const made = differences.get(key);
		if (made !== undefined) return made;
		const terms = new Map<string, Term>();
		const [up, down] = [termsOf(plus), termsOf(minus)];
		for (const name of [...up.plus, ...down.minus]) addTerm(terms, name, 1, 0);
		for (const name of [...up.minus, ...down.plus]) addTerm(terms, name, -1, 0);
		const source = push(terms, { times: 1, ratio: false, lowest: null, highest: null, zero: null }, undefined);
		differences.set(key, source);
		return source;
	}

	return {
		of,
		difference,
		judged(name) {
			const names = Object.keys(values);
			const chosen = name ?? (names.length === 1 ? names[0] : undefined);
			if (chosen === undefined) return null;
			const found = of(chosen);
			if ('kind' in found) return { low: found, high: found };
			// Equal places are one place, the better; points still open are not one number.
			return found.reason === 'tie' ? { low: found.low, high: found.low } : { low: found.low, high: found.high };
		}
	};
}

function addTerm(terms: Map<string, Term>, name: string, num: number, den: number): void {
	const term = terms.get(name) ?? { num: 0, den: 0 };
	terms.set(name, { num: term.num + num, den: term.den + den });
}

/** Whether a ladder can be undecided by the letter's own words. */
const leavesRoom = (ladder: Ladder): boolean =>
	ladder.mode === 'one' || /"(unsure|undecided|lost)"/.test(JSON.stringify(ladder));
