import { getApp, type RoundAtHand } from '$lib/server/app.ts';
import type { Role, Visitor } from '$lib/server/people/visitor.ts';
import { listPublished } from './list-published.ts';

/** The rounds of a visitor's province, the latest first: as they stand for `open` roles, as they were last published for others. */
async function listFor(visitor: Visitor, open: readonly Role[]): Promise<readonly RoundAtHand[]> {
	const all = await (await getApp()).rounds();
	if (visitor.kind === 'demo') return all;
	if (visitor.kind === 'nobody') return [];
	const { role, province } = visitor.person;
	const own = all.filter((round) => round.province.slug === province);
	return open.includes(role) ? own : await listPublished(own);
}

/** The rounds a visitor may open; a district's own results stand in those not published. */
export const listVisible = (visitor: Visitor) => listFor(visitor, ['director', 'work_group', 'district']);

/** The rounds whose results a visitor may see of all districts. */
export const listComparable = (visitor: Visitor) => listFor(visitor, ['director', 'work_group']);
