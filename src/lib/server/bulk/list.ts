// The entries of a staged table one by one, for what has to see each of them.
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Entry, EntryValue } from '../../submission/entry.ts';
import { valueLetter, type Dialect } from './dialect.ts';
import type { Meanings } from './probe.ts';

const decimalsOf = (text: string): number => (text.includes('.') ? text.length - text.indexOf('.') - 1 : 0);

export async function listStaged(
	connection: DuckDBConnection,
	file: string,
	{ districts, inputs, words }: Meanings,
	dialect: Dialect
): Promise<readonly Entry[]> {
	const said = new Map(words.map(({ what, value, ...word }) => [`${what} ${value}`, word]));
	const letter = valueLetter(dialect);
	const read = await connection.runAndReadAll(
		'SELECT whom, what, value, scaled, (rowid + 2)::INTEGER FROM bulk_rows WHERE value IS NOT NULL ORDER BY rowid'
	);
	return read.getRows().map(([whom, what, value, scaled, line]): Entry => {
		const written = String(value);
		const word = said.get(`${Number(what)} ${written}`);
		const known = inputs.get(Number(what));
		const district = districts.get(Number(whom));
		if (known === undefined || district === undefined)
			throw new Error('a staged row has a name that was not looked up');
		const { definition, ...name } = known;
		const decimals = definition.type === 'count' ? 0 : decimalsOf(written);
		const figure = (): EntryValue => ({ kind: 'number', scaled: scaled as bigint, decimals });
		const at = { file, sheet: undefined, line: Number(line), cell: `${letter}${Number(line)}` };
		return { district, ...name, value: word?.means ?? figure(), text: word?.text ?? written, at };
	});
}
