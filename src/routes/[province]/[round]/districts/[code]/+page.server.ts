import { error } from '@sveltejs/kit';
import { exceptionOf } from '$lib/agreement/applies.ts';
import type { Section } from '$lib/agreement/schema.ts';
import { drawForScreen } from '$lib/charts/chart-sheet.ts';
import { screenLook } from '$lib/charts/look.ts';
import { listPlaces, makePlaceSheet } from '$lib/charts/place-sheet.ts';
import { sectionWords } from '$lib/components/words.ts';
import { totalName } from '$lib/ranking/combine-sections.ts';
import { spreadGrade } from '$lib/ranking/grades.ts';
import type { RoundView } from '$lib/ranking/round.ts';
import { countWay } from '$lib/ranking/way-next.ts';
import { getApp } from '$lib/server/app.ts';
import { breathe } from '$lib/server/breathe.ts';
import type { RoundTraces } from '$lib/server/journal/trace.ts';
import { combineSections, type CombinedLine } from '../../combined.ts';
import { findEarlier } from '../../find-earlier.ts';
import { findRound } from '../../find-round.ts';
import { hasNothing, listRankLines } from '../../rank-lines.ts';
import type { PageServerLoad } from './$types';
import { judgeItem } from './judge-item.ts';
import { listNextSteps } from './next-steps.ts';
import { tellWhoChanged } from './who-changed.ts';

/** Wide enough for the column beside the table. */
const pathWidth = 400;

export const load: PageServerLoad = async ({ params }) => {
	const view = await findRound(params);
	const earlier = await findEarlier(view);
	const district = view.province.districts.find((d) => d.code === params.code);
	if (!district) error(404, 'ไม่พบอำเภอนี้');
	const traces = await (await getApp()).journal.traces(view.id);
	const sections = [];
	for (const section of view.agreement.sections) {
		// Drawing is work: who asks for another page meanwhile is answered between two sections.
		await breathe();
		for (const shown of showSection(view, section, district, earlier))
			sections.push({ ...shown, items: shown.items.map((item) => withWhoChanged(view, item, traces)) });
	}
	await breathe();
	const numbers = new Set(
		view.entries
			.filter((e) => e.district === district.code || e.district === view.province.code)
			.map((e) => e.submission)
	);
	const places = view.only === undefined;
	const combined = (places && combineSections(view)?.find((line) => line.district === district.code)) || null;
	return {
		district,
		way: countWay(view, district.code),
		sections,
		/** places are not shown to a district before they are published */
		places,
		total: combined && showTotal(view, combined, earlier),
		silent: sections.every(({ line }) => hasNothing(line.scores)),
		late: sections.some((section) => section.line.late),
		received: view.received.filter((file) => numbers.has(file.number) || file.districts.includes(district.code))
	};
};

function withWhoChanged(view: RoundView, item: ReturnType<typeof judgeItem>, traces: RoundTraces) {
	const entries = item.explanation.arithmetic.flatMap((step) => step.entry ?? []);
	return { ...item, changed: tellWhoChanged(view, item.score, entries, traces) };
}

/** What the combined total of a district is made of, and its places over rounds. */
function showTotal(
	view: RoundView,
	{ district, place, percent, nothing, sections }: CombinedLine,
	earlier: readonly RoundView[]
) {
	const path = makePlaceSheet(view, totalName, district, earlier);
	const titles = new Map(view.agreement.sections.map(({ section, title }) => [section, title]));
	return {
		place,
		percent,
		nothing,
		parts: sections.map((part) => ({
			...part,
			words: sectionWords[part.section] ?? titles.get(part.section) ?? part.section,
			place:
				part.percent === null
					? null
					: (view.answer.sections.find((one) => one.section === part.section && one.district === district)?.place ??
						null)
		})),
		path: path && drawForScreen(path, `/${view.id}/charts/path-${totalName}-${district}`, screenLook, pathWidth)
	};
}

function showSection(
	view: RoundView,
	section: Section,
	{ code, name }: { readonly code: string; readonly name: string },
	earlier: readonly RoundView[]
) {
	const lines = listRankLines(view, section);
	const at = lines.findIndex((line) => line.district === code);
	const line = lines[at];
	if (!line) return [];
	const judged = section.indicators.flatMap((indicator) => {
		const score = line.scores.find((s) => s.indicator === indicator.indicator);
		return score ? [{ indicator, item: judgeItem(view, section, indicator, score, name) }] : [];
	});
	const own = judged.filter(({ item }) => item.score.status !== 'not_applicable');
	const steps = listNextSteps(
		view,
		own.map(({ indicator, item: { key, score, explanation } }) => ({ key, indicator, score, explanation }))
	);
	const path = view.only === undefined ? makePlaceSheet(view, section.section, code, earlier) : null;
	const stepped = new Set(steps.map(({ key }) => key));
	const rest = own.map(({ item }) => item).filter(({ key }) => !stepped.has(key));
	return [
		{
			section: section.section,
			title: section.title,
			words: sectionWords[section.section] ?? section.title,
			line,
			grade: spreadGrade(view.office, line),
			earlier:
				listPlaces(view, section.section, code, earlier)
					.slice(0, -1)
					.findLast(({ place }) => place !== null) ?? null,
			path: path && drawForScreen(path, `/${view.id}/charts/path-${section.section}-${code}`, screenLook, pathWidth),
			before: lines[at - 1] ?? null,
			after: lines[at + 1] ?? null,
			items: own.map(({ item }) => item),
			elsewhere: judged.map(({ item }) => item).filter(({ score }) => score.status === 'not_applicable'),
			/** of those, what is taken out for this district, and why */
			excepted: section.indicators.flatMap((indicator) => {
				const why = exceptionOf(indicator, code);
				return why === null ? [] : [{ indicator: indicator.indicator, why }];
			}),
			steps,
			/** what has no step: full, without points, or put together from parts */
			full: rest.filter(({ score }) => score.points !== null && score.points === score.max_points),
			unpriced: rest.filter(({ score }) => score.points === null || score.weight === null),
			partial: rest.filter(
				({ score }) => score.points !== null && score.weight !== null && score.points !== score.max_points
			)
		}
	];
}
