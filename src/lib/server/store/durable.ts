// Writing so that what was acknowledged survives the power going off: file, then its folder, are flushed before anything is said.
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';

export function sha256(data: Uint8Array | string): string {
	return createHash('sha256').update(data).digest('hex');
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
	} finally {
		await handle.close();
	}
	await rename(temporary, path);
	await syncFolder(dirname(path));
}
