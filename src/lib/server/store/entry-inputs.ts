// Inputs by number, as stored entries name them.
import type { DuckDBConnection } from '@duckdb/node-api';

export interface InputName {
	readonly section: string;
	readonly indicator: string;
	readonly input: string;
}

/** The number of an input. */
export type NumberOf = (name: InputName) => number;

/** The numbers of all inputs met so far and of these; those not met before are numbered and kept. */
export async function numberInputs(connection: DuckDBConnection, names: readonly InputName[]): Promise<NumberOf> {
	const bySection = new Map<string, Map<string, Map<string, number>>>();
	const inputsOf = ({ section, indicator }: Omit<InputName, 'input'>): Map<string, number> => {
		const ofSection = bySection.get(section) ?? new Map<string, Map<string, number>>();
		const inputs = ofSection.get(indicator) ?? new Map<string, number>();
		if (inputs.size === 0) bySection.set(section, ofSection.set(indicator, inputs));
		return inputs;
	};
	const known = await connection.runAndReadAll('SELECT section, indicator, input, number FROM entry_inputs');
	for (const [section, indicator, input, number] of known.getRows())
		inputsOf({ section: String(section), indicator: String(indicator) }).set(String(input), Number(number));
	let last = known.currentRowCount;
	const fresh: (InputName & { readonly number: number })[] = [];
	for (const name of names) {
		const inputs = inputsOf(name);
		if (inputs.has(name.input)) continue;
		last += 1;
		inputs.set(name.input, last);
		fresh.push({ ...name, number: last });
	}
	if (fresh.length > 0) await keep(connection, fresh);
	return (name) => {
		const number = inputsOf(name).get(name.input);
		if (number === undefined)
			throw new Error(`an input without a number: ${name.section}/${name.indicator}/${name.input}`);
		return number;
	};
}

async function keep(
	connection: DuckDBConnection,
	fresh: readonly (InputName & { readonly number: number })[]
): Promise<void> {
	const rows = await connection.createAppender('entry_inputs');
	for (const { number, section, indicator, input } of fresh) {
		rows.appendInteger(number);
		for (const word of [section, indicator, input]) rows.appendVarchar(word);
		rows.endRow();
	}
	rows.closeSync();
}
