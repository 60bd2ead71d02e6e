// What is another in one state of a round than in an edition published of it.
import { sayTake } from '../agreement/say-ruling.ts';
import { findIndicator } from '../agreement/rule.ts';
import type { Agreement } from '../agreement/schema.ts';
import type { EditionChange, PlaceSide, ResultSide, RulingChange, ValueChange } from './edition.ts';
import { scoreKey, type EntryInForce, type RoundView } from './round.ts';
import type { IndicatorScore, SectionScore } from '../scoring/results.ts';

/** A state of a round as far as it is compared. */
export type State = Pick<
	RoundView,
	'agreement' | 'province' | 'answer' | 'entries' | 'received' | 'office' | 'rulings'
> & {
	/** SHA-256 of the letter's text */
	readonly letter: string;
};

/** `from`: number of the edition that `before` is. */
export const compareStates = (from: number, before: State, after: State): EditionChange => ({
	from,
	values: compareValues(before, after),
	results: compareResults(before, after),
	places: comparePlaces(before, after),
	letter: before.letter !== after.letter,
	rulings: listRulings(before, after),
	office: !isSame(before.office, after.office)
});

function compareResults(before: State, after: State): EditionChange['results'] {
	return pairUp(before.answer.scores, after.answer.scores, scoreKey).flatMap(([was, now]) => {
		const one = now ?? was;
		const [first, last] = [sideOf(was), sideOf(now)];
		if (one === null || isSame(first, last)) return [];
		return [{ district: one.district, section: one.section, indicator: one.indicator, before: first, after: last }];
	});
}

function comparePlaces(before: State, after: State): EditionChange['places'] {
	const [heardBefore, heardAfter] = [listHeard(before), listHeard(after)];
	return pairUp(before.answer.sections, after.answer.sections, standingKey).flatMap(([was, now]) => {
		const one = now ?? was;
		const [first, last] = [placeOf(heardBefore, was), placeOf(heardAfter, now)];
		if (one === null || isSame(first, last)) return [];
		return [{ district: one.district, section: one.section, before: first, after: last }];
	});
}

/** Whether publishing again would publish the same. */
export const isUnchanged = ({ values, results, places, letter, rulings, office }: EditionChange): boolean =>
	!letter && !office && [values, results, places, rulings].every(({ length }) => length === 0);

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const sideOf = (score: IndicatorScore | null): ResultSide | null =>
	score && { status: score.status, outcome: score.outcome, points: score.points };
/** Where nothing is scored, neither percent nor place is one. */
const placeOf = (heard: ReadonlySet<string>, line: SectionScore | null): PlaceSide | null =>
	line &&
	(heard.has(standingKey(line)) ? { percent: line.percent, place: line.place } : { percent: null, place: null });

/** Districts and sections of which anything is scored. */
const listHeard = ({ answer }: State): ReadonlySet<string> =>
	new Set(answer.scores.flatMap((one) => (one.status === 'scored' ? [`${one.district}/${one.section}`] : [])));
const standingKey = ({ district, section }: SectionScore): string => `${district}/${section}`;
const entryKey = (entry: EntryInForce): string => `${scoreKey(entry)}/${entry.input}`;

/** Those that share a key, in the order of the later list; what is there no more stands last. */
function pairUp<T>(before: readonly T[], after: readonly T[], keyOf: (one: T) => string) {
	const was = new Map(before.map((one) => [keyOf(one), one]));
	const now = new Set(after.map(keyOf));
	return [
		...after.map((one): readonly [T | null, T | null] => [was.get(keyOf(one)) ?? null, one]),
		...before.filter((one) => !now.has(keyOf(one))).map((one): readonly [T | null, T | null] => [one, null])
	];
}

function compareValues(before: State, after: State): readonly ValueChange[] {
	const files = new Map(after.received.map((file) => [file.number, file]));
	return pairUp(before.entries, after.entries, entryKey).flatMap(([was, now]): readonly ValueChange[] => {
		const one = now ?? was;
		if (one === null || (was && now && isSameValue(was, now))) return [];
		const { district, section, indicator, input } = one;
		const file = now === null ? undefined : files.get(now.submission);
		return [
			{
				...{ district, section, indicator, input },
				label: labelOf(after.agreement, one) ?? labelOf(before.agreement, one) ?? input,
				before: was?.text ?? null,
				after: now?.text ?? null,
				file: now?.at.file ?? null,
				sender: file?.sender ?? null,
				received_at: file?.received_at ?? null
			}
		];
	});
}

/** The value itself: it may be written in another way, or have come in another file. */
function isSameValue({ value: one }: EntryInForce, { value: other }: EntryInForce): boolean {
	switch (one.kind) {
		case 'number':
			return other.kind === 'number' && one.scaled === other.scaled;
		case 'bool':
			return other.kind === 'bool' && one.yes === other.yes;
		case 'moment':
			return other.kind === 'moment' && one.iso === other.iso;
		case 'list':
			return other.kind === 'list' && one.scaled.join() === other.scaled.join();
		case 'bad':
		case 'withdrawn':
			return other.kind === one.kind;
	}
}

const labelOf = (agreement: Agreement, { section, indicator, input }: EntryInForce): string | undefined =>
	findIndicator(agreement, `${section}/${indicator}`)?.inputs[input]?.label;

function listRulings(before: State, after: State): readonly RulingChange[] {
	const known = new Set((before.rulings ?? []).map(({ line }) => line));
	const { agreement, province } = after;
	const nameOf = (code: string) => province.districts.find((one) => one.code === code)?.name ?? code;
	return (after.rulings ?? [])
		.filter(({ line }) => !known.has(line))
		.map(({ indicator, reading, take, reason, at, who }) => ({
			...{ indicator, reading, reason, at, who },
			words: sayTake(take, {
				reading: agreement.readings[reading ?? ''] ?? null,
				indicator: findIndicator(agreement, indicator),
				nameOf
			})
		}));
}
