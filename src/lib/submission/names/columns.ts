// Columns of a wide table: one per input, headed `team/1/budget_used_pct` or by a label that no other column bears.
import { nameKey } from '../../thai/spelling.ts';
import type { IndicatorNames, SectionNames } from './name-indicators.ts';
import type { NamedInput } from './name-inputs.ts';
import type { Names } from './names.ts';

export interface InputColumn {
	readonly section: SectionNames;
	readonly indicator: IndicatorNames;
	readonly input: NamedInput;
	/** team/1/budget_used_pct */
	readonly path: string;
	/** the label, with section and indicator behind it where another input bears the same label */
	readonly heading: string;
}

const countKeys = (texts: readonly string[]): ReadonlyMap<string, number> => {
	const counts = new Map<string, number>();
	for (const text of texts) counts.set(nameKey(text), (counts.get(nameKey(text)) ?? 0) + 1);
	return counts;
};

/** Every input of the letter in the letter's order, each with a heading of its own. */
export const nameColumns = (names: Names): readonly InputColumn[] => {
	const columns = names.sections.flatMap((section) =>
		section.indicators.flatMap((indicator) =>
			indicator.inputs.map((input) => {
				const number = indicator.indicator.indicator;
				const path = `${section.section.section}/${number}/${input.name}`;
				const placed = `${input.input.label} (${section.section.title} ${number})`;
				return { section, indicator, input, path, placed };
			})
		)
	);
	const labels = countKeys(columns.map(({ input }) => input.input.label));
	const placements = countKeys(columns.map(({ placed }) => placed));
	return columns.map(({ placed, ...column }) => {
		const { label } = column.input.input;
		const alone = labels.get(nameKey(label)) === 1;
		const placedAlone = placements.get(nameKey(placed)) === 1;
		return { ...column, heading: alone ? label : placedAlone ? placed : `${label} [${column.path}]` };
	});
};
