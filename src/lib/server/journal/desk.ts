// What pages and the command line ask of the journal.
import type { DataTable } from '../../charts/chart-sheet.ts';
import { findProvince } from '../places.ts';
import { Refusal, refuse } from '../refusal.ts';
import { presentOf, untilOf } from '../rounds/round-moment.ts';
import type { JournalLine } from '../store/acts.ts';
import type { Head } from '../store/journal.ts';
import type { Store } from '../store/store.ts';
import { kindOf, journalWords, type ActKind } from './act-words.ts';
import { tableActs } from './act-table.ts';
import { everyLine, narrowLines, type Carrying, type LinesWanted } from './narrow-lines.ts';
import { readRawLines } from './raw-lines.ts';
import { sayLine, type NamesOf, type RoundNames, type SaidAct } from './say-line.ts';
import { layTraces, type RoundTraces } from './trace.ts';

export interface ListedActs {
	/** of all the journal, not of what was asked for */
	readonly head: Head;
	/** lines asked for, and how many there would be unfiltered */
	readonly found: number;
	readonly whole: number;
	readonly page: number;
	readonly pages: number;
	/** the newest first */
	readonly acts: readonly SaidAct[];
	/** what the lines of the same place may be filtered by */
	readonly kinds: readonly ActKind[];
	readonly people: readonly string[];
}

export interface JournalDesk {
	head(): Promise<Head>;
	/** `page` from 1; one past the last is the last */
	list(asked: LinesAsked, page: number): Promise<ListedActs>;
	/** all that is asked for, the newest first */
	all(asked: LinesAsked): Promise<readonly SaidAct[]>;
	/** a row for each thing done; `name` of the file, Latin */
	table(asked: LinesAsked, name: string): Promise<DataTable>;
	/** whole lines, byte for byte; refuses who may see only its own */
	raw(asked: LinesAsked): Promise<Uint8Array>;
	/** who took, approved, returned and published the values of a round */
	traces(name: string): Promise<RoundTraces>;
}

/** A round may be named with a moment or an edition: then nothing later is told. */
export type LinesAsked = Omit<LinesWanted, 'until'>;

export const linesOnPage = 50;

/** Rounds whose traces are kept while the journal stands where it is. */
const mostKept = 16;

export function openJournalDesk(store: Store, inTurn: <T>(work: () => Promise<T>) => Promise<T>): JournalDesk {
	let kept = new Map<string, RoundTraces>();
	let keptAt = '';

	function tracesOf(name: string): RoundTraces {
		if (keptAt !== store.head().hash || kept.size >= mostKept) {
			kept = new Map();
			keptAt = store.head().hash;
		}
		const known = kept.get(name) ?? layTraces(store.lines(), presentOf(name), untilOf(store, name));
		kept.set(name, known);
		return known;
	}

	return {
		head: () => inTurn(() => Promise.resolve(store.head())),
		list: (asked, page) =>
			inTurn(async () => {
				const wanted = settle(store, asked);
				const lines = await findLines(store, wanted);
				const place = narrowLines(store.lines(), { ...everyLine, ...placeOf(wanted) });
				const pages = Math.max(1, Math.ceil(lines.length / linesOnPage));
				const shown = Math.min(Math.max(1, page), pages);
				const namesOf = namesIn(store);
				return {
					head: store.head(),
					...{ found: lines.length, whole: place.length, page: shown, pages },
					acts: lines.slice((shown - 1) * linesOnPage, shown * linesOnPage).map((line) => sayLine(line, namesOf)),
					kinds: [...new Set(place.map(kindOf))],
					people: [...new Set(place.map(({ who }) => who))].sort((a, b) => a.localeCompare(b, 'th'))
				};
			}),
		all: (asked) =>
			inTurn(async () => {
				const wanted = settle(store, asked);
				const namesOf = namesIn(store);
				return (await findLines(store, wanted)).map((line) => sayLine(line, namesOf));
			}),
		table: (asked, name) =>
			inTurn(async () => {
				const wanted = settle(store, asked);
				const namesOf = namesIn(store);
				const acts = (await findLines(store, wanted)).map((line) => sayLine(line, namesOf));
				return tableActs(acts, namesOf, name);
			}),
		raw: (asked) =>
			inTurn(async () => {
				const wanted = settle(store, asked);
				if (wanted.only !== null) throw refuse('own_only', journalWords.ownOnly);
				return await readRawLines(store, new Set((await findLines(store, wanted)).map(({ n }) => n)));
			}),
		// The journal is in memory, and every page of a district asks: nobody waits here for those who write.
		traces: (name) => Promise.resolve().then(() => tracesOf(name))
	};
}

const settle = (store: Store, asked: LinesAsked): LinesWanted =>
	asked.round === null
		? { ...asked, until: null }
		: { ...asked, round: presentOf(asked.round), until: untilOf(store, asked.round) };

/** Where lines are looked for, without the filters on them. */
const placeOf = ({ round, until, office, only }: LinesWanted) => ({ round, until, office, only });

async function findLines(store: Store, wanted: LinesWanted): Promise<readonly JournalLine[]> {
	return narrowLines(store.lines(), wanted, await findCarrying(store, wanted));
}

/** Of an import the journal does not say which indicators it speaks of: the values themselves do. */
async function findCarrying(store: Store, { round, district, indicator: key }: LinesWanted): Promise<Carrying> {
	if (key === null) return null;
	const [section = '', indicator = ''] = key.split('/');
	const read = await store.connection().runAndReadAll(
		`SELECT DISTINCT submission FROM entries
		WHERE section = $section AND indicator = $indicator AND ($round IS NULL OR round = $round)
			AND ($district IS NULL OR district = $district OR district = $province)`,
		{ section, indicator, round, district, province: district?.slice(0, 2) ?? null }
	);
	return new Set(read.getRows().map(([number]) => Number(number)));
}

/** Names by round, each letter looked up once; a letter that is gone or broken leaves codes as they are. */
function namesIn(store: Store): NamesOf {
	const shelf = store.shelf();
	const known = new Map<string, RoundNames | null>();
	const look = (round: string): RoundNames | null => {
		try {
			const letter = shelf.find(round);
			return letter && { agreement: letter.agreement, province: findProvince(letter.agreement.province) };
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			return null;
		}
	};
	return (round) => {
		const names = known.get(round);
		if (names !== undefined) return names;
		const found = look(round);
		known.set(round, found);
		return found;
	};
}
