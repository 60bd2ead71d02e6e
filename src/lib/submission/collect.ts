// Gathers what readers of all kinds of file find: names are looked up, values read, and what is wrong becomes problems with their place.
import type { Entry, EntryValue, Place, Problem, Submission } from './entry.ts';
import type { Found, IndicatorNames, NamedInput, Names, SectionNames } from './names.ts';
import { readValue } from './read-value.ts';
import {
	sayConflict,
	sayInSubject,
	sayMoreProblems,
	sayNameless,
	saySeveral,
	saySubject,
	sayUnknown,
	sayWrongDistrict,
	type NameKind
} from './sentences.ts';

/** Past this many a file is wrong as a whole; listing every line would not help to put it right. */
const MAX_PROBLEMS = 1000;

/** One input of one district (or of the whole province). */
export interface Target {
	readonly district: string;
	readonly section: SectionNames;
	readonly indicator: IndicatorNames;
	readonly input: NamedInput;
}

export interface Collector {
	readonly names: Names;
	readonly report: (severity: Problem['severity'], code: string, at: Place, say: () => string) => void;
	/** what a found name stands for; otherwise a problem is reported and nothing returned */
	readonly settle: <T>(kind: NameKind, written: string, found: Found<T>, at: Place) => T | undefined;
	/** reads a value for its input; `text` is the value as written */
	readonly take: (target: Target, raw: unknown, text: string, at: Place) => void;
	/** a value that was sent for the input but cannot be trusted, whatever it says; the caller reports why */
	readonly takeBad: (target: Target, text: string, at: Place) => void;
	readonly finish: (readable: boolean) => Submission;
}

const appliesTo = ({ indicator, district }: Target): boolean => {
	const { applies_to: districts } = indicator.indicator;
	return districts === 'all' || district.length === 2 || districts.includes(district);
};

const sameValue = (a: EntryValue, b: EntryValue): boolean => {
	if (a.kind === 'number' && b.kind === 'number') return a.scaled === b.scaled;
	if (a.kind === 'bool' && b.kind === 'bool') return a.yes === b.yes;
	if (a.kind === 'moment' && b.kind === 'moment') return a.iso === b.iso;
	if (a.kind === 'list' && b.kind === 'list')
		return a.scaled.length === b.scaled.length && a.scaled.every((figure, index) => figure === b.scaled[index]);
	return false;
};

const sameEntry = (a: Entry, b: Entry): boolean =>
	sameValue(a.value, b.value) || (a.value.kind === 'bad' && b.value.kind === 'bad' && a.text === b.text);

export const createCollector = (names: Names, file: string): Collector => {
	const entries: Entry[] = [];
	const indexes = new Map<string, number>();
	const conflicts = new Set<number>();
	const problems: Problem[] = [];
	let unlisted = 0;

	const report: Collector['report'] = (severity, code, at, say) => {
		if (problems.length < MAX_PROBLEMS) problems.push({ severity, code, at, message: say() });
		else unlisted += 1;
	};

	const settle: Collector['settle'] = (kind, written, found, at) => {
		if (found.kind === 'found') return found.it;
		const code = `${found.kind}_${kind}`;
		if (written === '') report('error', `no_${kind}`, at, () => sayNameless(kind));
		else if (found.kind === 'several') report('error', code, at, () => saySeveral(kind, written, found.names));
		else report('error', code, at, () => sayUnknown(kind, written, found.near()));
		return undefined;
	};

	const subjectOf = ({ district, section, indicator, input }: Target): string =>
		saySubject(names.sayDistrict(district), section.section.title, indicator.indicator.indicator, input.input.label);

	const reportConflict = (target: Target, here: Entry, there: Entry): void =>
		report('error', 'conflict', here.at, () => sayConflict(subjectOf(target), here.text, there.text, there.at));

	const keep = (target: Target, value: EntryValue, text: string, at: Place): void => {
		const { district, section, indicator, input } = target;
		const entry: Entry = {
			district,
			section: section.section.section,
			indicator: indicator.indicator.indicator,
			input: input.name,
			value,
			text,
			at
		};
		const key = `${district}/${entry.section}/${entry.indicator}/${entry.input}`;
		const index = indexes.get(key);
		const first = index === undefined ? undefined : entries[index];
		if (index === undefined || first === undefined) {
			indexes.set(key, entries.push(entry) - 1);
			return;
		}
		if (!conflicts.has(index) && sameEntry(first, entry)) return;
		if (!conflicts.has(index)) reportConflict(target, first, entry);
		reportConflict(target, entry, first);
		conflicts.add(index);
		entries[index] = { ...first, value: { kind: 'bad' } };
	};

	const mayTake = (target: Target, at: Place): boolean => {
		if (appliesTo(target)) return true;
		report('error', 'not_applicable', at, () => sayWrongDistrict(subjectOf(target)));
		return false;
	};

	const take: Collector['take'] = (target, raw, text, at) => {
		const reading = readValue(raw, target.input.input);
		if (reading.kind === 'nothing' || !mayTake(target, at)) return;
		if (reading.kind === 'bad') report('error', reading.code, at, () => sayInSubject(subjectOf(target), reading.why));
		keep(target, reading.kind === 'bad' ? { kind: 'bad' } : reading.value, text, at);
	};

	const takeBad: Collector['takeBad'] = (target, text, at) => {
		if (mayTake(target, at)) keep(target, { kind: 'bad' }, text, at);
	};

	const finish: Collector['finish'] = (readable) => {
		const last: readonly Problem[] =
			unlisted === 0
				? []
				: [{ severity: 'error', code: 'more_problems', at: { file }, message: sayMoreProblems(unlisted) }];
		return { readable, entries: readable ? entries : [], problems: [...problems, ...last] };
	};

	return { names, report, settle, take, takeBad, finish };
};
