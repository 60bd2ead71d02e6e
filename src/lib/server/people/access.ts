// Who may do what: one table for every page, form, answer and file. What stands in no row is closed to all.
import type { Role, Visitor } from './visitor.ts';

/**
 * What of a round somebody is shown: all of it, what is their own district's, only what was published, or nothing.
 * `own` stands beside published: with an address of another district, the published edition is what there is.
 */
export type Sight = 'all' | 'own' | 'published' | 'none';
type Rule = Readonly<Record<Role, Sight>> & { readonly nobody?: 'all' };

/** Also who has not signed in: the way in, and what a governor's paper points to. */
const everyone: Rule = { director: 'all', work_group: 'all', district: 'all', viewer: 'all', nobody: 'all' };
const signedIn: Rule = { director: 'all', work_group: 'all', district: 'all', viewer: 'all' };
const director: Rule = { director: 'all', work_group: 'none', district: 'none', viewer: 'none' };
/** The provincial office. */
const office: Rule = { director: 'all', work_group: 'all', district: 'none', viewer: 'none' };
/** Results of all districts beside each other. */
const results: Rule = { director: 'all', work_group: 'all', district: 'published', viewer: 'published' };
/** Results of one district, named by the address. */
const ofDistrict: Rule = { director: 'all', work_group: 'all', district: 'own', viewer: 'published' };
/** What is sent, and what was. */
const sending: Rule = { director: 'all', work_group: 'all', district: 'own', viewer: 'none' };
/** The letter, which everybody signed; what has come of it only where it is theirs. */
const letter: Rule = { director: 'all', work_group: 'all', district: 'own', viewer: 'published' };

/** By route as its folder is named; `GET`, `POST` of an answer or a page's only form, `POST take` of a form with a name. */
export const access: Readonly<Record<string, Readonly<Record<string, Rule>>>> = {
	'/': { GET: signedIn },
	'/healthz': { GET: everyone },
	'/sign-in': { GET: everyone, POST: everyone },
	'/sign-in/office': { POST: everyone },
	'/sign-in/callback/[issuer]': { GET: everyone },
	'/sign-out': { POST: everyone },
	'/journal': { GET: director },
	'/journal/[file]': { GET: director },
	'/join/[token]': { GET: everyone, POST: everyone },
	'/closed': { GET: everyone },
	'/verify': { GET: everyone, POST: everyone },
	'/verify/[code]': { GET: everyone },
	'/display': { POST: everyone },
	'/columns': { POST: signedIn },
	'/account': { GET: signedIn, 'POST password': signedIn, 'POST end': signedIn, 'POST others': signedIn },
	'/people': {
		GET: director,
		'POST invite': director,
		'POST link': director,
		'POST change': director,
		'POST block': director,
		'POST unblock': director,
		'POST end': director
	},
	'/admin': { GET: director, 'POST verify': director },
	'/start': { GET: director, POST: director },
	'/settings': { GET: director, POST: director },
	'/settings/preview.pdf': { GET: director, POST: director },
	'/specimen': { GET: signedIn },

	'/[province]/compare': { GET: results },
	'/[province]/compare.pdf': { GET: results },
	'/[province]/compare/charts/[rounds]/[file]': { GET: results },

	'/[province]/[round]': { GET: results },
	'/[province]/[round]/charts/[file]': { GET: results },
	'/[province]/[round]/heat': { GET: results },
	'/[province]/[round]/heat/reasons/[code]/[section]/[number].json': { GET: results },
	'/[province]/[round]/sensitivity': { GET: results },
	'/[province]/[round]/owed': { GET: results },
	'/[province]/[round]/owed/[file]': { GET: results },
	'/[province]/[round]/districts': { GET: results },
	'/[province]/[round]/districts/[code]': { GET: ofDistrict },
	'/[province]/[round]/districts/[code]/try': { GET: results },
	'/[province]/[round]/indicators': { GET: letter },
	'/[province]/[round]/indicators/[section]/[number]': { GET: results },

	'/[province]/[round]/agreement': { GET: letter, 'POST preview': director, 'POST add': director },
	'/[province]/[round]/agreement.yaml': { GET: letter },
	'/[province]/[round]/next.yaml': { GET: office },
	'/[province]/[round]/rulings': {
		GET: results,
		'POST preview': director,
		'POST propose': director,
		'POST rule': director
	},

	'/[province]/[round]/entry': { GET: sending },
	'/[province]/[round]/entry/[code]': { GET: sending },
	'/[province]/[round]/entry/[code]/[section]/[number]': { GET: sending, POST: sending },
	'/[province]/[round]/entry/[code]/[section]/[number]/draft': { POST: sending },
	'/[province]/[round]/entry/[code]/evidence/[sha]': { GET: sending },
	'/[province]/[round]/entry/[code]/send': { GET: sending, POST: sending },

	// whose indicator it is, the page itself asks
	'/[province]/[round]/review': { GET: office, 'POST approve': office, 'POST return': office },
	'/[province]/[round]/journal': { GET: office },
	'/[province]/[round]/journal/[file]': { GET: office },

	'/[province]/[round]/submissions': { GET: sending, POST: sending },
	'/[province]/[round]/submissions/waiting/[id]': {
		GET: sending,
		'POST answer': sending,
		'POST drop': sending,
		'POST take': sending
	},
	'/[province]/[round]/submissions/[number]': { GET: sending },
	'/[province]/[round]/submissions/[number]/file': { GET: sending },
	'/[province]/[round]/submissions/[number]/evidence/[sha]': { GET: sending },
	'/[province]/[round]/submissions/history': { GET: sending },
	'/[province]/[round]/submissions/audit': { GET: office },
	'/[province]/[round]/submissions/audit/[file]': { GET: office },

	'/[province]/[round]/publish': { GET: office, POST: director },
	'/[province]/[round]/editions': { GET: results },
	'/[province]/[round]/editions/[n]': { GET: results },
	'/[province]/[round]/template.xlsx': { GET: letter },
	'/[province]/[round]/template.zip': { GET: letter },

	'/[province]/[round]/reports': { GET: results },
	'/[province]/[round]/reports/memo.pdf': { GET: results },
	'/[province]/[round]/reports/book.pdf': { GET: results },
	'/[province]/[round]/reports/letters.pdf': { GET: results },
	'/[province]/[round]/reports/letters/[code].pdf': { GET: results },
	'/[province]/[round]/reports/districts/[code].pdf': { GET: results },
	'/[province]/[round]/reports/indicators/[section]/[number].pdf': { GET: results },
	'/[province]/[round]/reports/printing': { GET: results },
	'/[province]/[round]/reports/printing/[document]': { GET: results },

	'/api/command': { POST: everyone },
	'/api/openapi.json': { GET: everyone },
	'/api/rounds': { GET: signedIn },
	'/api/[province]/[round]/rank': { GET: results },
	'/api/[province]/[round]/score': { GET: results },
	'/api/[province]/[round]/decisions': { GET: office, POST: office },
	'/api/[province]/[round]/documents': { GET: results },
	'/api/[province]/[round]/documents/[document].json': { GET: results },
	'/api/[province]/[round]/documents/[document].pdf': { GET: results },
	'/api/[province]/[round]/submissions': { POST: sending },
	'/api/[province]/[round]/template.xlsx': { GET: letter }
};

/** What is asked for, as the address says it. */
export interface Asked {
	/** the folder of the route: `/[province]/[round]/districts/[code]` */
	readonly route: string;
	/** as the table names it */
	readonly act: string;
	/** provinces whose rounds are asked for, as their letters say: khon-kaen; empty where the address names none */
	readonly provinces: readonly string[];
	/** the district of the address; null where it names none */
	readonly district: string | null;
	/** every round that the address names is a published edition */
	readonly published: boolean;
}

export type Verdict =
	| { readonly kind: 'yes' }
	/** only what is the district's own */
	| { readonly kind: 'own'; readonly district: string }
	/** nobody yet: sign in first */
	| { readonly kind: 'sign_in' }
	/** the published edition is what there is for them */
	| { readonly kind: 'published' }
	| { readonly kind: 'no'; readonly why: 'role' | 'province' | 'district' };

/** Judges before anything is made. A visitor of the demo may try everything there is. */
export function judgeAccess(visitor: Visitor, asked: Asked): Verdict {
	const rule = access[asked.route]?.[asked.act];
	if (rule === undefined) return { kind: 'no', why: 'role' };
	if (visitor.kind === 'demo' || rule.nobody === 'all') return { kind: 'yes' };
	if (visitor.kind === 'nobody') return { kind: 'sign_in' };
	const { role, province, district } = visitor.person;
	const sight = rule[role];
	if (sight === 'none') return { kind: 'no', why: 'role' };
	if (asked.provinces.some((one) => one !== province)) return { kind: 'no', why: 'province' };
	if (sight === 'all' || asked.published) return { kind: 'yes' };
	if (sight === 'own' && district !== null && (asked.district === null || asked.district === district))
		return { kind: 'own', district };
	// a form or a file to be sent has no published form
	return asked.act === 'GET' ? { kind: 'published' } : { kind: 'no', why: 'district' };
}

/** Pages to which no link should be shown to this visitor, of a round that is or is not a published edition. */
export function listClosed(visitor: Visitor, published: boolean): readonly string[] {
	const asked = { act: 'GET', provinces: [], district: null, published };
	return Object.keys(access).filter((route) => {
		const { kind } = judgeAccess(visitor, { ...asked, route });
		return 'GET' in (access[route] ?? {}) && kind !== 'yes' && kind !== 'own';
	});
}
