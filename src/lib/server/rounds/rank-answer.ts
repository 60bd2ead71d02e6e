import type { RoundView } from '../../ranking/round.ts';
import type { SectionScore } from '../../scoring/results.ts';

/** A ranking in the form others rely on: `rank --json` and the API. */
export interface RankAnswer {
	readonly round: string;
	readonly agreement: string;
	readonly province: { readonly code: string; readonly name: string };
	/** by section in the letter's order, then place, then district code; without a place last */
	readonly sections: readonly (SectionScore & { readonly name: string; readonly title: string })[];
}

export function rankAnswer({ id, agreement, province, answer }: RoundView): RankAnswer {
	const names = new Map(province.districts.map((district) => [district.code, district.name]));
	const lines = agreement.sections.flatMap(({ section, title }) =>
		answer.sections
			.filter((line) => line.section === section)
			.toSorted((a, b) => (a.place ?? Infinity) - (b.place ?? Infinity) || (a.district < b.district ? -1 : 1))
			.map(({ district, section: key, ...figures }) => ({
				district,
				name: names.get(district) ?? district,
				section: key,
				title,
				...figures
			}))
	);
	return {
		round: id,
		agreement: agreement.agreement,
		province: { code: province.code, name: province.name },
		sections: lines
	};
}
