// What a store takes of its disk, part by part, and what is left there.
import { readdir, stat, statfs } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { StorePart } from './sentences.ts';

export interface PartSize {
	readonly part: StorePart;
	readonly bytes: number;
	readonly files: number;
}

export interface StoreSize {
	/** the largest first; parts that are not there are left out */
	readonly parts: readonly PartSize[];
	readonly bytes: number;
	/** bytes that this process may still write */
	readonly free: number;
	/** bytes of the whole disk */
	readonly disk: number;
}

/** By the beginning of what lies in the store's folder, the longest first where one begins another. */
const starts: readonly (readonly [string, StorePart])[] = [
	['archive', 'archive'],
	['journal', 'journal'],
	['watphon.duckdb', 'database'],
	['waiting', 'waiting'],
	['drafts', 'drafts'],
	['office', 'office'],
	['people', 'people'],
	['oidc.yaml', 'people'],
	['aside', 'aside'],
	['before-restore', 'before-restore'],
	['log', 'log']
];

const partOf = (name: string): StorePart => starts.find(([start]) => name.startsWith(start))?.[1] ?? 'rest';

/** What is gone between being listed and being looked at weighs nothing. */
async function sizeOf(path: string): Promise<number> {
	try {
		return (await stat(path)).size;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
		throw error;
	}
}

/** Files looked at side by side. */
const atOnce = 64;

export async function measureStore(store: string): Promise<StoreSize> {
	const found = await readdir(store, { recursive: true, withFileTypes: true });
	const files = found.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
	const parts = new Map<StorePart, { bytes: number; files: number }>();
	for (let at = 0; at < files.length; at += atOnce) {
		const some = files.slice(at, at + atOnce);
		const sizes = await Promise.all(some.map(sizeOf));
		for (const [nth, path] of some.entries()) {
			const [first = ''] = relative(store, path).split(sep);
			const before = parts.get(partOf(first)) ?? { bytes: 0, files: 0 };
			parts.set(partOf(first), { bytes: before.bytes + (sizes[nth] ?? 0), files: before.files + 1 });
		}
	}
	const { bavail, blocks, bsize } = await statfs(store);
	const sorted = [...parts].map(([part, size]) => ({ part, ...size })).sort((a, b) => b.bytes - a.bytes);
	return {
		parts: sorted,
		bytes: sorted.reduce((sum, { bytes }) => sum + bytes, 0),
		free: bavail * bsize,
		disk: blocks * bsize
	};
}
