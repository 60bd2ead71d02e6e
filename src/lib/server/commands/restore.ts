import { resolve } from 'node:path';
import { bangkokTime } from '../clock.ts';
import { checkBackup, findBackup, restoreBackup } from '../backup/restore.ts';
import { storeDirectory } from '../root.ts';
import { backupWords } from '../backup/sentences.ts';
import type { Command, Desk, Words } from './command.ts';

/** Not done through a running server, nor in an open store: what is there may be what is damaged. */
export const restore: Command = {
	name: 'restore',
	usage: 'restore <แฟ้มหรือโฟลเดอร์> [--aside] [--check] [--json]',
	least: 1,
	most: 1,
	flags: ['aside', 'check'],
	json: true,
	needs: 'nothing',
	async run(words, desk) {
		const [named = ''] = words.names;
		const { file, others } = await findBackup(resolve(desk.cwd, named));
		if (others !== null) desk.remark(backupWords.newestOf(file, others));
		await (words.flags.includes('check') ? look(file, words, desk) : bring(file, words, desk));
		return 0;
	}
};

async function look(file: string, { json }: Words, desk: Desk): Promise<void> {
	const checked = await checkBackup(file);
	const { made_at, version, head } = checked;
	if (json) desk.print(JSON.stringify(checked, null, '\t') + '\n');
	else desk.print(`${backupWords.whole(file, made_at, version)}\n${backupWords.head(head.n, head.hash)}\n`);
}

async function bring(file: string, { flags, json }: Words, desk: Desk): Promise<void> {
	const wish = { aside: flags.includes('aside'), at: bangkokTime(new Date()) };
	const restored = await restoreBackup(file, storeDirectory(), wish);
	const { store, lines, kept, submissions, made_at, version, head, put_aside } = restored;
	desk.tell(restored.problems);
	if (json) {
		desk.print(JSON.stringify(restored, null, '\t') + '\n');
		return;
	}
	const said = [
		backupWords.whole(file, made_at, version),
		backupWords.restored(store, lines, kept, submissions),
		backupWords.head(head.n, head.hash),
		...(put_aside === null ? [] : [backupWords.putAside(put_aside)])
	];
	desk.print(said.join('\n') + '\n');
}
