import { error } from '@sveltejs/kit';
import { findIndicator } from '$lib/agreement/rule.ts';
import { scoreKey } from '$lib/ranking/round.ts';
import { getApp } from '$lib/server/app.ts';
import { importWords } from '$lib/server/imports/sentences.ts';
import { tellValues } from '$lib/server/journal/tell-values.ts';
import { findRound } from '../../find-round.ts';
import type { PageServerLoad } from './$types';

/** Every version of the values of one indicator of one district: `?district=4001&section=team&indicator=1`. */
export const load: PageServerLoad = async ({ params, url }) => {
	const view = await findRound(params);
	const [district = '', section = '', indicator = ''] = ['district', 'section', 'indicator']
		.map((name) => url.searchParams.get(name))
		.map((text) => text ?? '');
	const found = findIndicator(view.agreement, `${section}/${indicator}`);
	const name =
		district === view.province.code ? 'ทั้งจังหวัด' : view.province.districts.find(({ code }) => code === district)?.name;
	if (found === null || name === undefined) error(404, importWords.noSuchItem);
	// What was received stays received, whichever moment of the round is looked at.
	const [round = ''] = view.id.split('@');
	const asked = { district, section, indicator };
	const { imports, journal } = await getApp();
	const versions = tellValues(
		round,
		await imports.versions(round, asked),
		await journal.traces(round),
		asked,
		view.way.get(scoreKey(asked)) ?? null
	);
	return {
		district: { code: district, name },
		section,
		indicator,
		title: found.short,
		inputs: Object.entries(found.inputs).flatMap(([input, { label }]) => {
			const of = versions.filter((one) => one.input === input);
			return of.length === 0 ? [] : [{ input, label, versions: of }];
		})
	};
};
