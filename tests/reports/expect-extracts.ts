// Holds that what is printed can be copied and searched: every text comes back from three viewers, letter for letter.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { readPages, withoutSpaces } from './read-pdf.ts';

/** Runs a program of Debian's; says which package has it when it is not there. */
export function runTool(program: string, debian: string, words: readonly string[]): string {
	try {
		return execFileSync(program, words, { stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 28 }).toString('utf8');
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
			throw new Error(`${program} is missing. Install it (Debian: apt-get install ${debian}).`, { cause: error });
		throw error;
	}
}

export function withFile<Answer>(bytes: Uint8Array, use: (path: string) => Answer): Answer {
	const folder = mkdtempSync(join(tmpdir(), 'watphon-pdf-'));
	try {
		const path = join(folder, 'document.pdf');
		writeFileSync(path, bytes);
		return use(path);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** The pages as each viewer reads them, in the order of drawing; without spaces unless `tidy` is another. */
export async function readEverywhere(
	bytes: Uint8Array,
	tidy: (page: string) => string = withoutSpaces
): Promise<Readonly<Record<string, readonly string[]>>> {
	const pages = (text: string) => text.split('\f').slice(0, -1).map(tidy);
	const [poppler, mupdf] = withFile(bytes, (path) => [
		pages(runTool('pdftotext', 'poppler-utils', ['-raw', '-enc', 'UTF-8', path, '-'])),
		pages(runTool('mutool', 'mupdf-tools', ['draw', '-q', '-F', 'txt', path]))
	]);
	return { poppler: poppler ?? [], mupdf: mupdf ?? [], 'pdf.js': (await readPages(bytes)).map(tidy) };
}

/** A paragraph may go on over the next page. */
function isFound(text: string, pages: readonly string[], from = 0): boolean {
	if (pages.slice(from).some((page) => page.includes(text))) return true;
	for (let nth = from; nth < pages.length - 1; nth++) {
		for (let cut = text.length - 1; cut > 0; cut--) {
			if (pages[nth]?.includes(text.slice(0, cut)) === true) {
				if (isFound(text.slice(cut), pages, nth + 1)) return true;
				break;
			}
		}
	}
	return false;
}

/** Every text comes back from poppler, mupdf and pdf.js as it was given, but for spaces. */
export async function expectExtracts(bytes: Uint8Array, texts: readonly string[]): Promise<void> {
	const wanted = [...new Set(texts.map(withoutSpaces))].filter((text) => text !== '');
	expect(wanted.length).toBeGreaterThan(0);
	for (const [viewer, pages] of Object.entries(await readEverywhere(bytes))) {
		expect({ viewer, lost: wanted.filter((text) => !isFound(text, pages)) }).toEqual({ viewer, lost: [] });
		expect(pages.join(''), `${viewer} reads signs that are none`).not.toMatch(/[\ufffd\ue000-\uf8ff]/);
	}
}
