// Proving a letter before use: what its ladders give over every value there can be, not over samples. Each finding has an example,
// and is answered where the letter carries a reading that speaks of it.
import { checkAgreement, type Finding } from '../agreement/check.ts';
import { proveDates } from '../agreement/prove-dates.ts';
import { proveText as proveClauses } from '../agreement/prove-text.ts';
import type { Agreement, Indicator, Section } from '../agreement/schema.ts';
import { underReading } from '../agreement/under-reading.ts';
import { openCase, readExample, type Case } from './prove-case.ts';
import { provePoints, reachPoints } from './prove-points.ts';
import { proveGaps } from './prove-gaps.ts';
import { giveFor } from './prove-ladder.ts';
import { proveOrder } from './prove-order.ts';
import { proveMatters, proveReach } from './prove-reach.ts';
import { proveText } from './prove-sentences.ts';
import type { Surroundings } from './prove-space.ts';
import { proveValues } from './prove-values.ts';

/** Findings that a ladder cannot be proved beside. */
const broken = new Set<Finding['code']>(['name', 'type', 'parts']);

/** All there is to say of a letter: names, lists and sums, then every ladder. `districts`: DOPA codes of the province. */
export function proveAgreement(agreement: Agreement, districts: readonly string[]): readonly Finding[] {
	const checked = checkAgreement(agreement, districts);
	const unproved = new Set(checked.filter(({ code }) => broken.has(code)).map(({ at }) => at));
	return [
		...checked,
		...proveDates(agreement).map(settle),
		...agreement.sections.flatMap((section) =>
			section.indicators.flatMap((indicator) => {
				const at = `${section.section}/${indicator.indicator}`;
				if (unproved.has(at)) return [];
				const findings = [
					...proveClauses(agreement, at, indicator),
					...proveIndicator(agreement, section, indicator, districts)
				];
				return findings.map(settle);
			})
		)
	];
}

function proveIndicator(
	agreement: Agreement,
	section: Section,
	indicator: Indicator,
	districts: readonly string[]
): readonly Finding[] {
	const at = `${section.section}/${indicator.indicator}`;
	const { ladder } = indicator;
	if (!ladder) return [];
	// places are among the districts it applies to
	const ranked = indicator.applies_to === 'all' ? districts.length : new Set(indicator.applies_to).size;
	const around: Surroundings = { districts: ranked, to: agreement.to, points: [] };
	const opened = tryToOpen(at, indicator, () => {
		const parts = (indicator.parts ?? []).map((part) => openCase(agreement, at, indicator, part, part.ladder, around));
		const reached = reachPoints(indicator, parts);
		const own = { ...around, points: reached.positions };
		// an example of points is none where the ladder above looks at an input of a part itself
		const asked = openCase(agreement, at, indicator, null, ladder, own).model.space.variables;
		const inputs = (position: bigint) => {
			const sent = reached.inputs(position);
			return sent !== null && asked.some(({ name }) => name in sent) ? null : sent;
		};
		const whole = openCase(agreement, at, indicator, null, ladder, own, inputs);
		return { cases: [...parts, whole], whole, reached, ways: openWays(agreement, at, indicator) };
	});
	if ('severity' in opened) return [opened];
	const { cases, whole, reached, ways } = opened;
	return [...cases.flatMap(proveLadder), ...provePoints(whole, reached)].map((one) => answer(one, ways));
}

/** What cannot be compiled cannot be scored with either. */
function tryToOpen<T>(at: string, indicator: Indicator, open: () => T): T | Finding {
	try {
		return open();
	} catch (error) {
		const clause = indicator.clause ?? null;
		return error instanceof RangeError
			? { severity: 'error', at, code: 'too_large', message: proveText.tooLarge, clause }
			: { severity: 'error', at, code: 'rule', message: proveText.cannotCompile, clause };
	}
}

function proveLadder(one: Case): readonly Finding[] {
	return [...proveGaps(one), ...proveReach(one), ...proveMatters(one), ...proveOrder(one), ...proveValues(one)];
}

/** The indicator under another of its readings. */
interface Way {
	readonly reading: string;
	readonly opened: Case;
	readonly codes: () => ReadonlySet<Finding['code']>;
}

function openWays(agreement: Agreement, at: string, indicator: Indicator): readonly Way[] {
	return (indicator.alternatives ?? []).flatMap((alternative): readonly Way[] => {
		const other = underReading(indicator, alternative);
		if (!other.ladder || other.parts) return [];
		const opened = openCase(agreement, at, other, null, other.ladder, { districts: 1, to: agreement.to, points: [] });
		let found: ReadonlySet<Finding['code']> | null = null;
		const codes = () => (found ??= new Set(proveLadder(opened).map(({ code }) => code)));
		return [{ reading: alternative.reading, opened, codes }];
	});
}

/**
 * A reading answers a finding where under the reading's other way the finding's example scores otherwise and the finding itself is
 * gone: it is the very thing the reading is about.
 */
function answer(one: Finding, ways: readonly Way[]): Finding {
	const { witness } = one;
	if (one.severity === 'answered' || (one.reading ?? null) !== null || !witness) return one;
	const way = ways.find(({ opened, codes }) => {
		const values = readExample(opened.model.space, opened.indicator, witness);
		return values !== null && giveFor(opened.model, values).outcome !== (one.gives ?? null) && !codes().has(one.code);
	});
	return way ? { ...one, reading: way.reading } : one;
}

/** What a reading speaks of asks for nothing more. */
function settle(one: Finding): Finding {
	const reading = one.reading ?? null;
	if (reading === null || one.severity === 'answered') return one;
	const severity = one.severity === 'note' ? 'note' : 'answered';
	return { ...one, severity, message: proveText.answeredBy(one.message, reading) };
}
