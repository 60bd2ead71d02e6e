// The pages of a round, in the order in which a meeting asks for them.
export interface PageLink {
	readonly href: string;
	readonly words: string;
	readonly on: boolean;
	/** it stands on a phone's bar too; the others open from its menu */
	readonly first: boolean;
}

/**
 * `round`: khon-kaen/2565-2; `before`: the id of the round before it, null where there is none; `here`: the path of the page;
 * `closed`: routes that are not open to the reader; `own`: the code of the reader's district, where they are of one.
 */
export function listPages(
	round: string,
	before: string | null,
	here: string,
	closed: readonly string[] = [],
	own: string | null = null
): readonly PageLink[] {
	const [province = '', name = ''] = round.split('/');
	const earlier = before?.split('/')[1];
	const compared = earlier === undefined ? '' : `?rounds=${earlier},${name}`;
	const at = (...pages: readonly string[]) =>
		pages.some((page) => here === `/${round}/${page}` || here.startsWith(`/${round}/${page}/`));
	// what is filled in is the round as it is now
	const [present = ''] = round.split('@');
	const links = [
		{ href: `/${round}`, words: 'ภาพรวม', on: here === `/${round}`, first: true },
		{ href: `/${round}/heat`, words: 'ตารางสี', on: at('heat'), first: false },
		{ href: `/${round}/districts`, words: 'อำเภอ', on: at('districts'), first: true },
		{ href: `/${round}/indicators`, words: 'ตัวชี้วัด', on: at('indicators'), first: true },
		{ href: `/${province}/compare${compared}`, words: 'เทียบรอบ', on: here === `/${province}/compare`, first: false },
		{ href: `/${round}/sensitivity`, words: 'ความไว', on: at('sensitivity'), first: false },
		{ href: `/${round}/owed`, words: 'ค้างส่ง', on: at('owed'), first: true },
		{ href: `/${present}/entry`, words: 'กรอกผล', on: at('entry'), first: false },
		{ href: `/${present}/review`, words: 'ตรวจผล', on: at('review'), first: false },
		{ href: `/${round}/submissions`, words: 'นำเข้า', on: at('submissions', 'journal'), first: false },
		{ href: `/${round}/agreement`, words: 'ข้อตกลง', on: at('agreement', 'rulings'), first: false },
		{ href: `/${round}/reports`, words: 'เอกสาร', on: at('reports', 'publish', 'editions'), first: false }
	];
	const mine = `/${present}/districts/${own ?? ''}`;
	const home = own === null ? [] : [{ href: mine, words: 'ผลของเรา', on: here === mine, first: true }];
	return [...home, ...links].filter(({ href }) => !closed.includes(routeOf(href)));
}

/** The route that a link leads to, as its folder is named. */
function routeOf(href: string): string {
	const [path = ''] = href.split('?');
	const [, , second = '', ...rest] = path.split('/');
	return ['/[province]', second === 'compare' ? second : '[round]', ...rest].join('/');
}
