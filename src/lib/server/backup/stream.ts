// Files of any size into a tar, a piece at a time, each hashed as it goes.
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import type { ListedFile } from './manifest.ts';
import { endBytes, paddingAfter, writeHead } from './tar.ts';
import { refuse } from '../refusal.ts';
import { backupWords } from './sentences.ts';

/** An archive on its way out. */
export interface Outgoing {
	readonly listed: readonly ListedFile[];
	/** Copies a file into it, as long as it is now; gives the SHA-256 of what was written. Refuses once the signal is aborted. */
	add(path: string, source: Uint8Array | FileHandle): Promise<string>;
	/** gives the SHA-256 of the archive itself */
	end(): Promise<string>;
}

const chunkBytes = 1024 * 1024;

async function* readChunks(source: Uint8Array | FileHandle): AsyncGenerator<Uint8Array> {
	if (source instanceof Uint8Array) {
		yield source;
		return;
	}
	const buffer = Buffer.alloc(chunkBytes);
	for (let at = 0; ;) {
		const { bytesRead } = await source.read(buffer, 0, chunkBytes, at);
		if (bytesRead === 0) return;
		yield buffer.subarray(0, bytesRead);
		at += bytesRead;
	}
}

/** Writes files one after the other below one folder. `at` is the time they carry, with offset. */
export function writeTar(
	handle: FileHandle,
	folder: string,
	{ at, signal }: { readonly at: string; readonly signal: AbortSignal }
): Outgoing {
	const listed: ListedFile[] = [];
	const modified = Math.floor(Date.parse(at) / 1000);
	const whole = createHash('sha256');
	const write = async (bytes: Uint8Array) => {
		whole.update(bytes);
		await handle.appendFile(bytes);
	};
	return {
		listed,
		async add(path, source) {
			const bytes = source instanceof Uint8Array ? source.byteLength : (await source.stat()).size;
			await write(writeHead({ path: `${folder}/${path}`, bytes, modified }));
			const hash = createHash('sha256');
			let written = 0;
			for await (const chunk of readChunks(source)) {
				if (signal.aborted) throw refuse('stopped', backupWords.stopped);
				// A file that grows meanwhile must not spill over what its head says.
				const fitting = chunk.subarray(0, bytes - written);
				hash.update(fitting);
				await write(fitting);
				written += fitting.byteLength;
			}
			await write(Buffer.alloc(bytes - written + paddingAfter(bytes)));
			const sha256 = hash.digest('hex');
			listed.push({ path, bytes, sha256 });
			return sha256;
		},
		async end() {
			await write(Buffer.alloc(endBytes));
			return whole.digest('hex');
		}
	};
}
