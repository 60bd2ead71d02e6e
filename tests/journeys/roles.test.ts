// Every route with every role against the table that says who may: on a built server, as each of them would ask it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { access, type Sight } from '../../src/lib/server/people/access.ts';
import { addressOf, listActs } from './list-acts.ts';
import { openWatphon, type Watphon } from './open-watphon.ts';
import { decideAll, publish } from './publish-all.ts';
import { addAccount, cookieHeader, signIn, theDirector, type Account } from './sign-in.ts';

const acts = listActs();

describe('the table', () => {
	test.each(acts)('has a row for %s %s', (route, act) => {
		expect(access[route]?.[act]).toBeDefined();
	});
	test('has no row for what is not there', () => {
		const there = new Set(acts.map(([route, act]) => `${route} ${act}`));
		const rows = Object.entries(access).flatMap(([route, row]) => Object.keys(row).map((act) => `${route} ${act}`));
		expect(rows.filter((row) => !there.has(row))).toEqual([]);
	});
	test('finds the forms of pages that have several', () => {
		expect(acts).toContainEqual(['/[province]/[round]/submissions/waiting/[id]', 'POST take']);
		expect(acts.length).toBeGreaterThan(80);
	});
});

const own = '4001';
const other = '4005';
const accounts = {
	director: theDirector,
	work_group: { email: 'group@office.example', role: 'work_group', groups: 'ส่งเสริม' },
	district: { email: 'district@office.example', role: 'district', district: own },
	viewer: { email: 'viewer@office.example', role: 'viewer' },
	elsewhere: { email: 'elsewhere@office.example', role: 'director', province: 'buriram' }
} as const satisfies Record<string, Account>;
type Who = keyof typeof accounts | 'nobody';

let watphon: Watphon;
const headers = new Map<Who, Record<string, string>>([['nobody', {}]]);
beforeAll(async () => {
	watphon = await openWatphon();
	for (const [who, account] of Object.entries(accounts)) {
		if (account !== theDirector) await addAccount(watphon.environment, account);
		headers.set(who as Who, { cookie: cookieHeader(await signIn(watphon.url, account.email)) });
	}
}, 180_000);
afterAll(() => watphon.close());

const live = 'khon-kaen/2565-2';
async function ask(who: Who, address: string, act: string) {
	const [method = 'GET', action] = act.split(' ');
	const to = action === undefined ? address : `${address}?/${action}`;
	const answer = await fetch(watphon.url + to, {
		method,
		redirect: 'manual',
		headers: { ...headers.get(who), origin: watphon.url, accept: 'text/html' },
		...(method === 'GET' ? {} : { body: new URLSearchParams({ nothing: '' }) })
	});
	await answer.body?.cancel();
	return { status: answer.status, to: answer.headers.get('location') ?? '' };
}

type Told = 'let in' | 'anybody' | 'sign in' | 'refused' | 'led to what is published' | 'led to their own';

function tell({ status, to }: { readonly status: number; readonly to: string }): Told {
	if (status === 401 || (status === 303 && to.startsWith('/sign-in'))) return 'sign in';
	if (status === 403) return 'refused';
	if (status === 303 && /@e\d/.test(decodeURIComponent(to))) return 'led to what is published';
	if (status === 303 && to === `/${live}/districts/${own}`) return 'led to their own';
	return 'let in';
}

/** What the table comes to for who asks, while nothing is published. */
function expected(who: Who, route: string, act: string, code: string): Told {
	const rule = access[route]?.[act];
	if (rule === undefined) throw new Error(`no row for ${route} ${act}`);
	if (rule.nobody === 'all') return 'anybody';
	if (who === 'nobody') return 'sign in';
	const sight: Sight = rule[accounts[who].role];
	if (sight === 'none') return 'refused';
	if (who === 'elsewhere' && route.includes('[province]')) return 'refused';
	if (sight === 'all') return 'let in';
	if (sight === 'own' && (!route.includes('[code]') || code === own)) return 'let in';
	return who === 'district' && route === '/[province]/[round]' && act === 'GET' ? 'led to their own' : 'refused';
}

const visitors: readonly Who[] = ['nobody', 'viewer', 'district', 'work_group', 'elsewhere', 'director'];
// who signs out is signed out, and who starts anew begins anew: neither has a place in a walk
const walked = acts.filter(([route]) => route !== '/sign-out' && route !== '/start');

describe.each(visitors)('while nothing is published, %s', (who) => {
	test.each(walked)('%s %s', async (route, act) => {
		for (const code of route.includes('[code]') ? [own, other] : [own]) {
			const answer = await ask(who, addressOf(route, live, code), act);
			expect(answer.status).not.toBe(500);
			const wanted = expected(who, route, act, code);
			if (wanted === 'anybody') expect(answer.to).not.toMatch(/^\/sign-in\?back=/);
			else expect([code, tell(answer)]).toEqual([code, wanted]);
		}
	});
});

test('a district finds nothing of another district on any page that is open to it', async () => {
	// none that the letter itself names
	const names = ['บ้านฝาง', 'พระยืน', 'สีชมพู', 'น้ำพอง', 'อุบลรัตน์', 'กระนวน'];
	const open = walked.filter(
		([route, act]) =>
			act === 'GET' &&
			access[route]?.[act]?.district === 'own' &&
			// files are no pages, and the letter itself lists districts
			!/\.\w+$|\/agreement$/.test(route)
	);
	expect(open.length).toBeGreaterThan(4);
	for (const [route] of open) {
		const address = addressOf(route, live, own);
		const page = await (await fetch(watphon.url + address, { headers: headers.get('district') ?? {} })).text();
		const text = page.replaceAll(/<(?:style|script)[\s>].*?<\/(?:style|script)>/gs, '');
		expect(names.filter((name) => text.includes(name)).map((name) => `${name} at ${address}`)).toEqual([]);
	}
});

describe('once the round is published', () => {
	beforeAll(async () => {
		// the first of the director's sessions was ended by the second on the walk
		const director = { url: watphon.url, headers: headers.get('director') ?? {} };
		await decideAll(director);
		await publish(director, 1);
	}, 60_000);

	const seen = walked.filter(([route, act]) => act === 'GET' && access[route]?.[act]?.viewer === 'published');
	test.each(seen)('the viewer is led to it, and let in there: %s', async (route) => {
		const there = await ask('viewer', addressOf(route, live, other), 'GET');
		// a list of rounds in the path is no address that somebody types
		if (!route.includes('[rounds]')) expect(tell(there)).toBe('led to what is published');
		const open = await ask('viewer', addressOf(route, `${live}@e1`, other), 'GET');
		expect([route, tell(open)]).toEqual([route, 'let in']);
		expect(open.status).not.toBe(500);
	});
	test.each(seen)('a district sees all of it there: %s', async (route) => {
		const open = await ask('district', addressOf(route, `${live}@e1`, other), 'GET');
		expect([route, tell(open)]).toEqual([route, 'let in']);
	});
	test.each(seen)('a director of elsewhere is refused there too: %s', async (route) => {
		expect(tell(await ask('elsewhere', addressOf(route, `${live}@e1`, other), 'GET'))).toBe('refused');
	});
	test('what is verified is open to all, and names no person', async () => {
		const editions = await (
			await fetch(`${watphon.url}/${live}/editions`, { headers: headers.get('director') ?? {} })
		).text();
		const [code = ''] = /WP-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(editions) ?? [];
		const page = await fetch(`${watphon.url}/verify/${code}`);
		expect(page.status).toBe(200);
		const text = await page.text();
		expect(text).toContain('ฉบับที่ 1');
		expect(text).not.toContain('ผู้ทดสอบ');
	});
	test('no other moment of the round is open to the viewer', async () => {
		for (const address of [`/${live}@2022-09-12`, `/${live}@e1?as-of=2022-09-12`, `/api/${live}/rank?as-of=2022-09-12`])
			expect(['refused', 'led to what is published'], address).toContain(tell(await ask('viewer', address, 'GET')));
	});
});
