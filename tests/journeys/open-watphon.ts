// A built server on a store of its own, with invented results in it, and a browser before it.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright-core';
import { writeResults } from './results.ts';
import { addAccount, cookieHeader, kpi, signIn, theDirector, type SessionCookie } from './sign-in.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Watphon {
	readonly url: string;
	/** a folder to put files in that are to be sent */
	readonly folder: string;
	readonly browser: Browser;
	/** a browser's context in which the director of a province has signed in; the demo asks nobody to */
	open(options?: BrowserContextOptions, province?: string): Promise<BrowserContext>;
	/** what requests carry that are not made by a browser */
	readonly headers: Readonly<Record<string, string>>;
	/** of the command line on this store */
	readonly environment: Readonly<Record<string, string | undefined>>;
	/** all that the server has written so far, where people and logs read it */
	said(): string;
	close(): Promise<void>;
}

/** With results of one round that tests make up, or with the demo and its three rounds; `set` is of the server alone. */
export async function openWatphon(
	holding: 'results' | 'demo' = 'results',
	set: Readonly<Record<string, string>> = {}
): Promise<Watphon> {
	if (!existsSync(join(root, 'build/index.js'))) throw new Error('no build/index.js: run npm run build first');
	const folder = mkdtempSync(join(tmpdir(), 'watphon-journeys-'));
	const store = join(folder, 'store');
	const environment = { PATH: process.env.PATH, HOME: process.env.HOME, KPI_STORE: store };
	const results = join(folder, 'results.csv');
	writeFileSync(results, writeResults());
	const made = [results, '--round', 'khon-kaen/2565-2', '--sender', 'กลุ่มงานทดสอบ'];
	execFileSync(process.execPath, [...kpi, 'import', ...(holding === 'demo' ? [join(root, 'data/demo')] : made)], {
		env: environment,
		stdio: ['ignore', 'ignore', 'inherit']
	});
	if (holding === 'results') await addAccount(environment, theDirector);
	const port = await freePort();
	const server = spawn(process.execPath, [...kpi, 'serve'], {
		env: { ...environment, ...set, PORT: String(port) },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let said = '';
	for (const stream of [server.stdout, server.stderr])
		stream.on('data', (data: Buffer) => (said += data.toString('utf8')));
	const url = `http://localhost:${port}`;
	try {
		await whenOpen(url, server, () => said);
		const session = holding === 'results' ? [await signIn(url, theDirector.email)] : [];
		const sessions = new Map([['khon-kaen', session]]);
		/** The director of another province is made when first asked for. */
		const sessionOf = async (province: string): Promise<readonly SessionCookie[]> => {
			const known = holding === 'demo' ? [] : sessions.get(province);
			if (known !== undefined) return known;
			const email = `${province}@office.example`;
			await addAccount(environment, { email, role: 'director', province });
			const made = [await signIn(url, email)];
			sessions.set(province, made);
			return made;
		};
		const browser = await openBrowser();
		return {
			url,
			folder,
			browser,
			environment,
			said: () => said,
			headers: Object.fromEntries(session.map((cookie) => ['cookie', cookieHeader(cookie)])),
			async open(options, province = 'khon-kaen') {
				const context = await browser.newContext(options);
				await context.addCookies(await sessionOf(province));
				return context;
			},
			async close() {
				await browser.close();
				await stop(server);
				rmSync(folder, { recursive: true, force: true });
			}
		};
	} catch (error) {
		await stop(server);
		throw error;
	}
}

async function stop(server: ChildProcess): Promise<void> {
	if (server.exitCode !== null) return;
	const closed = once(server, 'close');
	server.kill('SIGTERM');
	await closed;
}

async function freePort(): Promise<number> {
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const { port } = probe.address() as AddressInfo;
	probe.close();
	await once(probe, 'close');
	return port;
}

async function whenOpen(url: string, server: ChildProcess, said: () => string): Promise<void> {
	for (let tries = 0; tries < 600; tries++) {
		if (server.exitCode !== null) throw new Error(`the server ended: ${said()}`);
		const answer = await fetch(`${url}/healthz`).catch(() => null);
		if (answer?.ok) return;
		await wait(50);
	}
	throw new Error(`the server did not open: ${said()}`);
}

async function openBrowser(): Promise<Browser> {
	const places = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser'];
	const executablePath = places.find((place) => place !== undefined && existsSync(place));
	if (executablePath === undefined) {
		throw new Error('no Chromium here: run apt-get install chromium, or set CHROMIUM_PATH to one');
	}
	return await chromium.launch({
		executablePath,
		args: [
			'--no-sandbox',
			'--headless=new',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync'
		]
	});
}
