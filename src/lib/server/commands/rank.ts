import type { RoundView } from '../../ranking/round.ts';
import { listLate } from '../../ranking/late.ts';
import { rankAnswer } from '../rounds/rank-answer.ts';
import { nameRoundMoment } from '../rounds/round-moment.ts';
import { refuseUnknownRound } from '../rounds/round-named.ts';
import { tableWords } from '../sentences.ts';
import type { Command } from './command.ts';
import { percentText, placeText } from './score-tables.ts';
import { textTable } from './text-table.ts';

function rankTables(view: RoundView): string {
	const { sections } = rankAnswer(view);
	const late = new Set(listLate(view).map(({ district, section }) => `${district}/${section}`));
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
					late.has(`${line.district}/${line.section}`) ? tableWords.lateName(line.name) : line.name,
					percentText(line.percent),
					percentText(line.percent_worst),
					percentText(line.percent_best),
					String(open.length)
				];
			});
		return `${section.title}\n${textTable([head, ...rows], [3, 4, 5, 6])}\n`;
	});
	const until = view.as_of === undefined ? '' : `${tableWords.until(view.as_of)}\n`;
	return `${view.agreement.title} (${view.id})\n${until}\n${tables.join('\n')}\n${tableWords.key.split('\n')[0] ?? ''}\n`;
}

export const rank: Command = {
	name: 'rank',
	usage: 'rank <รอบ> [--as-of วันหรือเวลา] [--json]',
	least: 1,
	most: 1,
	options: ['as-of'],
	json: true,
	needs: 'store',
	async run(words, desk, app) {
		const id = nameRoundMoment(words.names[0] ?? '', words.options['as-of']);
		const view = (await app.round(id)) ?? refuseUnknownRound(id);
		desk.print(words.json ? JSON.stringify(rankAnswer(view), null, '\t') + '\n' : rankTables(view));
		return 0;
	}
};
