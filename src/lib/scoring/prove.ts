// Proving a letter before use: what its ladders give over every value there can be, not over samples. Each finding has an example,
// and is answered where the letter carries a reading that speaks of it.
import { isAppliedTo } from '../agreement/applies.ts';
import { checkAgreement, type Finding } from '../agreement/check.ts';
import { proveDates } from '../agreement/prove-dates.ts';
import { proveText as proveClauses } from '../agreement/prove-text.ts';
import type { Agreement, Alternative, Indicator } from '../agreement/schema.ts';
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
import { allWays, eachWay, type Sent } from './prove-ways.ts';

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
				const own = proveForm(agreement, at, indicator, districts);
				const others = (indicator.alternatives ?? []).flatMap((other) =>
					leaveOut(proveUnder(agreement, at, indicator, other, districts), own).map((one) => nameReading(one, other))
				);
				return [...[...proveClauses(agreement, at, indicator), ...own].map(settle), ...others];
			})
		)
	];
}

/** What its ladders give under another of an indicator's readings. The words of another reading are not the letter's: nothing is held against them. */
function proveUnder(
	agreement: Agreement,
	at: string,
	indicator: Indicator,
	alternative: Alternative,
	districts: readonly string[]
): readonly Finding[] {
	const { alternatives: _, ...other } = underReading(indicator, alternative);
	const found = proveForm(agreement, at, other, districts);
	// that a level is reached without those below it is what such a reading says
	const apart = other.ladder?.mode === 'highest' && indicator.ladder?.mode === 'prefix';
	return apart ? found.filter(({ code }) => code !== 'skip') : found;
}

/** What would hold if a reading were taken that is not: the reading speaks of it all, unless no rule can be made of it. */
function nameReading(one: Finding, alternative: Alternative): Finding {
	const { reading, text } = alternative;
	const named = { ...one, message: proveText.under(reading, text, one.message), under: { reading, text } };
	// scoring makes rules of every reading
	if (unscorable.has(one.code)) return named;
	const severity = one.severity === 'note' ? 'note' : 'answered';
	return { ...named, severity, reading: one.reading ?? reading };
}

const unscorable = new Set<Finding['code']>(['rule', 'too_large']);

/** The ladders of an indicator, for each way of sending its facts; what is said of nobody at all must hold for all ways there are. */
function proveForm(
	agreement: Agreement,
	at: string,
	indicator: Indicator,
	districts: readonly string[]
): readonly Finding[] {
	const prove = (sent: Sent) => proveSent(agreement, at, indicator, districts, sent);
	const [first = [], ...others] = eachWay(indicator).map(prove);
	if (others.length === 0) return first;
	const ways = allWays(indicator)?.map(prove);
	const isTrue = (one: Finding) =>
		ways?.every((found) => found.some((other) => ofWhat(other) === ofWhat(one))) === true;
	const all = others.reduce((found, more) => [...found, ...leaveOut(more, found)], first);
	return all.filter(
		(one, i) =>
			!ofNobody.has(one.code) || (isTrue(one) && all.findIndex((other) => ofWhat(other) === ofWhat(one)) === i)
	);
}

/** Said of nobody at all, and the condition or rung it is said of. */
const ofNobody = new Set<Finding['code']>(['unreachable', 'never_matters', 'repeated']);
const ofWhat = ({ code, part, clause, message }: Finding) =>
	[code, part, clause, code === 'unreachable' ? '' : /«.*»/s.exec(message)?.[0]].join('\n');

/** What is not known already; the example may be another. */
function leaveOut(findings: readonly Finding[], known: readonly Finding[]): readonly Finding[] {
	const keyOf = ({ code, part, clause, message }: Finding) =>
		[code, part, clause, message.replace(/ \((?:เช่น|ยังหา).*\)/s, '')].join('\n');
	const seen = new Set(known.map(keyOf));
	return findings.filter((one) => !seen.has(keyOf(one)));
}

function proveSent(
	agreement: Agreement,
	at: string,
	indicator: Indicator,
	districts: readonly string[],
	sent: Sent
): readonly Finding[] {
	const { ladder } = indicator;
	if (!ladder) return [];
	// places are among the districts it applies to
	const printed = indicator.applies_to === 'all' ? districts : [...new Set(indicator.applies_to)];
	const ranked = printed.filter((district) => isAppliedTo(indicator, district)).length;
	const around: Surroundings = { districts: ranked, to: agreement.to, points: [], sent };
	const opened = tryToOpen(at, indicator, () => {
		const parts = (indicator.parts ?? []).map((part) => openCase(agreement, at, indicator, part, part.ladder, around));
		const reached = reachPoints(indicator, parts);
		const own = { ...around, points: reached.positions };
		const whole = openCase(agreement, at, indicator, null, ladder, own, reached.inputs);
		return { cases: [...parts, whole], whole, reached, ways: openWays(agreement, at, indicator, around) };
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

function openWays(agreement: Agreement, at: string, indicator: Indicator, around: Surroundings): readonly Way[] {
	return (indicator.alternatives ?? []).flatMap((alternative): readonly Way[] => {
		const other = underReading(indicator, alternative);
		if (!other.ladder || other.parts) return [];
		const { ladder } = other;
		// that it cannot be opened is said where it is proved itself
		const opened = tryToOpen(at, other, () =>
			openCase(agreement, at, other, null, ladder, { ...around, districts: 1 })
		);
		if ('severity' in opened) return [];
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
