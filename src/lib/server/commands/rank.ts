import type { RoundView } from '../../ranking/round.ts';
import { rankAnswer } from '../rank-answer.ts';
import { refuseUnknownRound } from '../round-named.ts';
import { tableWords } from '../sentences.ts';
import type { Command } from './command.ts';
import { percentText, placeText } from './score-tables.ts';
import { textTable } from './text-table.ts';

function rankTables(view: RoundView): string {
	const { sections } = rankAnswer(view);
	const tables = view.agreement.sections.map((section) => {
		const head = [
			tableWords.place,
			tableWords.code,
			tableWords.district,
			tableWords.percent,
			tableWords.worst,
			tableWords.best,
			tableWords.waiting
		];
		const rows = sections
			.filter((line) => line.section === section.section)
			.map((line) => {
				const open = view.answer.scores.filter(
					(one) =>
						one.district === line.district &&
						one.section === line.section &&
						one.status !== 'scored' &&
						one.status !== 'not_applicable'
				);
				return [
					placeText(line),
					line.district,
					line.name,
					percentText(line.percent),
					percentText(line.percent_worst),
					percentText(line.percent_best),
					String(open.length)
				];
			});
		return `${section.title}\n${textTable([head, ...rows], [3, 4, 5, 6])}\n`;
	});
	return `${view.agreement.title} (${view.id})\n\n${tables.join('\n')}\n${tableWords.key.split('\n')[0] ?? ''}\n`;
}

export const rank: Command = {
	name: 'rank',
	usage: 'rank <รอบ> [--json]',
	least: 1,
	most: 1,
	json: true,
	needs: 'store',
	async run(words, desk, app) {
		const id = words.names[0] ?? '';
		const view = (await app.round(id)) ?? refuseUnknownRound(id);
		desk.print(words.json ? JSON.stringify(rankAnswer(view), null, '\t') + '\n' : rankTables(view));
		return 0;
	}
};
