// The real letters: every indicator and every input is found by each of its names, and none by a name of another.
import { describe, expect, test } from 'vitest';
import { letterNamed } from '../../src/lib/server/rounds/letters.ts';
import { findProvinceNames } from '../../src/lib/server/places.ts';
import { projectRoot } from '../../src/lib/server/root.ts';
import { nameColumns } from '../../src/lib/submission/names/columns.ts';
import { makeColumnFinder } from '../../src/lib/submission/names/find-column.ts';
import type { Found } from '../../src/lib/submission/names/found.ts';
import { gatherNames } from '../../src/lib/submission/names/names.ts';
import { toThaiDigits } from '../../src/lib/thai/digits.ts';

const LETTERS = ['buriram/2565-2', 'chachoengsao/2567-q2', 'chaiyaphum/2562-1', 'khon-kaen/2565-2', 'unnamed/2565-2'];

/** What the name stands for; `one of` where it is asked about and the right one is among the choices. */
const meaning = <T>(found: Found<T> | undefined, right: T): string => {
	if (found === undefined) return 'nothing';
	if (found.kind === 'found') return found.it === right ? 'right' : 'wrong';
	const choices = found.kind === 'several' ? found.choices : found.near();
	return choices.some(({ it }) => it === right) ? 'one of' : 'lost';
};

describe.each(LETTERS)('%s', (round) => {
	const { agreement } = letterNamed(round, projectRoot);
	const names = gatherNames(agreement, findProvinceNames(agreement.province));
	const columns = nameColumns(names);
	const findColumn = makeColumnFinder(names, columns);

	test('sections by code and title', () => {
		const meant = names.sections.flatMap((it) =>
			[it.section.section, it.section.title].map((name) => meaning(names.findSection(name), it))
		);
		expect(new Set(meant)).toEqual(new Set(['right']));
	});

	test('indicators by number, and by title where no other bears it', () => {
		const wrong = names.sections.flatMap((section) =>
			section.indicators.flatMap((it) => {
				const { indicator: number, title, short } = it.indicator;
				const namesakes = section.indicators.filter(({ indicator }) => indicator.title === title).length;
				const byNumber = [
					number,
					`ข้อ ${number}`,
					`ตัวชี้วัดที่ ${toThaiDigits(number)}`,
					`KPI ${number}`,
					`${number} ${title}`
				];
				const byTitle = namesakes === 1 ? [title, `  ${toThaiDigits(title)} `] : [];
				return [...byNumber, ...byTitle, `ข้อ ${number} ${short}`].filter(
					(written) => meaning(section.findIndicator(written, false), it) !== 'right'
				);
			})
		);
		expect(wrong).toEqual([]);
	});

	test('inputs by path and heading', () => {
		const wrong = columns.flatMap((it) =>
			[it.path, it.heading, toThaiDigits(it.heading), `${it.heading} *`].filter(
				(written) => meaning(findColumn(written), it) !== 'right'
			)
		);
		expect(wrong).toEqual([]);
	});

	test('inputs by label, number and unit: found, or asked about where two are called so', () => {
		const wrong = columns.flatMap((it) => {
			const number = it.indicator.indicator.indicator;
			const { label, unit = 'ร้อยละ' } = it.input.input;
			const placed = [`${it.section.section.title} ${number} ${label}`, `ข้อ ${number} ${label}`, label];
			return [...placed, ...placed.map((text) => `${text} (${unit})`)].filter((written) =>
				['wrong', 'lost', 'nothing'].includes(meaning(findColumn(written), it))
			);
		});
		expect(wrong).toEqual([]);
	});
});
