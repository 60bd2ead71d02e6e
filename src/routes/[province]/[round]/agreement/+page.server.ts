import { findRound } from '../find-round.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
	const { agreement, province } = await findRound(params);
	const names = new Map(province.districts.map((district) => [district.code, district.name]));
	return {
		title: agreement.title,
		source: agreement.source,
		from: agreement.from,
		to: agreement.to,
		invented: agreement.invented,
		sections: agreement.sections.map((section) => ({
			section: section.section,
			title: section.title,
			weight: section.weight,
			indicators: section.indicators.map((indicator) => ({
				indicator: indicator.indicator,
				title: indicator.title,
				unit: indicator.unit,
				weight: indicator.weight,
				group: indicator.work_group,
				readings: indicator.readings ?? [],
				districts: indicator.applies_to === 'all' ? null : indicator.applies_to.map((code) => names.get(code) ?? code),
				rungs: (indicator.ladder?.rungs ?? []).flatMap((rung) =>
					'outcome' in rung ? [{ outcome: rung.outcome, text: rung.text, points: rung.points ?? null }] : []
				)
			}))
		})),
		readings: Object.entries(agreement.readings).map(([id, reading]) => ({ id, ...reading }))
	};
};
