import { scoreKey, type EntryInForce, type RoundView } from '../../ranking/round.ts';
import { explainScore, type Explanation } from '../../scoring/explain.ts';
import type { App } from '../app.ts';
import { tellValues, type ToldValue } from '../journal/tell-values.ts';
import { districtNamed, mustHaveIndicator } from '../printing/document-fit.ts';
import { nameRoundMoment, presentOf } from '../rounds/round-moment.ts';
import { refuseUnknownRound } from '../rounds/round-named.ts';
import { explainWords, truthMarks } from '../sentences.ts';
import type { Command } from './command.ts';
import { whereIs } from './print-problems.ts';

type Told = ToldValue<EntryInForce>;

/** The submission, file and cell a value came from. */
const whence = ({ submission, at }: EntryInForce): string => explainWords.from(submission, whereIs(at));

/** The values that the score was worked out from, with who took them and what was decided on them. */
async function tellWhoChanged(app: App, view: RoundView, found: Explanation<EntryInForce>): Promise<readonly Told[]> {
	const entries = found.arithmetic.flatMap((step) => step.entry ?? []);
	const { score } = found;
	const state = view.way.get(scoreKey(score)) ?? null;
	return tellValues(presentOf(view.id), entries, await app.journal.traces(view.id), score, state);
}

/** Each act once, however many values it was about. */
function whoChangedText(told: readonly Told[]): readonly string[] {
	const acts = new Map(
		told.flatMap((one) =>
			[...(one.taken === null ? [] : [one.taken]), ...one.then].map((trace) => [trace.line, trace] as const)
		)
	);
	const lines = [...acts.values()].sort((a, b) => a.line - b.line);
	return lines.map(({ line, at, words, reason }) => `  ${explainWords.changed(at, words, reason, line)}`);
}

function explanationText(explanation: Explanation<EntryInForce>, told: readonly Told[]): string {
	const lines = [explanation.headline];
	if (explanation.clause !== null) lines.push(explainWords.clause(explanation.clause));
	if (explanation.formula !== null) lines.push(explainWords.formula(explanation.formula));
	for (const { label, text, entry } of explanation.arithmetic) {
		const from = entry === null ? '' : ` (${whence(entry)})`;
		lines.push(`  ${label}: ${text}${from}`);
	}
	if (told.length > 0) lines.push(explainWords.whoChanged, ...whoChangedText(told));
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
		const told = await tellWhoChanged(app, view, explanation);
		// An exact value is no JSON number: it is left to its text.
		const plain = (_: string, value: unknown) => (typeof value === 'bigint' ? value.toString() : value);
		const changed = told.map(({ district, input, receipt, taken, then, proofs }) => ({
			...{ district, input, receipt, taken, then, proofs }
		}));
		desk.print(
			words.json ? JSON.stringify({ ...explanation, changed }, plain, '\t') + '\n' : explanationText(explanation, told)
		);
		return 0;
	}
};
