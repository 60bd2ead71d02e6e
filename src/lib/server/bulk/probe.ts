// What a plain table says, in the words of the reader that goes row by row: it reads the rows that between them say everything,
// and where it has nothing to remark on them, it would have nothing to remark on the whole.
import type { Agreement, Input } from '../../agreement/schema.ts';
import type { Entry, EntryValue } from '../../submission/entry.ts';
import type { ProvinceNames } from '../../submission/names/name-districts.ts';
import type { AnswersFor } from '../../submission/question.ts';
import { readSubmission } from '../../submission/read.ts';
import { valueLetter, type Dialect } from './dialect.ts';
import type { BulkNames, BulkRow, Surveyed } from './table.ts';
import type { InputName } from '../store/entry-inputs.ts';

/** What the codes of a table stand for. */
export interface Meanings {
	readonly districts: ReadonlyMap<number, string>;
	readonly inputs: ReadonlyMap<number, InputName & { readonly definition: Input }>;
	/** of each text that is no plain figure, for its input */
	readonly words: readonly (Pick<BulkRow, 'what' | 'value'> & { readonly text: string; readonly means: EntryValue })[];
}

const ONE = 1_000_000n;

export const spellWhat = (
	{ section, indicator, input }: BulkNames,
	what: number
): readonly [string, string, string] => [
	section[Math.floor(what / input.length / indicator.length)] ?? '',
	indicator[Math.floor(what / input.length) % indicator.length] ?? '',
	input[what % input.length] ?? ''
];

/** The rows as a file of their own, each in the line that is its place from 2. */
function writeProbe(rows: readonly BulkRow[], names: BulkNames, { heading, delimiter, columns }: Dialect): string {
	const lines = rows.map(({ whom, what, value }) => {
		const [section, indicator, input] = spellWhat(names, what);
		const cells = { district: names.district[whom] ?? '', section, indicator, input, value };
		return columns.map((column) => cells[column]).join(delimiter);
	});
	return `${[heading, ...lines].join('\n')}\n`;
}

/** A unit that ends in a digit would be taken off a figure. */
const mayEatDigits = (agreement: Agreement): boolean =>
	agreement.sections.some(({ indicators }) =>
		indicators.some(({ inputs }) => Object.values(inputs).some(({ unit }) => /[\d๐-๙.,]$/.test(unit ?? '')))
	);

const definitionsOf = (agreement: Agreement): ReadonlyMap<string, Input> =>
	new Map(
		agreement.sections.flatMap(({ section, indicators }) =>
			indicators.flatMap(({ indicator, inputs }) =>
				Object.entries(inputs).map(([input, definition]) => [`${section}/${indicator}/${input}`, definition] as const)
			)
		)
	);

/** Whether a code stands for one thing alone and no other code for it. */
function note<Thing>(
	known: Map<number, Thing>,
	keys: Map<string, number>,
	code: number,
	key: string,
	thing: Thing
): boolean {
	const other = keys.get(key);
	if (known.has(code) ? other !== code : other !== undefined) return false;
	known.set(code, thing);
	keys.set(key, code);
	return true;
}

/** Null where the reader would say anything at all about the table, or read it in any other way. */
export async function readProbe(
	{ rows, figures }: Surveyed,
	names: BulkNames,
	dialect: Dialect,
	file: string,
	agreement: Agreement,
	province: ProvinceNames,
	answersFor: AnswersFor
): Promise<Meanings | null> {
	if (mayEatDigits(agreement)) return null;
	const bytes = new TextEncoder().encode(writeProbe(rows, names, dialect));
	const read = await readSubmission(bytes, file, agreement, province, answersFor);
	const { readable, entries, problems, questions } = read;
	if (!readable || problems.length > 0 || questions.length > 0 || entries.length !== rows.length) return null;
	const districts = new Map<number, string>();
	const inputs = new Map<number, InputName & { definition: Input }>();
	const [districtCodes, inputCodes] = [new Map<string, number>(), new Map<string, number>()];
	const words = new Map<string, Meanings['words'][number]>();
	const definitions = definitionsOf(agreement);
	for (const [at, row] of rows.entries()) {
		const entry = entries[at];
		if (entry === undefined || !isWhereExpected(entry, at, dialect)) return null;
		const { district, section, indicator, input, value, text } = entry;
		const key = `${section}/${indicator}/${input}`;
		const definition = definitions.get(key);
		if (definition === undefined || !note(districts, districtCodes, row.whom, district, district)) return null;
		if (!note(inputs, inputCodes, row.what, key, { section, indicator, input, definition })) return null;
		if (row.scaled === null)
			words.set(`${row.what} ${row.value}`, { what: row.what, value: row.value, text, means: value });
		else if (value.kind !== 'number' || value.scaled !== row.scaled || text !== row.value) return null;
	}
	for (const { what, highest, broken } of figures) {
		const { type } = inputs.get(what)?.definition ?? {};
		if (type === 'count' && broken) return null;
		// A column of percents none of which is more than one may be of shares; that is asked where it is read row by row.
		if (type === 'pct' && broken && highest <= ONE) return null;
	}
	return { districts, inputs, words: [...words.values()] };
}

const isWhereExpected = ({ at: { sheet, line, cell } }: Entry, at: number, dialect: Dialect): boolean =>
	sheet === undefined && line === at + 2 && cell === `${valueLetter(dialect)}${at + 2}`;
