// Section, indicator and input as three names: which input of the letter they mean together.
import type { Collector, Target } from '../collect.ts';
import type { Place } from '../entry.ts';
import { knownOf, type Choice } from '../names/found.ts';
import type { SectionNames } from '../names/name-indicators.ts';
import { plainKey } from '../names/plain-key.ts';

/** A name as written and where it stands. */
export interface Written {
	readonly text: string;
	readonly at: Place;
	/** it came as a number, which cannot tell 1.1 from 1.10 */
	readonly numeric?: boolean;
}

export interface WrittenInput {
	/** empty where it is left out, which does where only one section has the indicator */
	readonly section: Written;
	readonly indicator: Written;
	readonly input: Written;
}

/** The sections that have the indicator; of several, those that have the input as well. */
const sectionsWith = (collector: Collector, indicator: Written, input: Written): readonly Choice<SectionNames>[] => {
	const having = collector.names.sections.flatMap((it) => {
		const found = it.findIndicator(indicator.text, indicator.numeric === true);
		if (found.kind !== 'found') return [];
		const whole = found.it.findInput(input.text).kind === 'found';
		return [{ whole, choice: { means: it.section.section, label: it.section.title, it } }];
	});
	const whole = having.filter((one) => one.whole);
	return (whole.length > 0 ? whole : having).map(({ choice }) => choice);
};

const settleSection = (
	collector: Collector,
	{ section, indicator, input }: WrittenInput,
	cells: number
): SectionNames | undefined => {
	const { names, settle } = collector;
	if (section.text !== '' || indicator.text === '')
		return settle('section', section.text, names.findSection(section.text), section.at, cells);
	const choices = sectionsWith(collector, indicator, input);
	const [only] = choices;
	if (only !== undefined && choices.length === 1) return only.it;
	const [first] = names.sections;
	if (first !== undefined && names.sections.length === 1) return first;
	if (only === undefined) return settle('section', '', names.findSection(''), section.at, cells);
	const about = `/${plainKey(indicator.text)}/${plainKey(input.text)}`;
	const recall = (means: string) => choices.find((choice) => choice.means === means)?.it;
	const written = `${indicator.text} ${input.text}`;
	return settle('section', written, { kind: 'several', about, choices, recall }, indicator.at, cells);
};

/** What could not be settled is asked about or reported; `cells` values hang on it. */
export const settleInput = (
	collector: Collector,
	written: WrittenInput,
	cells = 1
): Omit<Target, 'district'> | undefined => {
	const { settle } = collector;
	const { indicator: number, input: name } = written;
	const section = settleSection(collector, written, cells);
	if (section === undefined) return undefined;
	const foundIndicator = section.findIndicator(number.text, number.numeric === true);
	const indicator = settle('indicator', number.text, foundIndicator, number.at, cells);
	if (indicator === undefined) return undefined;
	const input = settle('input', name.text, indicator.findInput(name.text), name.at, cells);
	return input === undefined ? undefined : { section, indicator, input };
};

/** The same where all three are plainly known, which most are: nothing is said, so nobody needs to know where they stand. */
export const findKnownInput = (
	{ names }: Collector,
	sectionText: string,
	indicatorText: string,
	numeric: boolean,
	inputText: string
): Omit<Target, 'district'> | undefined => {
	const section = knownOf(names.findSection(sectionText));
	const indicator = section && knownOf(section.findIndicator(indicatorText, numeric));
	const input = indicator && knownOf(indicator.findInput(inputText));
	return input && { section, indicator, input };
};
