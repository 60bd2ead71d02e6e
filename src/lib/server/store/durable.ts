// Writing so that what was acknowledged survives the power going off: file, then its folder, are flushed before anything is said.
import { createHash, randomUUID, webcrypto } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';

export function sha256(data: Uint8Array | string): string {
	return createHash('sha256').update(data).digest('hex');
}

/** Beside everything else, where there is much of it. */
export async function sha256Apart(data: Uint8Array): Promise<string> {
	if (data.length < 128 * 1024) return sha256(data);
	return Buffer.from(await webcrypto.subtle.digest('SHA-256', data)).toString('hex');
}

export async function syncFolder(folder: string): Promise<void> {
	// Windows cannot open a folder, and flushes its entries by itself.
	if (process.platform === 'win32') return;
	const handle = await open(folder, 'r');
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}

/** Makes a folder and flushes the chain of folders it was made in. */
export async function makeFolder(folder: string): Promise<void> {
	const first = await mkdir(folder, { recursive: true });
	if (first !== undefined) await syncFolder(dirname(first));
}

/** Puts bytes at a path at once: a reader sees the old file or the new one, never half of it. */
export async function writeWhole(path: string, data: Uint8Array | string, mode = 0o644): Promise<void> {
	const temporary = join(dirname(path), `.${randomUUID()}.part`);
	const handle = await open(temporary, 'wx', mode);
	try {
		await handle.writeFile(data);
		await handle.sync();
	} catch (error) {
		await handle.close();
		// on a full disk every block counts
		await rm(temporary, { force: true });
		throw error;
	}
	await handle.close();
	await rename(temporary, path);
	await syncFolder(dirname(path));
}

/** Takes away what writes that were cut off left in a folder; for who alone works in it. */
export async function sweepParts(folder: string): Promise<void> {
	if (!existsSync(folder)) return;
	for (const name of await readdir(folder))
		if (/^\.[0-9a-f-]{36}\.part$/.test(name)) await rm(join(folder, name), { force: true });
}
