// Gathers what readers of all kinds of file find: names are looked up, values read, and what is wrong becomes problems with their place.
import { createAsker, type Asker } from './ask.ts';
import type { Entry, EntryValue, Place, Problem, Submission } from './entry.ts';
import type { IndicatorNames, SectionNames } from './names/name-indicators.ts';
import type { NamedInput } from './names/name-inputs.ts';
import type { Names } from './names/names.ts';
import { noAnswers, type AnswersFor, type Asked } from './question.ts';
import { createManners } from './cells/manners.ts';
import { readCell } from './cells/read-cell.ts';
import { settleCell } from './cells/settle-cell.ts';
import { createSettler, type SettleName } from './settle-name.ts';
import { createShares } from './cells/shares.ts';
import { sayTooManyProblems } from './sentences/hostile.ts';
import type { LikelyYears } from '../thai/read-date.ts';
import { sayConflict, sayInSubject, sayMoreProblems, saySubject, sayWrongDistrict } from './sentences/sentences.ts';

/** Past this many a file is wrong as a whole; listing every line would not help to put it right. */
const MAX_PROBLEMS = 1000;
/** Past this many nothing more of it is read. */
const MAX_COUNTED = 5_000;

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
	/** what is asked from here on is asked of a table of this shape (see shapeOf) */
	readonly startTable: (shape: string) => void;
	/**
	 * Asks once, however often it is called; each time `cells` more hang on it and must not be taken. What a person decided
	 * before comes back: one of the choices, or null where it is to be left out. Undefined where nobody has decided.
	 */
	readonly ask: (asked: Asked, cells?: number) => string | null | undefined;
	readonly settle: SettleName;
	/** more cells that hang on a question, if it was asked */
	readonly hang: Asker['hang'];
	/**
	 * reads a value for its input; `text` is the value as written. `seen`: whoever sent it was shown what it means, so that nobody
	 * is asked whether percents are shares of one
	 */
	readonly take: (target: Target, raw: unknown, text: string, at: Place, seen?: boolean) => void;
	/** a value that was sent for the input but cannot be trusted, whatever it says; the caller reports why */
	readonly takeBad: (target: Target, text: string, at: Place) => void;
	/** texts that stand above a heading, or in a sheet without one: they may say what the file was made from */
	readonly noteTitles: (texts: readonly string[], at: Place) => void;
	/** so much is wrong that reading on is of no use: the file is not taken */
	readonly isFull: () => boolean;
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
	return a.kind === 'withdrawn' && b.kind === 'withdrawn';
};

const sameEntry = (a: Entry, b: Entry): boolean =>
	sameValue(a.value, b.value) || (a.value.kind === 'bad' && b.value.kind === 'bad' && a.text === b.text);

/** `likely`: years that tell the era of a date whose year has two digits. */
export const createCollector = (
	names: Names,
	file: string,
	answersFor: AnswersFor = noAnswers,
	likely?: LikelyYears
): Collector => {
	const manners = createManners();
	const shares = createShares();
	const dropped = new Set<number>();
	const asker = createAsker(answersFor);
	const entries: Entry[] = [];
	/** places of entries, by input and district */
	const indexes = new Map<NamedInput, Map<string, number>>();
	const conflicts = new Set<number>();
	const problems: Problem[] = [];
	let unlisted = 0;
	let unlistedErrors = 0;

	const report: Collector['report'] = (severity, code, at, say) => {
		if (problems.length < MAX_PROBLEMS) problems.push({ severity, code, at, message: say() });
		else {
			unlisted += 1;
			if (severity === 'error') unlistedErrors += 1;
		}
	};
	const isFull: Collector['isFull'] = () => unlisted > MAX_COUNTED || asker.isFull();

	const settle = createSettler(report, asker);
	const ask: Collector['ask'] = (asked, cells = 1) => asker.ask(asked.kind, asked.about, cells, () => asked);

	const subjectOf = ({ district, section, indicator, input }: Target): string =>
		saySubject(names.sayDistrict(district), section.section.title, indicator.indicator.indicator, input.input.label);

	const reportConflict = (target: Target, here: Entry, there: Entry): void =>
		report('error', 'conflict', here.at, () => sayConflict(subjectOf(target), here.text, there.text, there.at));

	/** `plain`: written without a sign that says how the figure is meant */
	const keep = (target: Target, value: EntryValue, text: string, at: Place, plain: boolean): void => {
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
		const ofInput = indexes.get(input) ?? new Map<string, number>();
		const index = ofInput.get(district);
		const first = index === undefined ? undefined : entries[index];
		if (index === undefined || first === undefined) {
			const added = entries.push(entry) - 1;
			indexes.set(input, ofInput.set(district, added));
			if (plain) shares.note(target, entry, added);
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

	const take: Collector['take'] = (target, raw, text, at, seen = false) => {
		const cell = readCell(raw, target.input.input, likely);
		const given = cell.kind === 'read' ? cell.reading : undefined;
		if (cell.kind === 'read' && cell.reading.kind === 'nothing' && cell.manners.length === 0) return;
		// Nothing is there to take back or to be missing; a file may say so of every input alike.
		const says = given?.kind === 'value' ? given.value.kind : given?.kind;
		if ((says === 'withdrawn' || says === 'nothing') && !appliesTo(target)) return;
		if (!mayTake(target, at)) return;
		const reading = settleCell(cell, target, text, at, { ask, manners });
		if (reading === undefined || reading.kind === 'nothing') return;
		if (reading.kind === 'bad') report('error', reading.code, at, () => sayInSubject(subjectOf(target), reading.why));
		const plain = !seen && cell.kind === 'read' && !cell.manners.includes('percent_sign') && !text.endsWith('%');
		keep(target, reading.kind === 'bad' ? { kind: 'bad' } : reading.value, text, at, plain);
	};

	const takeBad: Collector['takeBad'] = (target, text, at) => {
		if (mayTake(target, at)) keep(target, { kind: 'bad' }, text, at, false);
	};

	/** Settles what only the whole of a table shows. */
	const endTable = (): void => {
		const settled = shares.settle(ask);
		for (const { index, value } of settled.changed) {
			const entry = entries[index];
			if (entry !== undefined && entry.value.kind === 'number') entries[index] = { ...entry, value };
		}
		for (const index of settled.dropped) dropped.add(index);
	};
	const startTable: Collector['startTable'] = (shape) => {
		endTable();
		asker.startTable(shape);
	};

	const finish: Collector['finish'] = (found) => {
		const severity = unlistedErrors > 0 ? 'error' : 'warning';
		const last: readonly Problem[] = isFull()
			? [{ severity: 'error', code: 'too_many_problems', at: { file }, message: sayTooManyProblems() }]
			: unlisted > 0
				? [{ severity, code: 'more_problems', at: { file }, message: sayMoreProblems(unlisted) }]
				: [];
		const readable = found && !isFull();
		endTable();
		const asked = asker.finish();
		return {
			readable,
			entries: !readable ? [] : dropped.size === 0 ? entries : entries.filter((_, index) => !dropped.has(index)),
			problems: [...problems, ...manners.list(), ...asked.problems, ...last],
			questions: isFull() ? [] : asked.questions,
			answers: asked.answers
		};
	};

	const noteTitles: Collector['noteTitles'] = () => undefined;

	return { names, hang: asker.hang, report, startTable, ask, settle, take, takeBad, noteTitles, isFull, finish };
};
