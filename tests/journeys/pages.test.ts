import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBarriers } from './find-barriers.ts';
import { listRefused, watchPolicy } from './watch-policy.ts';
import { openWatphon, type Watphon } from './open-watphon.ts';

const round = '/khon-kaen/2565-2';
const pages = [
	'/?rounds',
	'/settings',
	'/start',
	'/nowhere',
	'/people',
	'/admin',
	'/account',
	'/sign-in',
	'/join/none',
	'/verify',
	'/verify/WP-0000-0000-0000',
	round,
	`${round}?section=individual`,
	`${round}?sort=-name&find=หนอง`,
	`${round}/districts`,
	`${round}/indicators`,
	'/chaiyaphum/2562-1',
	`${round}/districts/4004`,
	`${round}/districts/4020`,
	`${round}/districts/4004/try`,
	`${round}/districts/4004/try?team.5.otop_online_growth_pct=15&team.1.spent_baht=x`,
	`${round}/indicators/team/1`,
	`${round}/indicators/team/3`,
	`${round}/sensitivity`,
	`${round}/sensitivity?section=individual&shift=20`,
	'/khon-kaen/compare?rounds=2565-2',
	`${round}/heat`,
	`${round}/heat?section=team&sort=-team-5`,
	`${round}/owed`,
	`${round}/owed?by=district`,
	`${round}/review`,
	`${round}/review?state=approved`,
	`${round}/agreement`,
	`${round}/rulings`,
	`${round}/submissions`,
	`${round}/submissions/audit`,
	`${round}/entry`,
	`${round}/entry/4005`,
	`${round}/entry/4005/team/1`,
	`${round}/entry/4005/team/3`,
	`${round}/entry/4005/send`,
	`${round}/journal`,
	`${round}/submissions/history?district=4004&section=team&indicator=2`,
	'/journal?scope=all',
	`${round}@2022-01-01`,
	`${round}@2022-01-01/submissions`,
	`${round}/reports`,
	`${round}/publish`,
	`${round}/editions`
];
const widths = [1440, 768, 390];
let watphon: Watphon;

beforeAll(async () => {
	watphon = await openWatphon();
}, 120_000);
afterAll(() => watphon.close());

/** Contexts in which a director has signed in, one for each province that is asked for. */
const contexts = new Map<string, Promise<BrowserContext>>();

async function onPage<Answer>(path: string, width: number, look: (page: Page) => Promise<Answer>): Promise<Answer> {
	const province = path.startsWith('/chaiyaphum') ? 'chaiyaphum' : 'khon-kaen';
	// Colours are judged at rest, as a reader who asked for less motion sees them at once.
	const context = contexts.get(province) ?? watphon.open({ reducedMotion: 'reduce' }, province);
	contexts.set(province, context);
	const page = await (await context).newPage();
	try {
		await watchPolicy(page);
		await page.setViewportSize({ width, height: 900 });
		await page.goto(watphon.url + path);
		// Everything that can be opened is looked at as well.
		await page.evaluate(() => {
			for (const details of document.querySelectorAll('main details')) {
				details.removeAttribute('name');
				details.setAttribute('open', '');
			}
		});
		const seen = await look(page);
		expect(await listRefused(page)).toEqual([]);
		return seen;
	} finally {
		await page.close();
	}
}
const inTheme = (path: string, theme: string) => path + (path.includes('?') ? '&' : '?') + `theme=${theme}`;

describe.each(pages)('%s', (path) => {
	test('has one heading of the first order, a title of its own, never scrolls sideways, and keeps nobody out', async () => {
		const seen = await onPage(inTheme(path, 'light'), 1440, async (page) => {
			const barriers = [...(await findBarriers(page))];
			const wide: number[] = [];
			for (const width of widths) {
				await page.setViewportSize({ width, height: 900 });
				wide.push(await page.evaluate(() => document.documentElement.scrollWidth));
			}
			barriers.push(...(await findBarriers(page)));
			return { wide, barriers, headings: await page.locator('h1').count(), title: await page.title() };
		});
		const title = expect.stringContaining('วัดผล') as string;
		expect(seen).toEqual({ wide: widths, barriers: [], headings: 1, title });
	});

	test('keeps nobody out in the dark theme', async () => {
		// The dark theme changes colours only; where things stand is seen in the light one.
		expect(await onPage(inTheme(path, 'dark'), 1440, findBarriers)).toEqual([]);
	});
});

test('what is touched on a phone is at least 44 px high in rows, buttons, switches and fields', async () => {
	const heights = await onPage(round, 390, (page) =>
		page.evaluate(() =>
			[...document.querySelectorAll('main tbody tr, .button, main nav a, header nav a')]
				.map((element) => element.getBoundingClientRect().height)
				.filter((height) => height > 0)
		)
	);
	expect(heights.length).toBeGreaterThan(26);
	expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
});
