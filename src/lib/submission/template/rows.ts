// What a template asks, row by row: an input of one district, or of the whole province.
import type { Agreement, Indicator, Input, Section } from '../../agreement/schema.ts';
import type { ProvinceNames } from '../names/name-districts.ts';
import type { IndicatorNames } from '../names/name-indicators.ts';
import { gatherNames } from '../names/names.ts';
import { allowedRange, type NumberType } from '../cells/read-number.ts';
import { sayGiven, sayHow, sayInformation } from '../sentences/template.ts';
import { listClauses } from './clause.ts';

/** One input of the letter and all that is said beside it. */
export interface AskedInput {
	readonly section: Section;
	/** by which the section is known again: its title, or its name where the title is another's */
	readonly knownSection: string;
	readonly indicator: Indicator;
	readonly name: string;
	readonly input: Input;
	/** by which the row is known again: the label, or the input's name where another input of the indicator bears the label */
	readonly known: string;
	/** what the cell takes, in a line */
	readonly how: string;
	/** lines about filling it: notes of the letter, what it has set itself */
	readonly notes: readonly string[];
	readonly clauses: readonly string[];
	/** allowed figures in millionths; nothing for what is no figure */
	readonly min?: bigint;
	readonly max?: bigint;
}

const isFigure = (type: Input['type']): type is NumberType =>
	type === 'count' || type === 'pct' || type === 'decimal' || type === 'baht';

const knownAs = (names: IndicatorNames, name: string, { label }: Input): string => {
	const found = names.findInput(label);
	return found.kind === 'found' && found.it.name === name ? label : name;
};

/** Every input of the letter, in its order. */
export const listAsked = (agreement: Agreement, province: ProvinceNames): readonly AskedInput[] => {
	const { sections, findSection } = gatherNames(agreement, province);
	return sections.flatMap(({ section, indicators }) => {
		const titled = findSection(section.title);
		const knownSection = titled.kind === 'found' && titled.it.section === section ? section.title : section.section;
		return indicators.flatMap((names) =>
			names.inputs.map(({ name, input }) => {
				const range = isFigure(input.type) ? allowedRange(input.type, input) : {};
				const known = knownAs(names, name, input);
				return {
					section,
					knownSection,
					indicator: names.indicator,
					name,
					input,
					known,
					how: sayHow(input, range.min, range.max, agreement.to),
					notes: [
						...(known === input.label ? [] : [input.label]),
						...(input.given === undefined ? [] : [sayGiven(input.given)]),
						// The letter's own note on it says as much.
						...(input.information === true && input.note === undefined ? [sayInformation()] : []),
						...(input.note === undefined ? [] : [input.note])
					],
					clauses: listClauses(names.indicator, name),
					...range
				};
			})
		);
	});
};
