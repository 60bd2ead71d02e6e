// The journal beside heads that were seen of it elsewhere: a chain written anew follows well enough, but not what is on paper.
import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Problem } from '../../submission/entry.ts';
import { backupName, openBackup, readBackupFile } from '../backup/read.ts';
import { backupWords } from '../backup/sentences.ts';
import { errorAbout, Refusal, warningAbout, wrongUse } from '../refusal.ts';
import type { JournalLine } from './acts.ts';
import { findHeadTrouble, holdsHead, type SeenHead } from './heads.ts';
import { parseJournal, type Head } from './journal.ts';
import { verifyWords } from './sentences-verify.ts';

/** What somebody brings to compare with. */
export interface Compared {
	/** written down or printed */
	readonly heads: readonly Head[];
	/** a backup or a folder of them; null where none is brought */
	readonly backups: string | null;
}
export const nothingToCompare: Compared = { heads: [], backups: null };

type Lines = readonly Pick<JournalLine, 'n' | 'hash'>[];

/** Backups at a path, the oldest first. Refuses a path without any. */
async function listBackups(path: string): Promise<readonly string[]> {
	if (!existsSync(path)) throw wrongUse(backupWords.noBackup(path));
	if (!(await stat(path)).isDirectory()) return [path];
	const names = (await readdir(path)).filter((name) => backupName.test(name)).sort();
	if (names.length === 0) throw wrongUse(backupWords.noneIn(path));
	return names.map((name) => join(path, name));
}

/** The first line that differs from those of a backup; null where the backup cannot say. */
function firstOther(lines: Lines, before: Lines): number | null {
	const at = before.findIndex(({ hash }, nth) => lines[nth]?.hash !== hash);
	return at < 0 || at >= lines.length ? null : at + 1;
}

async function compareBackup(file: string, lines: Lines, older: readonly Lines[]): Promise<readonly Problem[]> {
	const from = verifyWords.fromBackup(basename(file));
	try {
		const backup = await openBackup(file);
		try {
			const { head } = backup.manifest;
			if ([lines, ...older].some((one) => holdsHead(one, head))) return [];
			const journal = parseJournal(await readBackupFile(backup, 'journal.jsonl'));
			const first = firstOther(lines, journal.lines);
			if (first !== null)
				return [errorAbout('journal.jsonl', 'journal_rewritten', verifyWords.differsFrom(from, head.n, first), first)];
			const trouble = findHeadTrouble(lines, older, { ...head, from });
			return trouble === null ? [] : [trouble];
		} finally {
			await backup.handle.close();
		}
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		const why = error.problems.map(({ message }) => message).join(' ');
		return [warningAbout(basename(file), 'backup_unreadable', verifyWords.backupUnreadable(basename(file), why))];
	}
}

export interface HeadsCompared {
	readonly problems: readonly Problem[];
	/** how many were compared */
	readonly heads: number;
}

/** `older`: journals that were put aside since, whose heads are no sign of anything. */
export async function compareHeads(
	lines: Lines,
	older: readonly Lines[],
	{ heads, backups }: Compared,
	seen: readonly SeenHead[]
): Promise<HeadsCompared> {
	const files = backups === null ? [] : await listBackups(backups);
	const problems: Problem[] = [];
	for (const head of [...heads.map((one) => ({ ...one, from: verifyWords.fromPaper })), ...seen]) {
		const trouble = findHeadTrouble(lines, older, head);
		if (trouble !== null) problems.push(trouble);
	}
	for (const file of files) problems.push(...(await compareBackup(file, lines, older)));
	return { problems, heads: heads.length + files.length };
}
