import { resolve } from 'node:path';
import { isError } from '../../submission/outcome.ts';
import { wrongUse } from '../refusal.ts';
import { readHead, writeHead } from '../store/heads.ts';
import { verifyWords } from '../store/sentences-verify.ts';
import { verifyStore, verifyUnopened, type Verified } from '../store/verify.ts';
import type { Compared } from '../store/verify-heads.ts';
import { verifyEdition } from './verify-edition.ts';
import type { Command, Desk, Exit, Words } from './command.ts';

/** What the words bring to compare with; refuses a head that is none. */
function readCompared({ every, options }: Words, desk: Desk): Compared {
	const heads = (every['head'] ?? []).map((written) => {
		const head = readHead(written);
		if (head === null) throw wrongUse(verifyWords.headShape(written));
		return head;
	});
	const { against } = options;
	return { heads, backups: against === undefined ? null : resolve(desk.cwd, against) };
}

/** The last line says how far the journal was read, whatever was found. */
function tell({ problems, lines, files, head, compared }: Verified, words: Words, desk: Desk): Exit {
	desk.tell(problems);
	const broken = problems.filter(isError).length;
	const last = writeHead(head);
	if (words.json) desk.print(JSON.stringify({ lines, files, head, problems }, null, '\t') + '\n');
	else if (broken > 0) desk.remark(verifyWords.broken(broken, lines, files, last));
	else {
		if (compared > 0) desk.print(verifyWords.headsHeld(compared) + '\n');
		desk.print(verifyWords.verified(lines, files, last) + '\n');
	}
	return broken > 0 ? 1 : 0;
}

export const verify: Command = {
	name: 'verify',
	usage: 'verify [รหัส หรือ แฟ้ม.pdf] [--head บรรทัด:รหัส] [--against โฟลเดอร์] [--json]',
	least: 0,
	most: 1,
	options: ['head', 'against'],
	json: true,
	needs: 'store',
	async run(words, desk, app) {
		const [named] = words.names;
		if (named !== undefined) return await verifyEdition(named, words, desk, app);
		const compared = readCompared(words, desk);
		const began = performance.now();
		const verified = await app.withStore((store) => verifyStore(store, compared));
		await app.running.note(verified, desk.who, Math.round(performance.now() - began) / 1000);
		return tell(verified, words, desk);
	},
	async unopened(words, desk, store, refused) {
		return tell(await verifyUnopened(store, refused, readCompared(words, desk)), words, desk);
	}
};
