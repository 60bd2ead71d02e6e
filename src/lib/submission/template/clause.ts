// The letter's own words on an input: the rungs whose conditions rest on it, in the letter's order.
import { listConditions, listTerms, mentionsOfCondition } from '../../agreement/names.ts';
import { sayOutcome } from '../../agreement/say.ts';
import type { Condition, Indicator, Ladder, Value } from '../../agreement/schema.ts';

const namesIn = (value: Value): readonly string[] => {
	const figure = value.figure === undefined ? [] : [value.figure];
	if ('percent' in value) return [...figure, ...listTerms(value.percent.part), ...listTerms(value.percent.whole)];
	if ('growth' in value) return [...figure, ...listTerms(value.growth.from), ...listTerms(value.growth.to)];
	if ('mean' in value) return [...figure, value.mean];
	if ('sum' in value) return [...figure, ...listTerms(value.sum)];
	if ('place' in value) return [...figure, value.place];
	return figure;
};

/** Everything that a name rests on, itself included: a value rests on its parts, and points put together on every part's rungs. */
const listRoots = (name: string, indicator: Indicator): ReadonlySet<string> => {
	const seen = new Set<string>();
	const walk = (one: string): void => {
		if (seen.has(one)) return;
		seen.add(one);
		const value = indicator.values?.[one];
		if (value === undefined) return;
		namesIn(value).forEach(walk);
		if ('combine' in value)
			for (const part of indicator.parts ?? [])
				part.ladder.rungs.flatMap(listConditions).flatMap(namesOf).forEach(walk);
	};
	walk(name);
	return seen;
};

const namesOf = (condition: Condition): readonly string[] => mentionsOfCondition(condition).map(({ name }) => name);

/** The clauses of an indicator that rest on one of its inputs, each `ระดับ 3: …`; none where the letter says nothing of it. */
export const listClauses = (indicator: Indicator, input: string): readonly string[] => {
	const rests = (conditions: readonly Condition[]): boolean =>
		conditions.flatMap(namesOf).some((name) => listRoots(name, indicator).has(input));
	const ofLadder = (ladder: Ladder, before: string): readonly string[] =>
		ladder.rungs.flatMap((rung) =>
			'outcome' in rung && rests(listConditions(rung)) ? [`${before}${sayOutcome(rung.outcome)}: ${rung.text}`] : []
		);
	const { ladder, parts = [], adjust = [] } = indicator;
	return [
		...(ladder === undefined ? [] : ofLadder(ladder, '')),
		...parts.flatMap((part) => ofLadder(part.ladder, `${part.title} `)),
		...adjust.flatMap((one) =>
			('per' in one ? listRoots(one.per, indicator).has(input) : rests([one.when])) ? [one.text] : []
		)
	];
};
