// The real letters as the tables offices draw for them: sections over indicators over what is asked, a district a row.
import { describe, expect, test } from 'vitest';
import type { Agreement, Input } from '../../src/lib/agreement/schema.ts';
import { letterNamed } from '../../src/lib/server/rounds/letters.ts';
import { findProvinceNames } from '../../src/lib/server/places.ts';
import { projectRoot } from '../../src/lib/server/root.ts';
import { readSubmission } from '../../src/lib/submission/read.ts';
import { toThaiDigits } from '../../src/lib/thai/digits.ts';

const LETTERS = ['buriram/2565-2', 'chachoengsao/2567-q2', 'chaiyaphum/2562-1', 'khon-kaen/2565-2', 'unnamed/2565-2'];

interface Asked {
	readonly section: string;
	readonly number: string;
	readonly title: string;
	readonly input: Input;
	readonly path: string;
}

const listAsked = ({ sections }: Agreement, district: string): readonly Asked[] =>
	sections.flatMap(({ section, title, indicators }) =>
		indicators
			.filter(({ applies_to: districts }) => districts === 'all' || districts.includes(district))
			.flatMap(({ indicator, title: named, inputs }) =>
				Object.entries(inputs).map(([name, input]) => ({
					section: title,
					number: indicator,
					title: named,
					input,
					path: `${section}/${indicator}/${name}`
				}))
			)
	);

const valueOf = ({ type }: Input, { from }: Agreement): string => {
	if (type === 'bool') return 'ใช่';
	if (type === 'date') return from;
	if (type === 'datetime') return `${from} 10:00`;
	return type === 'list' ? '2; 3' : '2';
};

const csv = (...rows: readonly (readonly string[])[]): Uint8Array =>
	new TextEncoder().encode(
		rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n')
	);
/** As merged cells come out in CSV: the text once, then nothing. */
const merged = (texts: readonly string[]): readonly string[] =>
	texts.map((text, nth) => (text === texts[nth - 1] ? '' : text));

describe.each(LETTERS)('%s', (round) => {
	const { agreement } = letterNamed(round, projectRoot);
	const province = findProvinceNames(agreement.province);
	const [district] = province.districts;
	const asked = listAsked(agreement, district?.code ?? '');

	test.each([
		['number', ({ number }: Asked) => `ตัวชี้วัดที่ ${toThaiDigits(number)}`],
		['number and title', ({ number, title }: Asked) => `ข้อ ${number} ${title}`],
		['bare number and title', ({ number, title }: Asked) => `${number}. ${title}`]
	])('indicators by %s', async (_, name) => {
		const bytes = csv(
			['ผลการดำเนินงาน', ...asked.map(() => '')],
			['อำเภอ', ...merged(asked.map(({ section }) => section))],
			['', ...merged(asked.map((one) => `${name(one)}\u200b`))],
			['', ...asked.map(({ input }) => input.label)],
			[district?.name ?? '', ...asked.map(({ input }) => valueOf(input, agreement))]
		);
		const { entries, problems, questions } = await readSubmission(bytes, 'ผล.csv', agreement, province);
		expect(problems).toEqual([]);
		expect(questions.map(({ ask }) => ask)).toEqual([]);
		expect(entries.map((entry) => `${entry.section}/${entry.indicator}/${entry.input}`)).toEqual(
			asked.map(({ path }) => path)
		);
	});
});
