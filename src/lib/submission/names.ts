// What districts, sections, indicators and inputs may be called in a file. A name is known or it is not: close ones are shown, never taken.
import type { Agreement, Indicator, Input, Section } from '../agreement/schema.ts';
import { nameKey } from '../thai/spelling.ts';
import { nearestNames } from './nearest.ts';

/** The districts a file may speak of. */
export interface ProvinceNames {
	/** DOPA code, 2 digits */
	readonly code: string;
	readonly districts: readonly { readonly code: string; readonly name: string }[];
}

export type Found<T> =
	| { readonly kind: 'found'; readonly it: T }
	/** several things share the name; `names` tells them apart */
	| { readonly kind: 'several'; readonly names: readonly string[] }
	/** `near`: the closest names, worked out only if somebody is told */
	| { readonly kind: 'unknown'; readonly near: () => readonly string[] };

export interface NamedInput {
	readonly name: string;
	readonly input: Input;
}

export interface IndicatorNames {
	readonly indicator: Indicator;
	readonly inputs: readonly NamedInput[];
	readonly findInput: (written: string) => Found<NamedInput>;
}
export interface SectionNames {
	readonly section: Section;
	readonly indicators: readonly IndicatorNames[];
	/** `numeric`: it came as a number, which cannot tell 1.1 from 1.10 */
	readonly findIndicator: (written: string, numeric: boolean) => Found<IndicatorNames>;
}
export interface Names {
	readonly sections: readonly SectionNames[];
	readonly findSection: (written: string) => Found<SectionNames>;
	/** a district's code, or the province's own for a fact of all its districts */
	readonly findDistrict: (written: string) => Found<string>;
	/** `อำเภอชุมแพ` of a code */
	readonly sayDistrict: (code: string) => string;
}

/** A finder over things that go by several names. */
const makeFinder = <T>(things: readonly T[], keysOf: (it: T) => readonly string[], show: (it: T) => string) => {
	const byKey = new Map<string, Set<T>>();
	for (const it of things) for (const key of keysOf(it)) byKey.set(key, (byKey.get(key) ?? new Set()).add(it));
	const shown = things.map(show);
	return (written: string, key = nameKey(written)): Found<T> => {
		const hits = [...(byKey.get(key) ?? [])];
		const [it] = hits;
		if (it === undefined) return { kind: 'unknown', near: () => nearestNames(written, shown) };
		return hits.length === 1 ? { kind: 'found', it } : { kind: 'several', names: hits.map(show) };
	};
};

const firstFilled = (first: readonly string[], second: readonly string[]): readonly string[] =>
	first.length > 0 ? first : second;

const nameInputs = (indicator: Indicator): IndicatorNames => {
	const inputs = Object.entries(indicator.inputs).map(([name, input]) => ({ name, input }));
	const byName = makeFinder(
		inputs,
		({ name }) => [nameKey(name)],
		({ name }) => name
	);
	const byLabel = makeFinder(
		inputs,
		({ input }) => [nameKey(input.label)],
		({ name, input }) => `${name} (${input.label})`
	);
	const findInput = (written: string): Found<NamedInput> => {
		const named = byName(written);
		if (named.kind !== 'unknown') return named;
		const labelled = byLabel(written);
		if (labelled.kind !== 'unknown') return labelled;
		return { kind: 'unknown', near: () => firstFilled(named.near(), labelled.near()) };
	};
	return { indicator, inputs, findInput };
};

const sameNumber = (a: string, b: string): boolean => a !== b && Number(a) === Number(b);

const nameIndicators = (section: Section): SectionNames => {
	const indicators = section.indicators.map(nameInputs);
	const numberOf = (it: IndicatorNames): string => it.indicator.indicator;
	const find = makeFinder(indicators, (it) => [numberOf(it)], numberOf);
	const findIndicator = (written: string, numeric: boolean): Found<IndicatorNames> => {
		const number = nameKey(written).replace(/^ตัวชี้วัด(ที่)?/, '');
		const twins = numeric ? indicators.map(numberOf).filter((other) => sameNumber(other, number)) : [];
		const found = find(written, number);
		if (found.kind === 'found' && twins.length > 0) return { kind: 'several', names: [number, ...twins] };
		return found.kind === 'unknown' && twins.length === 1 ? find(twins[0] ?? number) : found;
	};
	return { section, indicators, findIndicator };
};

const nameDistricts = (province: ProvinceNames) => {
	const districts = new Map(province.districts.map(({ code, name }) => [code, name]));
	const codes = [...districts.keys(), province.code];
	const say = (code: string): string => {
		const name = districts.get(code);
		return name === undefined ? 'ทั้งจังหวัด' : `อำเภอ${name}`;
	};
	const keysOf = (code: string): readonly string[] => {
		const name = nameKey(districts.get(code) ?? '');
		return name === '' ? [code] : [code, name, `อำเภอ${name}`, `อ.${name}`];
	};
	const find = makeFinder(codes, keysOf, (code) => code);
	const findDistrict = (written: string): Found<string> => {
		const found = find(written);
		if (found.kind !== 'unknown') return found;
		const bare = nameKey(written).replace(/^(อำเภอ|อ\.)/, '');
		// One code differs from another in a digit and says nothing of what was meant.
		if (/^\d*$/.test(bare)) return { kind: 'unknown', near: () => [] };
		return { kind: 'unknown', near: () => nearestNames(bare, [...districts.values()]) };
	};
	return { findDistrict, sayDistrict: say };
};

/** All names of a letter and its province. */
export const gatherNames = (agreement: Agreement, province: ProvinceNames): Names => {
	const sections = agreement.sections.map(nameIndicators);
	const find = makeFinder(
		sections,
		({ section }) => [nameKey(section.section), nameKey(section.title)],
		({ section }) => section.section
	);
	return { sections, findSection: (written) => find(written), ...nameDistricts(province) };
};
