// The office's settings and the files beside them, against what the journal says of them. They may be edited by hand, so a
// change is told, not forbidden; what can no longer be read is an error.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../../submission/entry.ts';
import type { JournalLine } from './acts.ts';
import { sha256 } from './durable.ts';
import { readOffice } from '../office/office.ts';
import { readOwnFonts } from '../office/office-files.ts';
import { Refusal, warningAbout } from '../refusal.ts';
import { backupWords } from '../backup/sentences.ts';

async function hashOf(path: string): Promise<string | null> {
	try {
		return sha256(await readFile(path));
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
		throw error;
	}
}

/** All that keeps documents from being printed with the settings there are. */
async function findUnreadable(store: string): Promise<readonly Problem[]> {
	const problems = new Map<string, Problem>();
	for (const read of [readOffice, readOwnFonts]) {
		try {
			await read(store);
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			for (const problem of error.problems) problems.set(problem.message, problem);
		}
	}
	return [...problems.values()];
}

/** What differs from the settings saved last through the program, file by file. */
export async function checkOfficeFiles(store: string, lines: readonly JournalLine[]): Promise<readonly Problem[]> {
	const problems = [...(await findUnreadable(store))];
	const saved = lines.findLast((line) => line.act === 'office');
	if (saved?.act !== 'office') return problems;
	const { sha256: settings, beside = [] } = saved.what;
	const files = [
		{ file: 'office.yaml', hash: settings },
		...beside.map(({ file, sha256: hash }) => ({ file: `office/${file}`, hash }))
	];
	for (const { file, hash } of files) {
		const found = await hashOf(join(store, ...file.split('/')));
		if (found === null) problems.push(warningAbout(file, 'office_missing', backupWords.officeMissing(file)));
		else if (found !== hash) problems.push(warningAbout(file, 'office_altered', backupWords.officeAltered(file)));
	}
	return problems;
}
