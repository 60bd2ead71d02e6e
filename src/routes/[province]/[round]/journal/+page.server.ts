import { sectionWords } from '$lib/components/words.ts';
import { getApp } from '$lib/server/app.ts';
import { showActs, type Choice } from '../../../journal/show-acts.ts';
import { findRound } from '../find-round.ts';
import type { PageServerLoad } from './$types';
import { wantedOf } from './wanted-of.ts';

export const load: PageServerLoad = async ({ params, url }) => {
	const view = await findRound(params);
	const { asked, wanted } = wantedOf(view, url);
	const listed = await (await getApp()).journal.list(wanted, asked.page);
	const own = view.only !== undefined;
	const districts = own ? [] : [{ code: view.province.code, name: 'ทั้งจังหวัด' }, ...view.province.districts];
	return {
		asked,
		own,
		...showActs(listed, asked, `/${view.id}/journal`, !own),
		districts: districts.map(({ code, name }): Choice => ({ value: code, words: name })),
		indicators: view.agreement.sections.flatMap(({ section, title, indicators }) =>
			indicators.map(({ indicator, short }): Choice => ({
				value: `${section}/${indicator}`,
				words: `${sectionWords[section] ?? title} ข้อ ${indicator} ${short}`
			}))
		)
	};
};
