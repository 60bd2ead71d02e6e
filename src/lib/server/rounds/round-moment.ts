// A round as it was: `chachoengsao/2567-q2@2024-02-20` is what had been received by the end of that day, under the letter and the
// rulings in force then. One way of naming a moment for addresses, the command line and comparisons.
import type { Agreement } from '../../agreement/schema.ts';
import type { EntryInForce } from '../../ranking/round.ts';
import { parseDate } from '../../thai/read-date.ts';
import { formatDate } from '../../thai/write-date.ts';
import { bangkokTime, endOfMoment, startOfMoment } from '../clock.ts';
import { editionWords } from '../editions/sentences.ts';
import { storeOfEdition, viewEdition } from '../editions/view-edition.ts';
import { shelfOf } from './letters.ts';
import { errorAbout, Refusal, refuse } from '../refusal.ts';
import { readFromArchive } from '../store/replay.ts';
import { findEdition, readRoundEdition } from './round-edition.ts';
import { viewRound, type ScoredRound } from './round-view.ts';
import { say } from '../sentences.ts';
import type { Store } from '../store/store.ts';
import { entriesInForce } from '../store/stored-entries.ts';

export interface RoundMoment {
	readonly round: string;
	/** local: a day, a minute or a second */
	readonly moment: string;
}

/** Null where the name is of a round as it is now, or of nothing. */
export function readRoundMoment(name: string): RoundMoment | null {
	const [, round = '', moment = ''] = /^([a-z-]+\/\d{4}-q?\d)@(.+)$/.exec(name) ?? [];
	return round === '' || readMoment(moment) !== moment ? null : { round, moment };
}

/**
 * A moment as people write it, `2024-02-20`, `20/2/2567`, `2024-02-20T14:00`, as a name has it: `2024-02-20`, `2024-02-20T14:00`,
 * with seconds only where they are not 0. Null where it is none.
 */
export function readMoment(text: string): string | null {
	const read = parseDate(text);
	if (read.kind !== 'date') return null;
	return read.time === null ? read.date : `${read.date}T${read.time}`;
}

/** `khon-kaen/2565-2` at a moment; refuses a moment that is none. A name that has its own keeps it. */
export function nameRoundMoment(round: string, written: string | undefined): string {
	if (written === undefined || round.includes('@')) return round;
	const moment = readMoment(written);
	if (moment === null) throw new Refusal([errorAbout('', 'not_a_moment', say.notAMoment(written))], 2);
	return `${round}@${moment}`;
}

/** The store as its journal stood at a moment: letters and rulings given later are not there yet. */
export function storeAt(store: Store, until: string): Store {
	const lines = store.lines().filter(({ at }) => at <= until);
	const shelf = shelfOf(store.directory, lines);
	return { ...store, lines: () => lines, shelf: () => shelf };
}

/** The round alone, without its moment or edition. */
export const presentOf = (name: string): string => (readRoundMoment(name) ?? readRoundEdition(name))?.round ?? name;

/** Up to when what a name speaks of had been received, ISO with offset; null where it is the present. */
export function untilOf(store: Store, name: string): string | null {
	const asked = readRoundMoment(name);
	if (asked !== null) return endOfMoment(asked.moment);
	return findEdition(store.lines(), name)?.published_at ?? null;
}

/** The store and the round that a name speaks of: at its moment or as it was published, where it says so. */
export async function standAt(store: Store, name: string): Promise<{ readonly store: Store; readonly round: string }> {
	const published = readRoundEdition(name);
	if (published !== null) {
		const { round, number } = published;
		return { store: await storeOfEdition(store, round, number), round };
	}
	const asked = readRoundMoment(name);
	return asked === null
		? { store, round: name }
		: { store: storeAt(store, endOfMoment(asked.moment)), round: asked.round };
}

/** Only the present can be changed. */
export function mustBePresent(name: string): void {
	const asked = readRoundMoment(name);
	if (asked !== null) throw refuse('past', say.onlyPresent(asked.moment));
	const published = readRoundEdition(name);
	if (published !== null) throw refuse('published', editionWords.onlyPresent(published.number));
}

/**
 * A round, a round at a moment or a published edition; null where there is no letter for it, a refusal where there was none
 * yet and where no such edition was published.
 */
export async function viewNamedRound(store: Store, name: string): Promise<ScoredRound | null> {
	const published = readRoundEdition(name);
	if (published !== null) return await viewEdition(store, published.round, published.number);
	const asked = readRoundMoment(name);
	if (asked === null) return await viewRound(store, name);
	const { round, moment } = asked;
	// What has not come yet is the present.
	if (startOfMoment(moment) > bangkokTime(new Date())) {
		const view = await viewRound(store, round);
		return view && { ...view, id: name };
	}
	const until = endOfMoment(moment);
	const then = storeAt(store, until);
	mustHaveLetter(store, then, round, moment);
	const view = await viewRound(then, round, { until, entries: await entriesAt(store, then, round, until) });
	if (view === null) return null;
	const { agreement } = view;
	const words = `${agreement.round} ณ ${formatDate(moment, { months: 'short' })}`;
	return { ...view, id: name, as_of: moment, agreement: { ...agreement, round: words } };
}

function mustHaveLetter(now: Store, then: Store, round: string, moment: string): void {
	const [first] = now.shelf().versions(round);
	if (first !== undefined && then.shelf().digest(round) === '')
		throw refuse('unknown_round_then', say.noLetterThen(round, moment, first.at));
}

/** What is stored was read under the letter of today; under another one the files are read again. */
async function entriesAt(now: Store, then: Store, round: string, until: string): Promise<readonly EntryInForce[]> {
	if (then.shelf().digest(round) === now.shelf().digest(round)) {
		return await entriesInForce(now.connection(), round, until);
	}
	const entriesOf = readFromArchive(now.directory, then.shelf(), []);
	const files = now
		.lines()
		.flatMap((line) => (line.act === 'import' || line.act === 'import-demo' ? line.what.files : []))
		.filter((file) => file.round === round && file.received_at <= until);
	const inForce = new Map<string, EntryInForce>();
	for (const file of files) {
		for (const entry of await entriesOf(file)) {
			const key = `${entry.district}/${entry.section}/${entry.indicator}/${entry.input}`;
			inForce.set(key, { ...entry, submission: file.number });
		}
	}
	return [...inForce]
		.toSorted(([a], [b]) => (a < b ? -1 : 1))
		.map(([, entry]) => entry)
		.filter(({ value }) => value.kind !== 'withdrawn');
}

/** The reporting dates of a round as names of what it was then: those of the letter, or of its indicators where it sets none. */
export function listReportingMoments(id: string, { reports_by, sections }: Agreement): readonly string[] {
	const dates = reports_by ?? sections.flatMap(({ indicators }) => indicators.flatMap((one) => one.reports_by ?? []));
	return [...new Set(dates)].toSorted().map((moment) => `${id}@${moment.slice(0, 16)}`);
}
