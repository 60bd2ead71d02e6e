// Which indicators of two letters are the same. A number alone says nothing: what is measured, from which inputs and by which
// rule decides. Dates move with the round and are no change of rule.
import type { Agreement, Indicator, Section } from '../agreement/schema.ts';
import { alignDates } from './align-dates.ts';
import { listChanges } from './changes.ts';
import { sayHindrance, sayOther, saySingle } from './pair-words.ts';
import { hasSameTitle, listDeciding, measureOf, ruleOf } from './measure.ts';

interface InSection {
	readonly section: string;
}
/** It measures the same thing in both rounds. */
export interface Comparable extends InSection {
	readonly kind: 'comparable';
	readonly before: Indicator;
	readonly after: Indicator;
	/** equal in everything that makes an outcome and its points */
	readonly sameRule: boolean;
	readonly sameWeight: boolean;
	/** in Thai, what of weight, rule and dates is another */
	readonly changes: readonly string[];
	/**
	 * The earlier rule under the later round's number and dates, by which the later round's results can be scored;
	 * null where the rule is the same and where `hindrance` says why they cannot.
	 */
	readonly crossing: Indicator | null;
	/** in Thai, why performance and rule cannot be told apart; null where they can */
	readonly hindrance: string | null;
}
/** It cannot be compared; `reason` in Thai. */
export interface Incomparable extends InSection {
	readonly kind: 'incomparable';
	/** null where only the later round has it */
	readonly before: Indicator | null;
	/** null where only the earlier round has it */
	readonly after: Indicator | null;
	readonly reason: string;
}
export type IndicatorPair = Comparable | Incomparable;

/** In the later letter's order, then what only the earlier one has. Sections are the same where their names are. */
export function pairIndicators(before: Agreement, after: Agreement): readonly IndicatorPair[] {
	const names = [...new Set([...after.sections, ...before.sections].map(({ section }) => section))];
	return names.flatMap((name) => {
		const find = ({ sections }: Agreement) => sections.find(({ section }) => section === name)?.indicators ?? [];
		return pairSection(name, find(before), find(after));
	});
}

type Indicators = Section['indicators'];
type Same = (a: Indicator, b: Indicator) => boolean;

const sameNumber: Same = (a, b) => a.indicator === b.indicator;
const sameMeasure: Same = (a, b) => {
	const [one, other] = [measureOf(a), measureOf(b)];
	if (one.kind === 'value' && other.kind === 'value') return one.text === other.text;
	if (one.kind !== 'steps' || other.kind !== 'steps') return false;
	// A ladder of steps is the same while the things done are: those of one round are asked in the other too.
	const [mine, theirs] = [listDeciding(a), listDeciding(b)];
	const shared = mine.filter((name) => theirs.includes(name)).length;
	return shared > 0 && (shared === Math.min(mine.length, theirs.length) || hasSameTitle(a, b));
};
/** Alike in all that is measured, wherever it stands: an indicator that was given another number. */
const sameElsewhere: Same = (a, b) => sameMeasure(a, b) && (hasSameTitle(a, b) || ruleOf(a) === ruleOf(b));

function pairSection(section: string, before: Indicators, after: Indicators): readonly IndicatorPair[] {
	const answers = new Map<Indicator, Indicator>();
	const taken = new Set<Indicator>();
	const pairBy = (same: Same) => {
		for (const later of after) {
			if (answers.has(later)) continue;
			const earlier = before.find((one) => !taken.has(one) && same(one, later));
			if (earlier === undefined) continue;
			answers.set(later, earlier);
			taken.add(earlier);
		}
	};
	pairBy((a, b) => sameNumber(a, b) && sameMeasure(a, b));
	pairBy(sameElsewhere);
	// What is left has the number in common and nothing else that can be compared.
	pairBy(sameNumber);
	return [
		...after.map((later): IndicatorPair => {
			const earlier = answers.get(later);
			if (earlier === undefined) return alone(section, null, later);
			return sameMeasure(earlier, later)
				? makeComparable(section, earlier, later)
				: { kind: 'incomparable', section, before: earlier, after: later, reason: sayOther(earlier, later) };
		}),
		...before.filter((earlier) => !taken.has(earlier)).map((earlier) => alone(section, earlier, null))
	];
}

const alone = (section: string, before: Indicator | null, after: Indicator | null): Incomparable => ({
	kind: 'incomparable',
	section,
	before,
	after,
	reason: saySingle(before === null ? 'new' : 'gone')
});

function makeComparable(section: string, before: Indicator, after: Indicator): Comparable {
	const sameRule = ruleOf(before) === ruleOf(after);
	const crossed = sameRule ? { crossing: null, hindrance: null } : cross(before, after);
	return {
		kind: 'comparable',
		section,
		before,
		after,
		sameRule,
		sameWeight: before.weight === after.weight,
		changes: listChanges(before, after, sameRule),
		...crossed
	};
}

function cross(before: Indicator, after: Indicator): Pick<Comparable, 'crossing' | 'hindrance'> {
	const missing = listDeciding(before).filter((name) => after.inputs[name]?.type !== before.inputs[name]?.type);
	if (missing.length > 0) {
		const labels = missing.map((name) => before.inputs[name]?.label ?? name);
		return { crossing: null, hindrance: sayHindrance.notAsked(labels) };
	}
	const aligned = alignDates(before, after);
	if (aligned === null) return { crossing: null, hindrance: sayHindrance.dates };
	const { alternatives: _, reports_by: __, cut_off: ___, ...rule } = aligned;
	const inputs = Object.fromEntries(
		Object.entries(before.inputs).flatMap(([name, input]) => {
			const later = after.inputs[name];
			return later === undefined ? [] : [[name, isDay(input) ? later : { ...later, given: input.given }]];
		})
	);
	return {
		crossing: { ...rule, indicator: after.indicator, applies_to: after.applies_to, inputs },
		hindrance: null
	};
}

const isDay = ({ type }: Indicator['inputs'][string]) => type === 'date' || type === 'datetime';
