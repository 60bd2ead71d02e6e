import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of a test file's own, for what all its tests share. */
export function makeFolder(): { readonly path: string; remove(): void } {
	const path = mkdtempSync(join(tmpdir(), 'watphon-'));
	return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
