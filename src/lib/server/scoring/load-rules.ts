// Rule rows and reported values into the tables that the statements read.
import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api';
import { isAppliedTo } from '../../agreement/applies.ts';
import type { Agreement, Input } from '../../agreement/schema.ts';
import type { Compiled } from '../../scoring/compile.ts';
import {
	groupAlike,
	numberAdjusts,
	numberOutcomes,
	packInputBits,
	packSteps,
	packTerms,
	STEPS,
	TERMS,
	type InputStep,
	type Marked,
	type MeasureStep
} from '../../scoring/pack.ts';
import { MICRO, NOT_DONE, scaleFigure, scaleMoment } from '../../scoring/position.ts';
import type { InputRow, Rules } from '../../scoring/rules.ts';
import type { Entry, EntryValue } from '../../submission/entry.ts';
import { LARGEST_SUM } from '../../submission/cells/read-list.ts';
import sheetSql from '../../scoring/sheet.sql?raw';
import judgedSql from '../../scoring/judged.sql?raw';
import lineSql from '../../scoring/line.sql?raw';
import tablesSql from '../../scoring/tables.sql?raw';
import workedSql from '../../scoring/worked.sql?raw';

/** One value as the statements see it; `position` is null where it was sent and is invalid. */
export interface EntryRow {
	readonly subject: number;
	readonly input: number;
	readonly position: bigint | null;
	readonly decimals: number;
}

export async function loadRules(connection: DuckDBConnection, rules: Rules): Promise<void> {
	await connection.run(tablesSql);
	await append(connection, 'measure', rules.measures, (to, row) => {
		to.appendInteger(row.measure);
		to.appendInteger(row.terms);
		to.appendBigInt(BigInt(row.times));
		to.appendBoolean(row.ratio);
		appendBig(to, row.lowest);
		appendBig(to, row.highest);
		appendBig(to, row.zero);
	});
	await append(connection, 'term', rules.terms, (to, row) => {
		to.appendInteger(row.measure);
		to.appendInteger(row.input);
		to.appendTinyInt(row.num);
		to.appendTinyInt(row.den);
	});
	await append(connection, 'short_measure', packTerms(rules), (to, terms) => {
		to.appendInteger(terms[0]?.measure ?? 0);
		const slots = Array.from({ length: TERMS }, (_, i) => terms[i]);
		for (const term of slots) appendInteger(to, term ? term.input + 1 : null);
		for (const term of slots) to.appendBigInt(BigInt(term?.num ?? 0));
		for (const term of slots) to.appendBigInt(BigInt(term?.den ?? 0));
	});
	await append(connection, 'figure', rules.figures, (to, row) => {
		to.appendInteger(row.measure);
		to.appendInteger(row.input);
	});
	await append(connection, 'placed', rules.places, (to, row) => {
		to.appendInteger(row.source.number);
		to.appendBoolean(row.source.kind === 'measure');
		to.appendInteger(row.first);
		to.appendInteger(row.last);
	});
	await append(connection, 'combine', rules.combines, (to, row) => {
		to.appendInteger(row.unit);
		to.appendVarchar(row.how);
		for (const n of [row.lowest, row.highest, row.recommended]) to.appendInteger(n);
	});
	await append(connection, 'rule_check', rules.checks, (to, row) => {
		to.appendInteger(row.check);
		to.appendInteger(row.input);
		to.appendTinyInt(row.coefficient);
	});
	await append(connection, 'section', rules.sections, (to, row) => {
		to.appendInteger(row.section);
		to.appendBigInt(BigInt(row.scale));
		to.appendBigInt(BigInt(row.lost));
	});
	await append(connection, 'unit', rules.units, (to, row) => {
		to.appendInteger(row.unit);
		to.appendInteger(row.section);
		to.appendTinyInt(row.stratum);
		appendInteger(to, row.parent);
		to.appendBigInt(BigInt(row.weight));
		to.appendBigInt(BigInt(row.factor));
		to.appendBigInt(row.bits);
		to.appendInteger(row.floor);
		to.appendInteger(row.ceiling);
	});
	const steps = packSteps(rules.leaves);
	await append(connection, 'input_step', steps.inputs, appendInputStep);
	await append(connection, 'input_bits', packInputBits(rules.leaves), (to, row) => {
		to.appendInteger(row.input);
		to.appendInteger(row.unit);
		to.appendBigInt(row.bits);
	});
	await append(connection, 'measure_step', steps.measures, appendMeasureStep);
	await append(connection, 'unclear', rules.unclear, (to, row) => {
		to.appendInteger(row.unit);
		to.appendBigInt(1n << BigInt(row.bit));
		to.appendVarchar(row.reason);
		appendText(to, row.reading);
	});
	await append(connection, 'outcome', numberOutcomes(rules.outcomes), (to, row) => {
		to.appendInteger(row.unit);
		to.appendInteger(row.ord);
		to.appendInteger(row.line);
		to.appendBoolean(row.alone);
		for (const n of [row.sure, row.possible, row.recommended]) to.appendBigInt(n);
		appendInteger(to, row.outcome);
		appendText(to, row.undecided);
		appendText(to, row.reading);
		appendInteger(to, row.points);
		appendInteger(to, row.lowest);
		appendInteger(to, row.highest);
	});
	await append(connection, 'adjust', numberAdjusts(rules), (to, row) => {
		to.appendInteger(row.unit);
		to.appendInteger(row.adjust);
		to.appendInteger(row.line);
		for (const n of [row.sure, row.possible, row.recommended]) to.appendBigInt(n);
		to.appendInteger(row.points);
	});
	await append(connection, 'applies', rules.applies, (to, row) => {
		to.appendInteger(row.unit);
		to.appendInteger(row.district);
	});
	const alike = groupAlike(rules.applies);
	await append(connection, 'alike', alike.districts, (to, row) => {
		to.appendInteger(row.alike);
		to.appendInteger(row.district);
	});
	await append(connection, 'alike_unit', alike.units, (to, row) => {
		to.appendInteger(row.alike);
		to.appendInteger(row.unit);
	});
	await connection.run(workedSql);
	await connection.run(lineSql);
	await connection.run(judgedSql);
}

function appendInputStep(to: DuckDBAppender, { unit, stratum, alone, word, slots }: Marked<InputStep>): void {
	to.appendInteger(unit);
	to.appendTinyInt(stratum);
	to.appendBoolean(alone);
	to.appendTinyInt(word);
	const padded = Array.from({ length: STEPS }, (_, i) => slots[i]);
	for (const slot of padded) appendInteger(to, slot ? slot.input + 1 : null);
	for (const i of [0, 1]) for (const slot of padded) to.appendBigInt(slot?.bounds[i] ?? 0n);
	for (const slot of padded) to.appendBigInt(slot?.below ?? 0n);
	for (const i of [0, 1]) for (const slot of padded) to.appendBigInt(slot?.from[i] ?? 0n);
}

function appendMeasureStep(to: DuckDBAppender, row: Marked<MeasureStep>): void {
	to.appendInteger(row.source.number);
	to.appendInteger(row.unit);
	to.appendTinyInt(row.stratum);
	to.appendBoolean(row.alone);
	to.appendTinyInt(row.word);
	for (const n of [...row.bounds, row.below, ...row.from, row.bits]) to.appendBigInt(n);
}

/** A district in a period; subjects are numbered from 0 without holes. */
export interface SubjectRow {
	readonly subject: number;
	readonly period: number;
	readonly district: number;
}

export const loadSubjects = (connection: DuckDBConnection, subjects: readonly SubjectRow[]) =>
	append(connection, 'subject', subjects, (to, row) => {
		to.appendInteger(row.subject);
		to.appendInteger(row.period);
		to.appendInteger(row.district);
	});

/** All entries of the subjects loaded since the last time; loaded once, they are also laid out as sheets. */
export async function loadEntries(connection: DuckDBConnection, rows: readonly EntryRow[]): Promise<void> {
	await append(connection, 'entry', rows, (to, row) => {
		to.appendInteger(row.subject);
		to.appendInteger(row.input);
		appendBig(to, row.position);
		to.appendTinyInt(row.position === null ? 1 : 0);
		to.appendTinyInt(row.decimals);
	});
	await connection.run(sheetSql);
}

/**
 * What each district (a subject, numbered from `firstSubject` in the order given) has for each input: its own entry, else the province's, else what the letter gives.
 * The last entry of a list wins, and where it takes a value back there is none; callers pass the entries in force.
 */
export function entryRows(
	agreement: Agreement,
	compiled: Compiled,
	districts: readonly string[],
	entries: readonly Entry[],
	firstSubject = 0
): readonly EntryRow[] {
	const sent = new Map<string, EntryValue>();
	for (const e of entries) {
		const key = `${e.district}/${e.section}/${e.indicator}/${e.input}`;
		if (e.value.kind === 'withdrawn') sent.delete(key);
		else sent.set(key, e.value);
	}
	const rows: EntryRow[] = [];
	for (const section of agreement.sections)
		for (const indicator of section.indicators)
			for (const [name, input] of Object.entries(indicator.inputs)) {
				const key = `${section.section}/${indicator.indicator}/${name}`;
				const numbers = compiled.inputs.get(key) ?? [];
				for (const [i, district] of districts.entries()) {
					if (!isAppliedTo(indicator, district)) continue;
					const value = sent.get(`${district}/${key}`) ?? sent.get(`${agreement.province}/${key}`) ?? givenValue(input);
					if (value) rows.push(...rowsOf(firstSubject + i, numbers, value));
				}
			}
	return rows;
}

function givenValue({ given }: Input): EntryValue | undefined {
	if (given === undefined) return undefined;
	if (typeof given === 'boolean') return { kind: 'bool', yes: given };
	if (typeof given === 'string') return { kind: 'moment', iso: given };
	return { kind: 'number', scaled: scaleFigure(given), decimals: 6 };
}

function rowsOf(subject: number, inputs: readonly InputRow[], value: EntryValue): readonly EntryRow[] {
	return inputs.map(({ input, of }) => {
		const scaled = scaledValue(value, of);
		const decimals = value.kind === 'number' ? value.decimals : 0;
		return { subject, input, position: scaled === null ? null : 2n * scaled, decimals };
	});
}

function scaledValue(value: EntryValue, of: InputRow['of']): bigint | null {
	switch (value.kind) {
		case 'bad':
		case 'withdrawn':
			return null;
		case 'bool':
			return value.yes ? MICRO : 0n;
		case 'moment':
			return value.iso === null ? NOT_DONE : scaleMoment(value.iso);
		case 'number':
			return value.scaled;
		case 'list': {
			const members = value.scaled;
			if (of === 'count') return BigInt(members.length) * MICRO;
			if (of === 'lowest') return members.reduce<bigint>((a, b) => (b < a ? b : a), members[0] ?? 0n);
			return withinReach(members.reduce((a, b) => a + b, 0n));
		}
	}
}

/** A sum too large to be stored as a position is refused where it is read; whatever comes here all the same is as good as invalid. */
const withinReach = (scaled: bigint) => (scaled > LARGEST_SUM || scaled < -LARGEST_SUM ? null : scaled);

async function append<T>(
	connection: DuckDBConnection,
	table: string,
	rows: readonly T[],
	write: (to: DuckDBAppender, row: T) => void
): Promise<void> {
	const appender = await connection.createAppender(table);
	for (const row of rows) {
		write(appender, row);
		appender.endRow();
	}
	appender.closeSync();
}

const appendBig = (to: DuckDBAppender, n: bigint | null) => (n === null ? to.appendNull() : to.appendBigInt(n));
const appendInteger = (to: DuckDBAppender, n: number | null) => (n === null ? to.appendNull() : to.appendInteger(n));
const appendText = (to: DuckDBAppender, text: string | null) =>
	text === null ? to.appendNull() : to.appendVarchar(text);
