// Which input a heading of a wide table or a question of a form stands for.
import type { InputColumn } from './columns.ts';
import { makeFinder, type Choice, type Found } from './found.ts';
import { labelsOf } from './name-inputs.ts';
import type { Names } from './names.ts';
import { plainKey, readNumbered } from './plain-key.ts';

export type FindColumn = (written: string) => Found<InputColumn>;

/** An indicator with more inputs is not offered whole. */
const MAX_OFFERED = 12;

/** An amount in millions is not the input that asks for baht, however alike the words are. */
const OTHER_UNIT = /[([](ล้าน|แสน|หมื่น|พัน|ร้อย)(บาท)?[)\]]$/;

/**
 * Finds a column by path, heading, label, or the label with the number of its indicator before it, whatever spaces and digits it
 * is typed with. A number that no word marks (3. …) may count the questions of a form: it must be no other indicator's to be
 * believed, and never decides between two.
 */
export const makeColumnFinder = (names: Names, columns: readonly InputColumn[]): FindColumn => {
	const named = columns.map((column) => ({
		means: column.path,
		label: column.heading,
		it: column,
		alike: [column.path, column.heading],
		names: [column.path, column.heading, ...labelsOf(column.input.input), ...placedLabels(column)]
	}));
	const finder = makeFinder<InputColumn>(named);
	const byPath = new Map<string, Choice<InputColumn>>(named.map((one) => [one.means, one]));
	const numberOf = ({ it }: Choice<InputColumn>): string => it.indicator.indicator.indicator;

	const followPath = (written: string): readonly Choice<InputColumn>[] => {
		const [section = '', indicator = '', input = '', ...rest] = written.split('/');
		if (input === '' || rest.length > 0) return [];
		const foundSection = names.findSection(section);
		if (foundSection.kind !== 'found') return [];
		const foundIndicator = foundSection.it.findIndicator(indicator, false);
		if (foundIndicator.kind !== 'found') return [];
		const foundInput = foundIndicator.it.findInput(input);
		if (foundInput.kind !== 'found') return [];
		const number = foundIndicator.it.indicator.indicator;
		const hit = byPath.get(`${foundSection.it.section.section}/${number}/${foundInput.it.name}`);
		return hit === undefined ? [] : [hit];
	};

	const hitsOf = (written: string): readonly Choice<InputColumn>[] => {
		const hits = finder.hits(written);
		if (hits.length > 0) return hits;
		const path = followPath(written);
		if (path.length > 0) return path;
		const numbered = readNumbered(written);
		if (numbered === undefined || numbered.rest === '') return [];
		const behind = finder.hits(numbered.rest);
		if (!numbered.marked) return behind;
		return behind.filter((hit) => numberOf(hit) === numbered.number);
	};

	/** What may be meant by a heading that names an indicator and none of its inputs. */
	const inputsOfIndicator = (written: string): readonly Choice<InputColumn>[] => {
		const bare = readNumbered(written);
		if (bare?.marked === false && bare.rest === '') return [];
		const indicators = names.sections.flatMap((section) => {
			const found = section.findIndicator(written, false);
			return found.kind === 'found' ? [found.it] : [];
		});
		return named.filter(({ it }) => indicators.includes(it.indicator));
	};

	const nearOf = (written: string): readonly Choice<InputColumn>[] => {
		const numbered = readNumbered(written);
		const rest = numbered?.rest ?? '';
		const behind = rest === '' ? [] : finder.hits(rest);
		return behind.length > 0 ? behind : finder.near(rest === '' ? written : rest);
	};

	return (written) => {
		const hits = hitsOf(written);
		if (hits.length > 0) return finder.settle(hits, written);
		const offered = inputsOfIndicator(written);
		// Even one is asked about: the column may as well hold points or remarks.
		if (offered.length > 0 && offered.length <= MAX_OFFERED)
			return { kind: 'several', about: plainKey(written), choices: offered, recall: finder.recall };
		const key = plainKey(written);
		if (OTHER_UNIT.test(key))
			return { kind: 'unknown', about: key, recall: finder.recall, near: () => [], otherUnit: true };
		return finder.settle([], written, () => nearOf(written));
	};
};

/** Label and place together, in the ways they are written. */
const placedLabels = ({ section, indicator, input }: InputColumn): readonly string[] => {
	const { title } = section.section;
	const number = indicator.indicator.indicator;
	return labelsOf(input.input).flatMap((label) => [`${label} (${title} ${number})`, `${title} ${number} ${label}`]);
};
