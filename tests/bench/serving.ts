// Pages as readers meet them: how many a second beside a constant route of the same server, how many bytes, and when the first
// chart stands. Evidence's figures were measured elsewhere on 20 Nov 2026 (a table and one bar chart): bytes compare, times are near.
import { execFileSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { openWatphon } from '../journeys/open-watphon.ts';

/** ranking ÷ constant route at least; Evidence's bytes ÷ ours, Evidence's time ÷ ours at least; gzip JavaScript of a page at most */
const BOUNDS = { served: 0.8, bytes: 40, time: 4, plainScript: 90 * 1024, chartScript: 300 * 1024 };
const EVIDENCE = { bytes: 11_013 * 1024, milliseconds: 841 };
const round = '/khon-kaen/2565-2';
const pages = [
	{ path: round, charts: false },
	{ path: `${round}/heat`, charts: false },
	{ path: `${round}/indicators/team/1`, charts: true }
];

const hammer = fileURLToPath(new URL('hammer.ts', import.meta.url));
const ask = (address: string, cookie: string) =>
	Number(execFileSync(process.execPath, [hammer, address, '2', '16', cookie], { encoding: 'utf8' }));

interface Loaded {
	readonly bytes: number;
	readonly script: number;
	/** milliseconds from the click to the first paint, which holds the chart: it comes with the page */
	readonly painted: number;
}

async function load(page: Page, address: string): Promise<Loaded> {
	const session = await page.context().newCDPSession(page);
	await session.send('Network.enable');
	await session.send('Network.setCacheDisabled', { cacheDisabled: true });
	const kinds = new Map<string, string>();
	const sizes = new Map<string, number>();
	session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
	session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => sizes.set(requestId, encodedDataLength));
	await page.goto(address, { waitUntil: 'networkidle' });
	// what becomes alive where it is seen is counted too
	await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
	await page.waitForLoadState('networkidle');
	const painted = await page.evaluate(
		() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN
	);
	await session.detach();
	const sum = (keep: (id: string) => boolean) =>
		[...sizes].reduce((total, [id, size]) => (keep(id) ? total + size : total), 0);
	return { bytes: sum(() => true), script: sum((id) => kinds.get(id) === 'Script'), painted };
}

const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** Says what it measured; whether every bound was held. */
export async function measureServing(): Promise<boolean> {
	const watphon = await openWatphon();
	const held: boolean[] = [];
	const tell = (words: string, holds: boolean) => {
		held.push(holds);
		console.log(`  ${words}: ${holds ? 'held' : 'MISSED'}`);
	};
	try {
		console.log('pages as they are served');
		const { cookie = '' } = watphon.headers;
		ask(watphon.url + round, cookie);
		ask(`${watphon.url}/healthz`, cookie);
		const ratios: number[] = [];
		const rates = { ranking: [] as number[], constant: [] as number[] };
		for (let turn = 0; turn < 5; turn += 1) {
			const [ranking, constant] = [ask(watphon.url + round, cookie), ask(`${watphon.url}/healthz`, cookie)];
			rates.ranking.push(ranking);
			rates.constant.push(constant);
			ratios.push(ranking / constant);
		}
		const served = Math.max(...rates.ranking) / Math.max(...rates.constant);
		tell(
			`ranking ${Math.max(...rates.ranking).toFixed(0)}/s, constant route ${Math.max(...rates.constant).toFixed(0)}/s: ` +
				`${served.toFixed(2)} (median ${middle(ratios).toFixed(2)}), at least ${BOUNDS.served}`,
			served >= BOUNDS.served
		);
		for (const { path, charts } of pages) {
			const loads: Loaded[] = [];
			for (let turn = 0; turn < 5; turn += 1) {
				const context = await watphon.open({ viewport: { width: 1440, height: 900 } });
				loads.push(await load(await context.newPage(), watphon.url + path));
				await context.close();
			}
			const [first] = loads;
			if (first === undefined) throw new Error('nothing was loaded');
			const painted = Math.min(...loads.map((one) => one.painted));
			const most = charts ? BOUNDS.chartScript : BOUNDS.plainScript;
			tell(
				`${path}: ${(first.bytes / 1024).toFixed(0)} KiB, Evidence ÷ ours ${(EVIDENCE.bytes / first.bytes).toFixed(0)}`,
				EVIDENCE.bytes / first.bytes >= BOUNDS.bytes
			);
			tell(`${path}: JavaScript ${(first.script / 1024).toFixed(0)} KiB, at most ${most / 1024}`, first.script <= most);
			tell(
				`${path}: first chart after ${painted.toFixed(0)} ms, Evidence ÷ ours ${(EVIDENCE.milliseconds / painted).toFixed(1)}`,
				EVIDENCE.milliseconds / painted >= BOUNDS.time
			);
		}
	} finally {
		await watphon.close();
	}
	return held.every(Boolean);
}
