import { error } from '@sveltejs/kit';
import { drawLadderBoxes } from '$lib/charts/ladder-boxes.ts';
import { drawLevelSpread } from '$lib/charts/level-spread.ts';
import { middleValue } from '$lib/charts/middle.ts';
import { sectionWords } from '$lib/components/words.ts';
import type { IndicatorScore } from '$lib/scoring/results.ts';
import { compareThai } from '$lib/thai/words.ts';
import { findRound } from '../../../find-round.ts';
import { findLate } from '../../../rank-lines.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
	const view = await findRound(params);
	const section = view.agreement.sections.find((s) => s.section === params.section);
	const at = section?.indicators.findIndex((i) => i.indicator === params.number) ?? -1;
	const indicator = section?.indicators[at];
	if (!section || !indicator) error(404, 'ไม่พบตัวชี้วัดนี้');
	const scores = view.answer.scores.filter((s) => s.section === section.section && s.indicator === indicator.indicator);
	const late = findLate(view);
	const names = new Map(view.province.districts.map((district) => [district.code, district.name]));
	const lines = scores
		.map((score) => ({
			score,
			name: names.get(score.district) ?? score.district,
			late: late.has(score.district),
			boxes: drawLadderBoxes(score, indicator, null)
		}))
		.sort((a, b) => order(a.score) - order(b.score) || byPoints(a.score, b.score) || compareThai(a.name, b.name));
	const values = scores.flatMap((s) => (s.value === null || s.status !== 'scored' ? [] : [s.value]));
	const step = (by: number) => {
		const other = section.indicators[at + by];
		return other ? { indicator: other.indicator, short: other.short } : null;
	};
	return {
		section: section.section,
		words: sectionWords[section.section] ?? section.title,
		indicator: {
			...indicator,
			rungs: (indicator.ladder?.rungs ?? []).flatMap((rung) =>
				'outcome' in rung ? [{ outcome: rung.outcome, text: rung.text, evidence: rung.evidence ?? null }] : []
			),
			judges: indicator.judged !== undefined
		},
		lines,
		middle: middleValue(values),
		spread: drawLevelSpread(scores, indicator),
		readings: (indicator.readings ?? []).flatMap((id) => {
			const reading = view.agreement.readings[id];
			return reading ? [{ id, ...reading }] : [];
		}),
		before: step(-1),
		after: step(1)
	};
};

/** Scored first, then what is open, then where it does not apply. */
const order = (score: IndicatorScore) =>
	['scored', 'undecided', 'invalid', 'not_reported', 'not_applicable'].indexOf(score.status);
const byPoints = (a: IndicatorScore, b: IndicatorScore) =>
	(b.points ?? 0) - (a.points ?? 0) || (b.value ?? 0) - (a.value ?? 0);
