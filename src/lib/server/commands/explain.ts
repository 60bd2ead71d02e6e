import type { RoundView } from '../../ranking/round.ts';
import { explainScore, type Explanation } from '../../scoring/explain.ts';
import type { Entry } from '../../submission/entry.ts';
import { districtNamed, mustHaveIndicator } from '../printing/document-fit.ts';
import { nameRoundMoment } from '../rounds/round-moment.ts';
import { refuseUnknownRound } from '../rounds/round-named.ts';
import { explainWords, truthMarks } from '../sentences.ts';
import type { Command } from './command.ts';
import { whereIs } from './print-problems.ts';

/** The submission, file and cell a value came from. */
function whence(view: RoundView, { district, section, indicator, input, at }: Entry): string {
	const stored = view.entries.find(
		(one) => one.district === district && one.section === section && one.indicator === indicator && one.input === input
	);
	return explainWords.from(stored?.submission ?? null, whereIs(at));
}

function explanationText(view: RoundView, explanation: Explanation): string {
	const lines = [explanation.headline];
	if (explanation.clause !== null) lines.push(explainWords.clause(explanation.clause));
	if (explanation.formula !== null) lines.push(explainWords.formula(explanation.formula));
	for (const { label, text, entry } of explanation.arithmetic) {
		const from = entry === null ? '' : ` (${whence(view, entry)})`;
		lines.push(`  ${label}: ${text}${from}`);
	}
	for (const rung of explanation.rungs) {
		lines.push(`${truthMarks[rung.state]} ${rung.outcome}  ${rung.text}`);
		for (const condition of rung.conditions) lines.push(`    ${truthMarks[condition.state]} ${condition.text}`);
	}
	for (const part of explanation.parts) {
		lines.push(`${part.title}: ${part.result}`);
		for (const rung of part.rungs) lines.push(`    ${truthMarks[rung.state]} ${rung.outcome}  ${rung.text}`);
	}
	for (const reading of explanation.readings) lines.push(explainWords.reading(reading));
	if (explanation.todo !== null) lines.push(explanation.todo);
	if (explanation.next !== null) lines.push(explainWords.next(explanation.next));
	return lines.join('\n') + '\n';
}

export const explain: Command = {
	name: 'explain',
	usage: 'explain <รอบ> <อำเภอ> <ส่วน> <ตัวชี้วัด> [--as-of วันหรือเวลา] [--json]',
	least: 4,
	most: 4,
	options: ['as-of'],
	json: true,
	needs: 'store',
	async run(words, desk, app) {
		const [round = '', named = '', section = '', indicator = ''] = words.names;
		const id = nameRoundMoment(round, words.options['as-of']);
		const view = (await app.round(id)) ?? refuseUnknownRound(id);
		mustHaveIndicator(view, section, indicator);
		const explanation = explainScore(view, districtNamed(view, named), section, indicator);
		// An exact value is no JSON number: it is left to its text.
		const plain = (_: string, value: unknown) => (typeof value === 'bigint' ? value.toString() : value);
		desk.print(words.json ? JSON.stringify(explanation, plain, '\t') + '\n' : explanationText(view, explanation));
		return 0;
	}
};
