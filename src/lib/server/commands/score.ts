import type { Problem, Submission } from '../../submission/entry.ts';
import { readSubmission } from '../../submission/read.ts';
import { listUnanswered } from '../../submission/sentences/questions.ts';
import { openMemory } from '../store/database.ts';
import { gatherFiles } from '../imports/gather-files.ts';
import { letterNamed } from '../rounds/letters.ts';
import { findProvince, findProvinceNames } from '../places.ts';
import { scoreOnce } from '../scoring/score-once.ts';
import type { Command } from './command.ts';
import { scoreTables } from './score-tables.ts';

const isError = (problem: Problem) => problem.severity === 'error';

export const score: Command = {
	name: 'score',
	usage: 'score <ข้อตกลง> <แฟ้มผล…> [--json]',
	least: 2,
	most: Infinity,
	json: true,
	needs: 'nothing',
	async run(words, desk) {
		const [name = '', ...files] = words.names;
		const { agreement } = letterNamed(name, desk.cwd);
		const province = findProvince(agreement.province);
		const names = findProvinceNames(agreement.province);
		const gathered = await gatherFiles(files, desk.cwd, { round: null, sender: null });
		const read: Submission[] = [];
		for (const file of gathered.files) read.push(await readSubmission(file.bytes, file.name, agreement, names));
		const memory = await openMemory();
		try {
			const scored = await scoreOnce(memory.instance, agreement, inForce(read));
			const wrong = [
				...gathered.problems,
				...read.flatMap(({ problems, questions }) => [...problems, ...listUnanswered(questions)])
			];
			desk.tell([...wrong, ...scored.problems]);
			if (words.json) desk.print(JSON.stringify(scored.answer, null, '\t') + '\n');
			else desk.print(scoreTables(agreement, province, scored.answer));
			return wrong.some(isError) || scored.problems.length > 0 ? 1 : 0;
		} finally {
			memory.close();
		}
	}
};

/** Files are taken in the order given: what a later one says of the same input goes before. */
function inForce(read: readonly Submission[]) {
	const last = new Map(
		read
			.flatMap((one) => one.entries)
			.map((entry) => [`${entry.district}/${entry.section}/${entry.indicator}/${entry.input}`, entry])
	);
	return [...last.values()];
}
