// What was filled in on the web as the document that is sent and kept: results as JSON under a head that says what form it is of.
// It reads back to the very values that were shown, whoever reads it and whenever.
import { formatScaled } from '../../thai/numbers.ts';
import type { EntryValue } from '../entry.ts';

/** What proves a level, or the whole indicator where `outcome` is null. */
export interface EnteredEvidence {
	readonly outcome: number | string | null;
	readonly note: string;
	readonly file: { readonly name: string; readonly sha256: string; readonly bytes: number } | null;
}
export interface EnteredResult {
	readonly section: string;
	readonly indicator: string;
	readonly inputs: readonly { readonly input: string; readonly value: EntryValue }[];
	readonly evidence: readonly EnteredEvidence[];
}
export interface EnteredDocument {
	/** see template/stamp.ts: of which round and letter the form was */
	readonly stamp: string;
	/** ISO time with offset at which it was sent */
	readonly at: string;
	readonly by: string;
	/** the words that were agreed to */
	readonly certified: string;
	/** DOPA code: a district's, or the province's */
	readonly district: string;
	readonly results: readonly EnteredResult[];
}

const writeFigure = (scaled: bigint, decimals?: number): string =>
	formatScaled(scaled, { group: false, ...(decimals === undefined ? {} : { decimals }) }).replace('−', '-');

/** Figures in the digits they were typed in, so that no decimal is lost. */
function writeValue(value: EntryValue): string {
	switch (value.kind) {
		case 'number':
			return writeFigure(value.scaled, value.decimals);
		case 'bool':
			return String(value.yes);
		case 'moment':
			return JSON.stringify(value.iso);
		case 'list':
			return `[${value.scaled.map((one) => writeFigure(one)).join(', ')}]`;
		case 'withdrawn':
			return '"ถอน"';
		case 'bad':
			throw new Error('a value that cannot be used is not sent');
	}
}

/** One line for each value, so that a line of the document is a place that can be named. */
export function writeDocument({ stamp, at, by, certified, district, results }: EnteredDocument): string {
	const records = results.map(({ section, indicator, inputs, evidence }) => {
		const names = { district, section, indicator };
		const values = inputs.map(({ input, value }) => `${JSON.stringify(input)}: ${writeValue(value)}`);
		const lines = [
			...Object.entries(names).map(([key, name]) => `"${key}": ${JSON.stringify(name)}`),
			values.length === 0 ? '"inputs": {}' : `"inputs": {\n\t\t\t\t${values.join(',\n\t\t\t\t')}\n\t\t\t}`,
			...(evidence.length === 0 ? [] : [`"evidence": ${JSON.stringify(evidence)}`])
		];
		return `{\n\t\t\t${lines.join(',\n\t\t\t')}\n\t\t}`;
	});
	const head = Object.entries({ stamp, at, by, certified }).map(([key, text]) => `"${key}": ${JSON.stringify(text)}`);
	return `{\n\t${head.join(',\n\t')},\n\t"results": [\n\t\t${records.join(',\n\t\t')}\n\t]\n}\n`;
}
