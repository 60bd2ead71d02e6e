import { gatherFiles } from '../gather-files.ts';
import { say } from '../sentences.ts';
import type { Command } from './command.ts';

export const importResults: Command = {
	name: 'import',
	usage: 'import <แฟ้มหรือโฟลเดอร์…> [--round รอบ] [--sender ผู้ส่ง] [--json]',
	least: 1,
	most: Infinity,
	options: ['round', 'sender'],
	json: true,
	needs: 'store',
	async run(words, desk, app) {
		const { round = null, sender = null } = words.options;
		const gathered = await gatherFiles(words.names, desk.cwd, { round, sender });
		const result = await app.importArriving(gathered.files, { who: desk.who, demo: gathered.demo });
		const problems = [...gathered.problems, ...result.problems];
		desk.tell(problems);
		if (words.json) desk.print(JSON.stringify({ ...result, problems }, null, '\t') + '\n');
		if (!result.accepted) {
			const errors = problems.filter((problem) => problem.severity === 'error').length;
			desk.remark(say.nothingStored(errors));
			return 1;
		}
		if (!words.json) {
			for (const one of result.receipts) {
				const districts = one.districts.length;
				desk.print(say.accepted(one.number, one.file, one.entries, districts, one.late) + '\n');
			}
		}
		return 0;
	}
};
