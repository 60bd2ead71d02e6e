// What was put aside when the office began with real results is a store of its own, and is proved as one.
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../../submission/entry.ts';
import type { JournalLine } from './acts.ts';
import { journalFile } from './journal.ts';
import { findJournalDamage } from './journal-damage.ts';
import { warningAbout } from '../refusal.ts';
import { checkKept } from './replay.ts';
import { verifyWords } from './sentences-verify.ts';

export interface AsideProved {
	readonly problems: readonly Problem[];
	/** the journals put aside, each with its lines */
	readonly journals: readonly (readonly JournalLine[])[];
}

async function listFolders(store: string): Promise<readonly string[]> {
	const folder = join(store, 'aside');
	if (!existsSync(folder)) return [];
	const found = await readdir(folder, { withFileTypes: true });
	return found
		.filter((one) => one.isDirectory())
		.map(({ name }) => `aside/${name}`)
		.sort();
}

export async function proveAside(store: string, lines: readonly JournalLine[]): Promise<AsideProved> {
	const folders = await listFolders(store);
	const problems: Problem[] = lines.flatMap((line) =>
		line.act !== 'start-clean' || folders.includes(line.what.put_aside)
			? []
			: [warningAbout(line.what.put_aside, 'aside_gone', verifyWords.asideGone(line.what.put_aside))]
	);
	const journals: (readonly JournalLine[])[] = [];
	for (const folder of folders) {
		const path = join(store, ...folder.split('/'));
		if (!existsSync(journalFile(path))) continue;
		const damage = findJournalDamage(await readFile(journalFile(path)));
		journals.push(damage.lines);
		const found = [...damage.problems, ...(await checkKept(path, damage.lines))];
		problems.push(
			...found.map((one) => ({
				...one,
				at: { ...one.at, file: `${folder}/${one.at.file}` },
				message: verifyWords.asideProblem(folder, one.message)
			}))
		);
	}
	return { problems, journals };
}
