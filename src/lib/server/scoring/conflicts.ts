// Which reported inputs contradict each other, in words: said to whoever sent them.
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Agreement } from '../../agreement/schema.ts';
import type { Compiled } from '../../scoring/compile.ts';
import type { Entry, Problem } from '../../submission/entry.ts';

type Sets = readonly (readonly Entry[])[];

/**
 * For each set of entries, a warning for each broken check and for each worked-out value that cannot stand, at the place of the
 * first input concerned.
 */
export async function readConflicts(
	connection: DuckDBConnection,
	agreement: Agreement,
	compiled: Compiled,
	districts: readonly string[],
	sets: Sets
): Promise<readonly (readonly Problem[])[]> {
	const broken = (await connection.runAndReadAll('SELECT subject, rule FROM broken ORDER BY ALL')).getRowsJS() as [
		number,
		number
	][];
	// A value that is invalid although each of its inputs is fine by itself.
	const invalid = (
		await connection.runAndReadAll(`
			SELECT d.subject, d.measure
			FROM derived d
			WHERE d.state = 1 AND EXISTS (FROM measure m WHERE m.measure = d.measure)
				AND NOT EXISTS (
					FROM entry e
					JOIN (SELECT measure, input FROM term UNION ALL SELECT measure, input FROM figure) t USING (input)
					WHERE t.measure = d.measure AND e.subject = d.subject AND e.state = 1
				)
			ORDER BY ALL`)
	).getRowsJS() as [number, number][];
	const checks = listChecks(agreement, compiled);
	const rows = new Map(compiled.rules.inputs.map((row) => [row.input, row]));
	const inForce = measuresInForce(compiled);
	const said = sets.map(() => new Map<string, Problem>());
	const entriesOf = sets.map((entries) => Map.groupBy(entries, ({ district }) => district));
	const say = (subject: number, conflict: Conflict) => {
		const period = Math.floor(subject / districts.length);
		const district = districts[subject % districts.length] ?? '';
		const entries = [district, agreement.province].flatMap((code) => entriesOf[period]?.get(code) ?? []);
		const problem = sayConflict(agreement, conflict, entries);
		if (problem)
			said[period]?.set(`${district}/${conflict.section}/${conflict.indicator}/${conflict.names.join()}`, problem);
	};
	for (const [subject, rule] of broken) {
		const conflict = checks.get(rule);
		if (conflict) say(subject, conflict);
	}
	for (const [subject, measure] of invalid) {
		if (!inForce.has(measure)) continue;
		const terms = [...compiled.rules.terms, ...compiled.rules.figures].filter((row) => row.measure === measure);
		const inputs = terms.map((term) => rows.get(term.input)).filter((row) => row !== undefined);
		const [first] = inputs;
		const names = [...new Set(inputs.map((row) => row.name))];
		const text = 'ค่าที่คำนวณได้ขัดกันหรืออยู่นอกช่วงที่เป็นไปได้';
		if (first) say(subject, { section: first.section, indicator: first.indicator, names, text });
	}
	return said.map((problems) => [...problems.values()]);
}

/** Another reading of the letter may work a value out in another way; only the way in force can be contradicted. */
function measuresInForce(compiled: Compiled): ReadonlySet<number> {
	const units = new Set(compiled.units.filter((unit) => unit.alternative === null).map((unit) => unit.unit));
	const used = compiled.rules.leaves.filter((leaf) => units.has(leaf.unit) && leaf.source.kind === 'measure');
	const ranked = compiled.rules.places.flatMap((row) => (row.source.kind === 'measure' ? [row.source.number] : []));
	return new Set([...used.map((leaf) => leaf.source.number), ...ranked]);
}

interface Conflict {
	readonly section: string;
	readonly indicator: string;
	readonly names: readonly string[];
	readonly text: string;
}

/** The letter's checks by the number their rule rows have. */
function listChecks(agreement: Agreement, compiled: Compiled): ReadonlyMap<number, Conflict> {
	const numbers = [...new Set(compiled.rules.checks.map((row) => row.check))];
	const checks = agreement.sections.flatMap((section) =>
		section.indicators.flatMap((indicator) =>
			(indicator.checks ?? []).map(({ plus, minus, text }) => ({
				section: section.section,
				indicator: indicator.indicator,
				names: [...plus, ...minus],
				text
			}))
		)
	);
	return new Map(checks.flatMap((check, i) => [[numbers[i] ?? -1, check] as const]));
}

/** `entries`: of the district, then of the province. */
function sayConflict(
	agreement: Agreement,
	{ section, indicator, names, text }: Conflict,
	entries: readonly Entry[]
): Problem | null {
	const sent = entries.filter(
		(e) => e.section === section && e.indicator === indicator && e.value.kind !== 'withdrawn' && names.includes(e.input)
	);
	const [first] = sent;
	if (!first) return null;
	const labels = labelsOf(agreement, section, indicator);
	const figures = sent.map((e) => `${labels.get(e.input) ?? e.input} ${e.text}`).join(' · ');
	const message = `${text} (${figures}) โปรดตรวจทุกช่องที่กล่าวถึง ระบบไม่เลือกให้`;
	return { severity: 'warning', code: 'conflict', at: first.at, message };
}

function labelsOf(agreement: Agreement, section: string, indicator: string): ReadonlyMap<string, string> {
	const found = agreement.sections
		.find((s) => s.section === section)
		?.indicators.find((i) => i.indicator === indicator);
	return new Map(Object.entries(found?.inputs ?? {}).map(([name, input]) => [name, input.label]));
}
