import type { Province, RoundView } from '../../ranking/round.ts';
import { explainScore, type Explanation } from '../../scoring/explain.ts';
import type { Entry } from '../../submission/entry.ts';
import { wrongUse } from '../refusal.ts';
import { refuseUnknownRound } from '../round-named.ts';
import { explainWords, say, truthMarks } from '../sentences.ts';
import type { Command } from './command.ts';
import { whereIs } from './print-problems.ts';

function districtCode(province: Province, named: string): string {
	const bare = named.replace(/^(อำเภอ|อ\.)\s*/, '');
	const found = province.districts.find(({ code, name }) => code === named || name === bare);
	if (found === undefined) throw wrongUse(say.noSuchDistrict(named, province.name));
	return found.code;
}

function mustHave(view: RoundView, section: string, indicator: string): void {
	const all = view.agreement.sections.flatMap((one) => one.indicators.map((two) => `${one.section}/${two.indicator}`));
	if (!all.includes(`${section}/${indicator}`)) throw wrongUse(say.noSuchIndicator(section, indicator, all));
}

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
	for (const { id, words, taken, why } of explanation.readings) lines.push(explainWords.reading(id, words, taken, why));
	if (explanation.todo !== null) lines.push(explanation.todo);
	if (explanation.next !== null) lines.push(explainWords.next(explanation.next));
	return lines.join('\n') + '\n';
}

export const explain: Command = {
	name: 'explain',
	usage: 'explain <รอบ> <อำเภอ> <ส่วน> <ตัวชี้วัด> [--json]',
	least: 4,
	most: 4,
	json: true,
	needs: 'store',
	async run(words, desk, app) {
		const [id = '', named = '', section = '', indicator = ''] = words.names;
		const view = (await app.round(id)) ?? refuseUnknownRound(id);
		mustHave(view, section, indicator);
		const explanation = explainScore(view, districtCode(view.province, named), section, indicator);
		// An exact value is no JSON number: it is left to its text.
		const plain = (_: string, value: unknown) => (typeof value === 'bigint' ? value.toString() : value);
		desk.print(words.json ? JSON.stringify(explanation, plain, '\t') + '\n' : explanationText(view, explanation));
		return 0;
	}
};
