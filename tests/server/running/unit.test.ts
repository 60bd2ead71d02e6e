import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { boundMemory, writeUnit, type UnitWish } from '../../../src/lib/server/running/unit.ts';
import { withFolder } from '../with-store.ts';

const wish: UnitWish = {
	root: '/opt/วัดผล 100%',
	node: process.execPath,
	store: '/srv/watphon/store',
	user: 'watphon',
	settings: { PORT: '80', ORIGIN: 'https://watphon.example' },
	memory: 4 * 1024 ** 3
};
const settingsOf = (unit: string, name: string) =>
	unit.split('\n').flatMap((line) => (line.startsWith(`${name}=`) ? [line.slice(name.length + 1)] : []));

test('the unit names this installation, and writes to its store alone', () => {
	const unit = writeUnit(wish);
	expect(settingsOf(unit, 'ExecStart')).toEqual([
		`"${process.execPath}" "--import" "/opt/วัดผล 100%%/src/load-text.js" "/opt/วัดผล 100%%/src/kpi.ts" "serve"`
	]);
	expect(settingsOf(unit, 'WorkingDirectory')).toEqual(['/opt/วัดผล 100%%']);
	expect(settingsOf(unit, 'ReadWritePaths')).toEqual(['"/srv/watphon/store"']);
	expect(settingsOf(unit, 'Environment')).toEqual([
		'"LOG=json"',
		'"PORT=80"',
		'"ORIGIN=https://watphon.example"',
		'"KPI_STORE=/srv/watphon/store"',
		'"NODE_ENV=production"'
	]);
	expect(settingsOf(unit, 'MemoryMax')).toEqual(['2G']);
});

test('only a port of the system needs a right of its own, and only what lies at home is looked for there', () => {
	expect(settingsOf(writeUnit(wish), 'AmbientCapabilities')).toEqual(['CAP_NET_BIND_SERVICE']);
	expect(settingsOf(writeUnit({ ...wish, settings: {} }), 'AmbientCapabilities')).toEqual(['']);
	expect(settingsOf(writeUnit(wish), 'ProtectHome')).toEqual([
		/^\/(?:home|root)\//.test(process.execPath) ? 'read-only' : 'true'
	]);
	expect(settingsOf(writeUnit({ ...wish, store: '/home/office/store' }), 'ProtectHome')).toEqual(['read-only']);
});

test.each([
	[1, '1G'],
	[4, '2G'],
	[64, '8G']
])('of a machine of %i GB it takes %s at most', (gigabytes, most) => {
	expect(boundMemory(gigabytes * 1024 ** 3)).toBe(most);
});

test('every line of it is a setting, and systemd itself, where it is, has nothing to say of any', async () => {
	const sections = ['[Unit]', '[Service]', '[Install]'];
	const lines = writeUnit(wish).split('\n');
	const strange = lines.filter((line) => !/^(?:|#.*|\[\w+\]|[A-Z]\w+=.*)$/.test(line));
	expect(strange).toEqual([]);
	expect(lines.filter((line) => line.startsWith('['))).toEqual(sections);
	await withFolder(async (folder) => {
		const root = join(folder, 'a b');
		await mkdir(root);
		const file = join(folder, 'watphon.service');
		await writeFile(file, writeUnit({ ...wish, root, user: 'root' }));
		const { error, status, stderr } = spawnSync('systemd-analyze', ['verify', file], { encoding: 'utf8' });
		if (error === undefined) expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
	});
});
