import { resolve } from 'node:path';
import { gatherBackup } from '../backup/contents.ts';
import { writeBackup } from '../backup/write.ts';
import { bangkokTime } from '../clock.ts';
import { programVersion } from '../backup/program-version.ts';
import { backupWords } from '../backup/sentences.ts';
import type { Command } from './command.ts';

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
		const { file, bytes, files, head } = written;
		if (words.json) desk.print(JSON.stringify(written, null, '\t') + '\n');
		else
			desk.print(
				`${backupWords.written(file, bytes, files)}\n${backupWords.head(head.n, head.hash)}\n${backupWords.howToRestore(file)}\n`
			);
		return 0;
	}
};
