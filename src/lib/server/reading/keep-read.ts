// Files once read are kept for a while: one is looked at before it is taken, and nobody wants to wait for it twice.
import type { FileRead } from './read-job.ts';

interface Kept {
	readonly read: Promise<FileRead | null>;
	/** entries it holds; 0 as long as it is being read */
	weight: number;
}

/** Entries kept at most, of all files together. */
const most = 60_000;

export interface KeptReads {
	/**
	 * `key`: all that the answer hangs on. Who asks while a file is being read waits for it with the others; what could not be
	 * read (null) is tried again
	 */
	find(key: readonly unknown[], read: () => Promise<FileRead | null>): Promise<FileRead | null>;
}

export function keepRead(): KeptReads {
	const kept = new Map<string, Kept>();

	function makeRoom(): void {
		let held = 0;
		for (const { weight } of kept.values()) held += weight;
		for (const [key, { weight }] of kept) {
			if (held <= most) return;
			if (weight === 0) continue;
			kept.delete(key);
			held -= weight;
		}
	}

	return {
		find(parts, read) {
			const key = JSON.stringify(parts);
			const found = kept.get(key);
			kept.delete(key);
			const mine = found ?? { read: read(), weight: 0 };
			kept.set(key, mine);
			if (found === undefined)
				mine.read.then(
					(done) => {
						// A file without any entry weighs something as well.
						if (done === null) kept.delete(key);
						else mine.weight = 100 + done.submission.entries.length;
						makeRoom();
					},
					() => kept.delete(key)
				);
			return mine.read;
		}
	};
}
