// A round as a district sees it before it is published: its own results, and nothing that could be told of others'.
import type { RoundView } from './round.ts';

/** `code`: of the district. Facts of the whole province stay, for its results rest on them. */
export function showOnly(view: RoundView, code: string): RoundView {
	const { province, answer, details, entries, received, way } = view;
	const own = (one: { readonly district: string }) => one.district === code;
	const mine = (key: string) => key.startsWith(`${code}/`);
	return {
		...view,
		only: code,
		province: { ...province, districts: province.districts.filter((one) => one.code === code), tiles: [] },
		answer: {
			...answer,
			scores: answer.scores.filter(own),
			sections: answer.sections.filter(own).map((one) => ({ ...one, place: null, place_best: null, place_worst: null }))
		},
		details: new Map([...details].filter(([key]) => mine(key))),
		entries: entries.filter((one) => own(one) || one.district === province.code),
		received: received.filter(({ districts }) => districts.every((one) => one === code)),
		way: new Map([...way].filter(([key]) => mine(key)))
	};
}
