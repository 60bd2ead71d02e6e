import { drawLevelSpread } from '$lib/charts/level-spread.ts';
import { drawTotalBar } from '$lib/charts/total-bar.ts';
import type { RankLine } from '$lib/ranking/round.ts';
import { getApp } from '$lib/server/app.ts';
import { coverByGroup, listOpen } from './coverage.ts';
import { findRound } from './find-round.ts';
import { listRankLines, spreadGrade } from './rank-lines.ts';
import { combineSections } from './combined.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
	const view = await findRound(params);
	const wanted = url.searchParams.get('section');
	const rounds = (await (await getApp()).rounds()).map(({ id, round, province }) => ({
		id,
		round,
		province: province.name
	}));
	const combined = combineSections(view);
	if (wanted === 'total' && combined) return { rounds, bands: view.office.bands, combined, ranking: null };

	const section = view.agreement.sections.find((s) => s.section === wanted) ?? view.agreement.sections[0];
	if (!section) throw new Error(`no section in ${view.id}`);
	const lines = listRankLines(view, section);
	const ofLine = (line: RankLine) => ({
		...line,
		bar: drawTotalBar(line, section),
		grade: spreadGrade(view.office, line)
	});
	return {
		rounds,
		bands: view.office.bands,
		combined,
		ranking: {
			section: section.section,
			title: section.title,
			weight: section.weight,
			lines: lines.map(ofLine),
			coverage: coverByGroup(lines, section),
			missing: listOpen(lines, 'not_reported'),
			invalid: listOpen(lines, 'invalid'),
			undecided: listOpen(lines, 'undecided'),
			spreads: section.indicators.map((indicator) => ({
				indicator: indicator.indicator,
				short: indicator.short,
				weight: indicator.weight,
				spread: drawLevelSpread(
					lines.flatMap((line) => line.scores.filter((s) => s.indicator === indicator.indicator)),
					indicator
				)
			}))
		}
	};
};
