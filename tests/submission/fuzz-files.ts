// Good files of every kind that is taken, made from tables, and what befalls their bytes afterwards.
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { writeTemplate } from '../../src/lib/submission/template/template.ts';
import type { Random } from './fuzz-random.ts';
import { changes, formRows, stackedRows, tidyRows, wideRows, type Rows } from './fuzz-tables.ts';
import { letter, province } from './letter.ts';
import { makeArchive } from './make-archive.ts';

export interface Mutant {
	readonly name: string;
	readonly bytes: Uint8Array;
}

type Write = (rows: Rows, random: Random) => Promise<Mutant> | Mutant;

const encodeThai = (text: string): Uint8Array =>
	Uint8Array.from(text, (letter) => {
		const code = letter.codePointAt(0) ?? 0;
		return code < 128 ? code : code >= 0x0e01 && code <= 0x0e5b ? code - 0x0e01 + 0xa1 : 0x3f;
	});
const encodings: readonly ((text: string) => Uint8Array)[] = [
	(text) => new TextEncoder().encode(text),
	(text) => new TextEncoder().encode(`\ufeff${text}`),
	encodeThai,
	(text) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')),
	(text) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le').swap16())
];

const quoteCell = (text: string, delimiter: string, always: boolean): string =>
	always || text.includes('"') || text.includes('\n') || text.includes(delimiter)
		? `"${text.replaceAll('"', '""')}"`
		: text;

const writeText: Write = (rows, random) => {
	const delimiter = random.chance(0.7) ? ',' : random.pick([';', '\t', '|']);
	const always = random.chance(0.2);
	const end = random.pick(['\n', '\n', '\r\n', '\r']);
	const text = rows.map((row) => row.map((cell) => quoteCell(cell, delimiter, always)).join(delimiter) + end).join('');
	return { name: 'ผล.csv', bytes: random.chance(0.6) ? new TextEncoder().encode(text) : random.pick(encodings)(text) };
};

/** Figures as figures, the rest as text, as somebody types them. */
const typed = (text: string): string | number => (/^-?\d{1,9}(?:\.\d{1,4})?$/.test(text) ? Number(text) : text);
const sheetsOf = (rows: Rows, random: Random) => {
	const table = rows.map((row) => row.map((text) => (random.chance(0.8) ? typed(text) : text)));
	const about = { name: 'คำแนะนำ', rows: [['กรอกแผ่นถัดไป']] };
	const filled = { name: 'ผล', rows: table };
	return random.pick([[filled], [filled], [about, filled], [filled, { ...filled, name: 'ผล 2' }], [about]]);
};
const writeBook: Write = async (rows, random) => ({
	name: 'ผล.xlsx',
	bytes: await writeXlsx({ sheets: sheetsOf(rows, random) })
});
const writeOpen: Write = async (rows, random) => ({
	name: 'ผล.ods',
	bytes: await writeOds({ sheets: sheetsOf(rows, random) })
});

const records = [
	{ district: '4005', section: 'team', indicator: '1', inputs: { spent_baht: 5, budget_used_pct: 91.5 } },
	{ district: 'น้ำพอง', section: 'team', indicator: 2, inputs: { project_progress_pcts: [80, 90], completed_at: null } },
	{ district: '4001', section: 'individual', indicator: '2.1', inputs: { households_count: 30 } }
];
const writeRecords: Write = (rows, random) => {
	const last = rows.at(-1)?.at(-1) ?? '';
	const more = { district: rows[1]?.[0] ?? '', section: 'team', indicator: '1', inputs: { spent_baht: typed(last) } };
	const all = random.chance(0.5) ? [...records, more] : records;
	return { name: 'ผล.json', bytes: new TextEncoder().encode(JSON.stringify(all, null, random.pick([0, 1]))) };
};

const templates = await Promise.all(
	[null, '4005'].map((district) => writeTemplate(letter, { ...province, name: 'ขอนแก่น' }, district))
);
const writeForm: Write = (_, random) => ({ name: 'แบบกรอก.xlsx', bytes: random.pick(templates) });

const writeFolder: Write = async (rows, random) => {
	const inside = await Promise.all([writeText(rows, random), writeBook(rows, random)]);
	const parts = inside.map(({ name, bytes }, nth) => ({ name: `อำเภอ ${nth}/${name}`, content: bytes }));
	return { name: 'ส่งผล.zip', bytes: makeArchive([...parts, { name: '__MACOSX/._x', content: 'x' }]) };
};

const kinds: readonly (readonly [Write, readonly Rows[]])[] = [
	[writeText, [tidyRows, tidyRows, wideRows, stackedRows, formRows]],
	[writeText, [tidyRows, wideRows]],
	[writeBook, [tidyRows, wideRows, stackedRows, formRows]],
	[writeOpen, [tidyRows, wideRows]],
	[writeRecords, [tidyRows]],
	[writeForm, [tidyRows]],
	[writeFolder, [tidyRows, wideRows]]
];

type Damage = (bytes: Uint8Array, random: Random) => Uint8Array;
const damages: readonly Damage[] = [
	(bytes, random) => {
		const out = Uint8Array.from(bytes);
		for (let n = 1 + random.below(4); n > 0; n -= 1) out[random.below(out.length)] = random.below(256);
		return out;
	},
	(bytes, random) => bytes.slice(0, random.below(bytes.length + 1)),
	(bytes, random) => {
		const [from, length] = [random.below(bytes.length), random.below(40)];
		return Uint8Array.from([...bytes.subarray(0, from), ...bytes.subarray(from + length)]);
	},
	(bytes, random) => {
		const [from, length] = [random.below(bytes.length), random.below(200)];
		return Uint8Array.from([...bytes.subarray(0, from + length), ...bytes.subarray(from)]);
	},
	(bytes, random) => {
		const at = random.below(bytes.length);
		const junk = Array.from({ length: 1 + random.below(6) }, () =>
			random.pick([0, 10, 34, 44, 60, 0xe0, 0xff, random.below(256)])
		);
		return Uint8Array.from([...bytes.subarray(0, at), ...junk, ...bytes.subarray(at)]);
	}
];

/** A file that was good once, or still is. */
export const makeMutant = async (random: Random): Promise<Mutant> => {
	const [write, tables] = random.pick(kinds);
	let rows = random.pick(tables);
	for (let n = random.below(4); n > 0; n -= 1) rows = random.pick(changes)(rows, random);
	const file = await write(rows, random);
	if (!random.chance(0.25) || file.bytes.length === 0) return file;
	return { ...file, bytes: random.pick(damages)(file.bytes, random) };
};
