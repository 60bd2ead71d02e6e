// A built server behind a reverse proxy on the same machine: what every answer says to a browser, whose requests are taken, how
// fast one reader may ask, and that the demo is closed to all who come by the proxy.
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listHeaders } from '../../src/lib/server/http/front-door.ts';
import { paces } from '../../src/lib/server/http/hold-back.ts';
import { openFakeIssuer, type FakeIssuer } from '../server/fake-issuer.ts';
import { addressOf, listActs } from './list-acts.ts';
import { openWatphon, type Watphon } from './open-watphon.ts';
import { listRefused, watchPolicy } from './watch-policy.ts';

const live = 'khon-kaen/2565-2';
let issuer: FakeIssuer;
let watphon: Watphon;
beforeAll(async () => {
	issuer = await openFakeIssuer('watphon');
	watphon = await openWatphon('results', {
		...{ ADDRESS_HEADER: 'x-forwarded-for', XFF_DEPTH: '1' },
		...{ OIDC_ISSUER: issuer.address, OIDC_CLIENT_ID: 'watphon', OIDC_CLIENT_SECRET: 'secret', OIDC_NAME: 'ไทยดี' }
	});
}, 120_000);
afterAll(async () => {
	await watphon.close();
	issuer.close();
});

interface Asked {
	readonly method?: string;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: BodyInit;
}

/** As it comes from a machine of the network, by the proxy. */
const ask = async (path: string, { method = 'GET', headers = {}, body }: Asked = {}, from = '203.0.113.9') =>
	await fetch(watphon.url + path, {
		method,
		redirect: 'manual',
		headers: { ...watphon.headers, 'x-forwarded-for': from, ...headers },
		...(body === undefined ? {} : { body })
	});

describe('what every answer says to a browser', () => {
	const common = Object.entries(listHeaders('http://localhost')).filter(
		([name]) => name !== 'content-security-policy' && name !== 'cache-control'
	);
	const page = 'a page’s own policy';
	test.each([
		['/healthz', 200, 'none'],
		['/icon.svg', 200, 'none'],
		['/nowhere', 404, page],
		['/sign-in', 200, page],
		['/people', 200, page],
		[`/${live}`, 200, page],
		[`/${live}/heat`, 200, page],
		[`/${live}/heat/__data.json`, 200, 'none'],
		['/khon-kaen/2599-1/reports/memo.pdf', 404, page],
		[`/${live}/reports/printing/memo`, 200, page],
		[`/${live}/reports/memo.pdf`, 200, 'none'],
		[`/${live}/template.xlsx`, 200, 'none'],
		[`/api/${live}/rank`, 200, 'none'],
		['/api/openapi.json', 200, 'none'],
		[`/${live}?as-of=2022-09-12`, 303, 'none'],
		['/%', 400, page]
	])('%s', async (path, status, policy) => {
		const { headers, status: answered, body } = await ask(path);
		await body?.cancel();
		expect(answered).toBe(status);
		for (const [name, value] of common) expect([name, headers.get(name)]).toEqual([name, value]);
		const said = headers.get('content-security-policy') ?? '';
		expect(said).toContain("default-src 'none'");
		expect(said).not.toContain('unsafe-inline');
		expect(said.includes("script-src 'self'")).toBe(policy === page);
		expect(headers.has('strict-transport-security')).toBe(false);
	});

	test('the program’s own parts are what they say they are, and say no more', async () => {
		const [part = ''] = /\/_app\/immutable\/[^"']+\.js/.exec(await (await ask(`/${live}/heat`)).text()) ?? [];
		const { headers, status } = await ask(part);
		expect([status, headers.get('content-type'), headers.get('x-content-type-options')]).toEqual([
			200,
			'text/javascript',
			'nosniff'
		]);
		expect(headers.get('cache-control')).toContain('immutable');
		expect(headers.has('permissions-policy')).toBe(false);
	});

	test('a page says it also where it lies ready, and to who has it already', async () => {
		const first = await ask(`/${live}`);
		const policy = first.headers.get('content-security-policy');
		const again = await ask(`/${live}`, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
		expect([again.status, again.headers.get('content-security-policy')]).toEqual([304, policy]);
		// one that is not kept leaves to who has it the policy it came with
		const verify = await ask('/verify');
		expect(verify.headers.get('content-security-policy')).toContain("script-src 'self'");
		const had = await ask('/verify', { headers: { 'if-none-match': verify.headers.get('etag') ?? '' } });
		expect([had.status, had.headers.get('content-security-policy')]).toEqual([304, null]);
		// each sheet is named by its hash
		const sheets = [...(await first.text()).matchAll(/<style>/g)].length;
		expect([...(policy ?? '').matchAll(/'sha256-/g)].length).toBe(sheets + 1);
	});

	test('only the page of settings shows a document in a frame', async () => {
		const { headers } = await ask('/settings/preview.pdf');
		expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
		expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
	});
});

const changes = listActs().filter(([, act]) => !act.startsWith('GET'));
describe('whatever changes something is taken from our own pages alone', () => {
	const forms: readonly Asked[] = [
		{ body: new URLSearchParams({ nothing: '' }) },
		{ body: '{}', headers: { 'content-type': 'application/json' } },
		// as a beacon of another page sends it, which asks nobody first
		{ body: new Blob(['x']) }
	];
	test.each(changes)('%s %s', async (route, act) => {
		const [method = '', action] = act.split(' ');
		const path = addressOf(route, live, '4001') + (action === undefined ? '' : `?/${action}`);
		for (const origin of [{ origin: 'https://elsewhere.example' }, { origin: 'null' }, {}])
			for (const form of forms) {
				const answer = await ask(path, { ...form, method, headers: { ...form.headers, ...origin } });
				await answer.body?.cancel();
				// the command line's door opens to a key, and is not there for anybody else
				expect(answer.status).toBe(route === '/api/command' && !(form.body instanceof URLSearchParams) ? 404 : 403);
			}
	});
	test('and there are many', () => expect(changes.length).toBeGreaterThan(30));
});

test('who asks too fast is told when to ask again; others, and the machine itself, are not held up', async () => {
	const heavy = Array.from({ length: Math.ceil(paces.reads.most / 10) + 12 }, () =>
		ask(`/${live}/charts/ranking-team.csv`)
	);
	const answers = await Promise.all(heavy);
	const held = answers.filter(({ status }) => status === 429);
	expect(held.length).toBeGreaterThan(0);
	expect(answers.every(({ status }) => status === 200 || status === 429)).toBe(true);
	const seconds = Number(held[0]?.headers.get('retry-after'));
	expect(await held[0]?.text()).toContain(`รอ ${seconds} วินาที`);
	expect((await ask(`/${live}/charts/ranking-team.csv`, {}, '203.0.113.10')).status).toBe(200);
	expect((await fetch(`${watphon.url}/healthz`)).status).toBe(200);
	await Promise.all(answers.filter(({ bodyUsed }) => !bodyUsed).map(async ({ body }) => await body?.cancel()));
	await wait(seconds * 1000);
	expect((await ask(`/${live}`)).status).toBe(200);
});

test('the command line beside a server behind a proxy is answered by it', async () => {
	const answer = await fetch(`${watphon.url}/api/${live}/rank`, { headers: watphon.headers });
	expect(answer.status).toBe(200);
});

test('the way to another office leads there, though no form of ours may', async () => {
	const page: Page = await (await watphon.browser.newContext()).newPage();
	await watchPolicy(page);
	await page.goto(`${watphon.url}/sign-in`);
	await Promise.all([
		page.waitForURL(`${issuer.address}/authorize**`),
		page.getByRole('button', { name: /ไทยดี/ }).click()
	]);
	expect(new URL(page.url()).searchParams.get('client_id')).toBe('watphon');
	await page.context().close();
});

test('what is live in a page is let through by its policy: a card, a chart under the pointer, a document that follows a form', async () => {
	const page = await (await watphon.open({ reducedMotion: 'reduce' })).newPage();
	await watchPolicy(page);
	await page.goto(`${watphon.url}/${live}/heat`);
	await page.locator('table[role=grid] [data-cell]').first().click();
	await page.getByRole('dialog').waitFor();
	expect(await listRefused(page)).toEqual([]);
	await page.goto(`${watphon.url}/${live}/sensitivity`);
	await page.locator('.awake').first().waitFor();
	expect(await listRefused(page)).toEqual([]);
	await page.goto(`${watphon.url}/settings`);
	const shown = page.waitForResponse((answer) => answer.request().method() === 'POST');
	await page.locator('form input[type=text]').first().fill('สำนักงานทดสอบ');
	expect((await shown).headers()['content-type']).toBe('application/pdf');
	await page.waitForFunction(() => document.querySelector('[data-preview-state]')?.textContent.startsWith('ทำจากค่า'));
	expect(await listRefused(page)).toEqual([]);
	await page.context().close();
});
