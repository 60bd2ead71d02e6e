// What an indicator's conditions look at, as variables free to take any value the letter allows, and the measures between them.
// It stands in for the measures that scoring compiles, so that conditions become the same comparisons.
import { listTerms } from '../agreement/names.ts';
import type { Indicator, Input, Terms, Value } from '../agreement/schema.ts';
import type { Measures } from './conditions.ts';
import { MICRO, NOT_DONE, scaleFigure, scaleMoment, DAY } from './position.ts';
import type { Axis, Limit, Piece, Space, Variable } from './prove-axes.ts';
import { sentFirst, type Sent } from './prove-ways.ts';

/** A variable and how an example writes it down. */
export interface Named extends Variable {
	readonly name: string;
	/** `input`: as sent; `figure`: a value whose figure may be sent; `place`: among the districts; `points`: of the parts */
	readonly as: 'input' | 'figure' | 'place' | 'points';
}
export interface NamedAxis extends Axis {
	/** the input or value; of a comparison between two, the one */
	readonly name: string;
	/** and the other it is compared with */
	readonly versus: string | null;
	readonly type: 'bool' | 'number' | 'moment';
}
export interface NamedSpace extends Space {
	readonly variables: readonly Named[];
	readonly axes: readonly NamedAxis[];
	readonly measures: Measures;
	/** how facts that may be sent in several ways are sent */
	readonly sent: Sent;
}

export interface Surroundings {
	/** how many districts are ranked together */
	readonly districts: number;
	/** the round's last day: examples of dates stand near it */
	readonly to: string;
	/** positions that points put together can take, where an indicator has parts */
	readonly points: readonly bigint[];
	/** as if they could take any value between the lowest and the highest of them */
	readonly continuous?: boolean;
	/** how facts that may be sent in several ways are sent; in the first unless said */
	readonly sent?: Sent;
}

const MOST = 10n ** 12n * MICRO;
const [FIRST_DAY, LAST_DAY] = [scaleMoment('1900-01-01'), scaleMoment('2200-12-31')];

/** Grows as conditions are compiled against its measures; a name looked at twice is one axis. */
export function createSpace(indicator: Indicator, around: Surroundings): NamedSpace {
	const variables: Named[] = [];
	const axes: NamedAxis[] = [];
	const limits: Limit[] = [];
	const variableOf = new Map<string, number>();
	const axisOf = new Map<string, number>();
	const values = indicator.values ?? {};

	function addVariable(key: string, make: () => Named): number {
		const known = variableOf.get(key);
		if (known !== undefined) return known;
		variables.push(make());
		variableOf.set(key, variables.length - 1);
		limitInputs();
		return variables.length - 1;
	}

	function inputVariable(name: string): number {
		const input = indicator.inputs[name];
		if (!input) throw new Error(`no input ${name}`);
		const prefer = input.type === 'bool' ? null : preferred(input, around.to);
		return addVariable(name, () => ({ name, as: 'input', pieces: piecesOf(input), prefer }));
	}

	/** Checks across inputs bind where all they speak of is looked at. */
	function limitInputs(): void {
		for (const check of indicator.checks ?? []) {
			const names = [...check.plus, ...check.minus];
			const newest = variables.at(-1)?.name ?? '';
			if (!names.includes(newest) || !names.every((name) => variableOf.has(name))) continue;
			const of = new Map<number, bigint>();
			for (const name of check.plus) add(of, variableOf.get(name) ?? -1, 1n);
			for (const name of check.minus) add(of, variableOf.get(name) ?? -1, -1n);
			limits.push({ of, least: 0n, strict: false, whenReported: true });
		}
	}

	function addAxis(key: string, make: () => NamedAxis): { kind: 'measure'; number: number } {
		const known = axisOf.get(key);
		if (known !== undefined) return { kind: 'measure', number: known };
		const axis = make();
		axes.push(axis);
		axisOf.set(key, axes.length - 1);
		return { kind: 'measure', number: axes.length - 1 };
	}

	const single = (variable: number, name: string, type: NamedAxis['type']): NamedAxis => ({
		num: new Map([[variable, 1n]]),
		den: null,
		times: 1n,
		name,
		versus: null,
		type
	});

	function valueAxis(name: string, value: Value): NamedAxis {
		if ('place' in value) {
			const last = BigInt(around.districts) * 2n * MICRO;
			const pieces = [{ first: 2n * MICRO, last, step: 2n * MICRO }];
			return single(
				addVariable(`= ${name}`, () => ({ name, as: 'place', pieces, prefer: null })),
				name,
				'number'
			);
		}
		if ('combine' in value) {
			const [lowest = 0n] = around.points;
			const pieces =
				around.continuous === true
					? [{ first: lowest, last: around.points.at(-1) ?? lowest, step: 1n }]
					: around.points.map((at) => ({ first: at, last: at, step: 1n }));
			return single(
				addVariable(`= ${name}`, () => ({ name, as: 'points', pieces, prefer: null })),
				name,
				'number'
			);
		}
		if (value.figure !== undefined || 'mean' in value) {
			const figure = value.figure === undefined ? undefined : indicator.inputs[value.figure];
			const pieces = figurePieces(indicator, value, figure);
			return single(
				addVariable(`= ${name}`, () => ({ name, as: 'figure', pieces, prefer: null })),
				name,
				'number'
			);
		}
		const [num, den] = [new Map<number, bigint>(), new Map<number, bigint>()];
		const put = (of: Map<number, bigint>, terms: Terms, factor: bigint) => {
			const { plus, minus } = partsOf(terms);
			for (const one of plus) add(of, inputVariable(one), factor);
			for (const one of minus) add(of, inputVariable(one), -factor);
		};
		const range = { low: value.min, high: value.max };
		if ('percent' in value) {
			put(num, value.percent.part, 1n);
			put(den, value.percent.whole, 1n);
			limitValue(num, den, range.low ?? 0, range.high ?? 100);
		} else if ('growth' in value) {
			put(num, value.growth.to, 1n);
			put(num, value.growth.from, -1n);
			put(den, value.growth.from, 1n);
			limitValue(num, den, range.low, range.high);
		} else {
			put(num, value.sum, 1n);
			if (range.low !== undefined) limits.push({ of: num, least: scaleFigure(range.low), strict: false });
			const negated = new Map([...num].map(([v, factor]) => [v, -factor]));
			if (range.high !== undefined) limits.push({ of: negated, least: -scaleFigure(range.high), strict: false });
			return { num, den: null, times: 1n, name, versus: null, type: 'number' };
		}
		return { num, den, times: 100n, name, versus: null, type: 'number' };
	}

	/** low ≤ 100 × num ÷ den ≤ high */
	function limitValue(
		num: ReadonlyMap<number, bigint>,
		den: ReadonlyMap<number, bigint>,
		low: number | undefined,
		high: number | undefined
	): void {
		const limit = (bound: number, sign: bigint) => {
			const of = new Map<number, bigint>();
			for (const [v, factor] of num) add(of, v, sign * 100n * MICRO * factor);
			for (const [v, factor] of den) add(of, v, -sign * scaleFigure(bound) * factor);
			limits.push({ of, least: 0n, strict: false });
		};
		if (low !== undefined) limit(low, 1n);
		if (high !== undefined) limit(high, -1n);
	}

	function typeOf(name: string): NamedAxis['type'] {
		const type = indicator.inputs[name]?.type;
		return type === 'bool' ? 'bool' : type === 'date' || type === 'datetime' ? 'moment' : 'number';
	}

	const measures: Measures = {
		of(name) {
			const value = values[name];
			return addAxis(name, () => (value ? valueAxis(name, value) : single(inputVariable(name), name, typeOf(name))));
		},
		difference(plus, minus) {
			return addAxis(`${plus} - ${minus}`, () => {
				const num = new Map<number, bigint>();
				for (const [name, sign] of [
					[plus, 1n],
					[minus, -1n]
				] as const) {
					const value = values[name];
					const { plus: up, minus: down } = partsOf(value && 'sum' in value ? value.sum : name);
					for (const one of up) add(num, inputVariable(one), sign);
					for (const one of down) add(num, inputVariable(one), -sign);
				}
				return { num, den: null, times: 1n, name: plus, versus: minus, type: typeOf(plus) };
			});
		}
	};
	return { variables, axes, limits, measures, sent: around.sent ?? sentFirst };
}

const partsOf = (terms: Terms) =>
	typeof terms === 'string' ? { plus: listTerms(terms), minus: [] } : { plus: terms.plus, minus: terms.minus ?? [] };

function add(of: Map<number, bigint>, variable: number, factor: bigint): void {
	of.set(variable, (of.get(variable) ?? 0n) + factor);
}

/** The positions an input may be sent at. */
export function piecesOf(input: Input): readonly Piece[] {
	if (input.type === 'bool') return [{ first: 0n, last: 2n * MICRO, step: 2n * MICRO }];
	if (input.type === 'date' || input.type === 'datetime') {
		const step = input.type === 'date' ? 2n * DAY : 2n * MICRO;
		const days = { first: 2n * FIRST_DAY, last: 2n * LAST_DAY, step };
		return input.due === true ? [days] : [days, { first: 2n * NOT_DONE, last: 2n * NOT_DONE, step: 1n }];
	}
	const type = input.type === 'list' ? (input.of ?? 'decimal') : input.type;
	const free = type === 'decimal' || input.may_be_negative === true;
	const lowest = input.min === undefined ? (free ? -MOST : 0n) : scaleFigure(input.min);
	const capped = type === 'pct' && input.may_exceed_100 !== true;
	const highest = input.max === undefined ? (capped ? 100n * MICRO : MOST) : scaleFigure(input.max);
	const step = type === 'count' ? MICRO : 1n;
	return [{ first: 2n * lowest, last: 2n * highest, step: 2n * step }];
}

/** A value is sent as its figure or worked out from its parts: whatever either can be. */
function figurePieces(indicator: Indicator, value: Value, figure: Input | undefined): readonly Piece[] {
	const sent = figure ? piecesOf(figure)[0] : undefined;
	const list = 'mean' in value ? indicator.inputs[value.mean] : undefined;
	const member = list ? piecesOf(list)[0] : undefined;
	const bound = (of: number | undefined, ratio: bigint | null, plain: bigint) =>
		of !== undefined ? 2n * scaleFigure(of) : ratio !== null ? 2n * ratio : plain;
	const percent = 'percent' in value;
	const low = bound(value.min, percent ? 0n : null, member?.first ?? -2n * MOST);
	const high = bound(value.max, percent ? 100n * MICRO : null, member?.last ?? 2n * MOST);
	return [
		{
			first: sent && sent.first < low ? sent.first : low,
			last: sent && sent.last > high ? sent.last : high,
			step: 2n
		}
	];
}

/** Examples of dates stand near the end of the round. */
const preferred = (input: Input, to: string) =>
	input.type === 'date' || input.type === 'datetime' ? 2n * scaleMoment(to) : null;
