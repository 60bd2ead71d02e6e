import { resolve } from 'node:path';
import { gatherBackup } from '../backup/contents.ts';
import { writeBackup, type WrittenBackup } from '../backup/write.ts';
import { bangkokTime } from '../clock.ts';
import { programVersion } from '../backup/program-version.ts';
import { backupWords } from '../backup/sentences.ts';
import type { App } from '../app.ts';
import { atTerminal } from '../people/visitor.ts';
import { warningAbout } from '../refusal.ts';
import { runningWords } from '../running/sentences.ts';
import type { Command, Desk } from './command.ts';

/** The file is what matters: that it was made can also be seen by looking at it. */
async function journalIt(written: WrittenBackup, desk: Desk, app: App): Promise<void> {
	try {
		await app.running.recordBackup(written, atTerminal(desk.who));
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		desk.tell([warningAbout('journal.jsonl', 'backup_unwritten', runningWords.backupUnwritten(why))]);
	}
}

export const backup: Command = {
	name: 'backup',
	usage: 'backup <โฟลเดอร์> [--json]',
	least: 1,
	most: 1,
	json: true,
	needs: 'store',
	async run(words, desk, app) {
		const [folder = ''] = words.names;
		// Only what may change is read in turn: files are copied while others go on with their work.
		const contents = await app.withStore(gatherBackup);
		const written = await writeBackup(resolve(desk.cwd, folder), contents, {
			at: bangkokTime(new Date()),
			version: programVersion(),
			signal: desk.signal
		});
		await journalIt(written, desk, app);
		const { file, bytes, files, head } = written;
		if (words.json) desk.print(JSON.stringify(written, null, '\t') + '\n');
		else
			desk.print(
				`${backupWords.written(file, bytes, files)}\n${backupWords.head(head.n, head.hash)}\n${backupWords.howToRestore(file)}\n`
			);
		return 0;
	}
};
