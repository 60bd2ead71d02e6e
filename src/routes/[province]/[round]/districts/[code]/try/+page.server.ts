import { error, redirect } from '@sveltejs/kit';
import type { Input } from '$lib/agreement/schema.ts';
import { sectionWords } from '$lib/components/words.ts';
import { getApp } from '$lib/server/app.ts';
import { findRound } from '../../../find-round.ts';
import type { PageServerLoad } from './$types';
import { compareTried } from './compare-tried.ts';
import { readTried } from './read-tried.ts';
import { listTryGroups, type TryField } from './try-fields.ts';

/** Nothing is written anywhere: the round is scored again with other values and compared with itself. */
export const load: PageServerLoad = async ({ params, url, setHeaders }) => {
	const view = await findRound(params);
	const district = view.province.districts.find((one) => one.code === params.code);
	if (!district) error(404, 'ไม่พบอำเภอนี้');
	const groups = listTryGroups(view, district.code);
	const tried = readTried(groups, url.searchParams);
	// A form sends every field it has; the address keeps what differs. An address that asks for little is answered as it is.
	if (groups.some(({ fields }) => fields.some(({ key }) => url.searchParams.has(key) && !tried.texts.has(key))))
		redirect(303, `${url.pathname}${tried.search}`);
	const changed = tried.changes.length > 0;
	const answer = changed ? await (await getApp()).whatIf(view.id, district.code, tried.changes) : null;
	// Every typing is another address: none of them is worth keeping.
	if (changed) setHeaders({ 'cache-control': 'no-store' });
	const scores = new Map(view.answer.scores.flatMap((one) => (one.district === district.code ? [[at(one), one]] : [])));
	const after = new Map(answer?.scores.map((one) => [at(one), one]));
	return {
		district,
		changes: tried.changes.length,
		totals: compareTried(view, district.code, answer?.moves ?? { scores: [], places: [] }),
		groups: groups.flatMap(({ section, indicator, fields }) => {
			const before = scores.get(at({ section, indicator: indicator.indicator }));
			if (before === undefined) return [];
			return [
				{
					id: `${section}-${indicator.indicator}`,
					section,
					words: sectionWords[section] ?? section,
					indicator: indicator.indicator,
					short: indicator.short,
					title: indicator.title,
					before,
					after: after.get(at(before)) ?? before,
					fields: fields.map((field) => ({
						...showField(field),
						text: tried.texts.get(field.key) ?? field.present,
						tried: tried.texts.has(field.key),
						fault: tried.faults.get(field.key) ?? null
					}))
				}
			];
		})
	};
};

const at = (one: { readonly section: string; readonly indicator: string }) => `${one.section}/${one.indicator}`;

const showField = ({ key, rule, present, given }: TryField) => ({
	key,
	label: rule.label,
	unit: rule.unit ?? null,
	present,
	given,
	type: rule.type,
	hint: hintOf(rule)
});

/** How to write it, where that is not plain. */
function hintOf({ type, due }: Input): string | null {
	const day = type === 'date' ? 'เช่น 15/9/2565' : type === 'datetime' ? 'เช่น 15/9/2565 เวลา 16.30 น.' : null;
	if (day !== null) return due === true ? day : `${day} หรือ ยังไม่ดำเนินการ`;
	return type === 'list' ? 'คั่นแต่ละค่าด้วย ;' : null;
}
