// A letter with what was ruled on it. The rulings of a round make another letter of the same, which is scored like any other;
// beside each indicator ruled on stands its form without the ruling, so that scoring can say which results rest on it.
import { exemptDistricts, listExemptions } from './exemptions.ts';
import { isClash, mergeReadings } from './merge-readings.ts';
import { listQuestions } from './questions.ts';
import { ruleAdjust, ruleLadder, type Decisions } from './rule-ladder.ts';
import { settleIndicator, type ReasonedRuling, type Ruling } from './ruling.ts';
import { sayTake } from './say-ruling.ts';
import type { Agreement, Alternative, Indicator, Reading, Value } from './schema.ts';
import { underReading } from './under-reading.ts';

/** What the form without a ruling is called, where results name it. */
export const beforeRuling = 'ก่อนมีคำวินิจฉัย';

/** The letter under the rulings given, the oldest first. A ruling on what the letter does not hold changes nothing. */
export function applyRulings(agreement: Agreement, rulings: readonly ReasonedRuling[]): Agreement {
	if (rulings.length === 0) return agreement;
	const sections = agreement.sections.map((section) => ({
		...section,
		indicators: section.indicators.map((indicator) => {
			const at = `${section.section}/${indicator.indicator}`;
			return exemptDistricts(ruleWithBefore(indicator, settleIndicator(rulings, at)), listExemptions(rulings, at));
		})
	}));
	const ruled = { ...agreement, sections };
	return { ...ruled, readings: tellReadings(agreement, ruled, rulings) };
}

function ruleWithBefore(indicator: Indicator, decisions: Decisions): Indicator {
	if (decisions.size === 0) return indicator;
	const ruled = ruleIndicator(indicator, decisions);
	const before = [...decisions.keys()].flatMap((reading): readonly Alternative[] => {
		const without = ruleIndicator(indicator, new Map([...decisions].filter(([id]) => id !== reading)));
		return sameRules(without, ruled) ? [] : [{ reading, text: beforeRuling, ...formOf(without) }];
	});
	if (before.length === 0) return ruled;
	return { ...ruled, alternatives: [...before, ...(ruled.alternatives ?? [])] };
}

const formOf = ({ ladder, values, parts, adjust }: Indicator) => ({
	...(ladder ? { ladder } : {}),
	...(values ? { values } : {}),
	...(parts ? { parts } : {}),
	adjust: adjust ?? []
});
const sameRules = (a: Indicator, b: Indicator) => JSON.stringify(formOf(a)) === JSON.stringify(formOf(b));

function ruleIndicator(indicator: Indicator, decisions: Decisions): Indicator {
	const switched = switchReadings(indicator, decisions);
	return {
		...ruleForm(switched, decisions),
		...(switched.alternatives ? { alternatives: switched.alternatives.map((one) => ruleForm(one, decisions)) } : {})
	};
}

type Form = Pick<Alternative, 'ladder' | 'values' | 'parts' | 'adjust'>;
function ruleForm<F extends Form>(form: F, decisions: Decisions): F {
	const { ladder, values, parts, adjust } = form;
	return {
		...form,
		...(ladder ? { ladder: ruleLadder(ladder, decisions) } : {}),
		...(values ? { values: ruleValues(values, decisions) } : {}),
		...(parts ? { parts: parts.map((part) => ({ ...part, ladder: ruleLadder(part.ladder, decisions) })) } : {}),
		...(adjust ? { adjust: adjust.map((one) => ruleAdjust(one, decisions)) } : {})
	};
}

function ruleValues(values: NonNullable<Indicator['values']>, decisions: Decisions): Record<string, Value> {
	return Object.fromEntries(
		Object.entries(values).map(([name, value]) => {
			const zero = decisions.get(value.zero_reading ?? '')?.zero ?? null;
			const known = zero === null ? value : { ...value, when_zero: zero };
			const tie = 'place' in known ? (decisions.get(known.tie_reading ?? '')?.tie ?? null) : null;
			return [name, 'place' in known && tie !== null ? { ...known, ties: tie } : known];
		})
	);
}

/** The alternatives of an indicator that rulings take, in the letter's order. */
export const takenAlternatives = (indicator: Indicator, decisions: Decisions): readonly Alternative[] =>
	(indicator.alternatives ?? []).filter((one) => decisions.get(one.reading)?.alternative === one.text);

/** It only reads the ladder in force in another mode. */
const isModeOnly = ({ ladder, values, parts, adjust }: Alternative) => !(ladder ?? values ?? parts ?? adjust);

function switchReadings(indicator: Indicator, decisions: Decisions): Indicator {
	const taken = takenAlternatives(indicator, decisions);
	if (taken.length === 0) return indicator;
	const modes = taken.filter(isModeOnly);
	const form = mergeHolding(
		indicator,
		taken.filter((one) => !isModeOnly(one))
	);
	const mode = modes.find((one) => one.mode !== undefined)?.mode;
	// Another table is then read the same way as the one in force.
	const alternatives = (indicator.alternatives ?? [])
		.filter((one) => !taken.includes(one))
		.map((one) => (mode !== undefined && one.ladder ? { ...one, ladder: { ...one.ladder, mode } } : one));
	return { ...modes.reduce(underReading, { ...indicator, ...form }), alternatives };
}

/** A letter put in force later may bring readings ruled on before to clash: then the first in the letter holds. */
function mergeHolding(indicator: Indicator, taken: readonly Alternative[]): Form {
	let held: readonly Alternative[] = [];
	for (const one of taken) if (!isClash(mergeReadings(indicator, [...held, one]))) held = [...held, one];
	const merged = mergeReadings(indicator, held);
	return isClash(merged) ? {} : merged;
}

/** An indicator by its place in the letter (section/indicator). */
export const findIndicator = ({ sections }: Agreement, at: string): Indicator | null =>
	sections.flatMap(({ section, indicators }) => indicators.filter((one) => `${section}/${one.indicator}` === at))[0] ??
	null;

/** Readings say what was ruled; one that nothing waits for any more is in force. */
function tellReadings(before: Agreement, after: Agreement, rulings: readonly ReasonedRuling[]): Agreement['readings'] {
	const waiting = new Set(listQuestions(after).flatMap((one) => (one.kind === 'switch' ? [] : [one.reading])));
	return Object.fromEntries(
		Object.entries(before.readings).map(([id, reading]): [string, Reading] => {
			const standing = standingRulings(rulings).filter((ruling) => ruling.reading === id);
			if (standing.length === 0) return [id, reading];
			const said = standing.map(({ indicator: where, take }) => ({
				where,
				words: sayTake(take, { reading, indicator: findIndicator(before, where) })
			}));
			const [first] = said;
			const places = new Set(listQuestions(before).flatMap((one) => (one.reading === id ? [one.indicator] : [])));
			const everywhere =
				said.every((one) => one.words === first?.words) && said.length >= places.size && !waiting.has(id);
			const taken = everywhere
				? (first?.words ?? reading.taken)
				: [reading.taken, ...said.map(({ where, words }) => `เฉพาะ ${where}: ${words}`)].join('; ');
			const why = `มีคำวินิจฉัย: ${[...new Set(standing.map((ruling) => ruling.reason))].join(' / ')}`;
			return [id, { ...reading, kind: waiting.has(id) ? reading.kind : 'choice', taken, why }];
		})
	);
}

/** Of all that was ruled, the oldest first, what nothing later took the place of. */
export function standingRulings<R extends Ruling>(rulings: readonly R[]): readonly R[] {
	return rulings.filter((ruling, at) => {
		if (ruling.take.kind === 'withdraw') return false;
		if (ruling.reading === null) return [...listExemptions(rulings, ruling.indicator).values()].includes(ruling);
		const { reading, indicator, take } = ruling;
		return !rulings
			.slice(at + 1)
			.some((later) => later.reading === reading && later.indicator === indicator && replaces(later.take, take));
	});
}

function replaces(later: Ruling['take'], earlier: Ruling['take']): boolean {
	if (later.kind === 'withdraw') return true;
	if (later.kind === 'recommended') return ['recommended', 'edge', 'outcome', 'tie'].includes(earlier.kind);
	if (later.kind === 'outcome' || later.kind === 'words')
		return earlier.kind === later.kind && (later.text === null || later.text === earlier.text);
	return later.kind === earlier.kind;
}
