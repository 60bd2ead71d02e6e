import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { checkAgreement } from '../../src/lib/agreement/check.ts';
import { readLetters } from './letters.ts';
import { runCases } from './run-cases.ts';

const inForce = readLetters('data/agreements/*/*.cases.yaml');
const letters = [...inForce, ...readLetters('tests/scoring/hard/*.cases.yaml')];

describe.each(letters)('$file', ({ agreement, cases, districts }) => {
	it('scores every case as its sentence says', async () => {
		const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
		const results = await runCases(connection, agreement, cases, districts);
		const wrong = results.filter((r) => r.differences.length > 0);
		expect(wrong.map((r) => `${r.one.indicator} ${r.one.case}: ${r.differences.join('; ')}`)).toEqual([]);
	});

	it('has at least five cases for each indicator', () => {
		const counts = agreement.sections.flatMap((s) =>
			s.indicators
				.filter((i) => i.ladder)
				.map(
					(i) =>
						[
							`${s.section}/${i.indicator}`,
							cases.filter((c) => c.indicator === `${s.section}/${i.indicator}`).length
						] as const
				)
		);
		expect(counts.filter(([, count]) => count < 5)).toEqual([]);
	});
});

it.each(inForce)('$file holds nothing that the machine finds wrong', ({ agreement, districts }) => {
	expect(checkAgreement(agreement, districts)).toEqual([]);
});
