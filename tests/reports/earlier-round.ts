// A round before a given one: the same letter half a year earlier, another weight in each section, and every district with the
// results that one three places further has in the later round.
import type { Agreement } from '../../src/lib/agreement/schema.ts';
import { scoreKey, type RoundView } from '../../src/lib/ranking/round.ts';
import type { IndicatorScore, SectionScore } from '../../src/lib/scoring/results.ts';

/** The first two indicators of each section weigh 2 more and 2 less. */
function reweigh(agreement: Agreement): Agreement {
	return {
		...agreement,
		agreement: 'khon-kaen/2565-1',
		round: 'รอบที่ ๑/๒๕๖๕',
		from: '2021-10-01',
		to: '2022-03-31',
		sections: agreement.sections.map((section) => ({
			...section,
			indicators: section.indicators.map((indicator, nth) => ({
				...indicator,
				weight: (indicator.weight ?? 0) + (nth === 0 ? 2 : nth === 1 ? -2 : 0)
			}))
		}))
	};
}

export function makeEarlier(view: RoundView): RoundView {
	const agreement = reweigh(view.agreement);
	const codes = view.province.districts.map(({ code }) => code);
	const weights = new Map(
		agreement.sections.flatMap(({ section, indicators }) =>
			indicators.map(({ indicator, weight }) => [`${section}/${indicator}`, weight] as const)
		)
	);
	const scores = view.answer.scores.map((score): IndicatorScore => {
		const from = codes[(codes.indexOf(score.district) + 3) % codes.length];
		const other =
			view.answer.scores.find((one) => scoreKey(one) === scoreKey({ ...score, district: from ?? '' })) ?? score;
		return { ...other, district: score.district, weight: weights.get(`${score.section}/${score.indicator}`) ?? null };
	});
	const totals = view.answer.sections.map((line): SectionScore => {
		const own = scores.filter(({ district, section }) => district === line.district && section === line.section);
		const got = own.reduce(
			(sum, { points, max_points: most, weight }) => sum + ((points ?? 0) * (weight ?? 0)) / (most ?? 1),
			0
		);
		const percent = (100 * got) / line.weight;
		return { ...line, percent, percent_worst: percent, percent_best: percent };
	});
	const sections = totals.map((line) => ({
		...line,
		place:
			1 + totals.filter((other) => other.section === line.section && (other.percent ?? 0) > (line.percent ?? 0)).length
	}));
	return { ...view, id: 'khon-kaen/2565-1', agreement, answer: { agreement: agreement.agreement, scores, sections } };
}
