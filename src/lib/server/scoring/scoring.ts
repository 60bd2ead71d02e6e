// Scores a round: the letter's rule rows and what was reported go into DuckDB, the fixed statements run, and what they answer
// is given names. Nothing is decided here.
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Agreement, Indicator } from '../../agreement/schema.ts';
import { compileAgreement, WEIGHT, type Compiled, type Unit } from '../../scoring/compile.ts';
import { toNumber } from '../../scoring/fraction.ts';
import type {
	IndicatorScore,
	PartDetail,
	Reason,
	ScoreAnswer,
	ScoreDetail,
	SectionScore,
	Status
} from '../../scoring/results.ts';
import type { Entry, Problem } from '../../submission/entry.ts';
import rankSql from '../../ranking/rank.sql?raw';
import { entryRows, loadEntries, loadRules, loadSubjects } from './load-rules.ts';
import { readConflicts } from './conflicts.ts';
import { readValues, valueKey, type Values } from './read-values.ts';
import { runRules } from './run-rules.ts';
import resultSql from '../../scoring/result.sql?raw';

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
	const [scored] = await scoreSets(connection, agreement, compileAgreement(agreement, districts), districts, [entries]);
	if (!scored) throw new Error('one set of entries has one answer');
	return scored;
}

/** Scores several sets of entries under one letter at once, each ranked by itself; answers in the order given. */
export async function scoreSets(
	connection: DuckDBConnection,
	agreement: Agreement,
	compiled: Compiled,
	districts: readonly string[],
	sets: readonly (readonly Entry[])[]
): Promise<readonly Scored[]> {
	await loadRules(connection, compiled.rules);
	await loadSubjects(
		connection,
		sets.flatMap((_, period) =>
			districts.map((code, i) => ({ subject: period * districts.length + i, period, district: Number(code) }))
		)
	);
	await loadEntries(
		connection,
		sets.flatMap((entries, period) => entryRows(agreement, compiled, districts, entries, period * districts.length))
	);
	await runRules(connection, compiled.rules);
	const cells = await readCells(connection);
	const values = await readValues(connection);
	const totals = await readTotals(connection);
	const conflicts = await readConflicts(connection, agreement, compiled, districts, sets);
	const unitsOf = new Map<string, Unit[]>();
	for (const unit of compiled.units) {
		const key = `${unit.section}/${unit.indicator}`;
		if (unit.part === null) unitsOf.set(key, [...(unitsOf.get(key) ?? []), unit]);
	}
	return sets.map((_, period) => {
		const details = new Map<string, ScoreDetail>();
		const scores = districts.flatMap((district, i) =>
			agreement.sections.flatMap((section) =>
				section.indicators.map((indicator) => {
					const key = `${section.section}/${indicator.indicator}`;
					const subject = period * districts.length + i;
					const named = nameScore({ indicator, compiled, district, subject, cells, values }, unitsOf.get(key) ?? []);
					if (named.detail) details.set(`${district}/${key}`, named.detail);
					return named.score;
				})
			)
		);
		const sections = districts.flatMap((district, i) => {
			const subject = period * districts.length + i;
			return agreement.sections.map((section, s) =>
				nameSection(district, section.section, totals.get(`${subject}/${compiled.rules.sections[s]?.section ?? 0}`))
			);
		});
		return { answer: { agreement: agreement.agreement, scores, sections }, details, problems: conflicts[period] ?? [] };
	});
}

interface Cell {
	readonly subject: number;
	readonly unit: number;
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

async function readCells(connection: DuckDBConnection): Promise<Cells> {
	const rows = (await connection.runAndReadAll(resultSql)).getRowObjectsJS() as unknown as Cell[];
	return new Map(rows.map((row) => [`${row.subject}/${row.unit}`, row]));
}

const inThousandths = (points: number | null) => (points === null ? null : points / 1000);

interface Named {
	readonly indicator: Indicator;
	readonly compiled: Compiled;
	readonly district: string;
	readonly subject: number;
	readonly cells: Cells;
	readonly values: Values;
}

function nameScore(named: Named, units: readonly Unit[]): { score: IndicatorScore; detail: ScoreDetail | null } {
	const { indicator, district, subject, cells } = named;
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
	if (!unit.conditions) {
		const reading = indicator.readings?.[0] ?? null;
		return { score: { ...base, status: 'undecided', reason: 'rule_missing', reading }, detail: null };
	}
	const cell = cells.get(`${subject}/${unit.unit}`);
	if (!cell) throw new Error(`no result for ${district} ${unit.section}/${unit.indicator}`);
	const scored = cell.status === 'scored';
	const outcome = cell.outcome === null ? undefined : unit.outcomes[cell.outcome];
	const recommended = cell.recommended === null ? undefined : unit.outcomes[cell.recommended];
	const reading = cell.reading ?? (cell.reason === 'zero_denominator' ? zeroReading(indicator) : null);
	const restsOn = scored ? readingsUnder(subject, unit, cell, units, cells) : [];
	const points = scored ? cell.lowest : null;
	const parts = partsOf(named, unit);
	return {
		score: {
			...base,
			status: cell.status,
			outcome: outcome?.outcome ?? null,
			points: inThousandths(points),
			weighted:
				points === null || unit.weight === null || !unit.maxPoints
					? null
					: toNumber(
							BigInt(points) * BigInt(Math.round(unit.weight * WEIGHT)),
							BigInt(unit.maxPoints) * BigInt(WEIGHT)
						),
			value: valueOf(named, unit) ?? combinedValue(named, unit),
			reason: cell.reason,
			reading: restsOn[0] ?? (cell.status === 'undecided' ? reading : null),
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
			seen: cell.seen,
			...(parts.length > 0 ? { parts } : {})
		}
	};
}

/** How each part of a combined indicator came out. */
function partsOf({ compiled, subject, cells }: Named, unit: Unit): readonly PartDetail[] {
	return compiled.units.flatMap((one): readonly PartDetail[] => {
		const mine =
			one.part !== null && one.alternative === null && one.indicator === unit.indicator && one.section === unit.section;
		const cell = mine ? cells.get(`${subject}/${one.unit}`) : undefined;
		if (!cell || one.part === null) return [];
		const scored = cell.status === 'scored';
		return [
			{
				part: one.part,
				status: cell.status,
				outcome: scored ? (one.outcomes[cell.outcome ?? -1]?.outcome ?? null) : null,
				points: scored ? inThousandths(cell.lowest) : null,
				met: cell.met,
				seen: cell.seen
			}
		];
	});
}

/** The readings in force under whose other reading this district's result would be open or other. */
function readingsUnder(
	subject: number,
	unit: Unit,
	cell: Cell,
	units: readonly Unit[],
	cells: Cells
): readonly string[] {
	const answer = (u: Unit, c: Cell | undefined) =>
		c?.status === 'scored' ? JSON.stringify([u.outcomes[c.outcome ?? -1]?.outcome, c.lowest]) : 'open';
	const taken = answer(unit, cell);
	const different = units.filter(
		(u) => u.alternative !== null && answer(u, cells.get(`${subject}/${u.unit}`)) !== taken
	);
	return [...new Set(different.map((u) => u.alternative ?? ''))];
}

function valueOf({ subject, values }: Named, unit: Unit): number | null {
	if (!unit.judged) return null;
	const low = values.get(valueKey(subject, unit.judged.low));
	const high = values.get(valueKey(subject, unit.judged.high));
	if (!low || !high || low[0] * high[1] !== high[0] * low[1]) return null;
	return toNumber(low[0], low[1]);
}

/** Points put together, exactly, once all of them are decided. */
function combinedValue({ compiled, subject, cells }: Named, unit: Unit): number | null {
	const combine = compiled.rules.combines.find((row) => row.unit === unit.unit);
	if (!combine || unit.judged?.low.number !== combine.lowest) return null;
	const points = compiled.rules.units
		.filter((row) => row.parent === unit.unit)
		.map((row) => cells.get(`${subject}/${row.unit}`))
		.map((cell) => (cell?.status === 'scored' ? cell.lowest : null));
	if (points.some((p) => p === null)) return null;
	const known = points.map((p) => BigInt(p ?? 0));
	if (combine.how === 'count') return known.filter((p) => p > 0n).length;
	const sum = known.reduce((a, b) => a + b, 0n);
	return toNumber(sum, combine.how === 'mean' ? 1000n * BigInt(known.length) : 1000n);
}

const zeroReading = (indicator: Indicator): string | null =>
	Object.values(indicator.values ?? {}).find((value) => value.zero_reading !== undefined)?.zero_reading ?? null;

interface TotalRow {
	readonly subject: number;
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

async function readTotals(connection: DuckDBConnection): Promise<ReadonlyMap<string, TotalRow>> {
	const rows = (await connection.runAndReadAll(rankSql)).getRowObjectsJS() as unknown as TotalRow[];
	return new Map(rows.map((row) => [`${row.subject}/${row.section}`, row]));
}

function nameSection(district: string, section: string, row: TotalRow | undefined): SectionScore {
	if (!row)
		return {
			district,
			section,
			percent: null,
			percent_best: null,
			percent_worst: null,
			decided_weight: 0,
			weight: 0,
			place: null,
			place_best: null,
			place_worst: null
		};
	const share = (part: bigint) => toNumber(BigInt(part) * 100n, BigInt(row.whole));
	return {
		district,
		section,
		percent: share(row.got),
		percent_best: share(row.best),
		percent_worst: share(row.worst),
		decided_weight: Number(row.decided_weight) / WEIGHT,
		weight: Number(row.weight) / WEIGHT,
		place: Number(row.place),
		place_best: Number(row.place_best),
		place_worst: Number(row.place_worst)
	};
}
