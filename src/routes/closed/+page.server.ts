import { error } from '@sveltejs/kit';
import { accessWords, type Closed } from '$lib/server/people/sentences-access.ts';
import type { PageServerLoad } from './$types';

const isClosed = (why: string): why is Closed => Object.hasOwn(accessWords.closed, why);

/** Why an address is closed to who asked for it; shown in its place. */
export const load: PageServerLoad = ({ url }) => {
	const why = url.searchParams.get('why') ?? '';
	error(403, accessWords.closed[isClosed(why) ? why : 'role']);
};
