import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Finding, Witness } from '../../src/lib/agreement/check.ts';
import type { Agreement, Indicator, Outcome } from '../../src/lib/agreement/schema.ts';
import { underReading } from '../../src/lib/agreement/under-reading.ts';
import { proveAgreement } from '../../src/lib/scoring/prove.ts';
import { readPrinted } from './as-printed/read-printed.ts';
import { readLetters } from './letters.ts';
import { findIndicator, runCases } from './run-cases.ts';

let connection: DuckDBConnection;
beforeAll(async () => {
	connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
});

const inForce = readLetters('data/agreements/*/*.cases.yaml');
const printed = readPrinted();
const isOpen = ({ severity }: Finding) => severity === 'error' || severity === 'warning';
const isOf = (at: string) => (finding: Finding) => finding.at === at || finding.at.startsWith(`${at}/`);

describe.each(inForce)('$file', ({ agreement, districts }) => {
	const findings = proveAgreement(agreement, districts);

	it('leaves nothing open that no reading speaks of', () => {
		const open = findings.filter(isOpen).map(({ at, code }) => `${at} ${code}`);
		expect(open).toEqual([]);
	});

	it('says of each other reading what it would bring, and that it would', () => {
		const under = findings.filter((one) => one.under !== undefined);
		expect(under.filter(({ severity, code }) => severity === 'error' && code !== 'rule')).toEqual([]);
		for (const { under: other, message } of under)
			expect(message.startsWith(`ถ้าอ่าน ${other?.reading ?? ''} เป็น «${other?.text ?? ''}»: `), message).toBe(true);
	});

	it('answers each finding with a reading that the letter has', () => {
		const answered = findings.filter(({ severity }) => severity === 'answered');
		expect(answered.length).toBeGreaterThan(5);
		expect(answered.filter(({ reading }) => agreement.readings[reading ?? ''] === undefined)).toEqual([]);
	});

	it('finds nothing untrue: each example scores as the finding says', async () => {
		expect(await wrongExamples(agreement, districts, findings)).toEqual([]);
	});
});

describe.each(printed)('$name', ({ patch, agreement, districts }) => {
	const findings = proveAgreement(agreement, districts);

	it.each(patch.finds)('finds $code $says', ({ code, says = '', at = patch.at }) => {
		const found = findings.filter((one) => one.at === at && one.code === code && one.message.includes(says));
		const all = findings.filter((one) => one.at === at).map((one) => `${one.code} ${one.message}`);
		// nothing of the letter as printed answers it; of another part the same may be answered
		expect(
			found.filter(({ severity }) => severity !== 'answered'),
			all.join('\n')
		).not.toEqual([]);
	});

	it('finds nothing untrue: each example scores as the finding says', async () => {
		const mine = findings.filter(isOf(patch.at));
		expect(await wrongExamples(agreement, districts, mine)).toEqual([]);
	});
});

interface Example {
	readonly of: string;
	readonly inputs: Witness;
	readonly gives: Outcome | null;
	readonly others: readonly Witness[];
	readonly finding: Finding;
}

/** Examples whose score is not what their finding says. */
async function wrongExamples(agreement: Agreement, districts: readonly string[], findings: readonly Finding[]) {
	const examples = findings.flatMap((finding): Example[] => {
		const { witness, gives, compared, others = [] } = finding;
		if (!witness || gives === undefined) return [];
		const own = { of: `${finding.at} ${finding.code}`, inputs: witness, gives, others, finding };
		return compared ? [own, { ...own, ...compared }] : [own];
	});
	const wrong: unknown[] = [];
	const ladderOf = ({ at, part = '', under }: Finding) => `${at} ${part} ${under?.reading ?? ''} ${under?.text ?? ''}`;
	for (const letter of new Map(examples.map(({ finding }) => [ladderOf(finding), finding])).values()) {
		const alone = indicatorAlone(agreement, letter);
		const mine = examples.filter(({ finding }) => ladderOf(finding) === ladderOf(letter));
		const { applies_to } = alone.sections[0]?.indicators[0] ?? { applies_to: 'all' };
		const codes = applies_to === 'all' ? districts : applies_to;
		const cases = mine.map(({ of, inputs, others }) => ({
			case: of,
			indicator: letter.at,
			inputs,
			others: Object.fromEntries(others.map((sent, i) => [codes[i + 1] ?? '', sent])),
			status: 'scored' as const
		}));
		const results = await runCases(connection, alone, cases, districts);
		for (const [i, { score }] of results.entries()) {
			const { of, inputs, gives = null } = mine[i] ?? { of: '', inputs: {} };
			const status = gives === null ? 'undecided' : 'scored';
			if (score.status !== status || score.outcome !== gives)
				wrong.push({ of, inputs, gives, got: [score.status, score.outcome, score.reason] });
		}
	}
	return wrong;
}

/** The letter with one indicator, judged by the ladder the finding is about and without what only adjusts points. */
function indicatorAlone(agreement: Agreement, { at, part, under }: Finding): Agreement {
	const [name] = at.split('/');
	const indicator = findIndicator({ indicator: at, inputs: {}, case: at, status: 'scored' }, agreement);
	const section = agreement.sections.find((one) => one.section === name);
	if (!section) throw new Error(`no section ${name ?? ''}`);
	const other = indicator.alternatives?.find(({ reading, text }) => reading === under?.reading && text === under?.text);
	const { alternatives: _, adjust: __, ...bare } = other ? underReading(indicator, other) : indicator;
	return { ...agreement, sections: [{ ...section, indicators: [part === undefined ? bare : partAlone(bare, part)] }] };
}

function partAlone(indicator: Indicator, part: string): Indicator {
	const { parts, judged: _, values, ...bare } = indicator;
	const found = parts?.find((one) => one.part === part);
	if (!found) throw new Error(`no part ${part}`);
	const own = Object.entries(values ?? {}).filter(([, value]) => !('combine' in value));
	return { ...bare, values: Object.fromEntries(own), ladder: found.ladder };
}
