import { sectionWords } from '$lib/components/words.ts';
import { getApp } from '$lib/server/app.ts';
import { findPresent, findSubject } from '../find-subject.ts';
import { listItems } from '../list-items.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, setHeaders, locals }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const view = await findPresent(params);
	const subject = findSubject(view, params.code);
	const draft = await (await getApp()).entry.draft(view.id, subject.code);
	const items = listItems(view, subject, draft);
	const { visitor } = locals;
	return {
		subject,
		submitBy: view.agreement.submit_by ?? view.agreement.to,
		several: !(visitor.kind === 'person' && visitor.person.role === 'district'),
		saved: draft && { at: draft.saved_at, by: draft.saved_by },
		returned: items.filter(({ state }) => state === 'returned'),
		sections: view.agreement.sections.flatMap(({ section, title }) => {
			const mine = items.filter((item) => item.section === section);
			return mine.length === 0 ? [] : [{ section, words: sectionWords[section] ?? title, items: mine }];
		})
	};
};
