// A round as a district sees it before it is published: its own results, and nothing that could be told of others'.
import type { ScoreAnswer } from '../scoring/results.ts';
import type { RoundView } from './round.ts';

/** Its own scores and totals; places, which tell of others, are null. */
export const answerOnly = (answer: ScoreAnswer, code: string): ScoreAnswer => ({
	...answer,
	scores: answer.scores.filter(({ district }) => district === code),
	sections: answer.sections
		.filter(({ district }) => district === code)
		.map((one) => ({ ...one, place: null, place_best: null, place_worst: null }))
});

/** `code`: of the district. Facts of the whole province stay, for its results rest on them. */
export function showOnly(view: RoundView, code: string): RoundView {
	const { province, answer, details, entries, received, way } = view;
	const mine = (key: string) => key.startsWith(`${code}/`);
	return {
		...view,
		only: code,
		province: { ...province, districts: province.districts.filter((one) => one.code === code), tiles: [] },
		answer: answerOnly(answer, code),
		details: new Map([...details].filter(([key]) => mine(key))),
		entries: entries.filter(({ district }) => district === code || district === province.code),
		received: received.filter(({ districts }) => districts.every((one) => one === code)),
		way: new Map([...way].filter(([key]) => mine(key)))
	};
}
