// What an input may be called in a file: its name or its label, with its unit or the number of its indicator beside it.
import type { Indicator, Input } from '../../agreement/schema.ts';
import { makeFinder, remember, type Found } from './found.ts';
import { readNumbered } from './plain-key.ts';

export interface NamedInput {
	readonly name: string;
	readonly input: Input;
}

export interface InputNames {
	readonly inputs: readonly NamedInput[];
	readonly findInput: (written: string) => Found<NamedInput>;
}

const UNITS: Readonly<Partial<Record<Input['type'], readonly string[]>>> = {
	pct: ['ร้อยละ', '%', 'เปอร์เซ็นต์'],
	baht: ['บาท'],
	bool: ['ใช่/ไม่', 'ใช่/ไม่ใช่']
};

/** The label as forms and tables write it: alone or with the unit in brackets. */
export const labelsOf = ({ label, type, unit }: Input): readonly string[] => [
	label,
	...[...(unit === undefined ? [] : [unit]), ...(UNITS[type] ?? [])].flatMap((word) => [
		`${label} (${word})`,
		`${label} [${word}]`
	])
];

/** `within`: the section and number of the indicator. */
export const nameInputs = (indicator: Indicator, within: string): InputNames => {
	const inputs = Object.entries(indicator.inputs).map(([name, input]) => ({ name, input }));
	const ofLabel = new Map<string, number>();
	for (const { input } of inputs) ofLabel.set(input.label, (ofLabel.get(input.label) ?? 0) + 1);
	const finder = makeFinder<NamedInput>(
		inputs.map((it) => ({
			means: it.name,
			label: ofLabel.get(it.input.label) === 1 ? it.input.label : `${it.input.label} [${it.name}]`,
			it,
			alike: [it.name, it.input.label],
			names: [it.name, ...labelsOf(it.input)]
		})),
		`${within}/`
	);
	const findInput = (written: string): Found<NamedInput> => {
		const hits = finder.hits(written);
		if (hits.length > 0) return finder.settle(hits, written);
		const numbered = readNumbered(written);
		const behind = numbered?.number === indicator.indicator ? finder.hits(numbered.rest) : [];
		return finder.settle(behind, written, () => finder.near(numbered?.rest ?? written));
	};
	return { inputs, findInput: remember(findInput) };
};
