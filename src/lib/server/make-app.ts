import { bangkokTime } from './clock.ts';
import type { Office, RoundView } from '../ranking/round.ts';
import { compareViews } from '../reports/comparison/facts.ts';
import { addLetter, previewLetter, takeLettersAlong } from './rounds/agreements.ts';
import type { App } from './app.ts';
import { auditRound } from './imports/audit-round.ts';
import { gatherRounds } from './rounds/compare-rounds.ts';
import { crossRounds } from './rounds/cross-rounds.ts';
import { openImportDesk } from './imports/desk.ts';
import { importFiles } from './imports/import-files.ts';
import { openEntryDesk } from './entry/desk.ts';
import { openJournalDesk } from './journal/desk.ts';
import { keepScored } from './rounds/keep-scored.ts';
import { openLetter } from './rounds/letter-desk.ts';
import { openEditions } from './editions/desk.ts';
import { besideEdition, fontsOfEdition } from './editions/view-edition.ts';
import { findEdition, readRoundEdition } from './rounds/round-edition.ts';
import { findProvinceOf, listRoundsAtHand, type RoundAtHand } from './rounds/list-rounds.ts';
import { officeVersion, readOffice, saveOffice } from './office/office.ts';
import { readOwnFonts } from './office/office-files.ts';
import { openPeople } from './people/people.ts';
import { isDemoStore } from './people/demo-open.ts';
import { whoseLine } from './people/visitor.ts';
import type { Press } from './printing/print-press.ts';
import type { Reader } from './reading/reader.ts';
import { openPrinting } from './printing/printing.ts';
import { refuse } from './refusal.ts';
import { mustBePresent, standAt, viewNamedRound } from './rounds/round-moment.ts';
import { withOffice, type ScoredRound } from './rounds/round-view.ts';
import { giveRulings, openRulingDesk, previewRulings } from './rounds/rulings.ts';
import { openRunning } from './running/desk.ts';
import { say } from './sentences.ts';
import { orOfDisk } from './store/disk.ts';
import type { Store } from './store/store.ts';
import { storedSubmissions } from './store/stored-entries.ts';
import { decide } from './rounds/way-desk.ts';
import { lookAtWay } from './rounds/way-look.ts';
import { tryChanges } from './rounds/what-if.ts';

/** One after the other, so that no question is answered from half a change. */
function takeTurns(store: string): <Answer>(work: () => Promise<Answer>) => Promise<Answer> {
	let last: Promise<unknown> = Promise.resolve();
	return (work) => {
		const mine = last.then(work, work).catch((error: unknown) => {
			throw orOfDisk(error, store);
		});
		last = mine.catch(() => undefined);
		return mine;
	};
}

/** Milliseconds for which what the office's files are is taken for what they were. */
const officeStands = 50;
/** Scored rounds kept, those at a moment among them. */
const mostKept = 64;

export function makeApp(store: Store, press: Press, reader: Reader): App {
	const inTurn = takeTurns(store.directory);
	const people = openPeople(store, { inTurn });
	const running = openRunning(store, inTurn);
	const views = new Map<string, ScoredRound | null>();
	let viewsAt = store.head();

	// asked at every request
	const provinces = new Map<string, string | null>();
	let demo: boolean | null = null;
	let roundsNow: Promise<readonly RoundAtHand[]> | null = null;

	function turnToHead(): void {
		if (viewsAt.hash === store.head().hash) return;
		keepScored(views, viewsAt, store.lines());
		provinces.clear();
		demo = null;
		roundsNow = null;
		viewsAt = store.head();
	}

	function remembered(id: string): ScoredRound | null | undefined {
		turnToHead();
		return views.get(id);
	}

	function provinceOf(round: string): string | null {
		turnToHead();
		if (provinces.size >= mostKept) provinces.clear();
		const known = provinces.get(round);
		const found = known === undefined ? findProvinceOf(store, round) : known;
		provinces.set(round, found);
		return found;
	}

	function isDemo(): boolean {
		turnToHead();
		demo ??= isDemoStore(store.lines());
		return demo;
	}

	/** Every page that leads to other rounds asks; listed once for each state of the journal. */
	async function listRounds(): Promise<readonly RoundAtHand[]> {
		turnToHead();
		const listing = (roundsNow ??= inTurn(() => listRoundsAtHand(store, null)));
		try {
			return await listing;
		} catch (error) {
			if (roundsNow === listing) roundsNow = null;
			throw error;
		}
	}

	/** Scored once for each state of the journal; what is remembered is answered without waiting for a turn. */
	async function scored(id: string): Promise<ScoredRound | null> {
		const before = remembered(id);
		if (before !== undefined) return before;
		return await inTurn(async () => {
			const meanwhile = remembered(id);
			if (meanwhile !== undefined) return meanwhile;
			const view = await viewNamedRound(store, id);
			if (views.size >= mostKept) views.clear();
			views.set(id, view);
			return view;
		});
	}

	async function mustScore(id: string): Promise<ScoredRound> {
		const view = await scored(id);
		if (view === null) throw refuse('unknown_round', say.noSuchRound(id));
		return view;
	}

	async function mustView(id: string): Promise<ScoredRound> {
		const view = await viewNamedRound(store, id);
		if (view === null) throw refuse('unknown_round', say.noSuchRound(id));
		return view;
	}

	async function round(id: string): Promise<RoundView | null> {
		const view = await scored(id);
		return view === null ? null : withOffice(view, await readOffice(store.directory));
	}

	// Files of the office may be changed by hand at any time; asking the disk at every page would cost an eighth of it.
	let office = { text: '', until: 0 };
	const version = () => {
		const now = performance.now();
		if (now > office.until) office = { text: officeVersion(store.directory), until: now + officeStands };
		return `${store.head().hash} ${office.text}`;
	};
	/** Rounds made ready to be compared, the earliest first. */
	async function crossed(names: readonly string[], office: Office): Promise<readonly RoundView[]> {
		const gathered = await gatherRounds(names, async (name) => withOffice(await mustScore(name), office));
		return await inTurn(() => crossRounds(store, gathered));
	}

	const setting = async () => ({
		office: await readOffice(store.directory),
		fonts: await readOwnFonts(store.directory)
	});
	const documents = openPrinting(press, {
		version: (ids) => {
			const heads = ids.map((id) => findEdition(store.lines(), id));
			return heads.every((head) => head !== null) ? heads.map(({ sha256 }) => sha256).join() : version();
		},
		office: async (id) => {
			const now = await readOffice(store.directory);
			return readRoundEdition(id) === null ? now : ((await mustScore(id)).office ?? now);
		},
		async fonts(id) {
			const published = readRoundEdition(id);
			if (published === null) return await readOwnFonts(store.directory);
			return await inTurn(() => fontsOfEdition(store, published.round, published.number));
		},
		view: async (id, office) => withOffice(await mustScore(id), office),
		compared: ([id = '', ...ids], office) => crossed([id, ...ids.map((one) => besideEdition(store, id, one))], office)
	});
	const editions = openEditions({
		...{ store, inTurn, version, setting },
		scoreNow: async (id) => remembered(id) ?? (await mustView(id)),
		async view(id) {
			const view = await round(id);
			if (view === null) throw refuse('unknown_round', say.noSuchRound(id));
			return view;
		},
		print: (id, request, digits) => documents.print(id, request, digits)
	});

	return {
		notices: store.notices,
		version,
		people,
		isDemo,
		provinceOf,
		rounds: (moment = null) => (moment === null ? listRounds() : inTurn(() => listRoundsAtHand(store, moment))),
		round,
		importFiles: (files, { round: id, sender }) =>
			inTurn(() =>
				importFiles(
					store,
					files.map(({ name, bytes }) => ({ name, bytes, round: id, sender, received_at: null })),
					{ who: 'web', demo: false },
					{},
					reader
				)
			),
		importArriving: (files, whose, wish) => inTurn(() => importFiles(store, files, whose, wish, reader)),
		imports: openImportDesk(store, inTurn, reader),
		entry: openEntryDesk(store, inTurn),
		running,
		journal: openJournalDesk(store, inTurn),
		letter: (id) =>
			inTurn(async () => {
				const then = await standAt(store, id);
				return openLetter(then.store, then.round);
			}),
		previewLetter: (file) => inTurn(() => previewLetter(store, file)),
		addLetter: (file, actor) => inTurn(() => addLetter(store, file, actor)),
		async rulings(id) {
			const view = await mustScore(id);
			return await inTurn(async () => {
				const then = await standAt(store, id);
				return openRulingDesk(then.store, { ...view, id: then.round });
			});
		},
		async audit(id) {
			const view = await mustScore(id);
			return await inTurn(() => auditRound(store, view));
		},
		async previewRulings(id, rulings) {
			mustBePresent(id);
			const view = await mustScore(id);
			return await inTurn(() => previewRulings(store, view, rulings));
		},
		compare: async (names) => compareViews(await crossed(names, await readOffice(store.directory))),
		async whatIf(id, district, changes) {
			const view = withOffice(await mustScore(id), await readOffice(store.directory));
			return await inTurn(() => tryChanges(store, view, district, changes));
		},
		async rule(id, rulings, whose) {
			mustBePresent(id);
			await inTurn(() => giveRulings(store, id, rulings, whose));
		},
		way: {
			async decide(id, wish) {
				mustBePresent(id);
				await mustScore(id);
				// Decided on what is in force at this turn, which may be more than was just scored.
				return await inTurn(async () => decide(store, remembered(id) ?? (await mustView(id)), wish));
			},
			async look(id) {
				const view = await mustScore(id);
				return await inTurn(() => lookAtWay(store, view));
			}
		},
		document: (id, request, digits, wish) => documents.print(id, request, digits, wish),
		editions,
		documentAtHand: (id, request, digits) => documents.find(id, request, digits),
		office: () => readOffice(store.directory),
		hasOwnFont: async () => (await readOwnFonts(store.directory)) !== null,
		saveOffice: (settings, actor, fonts) =>
			inTurn(async () => {
				const what = await saveOffice(store.directory, settings, fonts);
				office.until = 0;
				await store.commit({ at: store.now(), ...whoseLine(actor), act: 'office', round: null, what }, () =>
					Promise.resolve([])
				);
			}),
		startClean: (actor) =>
			inTurn(async () => {
				const at = bangkokTime(new Date());
				const folder = `aside/${at.slice(0, 19).replaceAll(':', '')}`;
				const { length } = await storedSubmissions(store.connection(), null);
				const bringLetters = takeLettersAlong(store);
				await store.wholly({ kind: 'aside', folder }, async () => {
					await store.putAside(folder);
					await store.commit(
						{
							at,
							...whoseLine(actor),
							act: 'start-clean',
							round: null,
							what: { put_aside: folder, submissions: length }
						},
						() => Promise.resolve([])
					);
					await bringLetters(actor);
					await people.recordAll(actor);
				});
			}),
		rebuild: () =>
			inTurn(async () => {
				views.clear();
				documents.clear();
				return await store.rebuild();
			}),
		withStore: (ask) => inTurn(() => ask(store)),
		close: () =>
			inTurn(async () => {
				await Promise.all([documents.close(), reader.close()]);
				people.close();
				running.close();
				store.close();
			})
	};
}
