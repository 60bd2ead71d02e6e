// Run by a packed program's own Node where there is no network: opens the pages, asks for one and for a document, and has commands
// done beside the server and after it. Prints as JSON what came of it.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

const [folder = '', store = '', port = '4000'] = process.argv.slice(2);
const watphon = join(folder, 'watphon');
const run = promisify(execFile);
const env = { ...process.env, KPI_STORE: store, PORT: port };
const url = `http://localhost:${port}`;

const askOutside = async (address: string): Promise<string> => {
	try {
		return String((await fetch(address, { signal: AbortSignal.timeout(5000) })).status);
	} catch (error) {
		return (error as Error).name;
	}
};
const said: Record<string, unknown> = {
	outside: [await askOutside('http://192.0.2.1/'), await askOutside('https://registry.npmjs.org/')]
};

const server = spawn(watphon, ['start'], { env, stdio: ['ignore', 'ignore', 'pipe'] });
const closed = once(server, 'close') as Promise<[number | null]>;
let told = '';
server.stderr.on('data', (data: Buffer) => (told += data.toString('utf8')));
try {
	for (let tries = 0; tries < 4000 && server.exitCode === null; tries += 1) {
		if ((await fetch(`${url}/healthz`).catch(() => null))?.ok) break;
		await wait(50);
	}
	if (server.exitCode !== null) throw new Error(`it did not open: ${told}`);
	const page = await fetch(`${url}/khon-kaen/2565-2`);
	said.page = [page.status, (await page.text()).includes('ขอนแก่น')];
	const memo = await fetch(`${url}/khon-kaen/2565-2/reports/memo.pdf`, { headers: { accept: 'application/pdf' } });
	said.memo = [
		memo.status,
		Buffer.from(await memo.arrayBuffer())
			.subarray(0, 5)
			.toString('latin1')
	];
	const file = 'district,section,indicator,input,value\n4001,team,2,plan_achievement_pct,77\n';
	const headers = { origin: url, 'content-type': 'text/csv', 'x-file-name': 'a.csv' };
	const sent = await fetch(`${url}/api/khon-kaen/2565-2/submissions`, { method: 'POST', headers, body: file });
	said.sent = sent.status;
	const ranked = await run(watphon, ['kpi', 'rank', 'khon-kaen/2565-2', '--json'], { env, maxBuffer: 1e8 });
	said.beside = (JSON.parse(ranked.stdout) as { readonly sections: readonly unknown[] }).sections.length;
} finally {
	server.kill('SIGTERM');
	said.exit = (await closed)[0];
}
await run(watphon, ['verify'], { env });
said.verified = true;
console.log(JSON.stringify(said));
