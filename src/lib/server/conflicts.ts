// Which reported inputs contradict each other, in words: said to whoever sent them.
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Agreement } from '../agreement/schema.ts';
import type { Compiled } from '../scoring/compile.ts';
import type { Entry, Problem } from '../submission/entry.ts';

/** A warning for each broken check and for each worked-out value that cannot stand, at the place of the first input concerned. */
export async function readConflicts(
	connection: DuckDBConnection,
	agreement: Agreement,
	compiled: Compiled,
	entries: readonly Entry[]
): Promise<readonly Problem[]> {
	const checks = agreement.sections.flatMap((section) =>
		section.indicators.flatMap((indicator) =>
			(indicator.checks ?? []).map((check) => ({
				section: section.section,
				indicator,
				names: [...check.plus, ...check.minus],
				text: check.text
			}))
		)
	);
	const numbers = [...new Set(compiled.rules.checks.map((row) => row.check))];
	const broken = (await connection.runAndReadAll('SELECT district, rule FROM broken ORDER BY ALL')).getRowsJS() as [
		number,
		number
	][];
	const inputs = new Map(compiled.rules.inputs.map((row) => [row.input, row]));
	const measures = new Map<number, number[]>();
	for (const term of compiled.rules.terms)
		measures.set(term.measure, [...(measures.get(term.measure) ?? []), term.input]);
	const invalid = (
		await connection.runAndReadAll(
			`SELECT district, measure FROM derived d WHERE state = 1 AND measure IN (SELECT measure FROM measure)
				AND NOT EXISTS (SELECT 1 FROM entry e JOIN term t USING (input)
					WHERE t.measure = d.measure AND e.district = d.district AND e.state = 1)
			ORDER BY ALL`
		)
	).getRowsJS() as [number, number][];

	const problems = new Map<string, Problem>();
	const say = (district: number, section: string, indicator: string, names: readonly string[], text: string) => {
		const code = String(district);
		const sent = entries.filter(
			(e) =>
				(e.district === code || e.district === agreement.province) &&
				e.section === section &&
				e.indicator === indicator &&
				names.includes(e.input)
		);
		const first = sent[0];
		if (!first) return;
		const labels = labelsOf(agreement, section, indicator);
		const numbersSent = sent.map((e) => `${labels.get(e.input) ?? e.input} ${e.text}`).join(' · ');
		const message = `${text} (${numbersSent}) โปรดตรวจทุกช่องที่กล่าวถึง ระบบไม่เลือกให้`;
		problems.set(`${code}/${section}/${indicator}/${names.join()}`, {
			severity: 'warning',
			code: 'conflict',
			at: first.at,
			message
		});
	};
	for (const [district, rule] of broken) {
		const check = checks[numbers.indexOf(rule)];
		if (check) say(district, check.section, check.indicator.indicator, check.names, check.text);
	}
	for (const [district, measure] of invalid) {
		const rows = (measures.get(measure) ?? []).map((input) => inputs.get(input)).filter((row) => row !== undefined);
		const [first] = rows;
		if (first) {
			const names = [...new Set(rows.map((row) => row.name))];
			say(district, first.section, first.indicator, names, 'ค่าที่คำนวณได้ขัดกันหรืออยู่นอกช่วงที่เป็นไปได้');
		}
	}
	return [...problems.values()];
}

function labelsOf(agreement: Agreement, section: string, indicator: string): ReadonlyMap<string, string> {
	const found = agreement.sections
		.find((s) => s.section === section)
		?.indicators.find((i) => i.indicator === indicator);
	return new Map(Object.entries(found?.inputs ?? {}).map(([name, input]) => [name, input.label]));
}
