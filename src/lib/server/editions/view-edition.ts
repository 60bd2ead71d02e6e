// A round as it was published: read from what is kept of it, and from nothing else.
import { z } from 'zod';
import type { PublishedEdition } from '../../ranking/edition.ts';
import { nameEdition } from '../../ranking/edition.ts';
import type { Fonts } from '../../reports/typesetting/print.ts';
import { readKept } from '../store/archive.ts';
import { readEdition, type EditionFile } from './edition-file.ts';
import { readLetterText, shelfWith, shelfOf } from '../rounds/letters.ts';
import { errorAbout, Refusal, refuse } from '../refusal.ts';
import { findEdition, listEditions, publishLines, readRoundEdition } from '../rounds/round-edition.ts';
import type { ScoredRound } from '../rounds/round-view.ts';
import { editionWords } from './sentences.ts';
import type { Store } from '../store/store.ts';

/** Editions read lately: they never change. */
const known = new Map<string, EditionFile>();
const mostKnown = 8;

async function mustKeep(store: Store, hash: string, why: string): Promise<Uint8Array> {
	const kept = await readKept(store.directory, hash);
	if (kept.kind === 'whole') return kept.bytes;
	throw new Refusal([errorAbout(`archive/${hash}`, `archive_${kept.kind}`, why)]);
}

/** What is kept of an edition. Refuses one that was never published, and one that is gone or altered. */
export async function openEdition(store: Store, round: string, number: number): Promise<EditionFile> {
	const heads = listEditions(store.lines(), round);
	const head = heads.find((one) => one.number === number);
	if (head === undefined)
		throw refuse('unknown_edition', editionWords.noSuch(round, number, heads.at(-1)?.number ?? 0));
	const before = known.get(head.sha256);
	if (before !== undefined) return before;
	const bytes = await mustKeep(store, head.sha256, editionWords.damaged(round, number, head.code));
	try {
		const file = readEdition(bytes);
		if (known.size >= mostKnown) known.clear();
		known.set(head.sha256, file);
		return file;
	} catch (error) {
		if (error instanceof z.ZodError) throw refuse('newer_edition', editionWords.unreadable(round, number));
		throw error;
	}
}

/** The round of an edition, for who asks the desk of letters and rulings: the store as it stood before it was published. */
export async function storeOfEdition(store: Store, round: string, number: number): Promise<Store> {
	const { letter, journal } = await openEdition(store, round, number);
	const lines = store.lines().slice(0, journal.n);
	const shelf = shelfWith(shelfOf(store.directory, lines), readLetterText(letter.text, letter.file, false));
	return { ...store, lines: () => lines, shelf: () => shelf };
}

export const addressOf = (origin: string, code: string): string => `${origin}/verify/${code}`;

/** Refuses one that was never published, and one that is gone or altered. */
export async function viewEdition(store: Store, round: string, number: number): Promise<ScoredRound> {
	const file = await openEdition(store, round, number);
	const editions = listEditions(store.lines(), round);
	const head = editions.find((one) => one.number === number);
	if (head === undefined) throw new Error(`edition ${number} of ${round} was opened and is not there`);
	const { agreement, province, answer, details, problems, entries, received, newest, demo, way, rulings, office } =
		file;
	const edition: PublishedEdition = {
		...head,
		verify: addressOf(file.origin, head.code),
		journal: file.journal,
		change: file.change
	};
	return {
		id: nameEdition(round, number),
		...{ agreement, province, answer, details, problems, entries, received, newest, demo, way, office },
		...(rulings === undefined ? {} : { rulings }),
		editions,
		edition
	};
}

/**
 * Beside an edition stands what was published by then, and nothing that may still change. Refuses a round of which nothing was.
 */
export function besideEdition(store: Store, edition: string, other: string): string {
	const head = findEdition(store.lines(), edition);
	if (head === null || readRoundEdition(other) !== null) return other;
	const [round = ''] = other.split('@');
	const last = listEditions(store.lines(), round).findLast((one) => one.published_at <= head.published_at);
	if (last === undefined) throw refuse('unknown_edition', editionWords.notBeside(round, head.published_at));
	return nameEdition(round, last.number);
}

/** The office's own font as it was when the edition was published; null where it had none. */
export async function fontsOfEdition(store: Store, round: string, number: number): Promise<Fonts | null> {
	const { fonts } = await openEdition(store, round, number);
	if (fonts === null) return null;
	const [line] = publishLines(store.lines()).filter((one) => one.round === round && one.what.edition === number);
	const why = editionWords.damaged(round, number, line?.what.code ?? '');
	const [regular, bold] = await Promise.all([mustKeep(store, fonts.regular, why), mustKeep(store, fonts.bold, why)]);
	return { regular, bold };
}
