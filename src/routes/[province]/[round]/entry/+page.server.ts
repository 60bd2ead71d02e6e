import { redirect } from '@sveltejs/kit';
import { getApp } from '$lib/server/app.ts';
import { findPresent, findSubject } from './find-subject.ts';
import { groupEntries, listItems } from './list-items.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const { visitor } = locals;
	const own = visitor.kind === 'person' && visitor.person.role === 'district' ? visitor.person.district : null;
	if (own !== null) redirect(303, `${url.pathname}/${own}`);
	const view = await findPresent(params);
	const drafts = new Map((await (await getApp()).entry.drafts(view.id)).map((draft) => [draft.district, draft]));
	const entries = groupEntries(view);
	const lines = [...view.province.districts.map(({ code }) => code), view.province.code].map((code) => {
		const subject = findSubject(view, code);
		const draft = drafts.get(code) ?? null;
		const items = listItems(view, subject, draft, entries);
		const count = (...states: readonly string[]) => items.filter(({ state }) => states.includes(state)).length;
		return {
			...subject,
			name: view.province.districts.find((one) => one.code === code)?.name ?? 'ทั้งจังหวัด',
			indicators: items.length,
			sent: count('sent', 'returned', 'approved'),
			returned: count('returned'),
			approved: count('approved'),
			drafted: items.filter(({ drafted }) => drafted).length,
			savedAt: draft?.saved_at ?? null
		};
	});
	return { districts: lines.slice(0, -1), whole: lines.at(-1) ?? null };
};
