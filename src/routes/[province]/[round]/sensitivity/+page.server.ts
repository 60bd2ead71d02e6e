import { drawForScreen } from '$lib/charts/chart-sheet.ts';
import { screenLook } from '$lib/charts/look.ts';
import { listRanges, makeSensitivitySheet, readShift, shifts } from '$lib/charts/sensitivity-sheet.ts';
import type { LiveData } from '$lib/components/live-data.ts';
import { sectionWords } from '$lib/components/words.ts';
import { measureSensitivity } from '$lib/ranking/sensitivity.ts';
import { findRound } from '../find-round.ts';
import { listClose, listRows, listWithout, sayScenarios } from './sensitivity-rows.ts';
import type { PageServerLoad } from './$types';

/** Of the card beside the neighbours. */
const width = 860;
const look = { ...screenLook, size: 13 };
/** More districts than these are no picture. */
const mostRows = 60;

export const load: PageServerLoad = async ({ params, url, parent }) => {
	const view = await findRound(params);
	const { digits } = (await parent()).display;
	const shift = readShift(url.searchParams.get('shift'));
	const wanted = url.searchParams.get('section');
	const { sections } = view.agreement;
	const section = sections.find((one) => one.section === wanted) ?? sections[0];
	if (section === undefined) throw new Error(`no section in ${view.id}`);
	const found = measureSensitivity(view, section.section, shift);
	const sheet = makeSensitivitySheet(found, view, shift);
	const href = `/${view.id}/charts/sensitivity-${section.section}-${shift}`;
	const live: LiveData = { kind: 'ranges', rows: listRanges(found, view), size: look.size, digits };
	const without = listWithout(found, section);
	return {
		section: section.section,
		words: sectionWords[section.section] ?? section.title,
		shift,
		shifts: [...shifts],
		measured: found.districts.length,
		silent: view.province.districts.length - found.districts.length,
		chart:
			found.districts.length === 0 || found.districts.length > mostRows
				? null
				: drawForScreen(sheet, href, look, width),
		title: sheet.title,
		href,
		live: found.districts.length > mostRows ? null : live,
		without,
		rulings: found.scenarios.some(({ kind }) => kind === 'ruling'),
		rows: listRows(found, view, without),
		close: listClose(found, view, section),
		key: sayScenarios(found, shift)
	};
};
