// What would be if a district had reported otherwise: scored as the round is, nothing stored.
import type { Agreement, Input } from '../../agreement/schema.ts';
import type { RoundView } from '../../ranking/round.ts';
import type { IndicatorScore, SectionScore } from '../../scoring/results.ts';
import type { Entry, Problem } from '../../submission/entry.ts';
import { readValue } from '../../submission/cells/read-value.ts';
import { compareAnswers, type Moves } from './moves.ts';
import { errorAbout, refuse } from '../refusal.ts';
import { scoreOnce } from '../scoring/score-once.ts';
import { say, whatIfWords } from '../sentences.ts';
import type { Store } from '../store/store.ts';

export interface WhatIfChange {
	readonly section: string;
	readonly indicator: string;
	readonly input: string;
	/** as a form or JSON gives it; empty text is not reported, null is "not done" for a date that says when something was done */
	readonly value: unknown;
}

export interface WhatIfAnswer {
	/** what of the changes cannot be read, in Thai; it counts as sent and unusable, as in a file */
	readonly problems: readonly Problem[];
	/** results of the district in the letter's order, and its sections */
	readonly scores: readonly IndicatorScore[];
	readonly sections: readonly SectionScore[];
	/** whoever's result or place is another, other districts among them */
	readonly moves: Moves;
}

/** Refuses a district or an input that the round does not have. */
export async function tryChanges(
	store: Store,
	view: RoundView,
	district: string,
	changes: readonly WhatIfChange[]
): Promise<WhatIfAnswer> {
	const { agreement, province } = view;
	if (!province.districts.some(({ code }) => code === district))
		throw refuse('unknown_district', say.noSuchDistrict(district, province.name));
	const problems: Problem[] = [];
	const changed = changes.flatMap((change): readonly Entry[] => {
		const { section, indicator, input } = change;
		const read = readValue(change.value, mustFind(agreement, change));
		if (read.kind === 'nothing') return [];
		if (read.kind === 'bad') problems.push(errorAbout('', read.code, read.why));
		const text = typeof change.value === 'string' ? change.value : JSON.stringify(change.value);
		const value = read.kind === 'bad' ? ({ kind: 'bad' } as const) : read.value;
		return [
			{ district, section, indicator, input, value, text, at: { file: '', cell: `${section}/${indicator}/${input}` } }
		];
	});
	const keyOf = (one: Omit<WhatIfChange, 'value'>) => `${one.section}/${one.indicator}/${one.input}`;
	const touched = new Set(changes.map(keyOf));
	const kept = view.entries.filter((entry) => entry.district !== district || !touched.has(keyOf(entry)));
	const { answer } = await scoreOnce(store.instance(), agreement, [...kept, ...changed]);
	return {
		problems,
		scores: answer.scores.filter((score) => score.district === district),
		sections: answer.sections.filter((line) => line.district === district),
		moves: compareAnswers(province, view.answer, answer)
	};
}

function mustFind(agreement: Agreement, { section, indicator, input }: WhatIfChange): Input {
	const inputs = agreement.sections
		.find((one) => one.section === section)
		?.indicators.find((one) => one.indicator === indicator)?.inputs;
	const found = Object.entries(inputs ?? {}).find(([name]) => name === input)?.[1];
	if (found === undefined) throw refuse('unknown_input', whatIfWords.noSuchInput(section, indicator, input));
	return found;
}
