// A held load on the demo over loopback: a hundred people read, ten send files, two print books (crowd.ts says how often). No answer
// may fail, the server's event loop may not be held over its bound by one piece of work, and memory must come to rest.
import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../', import.meta.url));
const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const loader = join(root, 'src/load-text.js');
const kpi = ['--import', loader, join(root, 'src/kpi.ts')];

/** milliseconds of work at a time; what memory may gain from the second quarter to the last, in parts and in megabytes */
const BOUNDS = { work: 50, gain: 0.1, more: 32 };

interface Watched {
	readonly looks: number;
	/** looks before which more than the bound was worked */
	readonly over: number;
	/** milliseconds: the most the thread worked between two looks, and the longest gap on the clock */
	readonly work: number;
	readonly wall: number;
	/** megabytes, every ten seconds */
	readonly memory: readonly number[];
}

interface Crowd {
	/** milliseconds of each answer, by what was asked */
	readonly met: Readonly<Record<string, readonly number[]>>;
	readonly faults: readonly string[];
}

async function freePort(): Promise<number> {
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const { port } = probe.address() as AddressInfo;
	probe.close();
	await once(probe, 'close');
	return port;
}

async function whenOpen(url: string, server: ChildProcess): Promise<void> {
	for (let tries = 0; tries < 1200; tries += 1) {
		if (server.exitCode !== null) throw new Error('the server ended');
		if ((await fetch(`${url}/healthz`).catch(() => null))?.ok) return;
		await wait(50);
	}
	throw new Error('the server did not open');
}

/** What was watched since it was asked last. */
async function readWatch(server: ChildProcess, file: string): Promise<Watched> {
	rmSync(file, { force: true });
	server.kill('SIGUSR2');
	while (!existsSync(file)) await wait(20);
	return JSON.parse(readFileSync(file, 'utf8')) as Watched;
}

const crowd = promisify(execFile);
async function sendCrowd(url: string, seconds: number): Promise<Crowd> {
	const words = ['--import', loader, path('crowd.ts'), url, String(seconds)];
	const { stdout } = await crowd(process.execPath, words, { maxBuffer: 1 << 30 });
	return JSON.parse(stdout) as Crowd;
}

const at = (sorted: readonly number[], share: number) =>
	sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
const middle = (values: readonly number[]) =>
	at(
		values.toSorted((a, b) => a - b),
		0.5
	);

function tellCrowd({ met, faults }: Crowd): void {
	for (const [kind, times] of Object.entries(met)) {
		const sorted = times.toSorted((a, b) => a - b);
		const ms = (share: number) => `${at(sorted, share).toFixed(0)} ms`;
		console.log(
			`  ${kind.padEnd(15)} ${String(sorted.length).padStart(6)} answers, half ${ms(0.5)}, p99 ${ms(0.99)}, longest ${ms(1)}`
		);
	}
	for (const fault of faults.slice(0, 10)) console.log(`  FAULT ${fault}`);
}

/** Whether memory has come to rest: too short a run has no quarters to compare. */
function isFlat(memory: readonly number[]): boolean {
	const quarter = Math.floor(memory.length / 4);
	const [early, late] = [memory.slice(quarter, 2 * quarter), memory.slice(-quarter)].map(middle);
	console.log(
		`  memory: ${memory[0] ?? 0} MB at first, ${early ?? 0} MB in the second quarter, ${late ?? 0} MB in the last, at most ${Math.max(...memory)} MB`
	);
	return (late ?? 0) <= (early ?? 0) * (1 + BOUNDS.gain) + BOUNDS.more;
}

/** Says what it measured; whether every bound was held. */
export async function measureLoad(seconds = 60): Promise<boolean> {
	if (!existsSync(join(root, 'build/index.js'))) throw new Error('no build/index.js: run npm run build first');
	const folder = mkdtempSync(join(tmpdir(), 'watphon-load-'));
	const watched = join(folder, 'watched.json');
	const port = await freePort();
	const url = `http://localhost:${port}`;
	const env = {
		...process.env,
		KPI_STORE: join(folder, 'store'),
		PORT: String(port),
		ORIGIN: url,
		WATCH_LOOP: watched
	};
	execFileSync(process.execPath, [...kpi, 'import', join(root, 'data/demo')], { env, stdio: 'ignore' });
	const server = spawn(process.execPath, ['--import', path('watch-loop.js'), ...kpi, 'serve'], {
		env,
		stdio: 'ignore'
	});
	const ended = once(server, 'close');
	try {
		await whenOpen(url, server);
		// what every page does once after the start (its code is loaded, letters are read and proved) is not the load
		await sendCrowd(url, 5);
		await readWatch(server, watched);
		const told = await sendCrowd(url, seconds);
		const { work, wall, over, looks, memory } = await readWatch(server, watched);
		console.log(`\n100 people read, 10 send files, 2 print books, for ${seconds} s`);
		tellCrowd(told);
		console.log(`  no fault: ${told.faults.length === 0 ? 'holds' : `MISSED ${told.faults.length}`}`);
		const held = work <= BOUNDS.work;
		console.log(
			`  event loop held by work at most ${work.toFixed(0)} ms (${over} of ${looks} looks over ${BOUNDS.work}; on the clock ${wall.toFixed(0)} ms); ≤ ${BOUNDS.work}: ${held ? 'holds' : 'MISSED'}`
		);
		const flat = isFlat(memory);
		console.log(`  memory at rest: ${flat ? 'holds' : 'MISSED'}`);
		return held && flat && told.faults.length === 0;
	} finally {
		server.kill('SIGTERM');
		await ended;
		rmSync(folder, { recursive: true, force: true });
	}
}
