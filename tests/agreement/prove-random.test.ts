// The proof against random letters: every example scores as its finding says, and no random results reach what cannot be reached.
import { expect, it } from 'vitest';
import type { Finding, Witness } from '../../src/lib/agreement/check.ts';
import type { Agreement, Indicator, Outcome } from '../../src/lib/agreement/schema.ts';
import { proveAgreement } from '../../src/lib/scoring/prove.ts';
import type { Entry } from '../../src/lib/submission/entry.ts';
import { readValue } from '../../src/lib/submission/cells/read-value.ts';
import { scoreNaively } from '../scoring/naive.ts';
import { randomEntries } from '../scoring/random-entries.ts';
import { randomDistricts, randomLetter } from '../scoring/random-letters.ts';

const letters = Array.from({ length: 36 }, (_, i) => {
	const letter = randomLetter(i + 1);
	return { seed: i + 1, letter, findings: proveAgreement(letter, randomDistricts) };
});

function find(letter: Agreement, at: string): { section: Agreement['sections'][number]; indicator: Indicator } {
	const [name, number] = at.split('/');
	const section = letter.sections.find((one) => one.section === name);
	const indicator = section?.indicators.find((one) => one.indicator === number);
	if (!section || !indicator) throw new Error(`no ${at}`);
	return { section, indicator };
}

/** The indicator judged by the ladder that the finding is about, and by nothing else. */
function ladderAlone(indicator: Indicator, part: string | undefined): Indicator {
	const { adjust: _, alternatives: __, except: ___, ...bare } = indicator;
	if (part === undefined) return bare;
	const { parts, judged: ____, values, ...own } = bare;
	const ladder = parts?.find((one) => one.part === part)?.ladder;
	const kept = Object.entries(values ?? {}).filter(([, value]) => !('combine' in value));
	return { ...own, values: Object.fromEntries(kept), ...(ladder ? { ladder } : {}) };
}

function entriesOf(at: string, indicator: Indicator, sheets: ReadonlyMap<string, Witness>): readonly Entry[] {
	const [section = '', number = ''] = at.split('/');
	return [...sheets].flatMap(([district, sheet]) =>
		Object.entries(sheet).flatMap(([input, raw]): Entry[] => {
			const declared = indicator.inputs[input];
			const read = declared ? readValue(raw, declared) : null;
			if (read?.kind === 'bad') throw new Error(`${at} ${input} ${JSON.stringify(raw)}: ${read.why}`);
			const base = { district, section, indicator: number, input, text: '', at: { file: 'example' } };
			return read?.kind === 'value' ? [{ ...base, value: read.value }] : [];
		})
	);
}

function scoreExample(letter: Agreement, finding: Finding, sent: Witness, others: readonly Witness[]): unknown {
	const { section, indicator } = find(letter, finding.at);
	const alone = ladderAlone(indicator, finding.part);
	const codes = indicator.applies_to === 'all' ? randomDistricts : indicator.applies_to;
	const sheets = new Map([sent, ...others].map((sheet, i) => [codes[i] ?? '', sheet]));
	const judged = { ...letter, sections: [{ ...section, indicators: [alone] }] };
	const { scores } = scoreNaively(judged, randomDistricts, entriesOf(finding.at, alone, sheets));
	const score = scores.find(({ district }) => district === codes[0]);
	// one fact of several ways that is unclear in the way it is sent could still be sent in another
	const sendable = score?.status === 'not_reported' && JSON.stringify(alone).includes('"either"');
	return score?.status === 'undecided' || sendable ? null : score?.status === 'scored' ? score.outcome : score?.status;
}

it('finds nothing untrue: each example scores as its finding says', () => {
	let examples = 0;
	const wrong: unknown[] = [];
	for (const { seed, letter, findings } of letters)
		for (const finding of findings) {
			const { witness, gives, others = [], compared } = finding;
			if (!witness || gives === undefined) continue;
			const own: [Witness, Outcome | null, readonly Witness[]] = [witness, gives, others];
			const all = compared ? [own, [compared.inputs, compared.gives, compared.others] as const] : [own];
			for (const [sent, said, rest] of all) {
				examples += 1;
				const got = scoreExample(letter, finding, sent, rest);
				if (got !== said) wrong.push([seed, finding.at, finding.part, finding.code, sent, said, got]);
			}
		}
	expect(wrong).toEqual([]);
	expect(examples).toBeGreaterThan(400);
});

it('calls nothing unreachable that random results reach', () => {
	let checked = 0;
	const reached: unknown[] = [];
	for (const { seed, letter, findings } of letters) {
		const closed = findings.filter(({ code, part }) => code === 'unreachable' && part === undefined);
		for (const round of closed.length > 0 ? [1, 2, 3, 4, 5] : [])
			for (const score of scoreNaively(letter, randomDistricts, randomEntries(letter, seed + round * 1000)).scores)
				for (const { at, message } of closed) {
					if (at !== `${score.section}/${score.indicator}` || score.outcome === null) continue;
					checked += 1;
					const { indicator } = find(letter, at);
					const same = indicator.ladder?.rungs.filter((rung) => 'outcome' in rung && rung.outcome === score.outcome);
					const otherwise = indicator.ladder?.otherwise;
					const given = otherwise && 'outcome' in otherwise && otherwise.outcome === score.outcome;
					// another rung, or nothing at all, may give the same
					if (
						same?.length === 1 &&
						given !== true &&
						/(?:ไม่มีใครได้|เงื่อนไขของ) (?:ระดับ|เกรด) (\S+) /.exec(message)?.[1] === String(score.outcome)
					)
						reached.push([seed, at, score.outcome, message]);
				}
	}
	expect(reached).toEqual([]);
	expect(checked).toBeGreaterThan(50);
});

it('finds of every kind in random letters', () => {
	const codes = new Set(letters.flatMap(({ findings }) => findings.map(({ code }) => code)));
	const kinds =
		'gap overlap unreachable never_matters skip reversal cumulation below tie zero_denominator rule_missing conflict';
	expect(kinds.split(' ').filter((kind) => !codes.has(kind as Finding['code']))).toEqual([]);
});
