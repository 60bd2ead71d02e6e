import { describeAgreement } from '../../agreement/describe.ts';
import { formatNumber } from '../../thai/numbers.ts';
import { districtsOf, letterNamed } from '../rounds/letters.ts';
import { tableWords } from '../sentences.ts';
import type { Command } from './command.ts';
import { textTable } from './text-table.ts';

export const describe: Command = {
	name: 'describe',
	usage: 'describe <ข้อตกลง> [--json]',
	least: 1,
	most: 1,
	json: true,
	needs: 'nothing',
	run(words, desk) {
		const letter = letterNamed(words.names[0] ?? '', desk.cwd);
		const districts = districtsOf(letter);
		const description = describeAgreement(letter.agreement, districts);
		if (words.json) {
			desk.print(JSON.stringify(description, null, '\t') + '\n');
			return Promise.resolve(0);
		}
		const lines = [`${letter.agreement.title} (${description.agreement})`];
		for (const section of description.sections) {
			lines.push('', `${section.section}  ${section.title}  ${tableWords.weight} ${formatNumber(section.weight)}`);
			for (const one of section.indicators) {
				const weight = one.weight === null ? tableWords.lost : formatNumber(one.weight);
				const some =
					one.applies_to.length === districts.length ? '' : `  ${tableWords.districts(one.applies_to.length)}`;
				lines.push('', `  ${one.indicator}  ${one.title}`);
				lines.push(`     ${one.unit}  ${tableWords.weight} ${weight}  ${one.work_group ?? ''}${some}`.trimEnd());
				const rows = one.inputs.map(({ input, label, type, unit }) => [`     ${input}`, type, label, unit ?? '']);
				if (rows.length > 0) lines.push(textTable(rows));
			}
		}
		desk.print(lines.join('\n') + '\n');
		return Promise.resolve(0);
	}
};
