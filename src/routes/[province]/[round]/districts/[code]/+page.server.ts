import { error } from '@sveltejs/kit';
import { drawLadderBoxes } from '$lib/charts/ladder-boxes.ts';
import { middleOutcome, middleValue } from '$lib/charts/middle.ts';
import { drawNumberLine } from '$lib/charts/number-line.ts';
import { listOutcomes } from '$lib/charts/tones.ts';
import { sectionWords } from '$lib/components/words.ts';
import type { Indicator, Section } from '$lib/agreement/schema.ts';
import type { RoundView } from '$lib/ranking/round.ts';
import { scoreKey } from '$lib/ranking/round.ts';
import { explainScore } from '$lib/scoring/explain.ts';
import type { IndicatorScore } from '$lib/scoring/results.ts';
import { findRound } from '../../find-round.ts';
import { listRankLines, spreadGrade } from '../../rank-lines.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
	const view = await findRound(params);
	const district = view.province.districts.find((d) => d.code === params.code);
	if (!district) error(404, 'ไม่พบอำเภอนี้');
	const sections = view.agreement.sections.flatMap((section) => {
		const lines = listRankLines(view, section);
		const at = lines.findIndex((line) => line.district === district.code);
		const line = lines[at];
		if (!line) return [];
		const items = section.indicators.flatMap((indicator) => {
			const score = line.scores.find((s) => s.indicator === indicator.indicator);
			return score ? [judgeItem(view, section, indicator, score, district.name)] : [];
		});
		return [
			{
				section: section.section,
				title: section.title,
				words: sectionWords[section.section] ?? section.title,
				line,
				grade: spreadGrade(view.office, line),
				before: lines[at - 1] ?? null,
				after: lines[at + 1] ?? null,
				items: items.filter((item) => item.score.status !== 'not_applicable'),
				elsewhere: items.filter((item) => item.score.status === 'not_applicable')
			}
		];
	});
	const numbers = new Set(
		view.entries
			.filter((e) => e.district === district.code || e.district === view.province.code)
			.map((e) => e.submission)
	);
	return {
		district,
		sections,
		late: sections.some((section) => section.line.late),
		received: view.received.filter((file) => numbers.has(file.number) || file.districts.includes(district.code))
	};
};

function judgeItem(view: RoundView, section: Section, indicator: Indicator, score: IndicatorScore, name: string) {
	const peers = view.answer.scores.filter(
		(s) => s.section === section.section && s.indicator === indicator.indicator && s.status === 'scored'
	);
	const outcomes = peers.flatMap((peer) => (peer.outcome === null ? [] : [peer.outcome]));
	const values = peers.flatMap((peer) => (peer.value === null ? [] : [peer.value]));
	const others = peers.flatMap((p) => (p.value === null || p.district === score.district ? [] : [p.value]));
	const detail = view.details.get(scoreKey(score));
	const earn = (points: number | null | undefined) =>
		points === null || points === undefined || score.weight === null || !score.max_points
			? null
			: (score.weight * points) / score.max_points;
	const explanation = explainScore(view, score.district, section.section, indicator.indicator);
	return {
		key: `${section.section}-${indicator.indicator}`,
		indicator: indicator.indicator,
		short: indicator.short,
		title: indicator.title,
		unit: indicator.unit,
		score,
		name,
		lowest: earn(detail?.points_lowest),
		highest: earn(detail?.points_highest),
		middle: middleValue(values),
		boxes: drawLadderBoxes(score, indicator, middleOutcome(outcomes, listOutcomes(indicator))),
		line: score.value === null ? null : drawNumberLine(indicator, score.value, others),
		explanation,
		sources: listSources(
			view,
			explanation.arithmetic.flatMap((step) => step.entry ?? [])
		)
	};
}

/** The received files that the entries came in, each once. */
function listSources(view: RoundView, entries: readonly { readonly submission: number }[]) {
	const numbers = new Set(entries.map((entry) => entry.submission));
	return view.received.filter((file) => numbers.has(file.number));
}
