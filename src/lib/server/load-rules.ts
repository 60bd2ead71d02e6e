// Rule rows and reported values into the tables that the statements read.
import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api';
import type { Agreement, Input } from '../agreement/schema.ts';
import type { Compiled } from '../scoring/compile.ts';
import { packLeaves, type StepRow } from '../scoring/pack.ts';
import { MICRO, NOT_DONE, scaleFigure, scaleMoment } from '../scoring/position.ts';
import type { InputRow, Rules } from '../scoring/rules.ts';
import type { Entry, EntryValue } from '../submission/entry.ts';
import tablesSql from '../scoring/tables.sql?raw';

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
	});
	await append(connection, 'term', rules.terms, (to, row) => {
		to.appendInteger(row.measure);
		to.appendInteger(row.input);
		to.appendTinyInt(row.num);
		to.appendTinyInt(row.den);
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
	for (const kind of ['input', 'measure'] as const)
		await append(
			connection,
			`${kind}_step`,
			packLeaves(rules.leaves.filter((leaf) => leaf.source.kind === kind)),
			appendStep
		);
	await append(connection, 'unclear', rules.unclear, (to, row) => {
		to.appendInteger(row.unit);
		to.appendInteger(row.bit);
		to.appendVarchar(row.reason);
		appendText(to, row.reading);
	});
	await append(connection, 'outcome', rules.outcomes, (to, row) => {
		to.appendInteger(row.unit);
		to.appendInteger(row.ord);
		to.appendInteger(row.row);
		for (const n of [row.sure, row.possible, row.recommended]) to.appendBigInt(n);
		appendInteger(to, row.outcome);
		appendText(to, row.undecided);
		appendText(to, row.reading);
		appendInteger(to, row.points);
		appendInteger(to, row.lowest);
		appendInteger(to, row.highest);
	});
	await append(connection, 'adjust', rules.adjusts, (to, row) => {
		to.appendInteger(row.unit);
		to.appendInteger(row.adjust);
		for (const n of [row.sure, row.possible, row.recommended]) to.appendBigInt(n);
		to.appendInteger(row.points);
	});
	await append(connection, 'applies', rules.applies, (to, row) => {
		to.appendInteger(row.unit);
		to.appendInteger(row.district);
	});
}

function appendStep(to: DuckDBAppender, row: StepRow): void {
	to.appendInteger(row.source.number);
	to.appendInteger(row.unit);
	to.appendTinyInt(row.stratum);
	for (const n of [row.base, ...row.bounds, ...row.gains, row.bits]) to.appendBigInt(n);
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

export const loadEntries = (connection: DuckDBConnection, rows: readonly EntryRow[]) =>
	append(connection, 'entry', rows, (to, row) => {
		to.appendInteger(row.subject);
		to.appendInteger(row.input);
		appendBig(to, row.position);
		to.appendTinyInt(row.position === null ? 1 : 0);
		to.appendTinyInt(row.decimals);
	});

/**
 * What each district (a subject, numbered from `firstSubject` in the order given) has for each input: its own entry, else the province's, else what the letter gives.
 * The last entry of a list wins; callers pass the entries in force.
 */
export function entryRows(
	agreement: Agreement,
	compiled: Compiled,
	districts: readonly string[],
	entries: readonly Entry[],
	firstSubject = 0
): readonly EntryRow[] {
	const sent = new Map<string, EntryValue>();
	for (const e of entries) sent.set(`${e.district}/${e.section}/${e.indicator}/${e.input}`, e.value);
	const rows: EntryRow[] = [];
	for (const section of agreement.sections)
		for (const indicator of section.indicators)
			for (const [name, input] of Object.entries(indicator.inputs)) {
				const key = `${section.section}/${indicator.indicator}/${name}`;
				const numbers = compiled.inputs.get(key) ?? [];
				for (const [i, district] of districts.entries()) {
					if (indicator.applies_to !== 'all' && !indicator.applies_to.includes(district)) continue;
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
			return members.reduce((a, b) => a + b, 0n);
		}
	}
}

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
