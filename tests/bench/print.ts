// Printing beside headless Chromium's, in the same run: the memo and the book of the demo, warm and cold.
// Ours writes the words, draws the charts, lays and prints; Chromium is handed the same content as HTML, charts drawn already.
// Both give tagged PDF with an outline.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { serialize } from 'node:v8';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findWriter } from '../../src/lib/reports/documents.ts';
import { layPaper } from '../../src/lib/reports/paper.ts';
import { openPress } from '../../src/lib/server/printing/print-press.ts';
import { printJob, readTravellingFonts, type PrintJob } from '../../src/lib/server/printing/print.ts';
import { loadDemo } from '../demo/load-demo.ts';
import { asHtml } from './as-html.ts';

/** Chromium ÷ ours at least, for the book, warm. */
const bound = 3;
const runs = { memo: 9, book: 5 } as const;
const coldRuns = 3;

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

function openChromium(): Promise<Browser> {
	const places = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser'];
	const executablePath = places.find((place) => place !== undefined && existsSync(place));
	if (executablePath === undefined) throw new Error('no Chromium to measure against: install it or set CHROMIUM_PATH');
	return chromium.launch({
		executablePath,
		args: ['--no-sandbox', '--headless=new', '--disable-gpu', '--no-first-run']
	});
}

async function printInChromium(page: Page, html: string): Promise<number> {
	await page.setContent(html, { waitUntil: 'load' });
	const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
	return bytes.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

async function timed(work: () => Promise<number> | number): Promise<{ readonly pages: number; readonly took: number }> {
	const start = performance.now();
	const pages = await work();
	return { pages, took: performance.now() - start };
}

interface Side {
	readonly name: string;
	readonly print: () => Promise<number> | number;
}

/** Interleaved; the least of each side, and the middle beside it. */
async function measure(sides: readonly Side[], times: number) {
	const took = sides.map(() => [] as number[]);
	const pages = sides.map(() => 0);
	for (let run = 0; run < times; run += 1)
		for (const [at, side] of sides.entries()) {
			const one = await timed(side.print);
			took[at]?.push(one.took);
			pages[at] = one.pages;
		}
	return sides.map(({ name }, at) => {
		const sorted = (took[at] ?? []).toSorted((a, b) => a - b);
		return { name, pages: pages[at] ?? 0, least: sorted[0] ?? NaN, middle: sorted[sorted.length >> 1] ?? NaN };
	});
}

function tell(title: string, lines: Awaited<ReturnType<typeof measure>>): number {
	const [ours, theirs] = lines;
	const ratio = (theirs?.least ?? NaN) / (ours?.least ?? NaN);
	console.log(`  ${title}: Chromium ÷ ours ${ratio.toFixed(2)}`);
	for (const { name, pages, least, middle } of lines)
		console.log(`    ${name.padEnd(9)} min ${least.toFixed(0)} ms, median ${middle.toFixed(0)} ms, ${pages} pages`);
	return ratio;
}

/** The longest that pages wait while the worker prints a book, in milliseconds. */
async function worstGap(job: PrintJob): Promise<number> {
	const press = openPress();
	const watch = { signal: new AbortController().signal, onProgress: () => undefined };
	await press.print(job, watch);
	const gaps = monitorEventLoopDelay({ resolution: 1 });
	gaps.enable();
	await press.print(job, watch);
	gaps.disable();
	await press.close();
	return gaps.max / 1e6;
}

/** Whether the bound holds. */
export async function measurePrinting(): Promise<boolean> {
	const { later } = await loadDemo();
	const fonts = await readTravellingFonts();
	const folder = mkdtempSync(join(tmpdir(), 'watphon-bench-'));
	const browser = await openChromium();
	let held = true;
	try {
		const page = await browser.newPage();
		for (const kind of ['memo', 'book'] as const) {
			const job: PrintJob = { request: { kind }, view: later, earlier: [], digits: 'thai', fonts: null };
			const html = asHtml(layPaper(later, findWriter(job.request, []), job.digits), fonts);
			const file = join(folder, `${kind}.bin`);
			writeFileSync(file, serialize(job));
			const here = async () => (await printJob(job, () => undefined)).pages;
			const there = () => printInChromium(page, html);
			const apart = () =>
				Number(
					execFileSync(process.execPath, ['--import', path('../../src/load-text.js'), path('print-cold.ts'), file])
				);
			const launched = async () => {
				const fresh = await openChromium();
				try {
					return await printInChromium(await fresh.newPage(), html);
				} finally {
					await fresh.close();
				}
			};
			console.log(`\n${kind} of the demo, ${later.province.districts.length} districts`);
			// The first run warms up.
			await here();
			await there();
			const warm = tell(
				'warm',
				await measure(
					[
						{ name: 'ours', print: here },
						{ name: 'Chromium', print: there }
					],
					runs[kind]
				)
			);
			tell(
				'cold',
				await measure(
					[
						{ name: 'ours', print: apart },
						{ name: 'Chromium', print: launched }
					],
					coldRuns
				)
			);
			if (kind === 'book') {
				console.log(`  worst gap of the event loop while the worker prints it: ${(await worstGap(job)).toFixed(0)} ms`);
				held = warm >= bound;
				console.log(`  bound (book, warm, ≥ ${bound}): ${held ? 'holds' : 'MISSED'}`);
			}
		}
	} finally {
		await browser.close();
		rmSync(folder, { recursive: true, force: true });
	}
	return held;
}
