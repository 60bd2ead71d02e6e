// Whose work comes along, and under what terms: every package by name, with the texts it brings.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Package } from './find-packages.ts';

const isNotice = (name: string) => /^(licen[cs]e|notice|copying|copyright|ofl)([.-].*)?$/i.test(name);

/** One text; a package that brings none is named with what it says of itself. */
export function writeNotices(root: string, packages: readonly Package[]): string {
	const texts = packages.map(({ name, version, license, folder }) => {
		const files = readdirSync(join(root, folder)).filter(isNotice).sort();
		const told = files.map((file) => readFileSync(join(root, folder, file), 'utf8').trim());
		return [`${name} ${version} (${license})`, ...told].join('\n\n');
	});
	const line = `\n\n${'-'.repeat(78)}\n\n`;
	return ['watphon comes with these works of others, under their own terms.', ...texts].join(line) + '\n';
}
