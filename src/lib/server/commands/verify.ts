import { say } from '../sentences.ts';
import { verifyStore } from '../store/verify.ts';
import type { Command } from './command.ts';

export const verify: Command = {
	name: 'verify',
	usage: 'verify [--json]',
	least: 0,
	most: 0,
	json: true,
	needs: 'store',
	async run(words, desk, app) {
		const { problems, lines, files } = await app.withStore(verifyStore);
		desk.tell(problems);
		const broken = problems.some((problem) => problem.severity === 'error');
		if (words.json) desk.print(JSON.stringify({ lines, files, problems }, null, '\t') + '\n');
		else if (!broken) desk.print(say.verified(lines, files) + '\n');
		return broken ? 1 : 0;
	}
};
