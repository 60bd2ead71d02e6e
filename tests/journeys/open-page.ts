// What journeys share: one Watphon for the tests of a file, and for each test a page of its own.
import type { BrowserContext, BrowserContextOptions, Page, Response } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { openWatphon, type Watphon } from './open-watphon.ts';

export let watphon: Watphon;
export let context: BrowserContext;
export let page: Page;

/** `options`: of every page, which is as wide as a screen and runs scripts where they say nothing else. */
export function openPages(holding: 'results' | 'demo' = 'results', options: BrowserContextOptions = {}): void {
	beforeAll(async () => {
		watphon = await openWatphon(holding);
	}, 180_000);
	afterAll(() => watphon.close());
	beforeEach(() => reopen(options));
	afterEach(() => context.close());
}

async function reopen(options: BrowserContextOptions, province?: string): Promise<void> {
	context = await watphon.open({ viewport: { width: 1440, height: 900 }, ...options }, province);
	page = await context.newPage();
}

/** The rest of the test without any script. */
export async function stopScripts(): Promise<void> {
	await context.close();
	await reopen({ javaScriptEnabled: false });
}

export const go = (path: string): Promise<Response | null> => page.goto(watphon.url + path);

/** The rest of the test as the director of another province. */
export async function goOver(province: string): Promise<void> {
	await context.close();
	await reopen({}, province);
}
