import { getApp } from '$lib/server/app.ts';
import { askFor, readAsked } from './asked.ts';
import { showActs } from './show-acts.ts';
import type { PageServerLoad } from './$types';

const scopes = [
	{ scope: 'office', words: 'เรื่องของสำนักงาน' },
	{ scope: 'all', words: 'ทั้งเล่ม' }
] as const;

/** What the office did that is of no round; with `?scope=all` every line there is. */
export const load: PageServerLoad = async ({ url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const asked = readAsked(url.searchParams);
	const app = await getApp();
	const wanted = { ...asked, round: null, only: null, office: asked.scope === 'office' };
	const listed = await app.journal.list(wanted, asked.page);
	return {
		asked,
		scopes: scopes.map(({ scope, words }) => ({
			href: `/journal${askFor(asked, { scope })}`,
			words,
			on: asked.scope === scope
		})),
		rounds: (await app.rounds()).map(({ id, province, round }) => ({ id, words: `${round} จังหวัด${province.name}` })),
		...showActs(listed, asked, '/journal', true)
	};
};
