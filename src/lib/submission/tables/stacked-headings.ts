// Headings that stand over headings: an indicator merged over its inputs, a section over its indicators.
import type { InputColumn } from '../names/columns.ts';
import type { FindColumn } from '../names/find-column.ts';
import type { ColumnTexts, HeadingFinder } from './headings.ts';
import type { IndicatorNames, SectionNames } from '../names/name-indicators.ts';
import type { Names } from '../names/names.ts';
import { plainKey, readNumbered } from '../names/plain-key.ts';

interface Placed {
	readonly section: SectionNames;
	readonly indicator: IndicatorNames;
}

const sectionsNamed = (names: Names, uppers: ColumnTexts): readonly SectionNames[] => {
	const named = uppers.flatMap((text) => {
		const found = names.findSection(text);
		return found.kind === 'found' ? [found.it] : [];
	});
	return named.length > 0 ? named : names.sections;
};

/** By number and title together: `ตัวชี้วัดที่ 1 ร้อยละของ…`; the number counts where a word says that it is one. */
const bearsNumber = ({ indicator }: IndicatorNames, text: string): boolean => {
	const numbered = readNumbered(text);
	if (numbered === undefined || numbered.number !== indicator.indicator) return false;
	const rest = plainKey(numbered.rest);
	return rest === '' || numbered.marked || [indicator.title, indicator.short].some((name) => plainKey(name) === rest);
};

const indicatorsNamed = (sections: readonly SectionNames[], text: string): readonly Placed[] =>
	sections.flatMap((section) => {
		const found = section.findIndicator(text, false);
		if (found.kind === 'found') return [{ section, indicator: found.it }];
		return section.indicators.filter((one) => bearsNumber(one, text)).map((indicator) => ({ section, indicator }));
	});

const placesOf = (names: Names, uppers: ColumnTexts): readonly Placed[] => {
	const sections = sectionsNamed(names, uppers);
	// What stands closest over the column says most.
	for (const text of uppers.toReversed()) {
		const placed = indicatorsNamed(sections, text);
		if (placed.length > 0) return placed;
	}
	return [];
};

const QUESTION_NUMBER = /^[\d๐-๙]{1,3}\s*[.)]\s*(?=\S)/;
/** A form numbers its questions, whatever the indicator's number that follows: `2. ข้อ 1 เบิกจ่ายแล้ว`. */
const findQuestion = (text: string, findColumn: FindColumn): ReturnType<FindColumn> => {
	const found = findColumn(text);
	if (found.kind !== 'unknown' || !QUESTION_NUMBER.test(text)) return found;
	const bare = findColumn(text.replace(QUESTION_NUMBER, ''));
	return bare.kind === 'found' ? bare : found;
};

/** `findColumn` knows a column by one text; several texts over a column name its place from above. */
export const makeHeadingFinder = (names: Names, findColumn: FindColumn): HeadingFinder => ({
	findColumn: (texts) => {
		const own = texts.at(-1) ?? '';
		const uppers = texts.slice(0, -1);
		if (uppers.length === 0) return findQuestion(own, findColumn);
		const hits: InputColumn[] = placesOf(names, uppers).flatMap(({ section, indicator }) => {
			const input = indicator.findInput(own);
			if (input.kind !== 'found') return [];
			const path = `${section.section.section}/${indicator.indicator.indicator}/${input.it.name}`;
			const found = findColumn(path);
			return found.kind === 'found' ? [found.it] : [];
		});
		const [it] = hits;
		if (it !== undefined && hits.length === 1) return { kind: 'found', it };
		const joined = findColumn(texts.join(' '));
		if (joined.kind === 'found' || hits.length > 1) return joined;
		// Under an indicator that has no such input, the same label of another indicator is not what is meant.
		return placesOf(names, uppers).length > 0 ? joined : findColumn(own);
	},
	findChecks: (text) => {
		const [only, ...others] = indicatorsNamed(names.sections, text);
		if (only === undefined || others.length > 0) return undefined;
		return only.indicator.inputs.some(({ input }) => input.type === 'bool') ? only : undefined;
	}
});
