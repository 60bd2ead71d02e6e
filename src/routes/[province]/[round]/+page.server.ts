import { countGrades } from '$lib/charts/grade-spread.ts';
import { drawLevelSpread } from '$lib/charts/level-spread.ts';
import { markTiles } from '$lib/charts/tile-map.ts';
import { listMatters } from '$lib/ranking/matters.ts';
import { getApp } from '$lib/server/app.ts';
import { readAsked } from './asked.ts';
import { readColumns } from './columns.ts';
import { coverByGroup, listOpen } from './coverage.ts';
import { findRound } from './find-round.ts';
import { listSince } from './list-since.ts';
import { filterRows, listCombinedRows, listRows, sortRows } from './rank-rows.ts';
import type { PageServerLoad } from './$types';

const mostTiles = 100;

export const load: PageServerLoad = async ({ params, url, cookies }) => {
	const view = await findRound(params);
	const app = await getApp();
	const asked = readAsked(url.searchParams);
	const rounds = (await app.rounds(view.as_of ?? null)).map(({ id, round, province }) => ({
		id,
		round,
		province: province.name
	}));
	const others = await listSince(view);
	const since =
		asked.since === 'none'
			? null
			: (others.find(({ id }) => id === `${params.province}/${asked.since ?? ''}`) ??
				others.find(({ then }) => !then) ??
				null);
	const change = since === null ? null : (await app.compare([since.id, view.id])).whole;

	const combined = asked.section === 'total' ? listCombinedRows(view, findSection(null)) : null;
	const section =
		combined === null
			? (view.agreement.sections.find((one) => one.section === asked.section) ?? view.agreement.sections[0] ?? null)
			: null;
	const rows = combined ?? (section === null ? [] : listRows(view, section, findSection(section.section)));
	function findSection(wanted: string | null) {
		return change?.sections.find((one) => one.section === wanted) ?? null;
	}
	const tiles = markTiles(view.province, view.office, rows);
	return {
		rounds,
		asked,
		columns: readColumns(cookies.get('columns')),
		others,
		since,
		matters: listMatters({ view, section, lines: rows, change }),
		bands: view.office.bands,
		/** more than a page can show as tiles is shown in the table alone */
		tiles: tiles.length > mostTiles ? null : { tiles, drawn: view.province.tiles !== undefined },
		grades: countGrades(view.office, tiles),
		hasTotal: view.agreement.sections.some((one) => (view.office.shares?.[one.section] ?? 0) > 0),
		indicators: view.agreement.sections.reduce((sum, one) => sum + one.indicators.length, 0),
		ranking: {
			/** null for the combined total */
			section: section?.section ?? null,
			/** all of them; the rows are those that the filter leaves */
			total: rows.length,
			compared: rows.some(({ moved }) => moved !== null),
			rows: sortRows(filterRows(rows, asked, view.office.bands), asked)
		},
		detail:
			section === null
				? null
				: {
						section: section.section,
						coverage: coverByGroup(rows, section),
						missing: listOpen(rows, 'not_reported'),
						invalid: listOpen(rows, 'invalid'),
						undecided: listOpen(rows, 'undecided'),
						spreads: section.indicators.map((indicator) => ({
							indicator: indicator.indicator,
							short: indicator.short,
							weight: indicator.weight,
							spread: drawLevelSpread(
								rows.flatMap((row) => row.scores.filter((score) => score.indicator === indicator.indicator)),
								indicator
							)
						}))
					}
	};
};
