import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from 'vitest';
import {
	doorBounds,
	findStranger,
	guardServer,
	listHeaders,
	type DoorBounds
} from '../../src/lib/server/http/front-door.ts';

const own = 'https://kpi.office.example';
let server: Server | null = null;
afterEach(() => {
	server?.closeAllConnections();
	server?.close();
	server = null;
});

async function open(listener: RequestListener, bounds: DoorBounds = doorBounds): Promise<number> {
	server = createServer({ connectionsCheckingInterval: 50 }, listener).listen(0, '127.0.0.1');
	await once(server, 'listening');
	guardServer(server, `${own}/`, bounds);
	return (server.address() as AddressInfo).port;
}

/** What comes back over a bare connection, to its end. */
async function send(port: number, head: string): Promise<string> {
	const socket = connect(port, '127.0.0.1');
	socket.write(head);
	return await text(socket);
}

describe('a request that would change something', () => {
	const cookie = 'session=x';
	const post = (headers: Readonly<Record<string, string>>, url = '/a') => ({ method: 'POST', url, headers });
	const foreign = 'https://elsewhere.example';
	test.each([
		['from a page of ours', post({ origin: own, cookie }), null],
		['from elsewhere', post({ origin: foreign, cookie }), foreign],
		['from elsewhere without a cookie, as the demo needs none', post({ origin: foreign }), foreign],
		['from our name without its lock', post({ origin: 'http://kpi.office.example' }), 'http://kpi.office.example'],
		['from a frame that hides where it stands', post({ origin: 'null', cookie }), 'null'],
		['from another port', post({ origin: `${own}:8443`, cookie }), '8443'],
		['with a cookie and no origin', post({ cookie }), `Origin: ${own}`],
		['by no browser, and in nobody’s name', post({}), null],
		['by another method', { method: 'DELETE', url: '/a', headers: { origin: foreign } }, foreign],
		['by the command line, which has a key', post({ origin: foreign }, '/api/command'), null],
		['at what only ends like the door of the command line', post({ origin: foreign }, '/x/api/command'), foreign],
		['that only reads after all', { method: 'GET', url: '/a', headers: { origin: foreign, cookie } }, null]
	])('%s', (_, sent, told) => {
		const sentence = findStranger(sent, own);
		if (told === null) expect(sentence).toBeNull();
		else expect(sentence).toContain(told);
	});

	test('is turned away before anything behind the door hears of it, as a page or as JSON', async () => {
		let heard = 0;
		const port = await open((_, response) => {
			heard += 1;
			response.end('inside');
		});
		const headers = { origin: 'https://<b>.example' };
		const ask = (path: string) => fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers, body: 'x' });
		const page = await ask('/settings');
		expect([page.status, page.headers.get('content-type')]).toEqual([403, 'text/html; charset=utf-8']);
		const words = await page.text();
		expect(words).toContain('เปิดโปรแกรมที่ https://kpi.office.example');
		expect(words).not.toContain('<b>');
		const answer = await ask('/api/x/decisions');
		expect([answer.status, Object.keys((await answer.json()) as object)]).toEqual([403, ['error']]);
		expect(heard).toBe(0);
	});
});

test('every answer carries what a browser must know, and what an answer says itself stands', async () => {
	const port = await open((request, response) => {
		if (request.url === '/page') response.setHeader('content-security-policy', "default-src 'self'");
		response.writeHead(request.url === '/none' ? 404 : 200, { 'content-type': 'text/html' }).end();
	});
	const ask = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).headers;
	const [page, none] = [await ask('/page'), await ask('/none')];
	expect(page.get('content-security-policy')).toBe("default-src 'self'");
	expect(none.get('content-security-policy')).toContain("default-src 'none'");
	for (const headers of [page, none])
		for (const [name, value] of Object.entries(listHeaders(own)))
			if (name !== 'content-security-policy') expect([name, headers.get(name)]).toEqual([name, value]);
});

test('a browser is told to insist on https only where readers come by it', () => {
	expect(listHeaders(own)['strict-transport-security']).toBe('max-age=31536000');
	expect(listHeaders(own)['cross-origin-opener-policy']).toBe('same-origin');
	expect(Object.keys(listHeaders('http://192.168.1.5:3000'))).not.toContain('strict-transport-security');
});

describe('a connection', () => {
	const short: DoorBounds = { ...doorBounds, head: 150, whole: 300, silence: 400 };
	const hello = 'GET / HTTP/1.1\r\nHost: x\r\n';
	test('whose head does not come to its end is closed', async () => {
		const port = await open((_, response) => response.end('inside'), short);
		expect(await send(port, hello)).toMatch(/^HTTP\/1\.1 408 /);
	});
	test('whose body does not come to its end is closed', async () => {
		const port = await open((request) => void request.resume(), short);
		expect(await send(port, 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nx')).not.toContain(' 200 ');
	});
	test('on which nothing goes either way is closed', async () => {
		const port = await open((_, response) => void response.write('begun'), short);
		expect(await send(port, `${hello}\r\n`)).toContain('begun');
	});
	test('whose address or head is longer than 16 KB is not read', async () => {
		const port = await open((_, response) => response.end('inside'));
		const long = 'x'.repeat(17 * 1024);
		expect(await send(port, `GET /${long} HTTP/1.1\r\nHost: x\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /);
		expect(await send(port, `${hello}A: ${long}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /);
	});
	test('with more fields in its head than any browser sends is not read', async () => {
		const port = await open((_, response) => response.end('inside'));
		const fields = Array.from({ length: doorBounds.fields + 1 }, (_, n) => `a${n}: 1\r\n`).join('');
		expect(await send(port, `${hello}${fields}\r\n`)).toMatch(/^HTTP\/1\.1 431 /);
	});
});
