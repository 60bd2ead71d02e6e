import { readDigits, readTheme, type Display } from '$lib/components/display.ts';
import { listClosed } from '$lib/server/people/access.ts';
import { roleWords } from '$lib/server/people/sentences.ts';
import type { Visitor } from '$lib/server/people/visitor.ts';
import { nameOver } from './name-over.ts';
import type { PersonHead } from './person-head.ts';
import type { LayoutServerLoad } from './$types';

function headOf(visitor: Visitor): PersonHead | null {
	if (visitor.kind !== 'person') return visitor.kind === 'demo' ? { kind: 'demo' } : null;
	const { name, role } = visitor.person;
	return { kind: 'person', name, role: roleWords[role], over: nameOver(visitor.person) };
}

export const load: LayoutServerLoad = ({ cookies, url, locals }) => {
	const display: Display = {
		theme: readTheme(url.searchParams.get('theme')) ?? readTheme(cookies.get('theme')),
		digits: readDigits(url.searchParams.get('digits')) ?? readDigits(cookies.get('digits')) ?? 'arabic'
	};
	// pages that no link should lead this reader to
	const closed = listClosed(locals.visitor, /@e\d/.test(url.pathname + url.search));
	const ownDistrict = locals.visitor.kind === 'person' ? locals.visitor.person.district : null;
	return { display, closed, ownDistrict, person: headOf(locals.visitor) };
};
