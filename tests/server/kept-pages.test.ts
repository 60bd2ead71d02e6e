import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { makePageShelf, sendPage } from '../../src/lib/server/http/kept-pages.ts';

const page = (text: string) => new Response(text, { headers: { 'content-type': 'text/html' } });
const bytes = async (response: Response) => Buffer.from(await response.arrayBuffer());

test('a page is found again while the version lasts, and no longer', async () => {
	const shelf = makePageShelf(10_000);
	expect(shelf.find('1', '/a')).toBeUndefined();
	await shelf.keep('1', '/a', page('หน้า ก'));
	const found = shelf.find('1', '/a');
	expect(found && (await sendPage(found, new Headers()).text())).toBe('หน้า ก');
	expect(shelf.find('2', '/a')).toBeUndefined();
	expect(shelf.find('1', '/a')).toBeUndefined();
});

test('what was worked out from an older state is sent and not kept', async () => {
	const shelf = makePageShelf(10_000);
	shelf.find('1', '/a');
	shelf.find('2', '/b');
	const late = await shelf.keep('1', '/a', page('เก่า'));
	expect(await sendPage(late, new Headers()).text()).toBe('เก่า');
	expect(shelf.find('2', '/a')).toBeUndefined();
});

test('past the bound the page that was longest unused goes', async () => {
	const shelf = makePageShelf(2_200);
	shelf.find('1', '');
	const noise = (seed: number) =>
		Array.from({ length: 450 }, (_, n) => ((n * seed * 7919) % 1000) + '')
			.join('')
			.slice(0, 600);
	await shelf.keep('1', '/a', page(noise(3)));
	await shelf.keep('1', '/b', page(noise(7)));
	shelf.find('1', '/a');
	await shelf.keep('1', '/c', page(noise(11)));
	expect([shelf.find('1', '/a'), shelf.find('1', '/b'), shelf.find('1', '/c')].map((one) => one !== undefined)).toEqual(
		[true, false, true]
	);
});

test.each([
	['gzip', true],
	['br, gzip;q=0.8', true],
	['br', false],
	['gzip;q=0', false],
	['', false]
])('a reader that takes “%s” gets it packed: %s', async (accept, packed) => {
	const kept = await makePageShelf(10_000).keep('1', '/a', page('หน้า'));
	const sent = sendPage(kept, new Headers({ 'accept-encoding': accept }));
	expect(sent.headers.get('content-encoding')).toBe(packed ? 'gzip' : null);
	const body = await bytes(sent);
	expect((packed ? gunzipSync(body) : body).toString()).toBe('หน้า');
});

test('a reader that has the page gets nothing again', async () => {
	const kept = await makePageShelf(10_000).keep('1', '/a', page('หน้า'));
	const again = sendPage(kept, new Headers({ 'if-none-match': `W/${kept.etag}` }));
	expect(again.status).toBe(304);
	expect(await again.text()).toBe('');
	expect(sendPage(kept, new Headers({ 'if-none-match': '"other"' })).status).toBe(200);
});

test('a page is made once for all who ask meanwhile, and what is not for others is made for each', async () => {
	const shelf = makePageShelf(10_000);
	shelf.find('1', '');
	let made = 0;
	const ask = async (key: string, keeps: boolean) => {
		const make = () => Promise.resolve(page(`${key} ${(made += 1)}`));
		const answer = await shelf.share('1', key, make, () => keeps);
		return await (answer instanceof Response ? answer : sendPage(answer, new Headers())).text();
	};
	expect(await Promise.all([ask('/a', true), ask('/a', true), ask('/b', true)])).toEqual(['/a 1', '/a 1', '/b 2']);
	expect(shelf.find('1', '/a')).toBeDefined();
	expect(await Promise.all([ask('/c', false), ask('/c', false)])).toEqual(['/c 3', '/c 4']);
	await expect(
		shelf.share(
			'1',
			'/d',
			() => Promise.reject(new Error('no')),
			() => true
		)
	).rejects.toThrow('no');
	expect(await ask('/d', true)).toBe('/d 5');
});
