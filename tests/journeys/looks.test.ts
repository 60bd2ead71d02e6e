// The most important pages as pictures: the demo as the server sends it, at two widths and in both themes.
import type { Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { holdLook, seeChange } from './looks/hold-looks.ts';
import { openWatphon, type Watphon } from './open-watphon.ts';

const round = '/khon-kaen/2565-2';
const tried = `${round}/districts/4004/try?team.5.otop_online_growth_pct=15`;
const looks = [
	['overview', round, 1440, 'light'],
	['overview', round, 390, 'dark'],
	['heat', `${round}/heat`, 1440, 'dark'],
	['heat', `${round}/heat`, 390, 'light'],
	['district', `${round}/districts/4004`, 1440, 'light'],
	['district', `${round}/districts/4004`, 390, 'dark'],
	['indicator', `${round}/indicators/team/1`, 1440, 'dark'],
	['compare', '/khon-kaen/compare?rounds=2564-2,2565-1,2565-2', 1440, 'light'],
	['compare', '/khon-kaen/compare', 390, 'dark'],
	['owed', `${round}/owed`, 1440, 'light'],
	['sensitivity', `${round}/sensitivity`, 1440, 'dark'],
	['rulings', `${round}/rulings`, 1440, 'light'],
	['reports', `${round}/reports`, 1440, 'dark'],
	['settings', '/settings', 390, 'light'],
	['try', tried, 1440, 'light'],
	['try', tried, 390, 'dark']
] as const;
type Look = (typeof looks)[number];
/** the browser speaks its own language on buttons for files: no picture reaches as far as those of the settings */
const tall = { 1440: 1600, 390: 2050 };
const nameOf = ([name, , width, theme]: Look) => `${name}-${width}-${theme}`;

let watphon: Watphon;
const drawn = new Map<string, Uint8Array>();

/** The upper part of a page, as tall as is worth keeping, at rest and without any script; rules of style may be added to it. */
async function draw([, path, width, theme]: Look, css = '', height = tall[width]): Promise<Uint8Array> {
	const context = await watphon.open({
		viewport: { width, height },
		deviceScaleFactor: 1,
		reducedMotion: 'reduce',
		colorScheme: theme,
		javaScriptEnabled: false,
		// a style that the page's policy does not name is added on purpose
		bypassCSP: css !== ''
	});
	try {
		const page = await context.newPage();
		if (css !== '') await page.route(watphon.url + path, (route) => addStyle(route, css));
		await page.goto(watphon.url + path);
		return await page.screenshot({ animations: 'disabled' });
	} finally {
		await context.close();
	}
}
async function addStyle(route: Route, css: string): Promise<void> {
	const response = await route.fetch();
	const body = (await response.text()).replace('</body>', `<style>${css}</style></body>`);
	await route.fulfill({ response, body });
}

beforeAll(async () => {
	watphon = await openWatphon('demo');
	// The page of reports says of each document whether it is printed; the memo is printed ahead.
	await fetch(`${watphon.url}${round}/reports/memo.pdf`);
	const waiting = [...looks];
	const drawNext = async (): Promise<void> => {
		for (let one = waiting.shift(); one; one = waiting.shift()) drawn.set(nameOf(one), await draw(one));
	};
	await Promise.all([drawNext(), drawNext(), drawNext()]);
}, 180_000);
afterAll(() => watphon.close());

test.each(looks.map(nameOf))('%s looks as it is known', (name) => {
	expect(holdLook(name, drawn.get(name) ?? new Uint8Array())).toBeNull();
});

describe('of a page that changed,', () => {
	const [look] = looks;
	let known: Uint8Array;
	beforeAll(async () => {
		known = await draw(look, '', 800);
	});
	const changeBy = async (css: string) => seeChange(known, await draw(look, css, 800))?.said ?? null;

	test.each([
		['a mark left out', 'tbody tr:nth-child(4) td svg { visibility: hidden }'],
		['a tag left out', '.tag { visibility: hidden }'],
		['a hairline left out', '.card { border-color: transparent }'],
		['a card moved by a pixel', '.stack { padding-top: 1px }'],
		['a level in the colour of another', ':root { --level3: #2c7096 }'],
		['quieter words', ':root { --ink3: #8b939d }']
	])('%s is seen', async (_, css) => {
		expect(await changeBy(css)).not.toBeNull();
	});

	test.each([
		['edges smoothed otherwise', 'main { transform: translate(0.01px, 0.01px) }'],
		['a shade nobody sees', ':root { --surface: light-dark(#fefefe, #161a20) }']
	])('%s is no change', async (_, css) => {
		expect(await changeBy(css)).toBeNull();
	});
});
