// Scores a round: the letter's rule rows and what was reported go into DuckDB, the fixed statements run, and what they answer
// is given names. Nothing is decided here.
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Agreement } from '../agreement/schema.ts';
import { compileAgreement, type Compiled, type Unit } from '../scoring/compile.ts';
import { toNumber } from '../scoring/fraction.ts';
import type { IndicatorScore, Reason, ScoreAnswer, ScoreDetail, SectionScore, Status } from '../scoring/results.ts';
import type { Entry, Problem } from '../submission/entry.ts';
import placeSql from '../ranking/place.sql?raw';
import { entryRows, loadCohort, loadEntries, loadRules } from './load-rules.ts';
import { readConflicts } from './conflicts.ts';
import { runRules } from './run-rules.ts';
import resultSql from '../scoring/result.sql?raw';

export interface Scored {
	readonly answer: ScoreAnswer;
	/** by district/section/indicator */
	readonly details: ReadonlyMap<string, ScoreDetail>;
	/** inputs that cannot all be so, and figures that their parts do not round to */
	readonly problems: readonly Problem[];
}

/** Scores one round. `districts`: DOPA codes of all districts of the province, reporting or not. */
export async function scoreEntries(
	connection: DuckDBConnection,
	agreement: Agreement,
	districts: readonly string[],
	entries: readonly Entry[]
): Promise<Scored> {
	const compiled = compileAgreement(agreement, districts);
	const rows = entryRows(agreement, compiled, districts, entries);
	await loadRules(connection, compiled.rules);
	await loadCohort(connection, 1, districts);
	await loadEntries(connection, 1, rows);
	await runRules(connection);
	const cells = await readCells(connection);
	const values = await readValues(connection);
	const sections = await readSections(connection, agreement, compiled, districts);
	const details = new Map<string, ScoreDetail>();
	const scores = districts.flatMap((district) =>
		agreement.sections.flatMap((section) =>
			section.indicators.map((indicator) => {
				const units = compiled.units.filter(
					(u) => u.section === section.section && u.indicator === indicator.indicator && u.part === null
				);
				const named = nameScore(agreement, district, units, cells, values);
				if (named.detail) details.set(`${district}/${section.section}/${indicator.indicator}`, named.detail);
				return named.score;
			})
		)
	);
	const problems = await readConflicts(connection, agreement, compiled, entries);
	return { answer: { agreement: agreement.agreement, scores, sections }, details, problems };
}

interface Cell {
	readonly unit: number;
	readonly district: number;
	readonly met: bigint;
	readonly seen: bigint;
	readonly lowest: number | null;
	readonly highest: number | null;
	readonly outcome: number | null;
	readonly status: Status;
	readonly reason: Reason | null;
	readonly reading: string | null;
	readonly recommended: number | null;
	readonly recommended_points: number | null;
}
type Cells = ReadonlyMap<string, Cell>;
type Values = ReadonlyMap<string, readonly [bigint, bigint]>;

async function readCells(connection: DuckDBConnection): Promise<Cells> {
	const rows = (await connection.runAndReadAll(resultSql)).getRowObjectsJS() as unknown as Cell[];
	return new Map(rows.map((row) => [`${row.district}/${row.unit}`, row]));
}

async function readValues(connection: DuckDBConnection): Promise<Values> {
	const sql = `SELECT district, measure, num::VARCHAR, den::VARCHAR FROM derived WHERE state = 0
		UNION ALL SELECT district, input, (position // 2)::VARCHAR, '1000000' FROM entry WHERE state = 0`;
	const rows = (await connection.runAndReadAll(sql)).getRowsJS() as [number, number, string, string][];
	return new Map(rows.map(([district, measure, num, den]) => [`${district}/${measure}`, [BigInt(num), BigInt(den)]]));
}

const inThousandths = (points: number | null) => (points === null ? null : points / 1000);

function nameScore(
	agreement: Agreement,
	district: string,
	units: readonly Unit[],
	cells: Cells,
	values: Values
): { score: IndicatorScore; detail: ScoreDetail | null } {
	const unit = units.find((u) => u.alternative === null);
	if (!unit) throw new Error('an indicator has a unit');
	const base = {
		district,
		section: unit.section,
		indicator: unit.indicator,
		outcome: null,
		points: null,
		max_points: inThousandths(unit.maxPoints),
		weight: unit.weight,
		weighted: null,
		value: null,
		reading: null,
		recommended: null
	};
	if (!unit.applies.includes(district))
		return { score: { ...base, status: 'not_applicable', reason: 'not_applicable' }, detail: null };
	if (!unit.conditions) return { score: { ...base, status: 'undecided', reason: 'rule_missing' }, detail: null };
	const cell = cells.get(`${Number(district)}/${unit.unit}`);
	if (!cell) throw new Error(`no result for ${district} ${unit.section}/${unit.indicator}`);
	const scored = cell.status === 'scored';
	const outcome = cell.outcome === null ? undefined : unit.outcomes[cell.outcome];
	const recommended = cell.recommended === null ? undefined : unit.outcomes[cell.recommended];
	const reading = cell.reading ?? (cell.reason === 'zero_denominator' ? zeroReading(agreement, unit) : null);
	const restsOn = scored ? readingsUnder(district, unit, cell, units, cells) : [];
	const points = scored ? cell.lowest : null;
	return {
		score: {
			...base,
			status: cell.status,
			outcome: outcome?.outcome ?? null,
			points: inThousandths(points),
			weighted:
				points === null || unit.weight === null || !unit.maxPoints
					? null
					: toNumber(BigInt(points) * BigInt(Math.round(unit.weight * 100)), BigInt(unit.maxPoints) * 100n),
			value: valueOf(district, unit, values),
			reason: cell.reason,
			reading: restsOn[0] ?? null,
			recommended: recommended
				? {
						outcome: recommended.outcome,
						points: inThousandths(cell.recommended_points ?? recommended.points),
						reading
					}
				: null
		},
		detail: {
			points_lowest: inThousandths(cell.lowest),
			points_highest: inThousandths(cell.highest),
			rests_on: restsOn,
			waits_for: cell.status === 'undecided' && reading !== null ? [reading] : [],
			met: cell.met,
			seen: cell.seen
		}
	};
}

/** The readings in force under whose other reading this district's result would be open or other. */
function readingsUnder(
	district: string,
	unit: Unit,
	cell: Cell,
	units: readonly Unit[],
	cells: Cells
): readonly string[] {
	const answer = (u: Unit, c: Cell | undefined) =>
		c?.status === 'scored' ? JSON.stringify([u.outcomes[c.outcome ?? -1]?.outcome, c.lowest]) : 'open';
	const taken = answer(unit, cell);
	const different = units.filter(
		(u) => u.alternative !== null && answer(u, cells.get(`${Number(district)}/${u.unit}`)) !== taken
	);
	return [...new Set(different.map((u) => u.alternative ?? ''))];
}

function valueOf(district: string, unit: Unit, values: Values): number | null {
	if (!unit.judged) return null;
	const low = values.get(`${Number(district)}/${unit.judged.low}`);
	const high = values.get(`${Number(district)}/${unit.judged.high}`);
	if (!low || !high || low[0] * high[1] !== high[0] * low[1]) return null;
	return toNumber(low[0], low[1]);
}

function zeroReading(agreement: Agreement, unit: Unit): string | null {
	const indicator = agreement.sections
		.find((s) => s.section === unit.section)
		?.indicators.find((i) => i.indicator === unit.indicator);
	return Object.values(indicator?.values ?? {}).find((v) => v.zero_reading !== undefined)?.zero_reading ?? null;
}

interface TotalRow {
	readonly district: number;
	readonly section: number;
	readonly got: bigint;
	readonly worst: bigint;
	readonly best: bigint;
	readonly whole: bigint;
	readonly decided_weight: bigint;
	readonly weight: bigint;
	readonly place: bigint;
	readonly place_best: bigint;
	readonly place_worst: bigint;
}

async function readSections(
	connection: DuckDBConnection,
	agreement: Agreement,
	compiled: Compiled,
	districts: readonly string[]
): Promise<readonly SectionScore[]> {
	const rows = (await connection.runAndReadAll(placeSql)).getRowObjectsJS() as unknown as TotalRow[];
	const byKey = new Map(rows.map((row) => [`${row.district}/${row.section}`, row]));
	const share = (part: bigint, row: TotalRow) => toNumber(BigInt(part) * 100n, BigInt(row.whole));
	return districts.flatMap((district) =>
		agreement.sections.map((section, i): SectionScore => {
			const number = compiled.rules.sections[i]?.section ?? 0;
			const row = byKey.get(`${Number(district)}/${number}`);
			const name = { district, section: section.section };
			if (!row)
				return {
					...name,
					percent: null,
					percent_best: null,
					percent_worst: null,
					decided_weight: 0,
					weight: 0,
					place: null,
					place_best: null,
					place_worst: null
				};
			return {
				...name,
				percent: share(row.got, row),
				percent_best: share(row.best, row),
				percent_worst: share(row.worst, row),
				decided_weight: Number(row.decided_weight) / 100,
				weight: Number(row.weight) / 100,
				place: Number(row.place),
				place_best: Number(row.place_best),
				place_worst: Number(row.place_worst)
			};
		})
	);
}
