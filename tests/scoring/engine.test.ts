// The engine against the naive evaluator: thousands of random letters and entries, many figures exactly on a bound.
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../src/lib/agreement/schema.ts';
import { compileAgreement } from '../../src/lib/scoring/compile.ts';
import { scoreSets, type Scored } from '../../src/lib/server/scoring/scoring.ts';
import { scoreNaively, type NaiveAnswer } from './naive.ts';
import { randomEntries } from './random-entries.ts';
import { randomDistricts, randomLetter } from './random-letters.ts';

const LETTERS = 300;
const SETS = 4;

/** Where the letter leaves room in several places at once, any of them may be named first. */
const kindOf = (reason: string | null) =>
	['gap', 'overlap', 'rule_missing', 'conflict', 'tie'].includes(reason ?? '') ? 'unclear' : reason;

const same = (a: number | null, b: number | null) =>
	a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a)));

/** What the two answers differ in. */
function differ(letter: Agreement, engine: Scored, naive: NaiveAnswer): readonly string[] {
	const differences: string[] = [];
	const combined = new Set(
		letter.sections.flatMap((s) => s.indicators.filter((i) => i.parts).map((i) => `${s.section}/${i.indicator}`))
	);
	for (const [i, score] of engine.answer.scores.entries()) {
		const other = naive.scores[i];
		const where = `${letter.agreement} ${score.district} ${score.section}/${score.indicator}`;
		if (!other) return [`${where}: no naive score`];
		const detail = engine.details.get(`${score.district}/${score.section}/${score.indicator}`);
		const pairs: readonly (readonly [string, unknown, unknown, boolean])[] = [
			['status', score.status, other.status, score.status === other.status],
			['outcome', score.outcome, other.outcome, score.outcome === other.outcome],
			['points', score.points, other.points, same(score.points, other.points)],
			['weighted', score.weighted, other.weighted, same(score.weighted, other.weighted)],
			['value', score.value, other.value, same(score.value, other.value)],
			['reason', score.reason, other.reason, kindOf(score.reason) === kindOf(other.reason)],
			[
				'recommended',
				score.recommended,
				other.recommended,
				// Of combined points the engine proposes only what all parts propose; the naive one also sees ranges agree.
				(score.recommended === null && combined.has(`${score.section}/${score.indicator}`)) ||
					(score.recommended?.outcome === other.recommended?.outcome &&
						same(score.recommended?.points ?? null, other.recommended?.points ?? null))
			],
			['lowest', detail?.points_lowest ?? null, other.lowest, !detail || same(detail.points_lowest, other.lowest)],
			['highest', detail?.points_highest ?? null, other.highest, !detail || same(detail.points_highest, other.highest)]
		];
		for (const [name, got, expected, equal] of pairs)
			if (!equal)
				differences.push(`${where} ${name}: engine ${JSON.stringify(got)}, naive ${JSON.stringify(expected)}`);
	}
	const key = (s: { district: string; section: string }) => `${s.district}/${s.section}`;
	const naiveSections = new Map(naive.sections.map((s) => [key(s), s]));
	for (const section of engine.answer.sections) {
		const other = naiveSections.get(key(section));
		for (const name of [
			'percent',
			'percent_best',
			'percent_worst',
			'decided_weight',
			'weight',
			'place',
			'place_best',
			'place_worst'
		] as const)
			if (!same(section[name], other?.[name] ?? null))
				differences.push(
					`${letter.agreement} ${key(section)} ${name}: engine ${String(section[name])}, naive ${String(other?.[name])}`
				);
	}
	return differences;
}

describe('the engine', () => {
	it(`agrees with the naive evaluator on ${LETTERS} random letters with ${SETS} sets of entries each`, async () => {
		const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
		const found: string[] = [];
		const statuses = new Set<string>();
		for (let seed = 1; seed <= LETTERS; seed += 1) {
			const letter = randomLetter(seed);
			const sets = Array.from({ length: SETS }, (_, i) => randomEntries(letter, seed * 1000 + i));
			const answers = await scoreSets(
				connection,
				letter,
				compileAgreement(letter, randomDistricts),
				randomDistricts,
				sets
			);
			for (const [i, set] of sets.entries()) {
				const engine = answers[i];
				if (!engine) throw new Error('each set has an answer');
				for (const score of engine.answer.scores) statuses.add(score.status);
				for (const difference of differ(letter, engine, scoreNaively(letter, randomDistricts, set)))
					found.push(`seed ${seed}, set ${i}: ${difference}`);
			}
		}
		expect(found.slice(0, 20)).toEqual([]);
		expect([...statuses].sort()).toEqual(['invalid', 'not_applicable', 'not_reported', 'scored', 'undecided']);
	}, 300_000);
});
