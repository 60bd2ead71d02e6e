// npm run pack: one archive that installs and starts with no network at all. `-- FOLDER` says where it is put.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { pipeline } from 'node:stream/promises';
import { programVersion } from './lib/server/backup/program-version.ts';
import { layOut, platform } from './lib/server/packing/lay-out.ts';
import { projectRoot } from './lib/server/root.ts';

/** The same program packed twice is the same archive: no file is younger than this. */
const moment = '2026-01-01 00:00Z';

const stands = process.env.INIT_CWD ?? process.cwd();
const name = `watphon-${programVersion()}-${platform}`;
const archive = join(resolve(stands, process.argv[2] ?? '.'), `${name}.tar.gz`);
// beside the sources, where what is brought along needs no copying
const folder = await mkdtemp(join(projectRoot, 'node_modules', '.pack-'));
try {
	await layOut(projectRoot, join(folder, name));
	const words = [
		'--sort=name',
		'--owner=0',
		'--group=0',
		'--numeric-owner',
		`--mtime=${moment}`,
		'--mode=u+rwX,go+rX,go-w'
	];
	execFileSync('tar', ['-czf', archive, ...words, '--hard-dereference', '-C', folder, name], { stdio: 'inherit' });
} finally {
	await rm(folder, { recursive: true, force: true });
}
const hash = createHash('sha256');
await pipeline(createReadStream(archive), hash);
const { size } = await stat(archive);
console.log(`${archive}\n${Math.round(size / 1024 / 1024)} MB, SHA-256 ${hash.digest('hex')}`);
