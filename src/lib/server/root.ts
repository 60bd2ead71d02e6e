import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

function isRoot(folder: string): boolean {
	const file = join(folder, 'package.json');
	if (!existsSync(file)) return false;
	const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
	return typeof parsed === 'object' && parsed !== null && 'name' in parsed && parsed.name === 'watphon';
}

function findRoot(): string {
	// The code runs from source and, bundled, from somewhere below build/: both lie under the project.
	let folder = dirname(fileURLToPath(import.meta.url));
	for (;;) {
		if (isRoot(folder)) return folder;
		const above = dirname(folder);
		if (above === folder) return process.cwd();
		folder = above;
	}
}

/** The project's folder: where data/ lies. */
export const projectRoot = findRoot();

/** The store's directory: KPI_STORE, or data/store of the project. */
export function storeDirectory(): string {
	const set = process.env.KPI_STORE;
	return set === undefined || set === '' ? join(projectRoot, 'data', 'store') : resolve(set);
}
