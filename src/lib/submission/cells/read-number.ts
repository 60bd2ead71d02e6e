// Counts, percents, baht and plain decimals: exact figures within the range the letter allows.
import type { Input } from '../../agreement/schema.ts';
import { parseFigure, scaleNumber } from '../../thai/numbers.ts';
import { sayFigureFault, sayNotWhole, sayOutOfRange } from '../sentences/sentences.ts';
import type { ValueReading } from './read-value.ts';

export type NumberType = 'count' | 'pct' | 'decimal' | 'baht';
type Ranged = Pick<Input, 'min' | 'max' | 'may_be_negative' | 'may_exceed_100' | 'unit'>;

const MILLION = 1_000_000n;

/** Lowest and highest figure allowed, in millionths: what the letter says, else at least 0 for all but decimals and at most 100 for percents. */
export const allowedRange = (type: NumberType, input: Ranged): { readonly min?: bigint; readonly max?: bigint } => {
	const lowest = input.min ?? (type === 'decimal' || input.may_be_negative === true ? undefined : 0);
	const highest = input.max ?? (type === 'pct' && input.may_exceed_100 !== true ? 100 : undefined);
	return {
		...(lowest === undefined ? {} : { min: scaleNumber(lowest) }),
		...(highest === undefined ? {} : { max: scaleNumber(highest) })
	};
};

type Range = ReturnType<typeof allowedRange>;
/** Ranges worked out: a letter has few inputs, and a file many figures of each. */
const worked = new WeakMap<Ranged, Map<NumberType, Range>>();

const rangeOf = (type: NumberType, input: Ranged): Range => {
	const ofInput = worked.get(input) ?? new Map<NumberType, Range>();
	const range = ofInput.get(type) ?? allowedRange(type, input);
	worked.set(input, ofInput.set(type, range));
	return range;
};

/** Takes off what may stand around a figure: ร้อยละ and % of a percent, บาท of baht, and the unit the letter names. */
const bareFigure = (text: string, type: NumberType, unit: string | undefined): string => {
	let bare = text.trim();
	if (type === 'pct' || (unit !== undefined && /%|ร้อยละ/.test(unit)))
		bare = bare.replace(/^ร้อยละ\s*/, '').replace(/\s*%$/, '');
	if (type === 'baht') bare = bare.replace(/^฿\s*/, '').replace(/\s*บาท$/, '');
	return unit !== undefined && unit !== '' && bare.endsWith(unit) ? bare.slice(0, -unit.length).trimEnd() : bare;
};

export type FigureResult =
	| { readonly kind: 'figure'; readonly scaled: bigint; readonly decimals: number }
	| Extract<ValueReading, { kind: 'bad' }>;

/** Reads one figure of a type and holds it against its range. */
export const readFigure = (text: string, type: NumberType, input: Ranged): FigureResult => {
	const figure = parseFigure(bareFigure(text, type, input.unit));
	if (figure.kind !== 'figure') return { kind: 'bad', code: figure.kind, why: sayFigureFault(figure.kind, text, type) };
	const { scaled } = figure;
	if (type === 'count' && scaled % MILLION !== 0n) return { kind: 'bad', code: 'not_whole', why: sayNotWhole(text) };
	const { min, max } = rangeOf(type, input);
	if ((min !== undefined && scaled < min) || (max !== undefined && scaled > max))
		return { kind: 'bad', code: 'out_of_range', why: sayOutOfRange(text, min, max) };
	return { kind: 'figure', scaled, decimals: type === 'count' ? 0 : figure.decimals };
};

export const readNumber = (text: string, input: Input): ValueReading => {
	const result = readFigure(text, input.type as NumberType, input);
	if (result.kind === 'bad') return result;
	return { kind: 'value', value: { kind: 'number', scaled: result.scaled, decimals: result.decimals } };
};
