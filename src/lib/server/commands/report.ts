import { resolve } from 'node:path';
import { wrongUse } from '../refusal.ts';
import { refuseUnknownRound } from '../round-named.ts';
import { say } from '../sentences.ts';
import type { Command } from './command.ts';

const usage = 'report memo --round รอบ [--digits thai|arabic] --out แฟ้ม.pdf';

export const report: Command = {
	name: 'report',
	usage,
	least: 1,
	most: 1,
	options: ['round', 'digits', 'out'],
	needs: 'store',
	async run(words, desk, app) {
		const [kind = ''] = words.names;
		if (kind !== 'memo') throw wrongUse(say.noSuchReport(kind));
		const { round, out, digits = 'thai' } = words.options;
		if (round === undefined || out === undefined) throw wrongUse(say.usage(usage));
		if (digits !== 'thai' && digits !== 'arabic') throw wrongUse(say.digitsWrong(digits));
		if ((await app.round(round)) === null) refuseUnknownRound(round);
		await desk.write(resolve(desk.cwd, out), await app.memo(round, digits));
		desk.print(say.wrote(out) + '\n');
		return 0;
	}
};
