// The cases beside a letter, each scored as a round of its own, all in one pass.
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Case } from '../../src/lib/agreement/cases.ts';
import type { Agreement } from '../../src/lib/agreement/schema.ts';
import { compileAgreement, type Compiled } from '../../src/lib/scoring/compile.ts';
import type { IndicatorScore } from '../../src/lib/scoring/results.ts';
import { scoreSets } from '../../src/lib/server/scoring/scoring.ts';
import type { Entry } from '../../src/lib/submission/entry.ts';
import { readValue } from '../../src/lib/submission/cells/read-value.ts';

export interface CaseResult {
	readonly one: Case;
	readonly score: IndicatorScore;
	/** what differs from the case, empty where it holds */
	readonly differences: readonly string[];
}

/** Which district a case speaks of: the one it names, else the first its indicator applies to. */
export function districtOf(one: Case, agreement: Agreement, districts: readonly string[]): string {
	const applies = findIndicator(one, agreement).applies_to;
	return one.district ?? (applies === 'all' ? districts[0] : applies[0]) ?? '';
}

export function findIndicator(one: Case, agreement: Agreement) {
	const [section, number] = one.indicator.split('/');
	const found = agreement.sections.find((s) => s.section === section)?.indicators.find((i) => i.indicator === number);
	if (!found) throw new Error(`no indicator ${one.indicator}`);
	return found;
}

function entriesOf(one: Case, agreement: Agreement, districts: readonly string[]): readonly Entry[] {
	const indicator = findIndicator(one, agreement);
	const [section = ''] = one.indicator.split('/');
	const sent = { ...one.others, [districtOf(one, agreement, districts)]: one.inputs };
	return Object.entries(sent).flatMap(([district, inputs]) =>
		Object.entries(inputs).flatMap(([name, raw]): readonly Entry[] => {
			const input = indicator.inputs[name];
			if (!input) throw new Error(`${one.case}: no input ${name}`);
			const read = readValue(raw, input);
			if (read.kind === 'nothing') return [];
			const value = read.kind === 'value' ? read.value : ({ kind: 'bad' } as const);
			return [
				{
					district,
					section,
					indicator: indicator.indicator,
					input: name,
					value,
					text: JSON.stringify(raw),
					at: { file: 'cases' }
				}
			];
		})
	);
}

export async function runCases(
	connection: DuckDBConnection,
	agreement: Agreement,
	cases: readonly Case[],
	districts: readonly string[],
	compiled: Compiled = compileAgreement(agreement, districts)
): Promise<readonly CaseResult[]> {
	const sets = cases.map((one) => entriesOf(one, agreement, districts));
	const answers = await scoreSets(connection, agreement, compiled, districts, sets);
	return cases.map((one, i) => {
		const district = districtOf(one, agreement, districts);
		const score = answers[i]?.answer.scores.find(
			(s) => s.district === district && `${s.section}/${s.indicator}` === one.indicator
		);
		if (!score) throw new Error(`no score for ${one.case}`);
		return { one, score, differences: compareCase(one, score) };
	});
}

function compareCase(one: Case, score: IndicatorScore): readonly string[] {
	const differences: string[] = [];
	const expect = (name: string, expected: unknown, got: unknown) => {
		if (expected !== got)
			differences.push(`${name}: ${JSON.stringify(expected)} expected, ${JSON.stringify(got)} given`);
	};
	expect('status', one.status, score.status);
	expect('outcome', one.outcome ?? null, score.outcome);
	if (one.points !== undefined) expect('points', one.points, score.points);
	if (one.value !== undefined && !(Math.abs(one.value - (score.value ?? NaN)) <= 1e-6))
		expect('value', one.value, score.value);
	if (one.reason !== undefined) expect('reason', one.reason, score.reason);
	if (one.reading !== undefined) expect('reading', one.reading, score.reading);
	if (one.recommended !== undefined) expect('recommended', one.recommended, score.recommended?.outcome ?? null);
	return differences;
}
