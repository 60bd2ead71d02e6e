import { error } from '@sveltejs/kit';
import type { ChartSheet } from '$lib/charts/chart-sheet.ts';
import { sendChart } from '../../../../send-chart.ts';
import { crossDistrict, crossMean, makeBridgeSheet } from '../../../bridge-sheet.ts';
import { makeBumpSheet } from '../../../bump-sheet.ts';
import { findCompared, findStep, readAsked } from '../../../find-compared.ts';
import type { RequestHandler } from './$types';

/** A chart of rounds compared: `bump-team.svg`, `bridge-team-whole.csv`, `bridge-team-whole-4004.png`. */
export const GET: RequestHandler = async ({ params }) => {
	const found = await findCompared(await readAsked(params.province, [params.rounds]));
	if (found.kind === 'refused') error(404, found.message);
	const [, kind, name, step = null, code, ending = ''] =
		/^(bump|bridge)-([^-.]+)(?:-(\w+))?(?:-(\d{4}))?\.([a-z]+)$/.exec(params.file) ?? [];
	const { change } = findStep(found.compared, step);
	const section = change.sections.find((one) => (one.section ?? 'total') === name);
	const sheet = section === undefined ? null : makeSheet();
	if (sheet === null) error(404, 'ไม่พบแผนภูมินี้');
	return await sendChart(sheet, ending, `${params.province}-${params.file.replace(/\.[a-z]+$/, '')}`);

	function makeSheet(): ChartSheet | null {
		if (section === undefined || found.kind === 'refused') return null;
		if (kind === 'bump') return makeBumpSheet(found.compared, section, []);
		const crossing = code === undefined ? crossMean(section) : crossDistrict(section, code);
		const district = section.districts.find((one) => one.district.code === code)?.district.name;
		const what = district === undefined ? 'ค่าเฉลี่ย' : `ร้อยละของ${district}`;
		return crossing && makeBridgeSheet(crossing, change, what, `bridge-${name ?? ''}`);
	}
};
