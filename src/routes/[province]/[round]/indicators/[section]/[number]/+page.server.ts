import { error } from '@sveltejs/kit';
import { drawForScreen } from '$lib/charts/chart-sheet.ts';
import { drawLadderBoxes } from '$lib/charts/ladder-boxes.ts';
import { screenLook } from '$lib/charts/look.ts';
import { showValue } from '$lib/charts/show-value.ts';
import { makeSpreadSheet } from '$lib/charts/spread-sheet.ts';
import type { ResultState } from '$lib/ranking/way.ts';
import type { LiveData } from '$lib/components/live-data.ts';
import { sectionWords } from '$lib/components/words.ts';
import { scoreKey } from '$lib/ranking/round.ts';
import { gatherIndicator } from '$lib/reports/indicator/facts.ts';
import { duties, findings, sayStanding } from '$lib/reports/indicator/words.ts';
import { findEarlier } from '../../../find-earlier.ts';
import { findRound } from '../../../find-round.ts';
import { findBefore, followIndicator } from './over-rounds.ts';
import { readSort, sortLines, type Line } from './sort-lines.ts';
import type { PageServerLoad } from './$types';

/** Of the card beside the letter. */
const width = 860;
const look = { ...screenLook, size: 13 };

export const load: PageServerLoad = async ({ params, url, parent }) => {
	const view = await findRound(params);
	const section = view.agreement.sections.find((s) => s.section === params.section);
	const at = section?.indicators.findIndex((i) => i.indicator === params.number) ?? -1;
	const indicator = section?.indicators[at];
	if (!section || !indicator) error(404, 'ไม่พบตัวชี้วัดนี้');
	const { digits } = (await parent()).display;
	const earlier = await findEarlier(view);
	const facts = gatherIndicator(view, section.section, indicator.indicator);
	const before = findBefore(view, earlier[0], section.section, indicator);
	const sort = readSort(url.searchParams.get('sort'));
	const sheet = makeSpreadSheet(view, section.section, indicator);
	const live: LiveData = { kind: 'spread', spread: facts.spread, size: look.size, digits };
	const dots = new Map(facts.spread.kind === 'line' ? facts.spread.dots.map((dot) => [dot.district, dot]) : []);
	const lines = facts.lines.map(({ name, score, late }, place): Line => {
		const dot = dots.get(score.district);
		const was = before?.scores.get(score.district);
		return {
			place,
			name,
			late,
			district: score.district,
			status: score.status,
			state: decidedOn(view.way.get(scoreKey(score))),
			boxes: drawLadderBoxes(score, indicator, null),
			value: score.value,
			weighted: score.weighted,
			recommended: score.recommended?.outcome ?? null,
			gap:
				dot?.gap == null || dot.held
					? null
					: { missing: dot.gap.missing, text: showValue(Number(dot.gap.missing.toFixed(6))), near: dot.near },
			before: was === undefined ? null : { status: was.status, outcome: was.outcome, value: was.value }
		};
	});
	const step = (by: number) => {
		const other = section.indicators[at + by];
		return other ? { indicator: other.indicator, short: other.short } : null;
	};
	return {
		section: section.section,
		words: sectionWords[section.section] ?? section.title,
		indicator: {
			indicator: indicator.indicator,
			short: indicator.short,
			title: indicator.title,
			weight: indicator.weight,
			work_group: indicator.work_group,
			clause: indicator.clause ?? null,
			formula: indicator.formula ?? null,
			source: indicator.source ?? null,
			notes: indicator.notes ?? null,
			inputs: Object.values(indicator.inputs).map(({ label, unit }) => ({ label, unit: unit ?? null })),
			rungs: (indicator.ladder?.rungs ?? []).flatMap((rung) =>
				'outcome' in rung ? [{ outcome: rung.outcome, text: rung.text, evidence: rung.evidence ?? null }] : []
			),
			judges: indicator.judged !== undefined
		},
		spread:
			sheet && drawForScreen(sheet, `/${view.id}/charts/spread-${section.section}-${indicator.indicator}`, look, width),
		live,
		lined: facts.spread.kind === 'line',
		sort,
		lines: sortLines(lines, sort),
		elsewhere: facts.elsewhere,
		middle: facts.middle,
		before: before?.round ?? null,
		findings: findings(facts),
		near: facts.near.length > 0,
		duties: duties(view, facts),
		over: followIndicator(view, earlier, section.section, indicator),
		readings: facts.readings.map(({ id, reading }) => ({
			id,
			taken: reading.taken,
			why: reading.why,
			standing: sayStanding(reading)
		})),
		previous: step(-1),
		next: step(1)
	};
};

/** What a line says of it; the page carries it in its data as well. */
function decidedOn(state: ResultState | undefined): Line['state'] {
	if (state === undefined || state.kind === 'sent') return state ?? null;
	const { at, who, reason } = state.decision;
	return { kind: state.kind, at, who, reason };
}
