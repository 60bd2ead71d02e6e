// What opens something is told to whom it is for and written down nowhere: passwords, one-time links, sessions, the key of the
// cookies, the secret of the office elsewhere. All ways in are walked; then all that the program has written is searched.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWatphon, type Watphon } from './open-watphon.ts';
import { kpi } from './sign-in.ts';

const presentPassword = 'ท่องจำไว้ในใจเสมอ';
const clientSecret = 'office-Secret-0123456789abcdefABCDEF';
const email = 'new@office.example';

let watphon: Watphon;
let store: string;
/** What was told on the way, by what it is. */
const secrets = new Map<string, string>([
	['the password of the director', presentPassword],
	['a password that was wrong', 'ไม่ใช่รหัสนี้แน่นอน-Wrong1'],
	['a password typed as an e-mail', 'Typed-in-the-wrong-field-77'],
	['the password of who was invited', 'ตั้งเองตอนรับคำเชิญ-Joined2'],
	['a password that was changed to', 'เปลี่ยนแล้วเปลี่ยนอีก-Changed3'],
	['a password set anew', 'ลืมแล้วตั้งใหม่อีกที-Reset4'],
	['the secret of the office elsewhere', clientSecret]
]);
const secretOf = (what: string): string => {
	const secret = secrets.get(what);
	if (secret === undefined) throw new Error(`no secret is ${what}`);
	return secret;
};

interface Told {
	readonly status: number;
	readonly text: string;
	readonly cookie: string;
}

async function post(path: string, fields: Readonly<Record<string, string>>, cookie = ''): Promise<Told> {
	const answer = await fetch(watphon.url + path, {
		method: 'POST',
		redirect: 'manual',
		headers: { origin: watphon.url, accept: 'text/html', cookie, referer: watphon.url + path },
		body: new URLSearchParams(fields)
	});
	const [pair = ''] = (answer.headers.getSetCookie().at(-1) ?? '').split(';');
	return { status: answer.status, text: await answer.text(), cookie: pair };
}

async function signIn(given: string, password: string): Promise<Told> {
	const told = await post('/sign-in', { email: given, password });
	if (told.cookie !== '') secrets.set(`session ${secrets.size}`, decodeURIComponent(told.cookie.split('=')[1] ?? ''));
	return told;
}

/** The link that a page shows once. */
function linkIn(text: string): string {
	const [, token = ''] = /\/join\/([\w-]{43})/.exec(text) ?? [];
	expect(token).not.toBe('');
	secrets.set(`link ${secrets.size}`, token);
	return `/join/${token}`;
}

beforeAll(async () => {
	watphon = await openWatphon('results', { LOG: 'json', LOG_REQUESTS: '1' });
	store = watphon.environment.KPI_STORE ?? '';
	// an office elsewhere that does not answer
	const settings = { issuer: 'http://127.0.0.1:9', client_id: 'watphon', client_secret: clientSecret, name: 'ทดสอบ' };
	writeFileSync(join(store, 'oidc.yaml'), JSON.stringify(settings));
}, 120_000);
afterAll(() => watphon.close());

test('every way in is walked', async () => {
	const director = await signIn('director@office.example', presentPassword);
	expect(director.status).toBe(303);
	expect((await signIn('director@office.example', secretOf('a password that was wrong'))).status).toBe(401);
	expect((await signIn(secretOf('a password typed as an e-mail'), 'x')).status).toBe(401);
	expect((await post('/sign-in/office', { back: '/' })).status).toBe(303);

	const person = { name: 'คนใหม่', email, role: 'viewer', province: 'khon-kaen', more: '', district: '' };
	const invited = await post('/people?/invite', person, director.cookie);
	const joinPath = linkIn(invited.text);
	expect((await fetch(watphon.url + joinPath)).status).toBe(200);
	// one that is broken, one that leads on, and one that is not typed twice the same
	await fetch(`${watphon.url}${joinPath}/more?x=${joinPath}`);
	const first = secretOf('the password of who was invited');
	expect((await post(joinPath, { name: 'คนใหม่', password: first, again: 'x' })).status).toBe(422);
	const joined = await post(joinPath, { name: 'คนใหม่', password: first, again: first });
	expect(joined.status).toBe(303);
	secrets.set('the session of who joined', decodeURIComponent(joined.cookie.split('=')[1] ?? ''));
	expect((await post(joinPath, { name: 'คนใหม่', password: first, again: first })).status).toBe(422);

	const next = secretOf('a password that was changed to');
	const wrong = { present: secretOf('a password that was wrong'), password: next, again: next };
	expect((await post('/account?/password', wrong, joined.cookie)).status).toBe(422);
	expect((await post('/account?/password', { ...wrong, present: first }, joined.cookie)).status).toBeLessThan(400);
	expect((await signIn(email, first)).status).toBe(401);

	const page = await fetch(`${watphon.url}/people`, { headers: { cookie: director.cookie } });
	const ids = [...(await page.text()).matchAll(/person=([0-9a-f-]{36})/g)].map(([, id = '']) => id);
	const linked = await Promise.all([...new Set(ids)].map((id) => post('/people?/link', { id }, director.cookie)));
	const links = linked.filter(({ text }) => text.includes('/join/')).map(({ text }) => linkIn(text));
	expect(links.length).toBeGreaterThan(1);
	const anew = secretOf('a password set anew');
	const answers = await Promise.all(links.map((link) => post(link, { name: '', password: anew, again: anew })));
	expect(answers.map(({ status }) => status)).toEqual(links.map(() => 303));
	for (const { cookie } of answers)
		secrets.set(`session ${secrets.size}`, decodeURIComponent(cookie.split('=')[1] ?? ''));
	expect((await signIn(email, anew)).status).toBe(303);
	// a command beside the server goes by its token
	const told = execFileSync(process.execPath, [...kpi, 'user', 'reset', email], {
		env: watphon.environment,
		encoding: 'utf8'
	});
	linkIn(told);
	secrets.set('the key of the cookies', readFileSync(join(store, 'people.secret'), 'utf8').trim());
	const announced = JSON.parse(readFileSync(join(store, 'server.json'), 'utf8')) as { readonly token: string };
	secrets.set('the token of the command line', announced.token);
	expect(secrets.size).toBeGreaterThan(16);
});

/** Pieces of a secret are no less of one. */
const heldIn = (text: string): readonly string[] =>
	[...secrets]
		.filter(
			([, secret]) => secret === '' || text.includes(secret.slice(0, 24)) || text.includes(encodeURIComponent(secret))
		)
		.map(([what]) => what);

function listFiles(folder: string): readonly string[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((name) => join(folder, name))
		.filter((path) => statSync(path).isFile());
}

test('none of it stands in the log, which says who came in and who did not', () => {
	const said = watphon.said();
	expect(heldIn(said)).toEqual([]);
	const lines = said
		.trim()
		.split('\n')
		.filter((line) => line.startsWith('{'))
		.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
	const tried = lines
		.filter(({ event }) => event === 'sign_in')
		.map(({ way, outcome }) => `${String(way)} ${String(outcome)}`);
	expect(new Set(tried)).toEqual(new Set(['password in', 'password refused', 'change in', 'change refused']));
	expect(lines.filter(({ event, route }) => event === 'request' && route === '/join/[token]').length).toBeGreaterThan(
		4
	);
});

test('none of it stands in any file of the store but those made for it, which nobody else may read', () => {
	const own: Readonly<Record<string, readonly string[]>> = {
		'people.secret': ['the key of the cookies'],
		'server.json': ['the token of the command line'],
		'oidc.yaml': ['the secret of the office elsewhere']
	};
	const files = listFiles(store);
	expect(files.length).toBeGreaterThan(6);
	for (const path of files) {
		const name = path.slice(store.length + 1);
		// a session's row holds what its cookie is signed from, and opens nothing without the key
		const held = heldIn(readFileSync(path, 'latin1')).concat(heldIn(readFileSync(path, 'utf8')));
		const found = [...new Set(held)].filter((what) => name !== 'people.sqlite' || !what.includes('session'));
		expect([name, found.filter((what) => own[name]?.includes(what) !== true)]).toEqual([name, []]);
	}
	if (process.platform === 'win32') return;
	for (const name of ['people.secret', 'people.sqlite', 'server.json'])
		expect([name, statSync(join(store, name)).mode & 0o077]).toEqual([name, 0]);
});

test('a backup holds no password, link or session, and its list of files none of anything', () => {
	const folder = join(watphon.folder, 'backups');
	mkdirSync(folder);
	execFileSync(process.execPath, [...kpi, 'backup', folder], { env: watphon.environment, stdio: 'ignore' });
	const [name = ''] = readdirSync(folder).filter((one) => one.startsWith('watphon-'));
	const bytes = readFileSync(join(folder, name));
	const taken = ['the key of the cookies', 'the secret of the office elsewhere'];
	const held = new Set([...heldIn(bytes.toString('latin1')), ...heldIn(bytes.toString('utf8'))]);
	expect([...held].filter((what) => !taken.includes(what))).toEqual([]);
	// whoever restores it goes on with both: it is for nobody else to read either
	if (process.platform !== 'win32') expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
	const [manifest = ''] = /\{\s*"format"[^\0]*/.exec(bytes.toString('utf8')) ?? [];
	expect(manifest).toContain('people.secret');
	expect(heldIn(manifest)).toEqual([]);
});
