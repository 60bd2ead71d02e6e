import { error } from '@sveltejs/kit';
import { findChart } from '$lib/charts/round-charts.ts';
import { sendChart } from '../../../send-chart.ts';
import type { RequestHandler } from './$types';
import { findRound } from '../../find-round.ts';
import { findEarlier } from '../../find-earlier.ts';

/** A chart of the round as a picture (.svg, .png) or its figures (.csv, .xlsx). */
export const GET: RequestHandler = async ({ params }) => {
	const [, name = '', ending = ''] = /^(.+)\.([a-z]+)$/.exec(params.file) ?? [];
	const view = await findRound(params);
	const sheet = findChart(view, name, await findEarlier(view));
	if (sheet === null) error(404, 'ไม่พบแผนภูมินี้');
	return await sendChart(sheet, ending, `${params.province}-${params.round}-${name}`);
};
