// What somebody sends who means harm, into every part of every address, every filter, form, cookie and header of a built server:
// nothing breaks, nothing of the machine comes out, nothing comes back as it was sent, and the log stays lines.
import { globSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { listActs, valueOf } from './list-acts.ts';
import { openWatphon, type Watphon } from './open-watphon.ts';
import { askAll, type Asked } from './send-raw.ts';

let watphon: Watphon;
beforeAll(async () => {
	watphon = await openWatphon();
}, 120_000);
afterAll(() => watphon.close());

const live = 'khon-kaen/2565-2';

/** By what is attempted. Bytes stand as an address carries them. */
const attacks = {
	'the folder above': '..',
	'the folder above, written otherwise': '%2e%2e',
	'a path out of the folder': '..%2f..%2f..%2f..%2f..%2fetc%2fpasswd',
	'a path out of it, escaped twice': '..%252f..%252f..%252fetc%252fpasswd',
	'a path of Windows': '..%5c..%5cjournal.jsonl',
	'the end of a text': 'people.secret%00.yaml',
	'no text at all': '%ff%fe',
	'half an escape': '%',
	'half a letter': '%ed%a0%80',
	SQL: "'%20OR%201=1;%20DROP%20TABLE%20entries;--",
	markup: '%3Cimg%20src=x%20onerror=alert(1)%3E%22%27',
	'a header': 'x%0d%0aset-cookie:%20injected=1%0d%0a%0d%0a%3Cb%3E',
	'a line of the log': 'x%0a2569-01-01%20INJECTED%1b[31mred%1b[0m%07',
	'a formula': '=HYPERLINK(%22http://203.0.113.9%22)',
	'what every object has': 'constructor',
	'what every object comes from': '__proto__',
	'a turn of direction': '%E2%80%AE%E2%80%8B%00',
	'a letter that no table has': encodeURIComponent('\u{10ffff}'),
	'a great deal': 'a'.repeat(6000),
	'a great number': '9'.repeat(400)
} as const;
const all = Object.values(attacks);
/** Every place meets some of them here and each of them many places; `HOSTILE=all` leaves no pair out. */
const rounds = process.env.HOSTILE === 'all' ? all.length : 4;
if (rounds === all.length) vi.setConfig({ testTimeout: 600_000 });
/** The nth place is given other ones than the place before it. */
const chosen = (nth: number) =>
	Array.from({ length: rounds }, (_, round) => all[(nth + round * (rounds === all.length ? 1 : 5)) % all.length] ?? '');
/** Names with values that are hostile each in its own way. */
const mixed = (names: readonly string[], nth: number) =>
	names.map((name, at) => `${name}=${all[(nth + at) % all.length] ?? ''}`).join('&');

// the director would be signed out, and the store begin anew
const acts = listActs().filter(([route]) => route !== '/sign-out' && route !== '/start');
const addressOf = (route: string, instead: string | null, value: string): string =>
	route.replaceAll(/\[(\w+)\]/g, (_, name: string) => (name === instead ? value : valueOf(route, name, live, '4001')));
const partsOf = (route: string) => [...route.matchAll(/\[(\w+)\]/g)].map(([, name = '']) => name);
const askFor = (act: string, path: string, body: string): Asked => {
	const [method = 'GET', action] = act.split(' ');
	return method === 'GET'
		? { method, path }
		: { method, path: path + (action === undefined ? '' : `?/${action}`), body };
};

/** What filters and forms call their fields, as the sources say. */
const sources = globSync('src/**/*.{ts,svelte}').map((file) => readFileSync(file, 'utf8'));
const namesOf = (pattern: RegExp) => [
	...new Set(sources.flatMap((text) => [...text.matchAll(pattern)].map(([, name = '']) => name)))
];
const filters = namesOf(/[pP]arams\.(?:get|getAll|has)\('([^']+)'/g);
const fields = namesOf(/(?:textOf\(form, |form\.(?:get|getAll|has)\(|\btext\()'([\w.-]+)'/g);

const ask = (asked: readonly Asked[]) => askAll(watphon.url, watphon.headers, asked);

test('in any part of any address', async () => {
	const asked = acts.flatMap(([route, act], nth) =>
		partsOf(route).flatMap((name, part) =>
			chosen(nth + part * 3).map((value) => askFor(act, addressOf(route, name, value), 'nothing='))
		)
	);
	expect(asked.length).toBeGreaterThan(600);
	expect(await ask(asked)).toEqual([]);
});

test('as any filter of any page', async () => {
	// a moment leads away from the page, so that all else is asked without it
	const without = filters.filter((name) => name !== 'as-of');
	const pages = acts.filter(([, act]) => act === 'GET').map(([route]) => addressOf(route, null, ''));
	const asked = pages.flatMap((path, nth): Asked[] => [
		...chosen(nth)
			.slice(0, rounds === all.length ? rounds : 1)
			.map((_, turn) => ({ method: 'GET', path: `${path}?${mixed(without, nth + turn)}` })),
		{ method: 'GET', path: `${path}?as-of=${all[nth % all.length] ?? ''}&at=${all[(nth + 7) % all.length] ?? ''}` }
	]);
	expect(filters.length).toBeGreaterThan(30);
	expect(await ask(asked)).toEqual([]);
});

test('as any field of any form', async () => {
	const forms = acts.filter(([, act]) => act !== 'GET');
	const asked = forms.flatMap(([route, act], nth) =>
		chosen(nth).map((_, turn) => askFor(act, addressOf(route, null, ''), mixed(fields, nth + turn * 5)))
	);
	expect(fields.length).toBeGreaterThan(20);
	expect(await ask(asked)).toEqual([]);
});

test('as a cookie or a header', async () => {
	const plain = all.map((value) => value.replaceAll(/[^\x20-\x7e]/g, '').slice(0, 4000));
	const cookies = ['digits', 'theme', 'columns', 'watphon.session', '__proto__'];
	const headers = [
		...['user-agent', 'referer', 'accept-language', 'range', 'if-none-match', 'authorization'],
		...['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-watphon-address', 'forwarded']
	];
	const places = [`/${live}`, `/${live}/districts/4001`, `/api/${live}/rank`, '/sign-in', '/account', '/healthz'];
	const asked = places.flatMap((path, nth) =>
		plain.flatMap((value, turn): Asked[] => {
			const name = headers[(nth + turn) % headers.length] ?? '';
			const cookie = `${cookies[(nth + turn) % cookies.length] ?? ''}=${value}`;
			return [{ [name]: value }, { cookie }, { cookie: `${watphon.headers.cookie ?? ''}; ${cookie}` }].map((one) => ({
				method: 'GET',
				path,
				headers: one
			}));
		})
	);
	expect(await ask(asked)).toEqual([]);
});

test('the log is lines still, and nothing in it moves the window it is read in', () => {
	const said = watphon.said();
	expect(said).not.toMatch(/^2569-01-01 INJECTED/m);
	const signs = [...said.matchAll(/[^\P{Cc}\n\t]|\p{Bidi_Control}/gu)].map(([sign]) => sign.codePointAt(0));
	expect([...new Set(signs)]).toEqual([]);
});
