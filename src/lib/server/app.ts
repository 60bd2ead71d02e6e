// What pages, the API and the command line ask of the store. One of these per process, opened once.
import { setTimeout as wait } from 'node:timers/promises';
import type { Ruling } from '../agreement/ruling.ts';
import type { Office, RoundView } from '../ranking/round.ts';
import type { Fonts } from '../reports/typesetting/print.ts';
import type { RoundsCompared } from '../reports/comparison/facts.ts';
import type { DocumentRequest } from '../reports/documents.ts';
import type { Problem } from '../submission/entry.ts';
import type { Digits } from '../thai/digits.ts';
import type { AddedLetter, ArrivingLetter, LetterPreview } from './rounds/agreements.ts';
import type { PrintedDocument } from './printing/document-desk.ts';
import type { StandingWarning } from './imports/audit-round.ts';
import type { EditionDesk } from './editions/desk.ts';
import { log } from './running/log.ts';
import { tellFault } from './running/faults.ts';
import { mustBeWritable } from './store/disk.ts';
import { checkKept } from './store/replay.ts';
import { makeFolder } from './store/durable.ts';
import type { EntryDesk } from './entry/desk.ts';
import type { JournalDesk } from './journal/desk.ts';
import type { LetterOnDesk } from './rounds/letter-desk.ts';
import type { Arriving } from './imports/arriving.ts';
import type { ImportDesk } from './imports/desk.ts';
import type { Whose } from './imports/commit.ts';
import type { ImportResult, ImportWish } from './imports/import-files.ts';
import type { RoundAtHand } from './rounds/list-rounds.ts';
import { takeLock } from './store/lock.ts';
import { makeApp } from './make-app.ts';
import type { PeopleDesk } from './people/people.ts';
import type { Actor } from './people/visitor.ts';
import type { Moves } from './rounds/moves.ts';
import { openPress, printHere, type Press } from './printing/print-press.ts';
import type { DocumentWish } from './printing/printing.ts';
import { openReader, readHere, type Reader } from './reading/reader.ts';
import { refuse } from './refusal.ts';
import { storeDirectory } from './root.ts';
import type { RunningDesk } from './running/desk.ts';
import type { RulingDesk } from './rounds/rulings.ts';
import { say } from './sentences.ts';
import { openStore, type Store } from './store/store.ts';
import type { WayDesk } from './rounds/way-desk.ts';
import type { WhatIfAnswer, WhatIfChange } from './rounds/what-if.ts';

export type { DocumentWish, ImportResult, PrintedDocument, RoundAtHand };

export interface App {
	/** what was put right when the store was opened */
	readonly notices: readonly Problem[];
	/** changes whenever an answer of this app may: what was worked out at one version holds while it lasts */
	version(): string;
	/** who may do what, and who has signed in */
	readonly people: PeopleDesk;
	/** whether what it holds began with the invented demo */
	isDemo(): boolean;
	/** the province of a round as addresses name it (`khon-kaen`), whatever folder its letter lies in; null where there is no letter */
	provinceOf(round: string): string | null;
	/** all rounds with a letter, the latest first; at a moment (local) as they were then, their ids saying so */
	rounds(moment?: string | null): Promise<readonly RoundAtHand[]>;
	/** null when there is no letter for it; `khon-kaen/2565-2@2022-09-12` is the round as it was at the end of that day */
	round(id: string): Promise<RoundView | null>;
	importFiles(
		files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
		options: { readonly round: string | null; readonly sender: string | null }
	): Promise<ImportResult>;
	/** files that each carry their own round, sender and time, as the command line finds them */
	importArriving(files: readonly Arriving[], whose: Whose, wish?: ImportWish): Promise<ImportResult>;
	/** files that wait for a decision, receipts, and every version of a value */
	readonly imports: ImportDesk;
	/** results filled in on the web: drafts, evidence, sending */
	readonly entry: EntryDesk;
	/** how this process and its store stand, for whoever looks after them */
	readonly running: RunningDesk;
	/** who did what and when, and who changed a value */
	readonly journal: JournalDesk;
	/** the letter in force of a round, or of a round at a moment, with its text, versions, findings and cases; null when there is none */
	letter(id: string): Promise<LetterOnDesk | null>;
	/** what is wrong with a letter, and whose score and place it would change; nothing is stored */
	previewLetter(file: ArrivingLetter): Promise<LetterPreview>;
	/** puts a letter in force for its round, unless something is wrong with it */
	addLetter(file: ArrivingLetter, actor: Actor): Promise<AddedLetter>;
	/** what can be ruled on in a round and what was; refuses when there is no such round, as the next two do */
	rulings(id: string): Promise<RulingDesk>;
	/** what an auditor would ask of the values in force, with the numbers; refuses when there is no such round */
	audit(id: string): Promise<readonly StandingWarning[]>;
	/** whose score and place would change by rulings; refuses those that cannot be given */
	previewRulings(id: string, rulings: readonly Ruling[]): Promise<Moves>;
	/**
	 * Rounds of one province compared, in the order of time whichever way they were named; a name with `@2024-02-20` is the
	 * round as it was at the end of that day, and one round alone is compared at its reporting dates. Refuses unknown rounds
	 * and those of several provinces.
	 */
	compare(names: readonly string[]): Promise<RoundsCompared>;
	/** what would be if a district had reported otherwise, nothing stored; refuses unknown rounds, districts and inputs */
	whatIf(id: string, district: string, changes: readonly WhatIfChange[]): Promise<WhatIfAnswer>;
	/** approving and returning results */
	readonly way: WayDesk;
	/** publishing rounds, and what was published */
	readonly editions: EditionDesk;
	/** gives rulings; refuses those that cannot be given, and any without a reason */
	rule(id: string, rulings: readonly Ruling[], whose: Actor & { readonly reason: string }): Promise<void>;
	/**
	 * A document of a round as PDF, in the office's digits where `digits` is null; printed once for each state of the data.
	 * Refuses when there is no such round, district or indicator, when too many documents wait, and when printing failed.
	 */
	document(id: string, request: DocumentRequest, digits: Digits | null, wish?: DocumentWish): Promise<PrintedDocument>;
	/** the same where it is printed already and nothing changed since; null where it would have to be printed */
	documentAtHand(id: string, request: DocumentRequest, digits: Digits | null): Promise<PrintedDocument | null>;
	office(): Promise<Office>;
	/** whether documents are set in a font of the office's own */
	hasOwnFont(): Promise<boolean>;
	/** refuses settings, an emblem or fonts that cannot be taken; fonts left out stay as they are, `null` takes them away */
	saveOffice(office: Office, actor: Actor, fonts?: Fonts | null): Promise<void>;
	/** leaves the demo: all that was received is put into a folder of the store, which begins empty */
	startClean(actor: Actor): Promise<void>;
	/** builds the database again from archive and journal; what was noticed */
	rebuild(): Promise<readonly Problem[]>;
	/** the open store, for proving it; nothing else runs meanwhile */
	withStore<Answer>(ask: (store: Store) => Promise<Answer>): Promise<Answer>;
	close(): Promise<void>;
}

/** Opens the app on a store at once; null while another process works in it. */
export async function tryApp(
	directory: string,
	press: Press = printHere,
	reader: Reader = readHere
): Promise<App | null> {
	await makeFolder(directory);
	await mustBeWritable(directory);
	const lock = takeLock(directory);
	return lock === null ? null : makeApp(await openStore(directory, lock), press, reader);
}

/** How long to wait for another process to finish its work in the store. */
export const patience = 20_000;

/** Opens the app on a store, waiting its turn; refuses when another process keeps the store for long. */
export async function openApp(directory: string, press: Press = printHere, reader: Reader = readHere): Promise<App> {
	const until = Date.now() + patience;
	for (;;) {
		const app = await tryApp(directory, press, reader);
		if (app !== null) return app;
		if (Date.now() > until) throw refuse('store_busy', say.storeBusy);
		await wait(60 + Math.random() * 60);
	}
}

// Kept on the global object: in development this module is loaded again at each change, the store must not be.
const place = Symbol.for('watphon.app');
const kept = globalThis as { [place]?: Promise<App> | undefined };

/** The app of this process on the store of KPI_STORE; it prints in threads of its own, so that pages are not held up. */
export function getApp(): Promise<App> {
	kept[place] ??= openServing().catch((error: unknown) => {
		// The next who asks tries again.
		kept[place] = undefined;
		throw error;
	});
	return kept[place];
}

/** Files of the archive that are gone or altered are named at the start; nobody waits for it, and all that does not need them goes on. */
async function nameDamaged(app: App): Promise<void> {
	const look = () => app.withStore((store) => Promise.resolve({ directory: store.directory, lines: store.lines() }));
	const { directory, lines } = await look();
	const damaged = await checkKept(directory, lines);
	// what was put aside meanwhile is not gone
	if (damaged.length === 0 || (await look()).lines[0]?.hash !== lines[0]?.hash) return;
	for (const { message } of damaged) log({ level: 'error', event: 'archive_damaged', message });
}

async function openServing(): Promise<App> {
	const press = openPress();
	const reader = openReader();
	const app = await openApp(storeDirectory(), press, reader);
	press.warm();
	reader.warm();
	app.people.beginServing();
	app.running.beginServing();
	await app.imports.dropOld();
	nameDamaged(app).catch((error: unknown) => tellFault(error, { place: 'process' }));
	return app;
}

/** Closes what getApp opened; the next getApp opens anew. */
export async function closeApp(): Promise<void> {
	const opened = kept[place];
	kept[place] = undefined;
	if (opened !== undefined) await (await opened).close();
}
