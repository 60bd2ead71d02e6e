// A server that is told to stop while it works: what it does is finished or refused, and it ends as one that was asked to.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeResults } from './results.ts';
import { addAccount, cookieHeader, kpi, signIn, theDirector } from './sign-in.ts';

const round = '/khon-kaen/2565-2';
let folder = '';
let environment: NodeJS.ProcessEnv = {};
let server: ChildProcess;
let url = '';
let said = '';

async function freePort(): Promise<number> {
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const { port } = probe.address() as AddressInfo;
	probe.close();
	await once(probe, 'close');
	return port;
}

async function run(...argv: readonly string[]): Promise<string> {
	const child = spawn(process.execPath, [...kpi, ...argv], { env: environment, stdio: ['ignore', 'pipe', 'ignore'] });
	let out = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
	const [exit] = (await once(child, 'close')) as [number | null];
	expect([argv[0], exit]).toEqual([argv[0], 0]);
	return out;
}

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'watphon-stop-'));
	const port = await freePort();
	url = `http://localhost:${port}`;
	said = '';
	environment = {
		...{ PATH: process.env.PATH, HOME: process.env.HOME, KPI_STORE: join(folder, 'store') },
		...{ PORT: String(port), LOG: 'json', LOG_REQUESTS: '1' }
	};
	const results = join(folder, 'results.csv');
	await writeFile(results, writeResults());
	await run('import', results, '--round', 'khon-kaen/2565-2');
	await addAccount(environment, theDirector);
	server = spawn(process.execPath, [...kpi, 'serve'], { env: environment, stdio: ['ignore', 'ignore', 'pipe'] });
	server.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
	for (let tries = 0; tries < 600 && !said.includes('"opened"'); tries++) await wait(50);
}, 120_000);
afterEach(async () => {
	if (server.exitCode === null) server.kill('SIGKILL');
	await rm(folder, { recursive: true, force: true });
});

const line = (percent: string) =>
	`district,section,indicator,input,value\n4007,team,2,plan_achievement_pct,${percent}\n`;

test(
	'prints and imports under way are finished or refused, and what was taken is kept',
	{ timeout: 120_000 },
	async () => {
		const session = cookieHeader(await signIn(url, theDirector.email));
		const headers = { cookie: session, origin: url };
		const print = fetch(`${url}${round}/reports/book.pdf`, { headers }).catch(() => null);
		const send = (percent: string) => {
			const form = new FormData();
			form.append('files', new Blob([line(percent)]), `ส่ง ${percent}.csv`);
			return fetch(`${url}/api${round}/submissions`, { method: 'POST', headers, body: form }).catch(() => null);
		};
		const imports = ['91', '92', '93'].map(send);
		await wait(150);
		const ended = once(server, 'exit') as Promise<[number | null, string | null]>;
		server.kill('SIGTERM');

		const answers = await Promise.all(
			imports.map(async (one) => {
				const answer = await one;
				return answer?.ok === true ? ((await answer.json()) as { readonly accepted: boolean }).accepted : false;
			})
		);
		const printed = await print;
		// a print that was cut off says so, and one that was finished is whole
		if (printed?.ok === true) expect((await printed.text()).trimEnd()).toMatch(/^%PDF[\s\S]*%%EOF$/);
		expect(await ended).toEqual([0, null]);
		expect(await fetch(url).catch(() => null)).toBeNull();

		const lines = (await readFile(join(folder, 'store', 'journal.jsonl'), 'utf8')).trimEnd().split('\n');
		expect(lines.length).toBeGreaterThanOrEqual(2 + answers.filter(Boolean).length);
		expect(await run('verify')).toContain('ตรวจแล้วถูกต้อง');
		const events = said
			.trimEnd()
			.split('\n')
			.map((text) => (JSON.parse(text) as { readonly event: string }).event);
		expect(events[0]).toBe('opened');
		expect(events).toContain('stopping');
		expect(events.at(-1)).toBe('closed');
		expect(events).not.toContain('fault');
		// nobody is named, and no file
		expect(said).not.toMatch(/ผู้ทดสอบ|ส่ง 91|office\.example/);
	}
);
