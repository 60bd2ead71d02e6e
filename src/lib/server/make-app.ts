import { bangkokTime } from './clock.ts';
import type { RoundView } from '../ranking/round.ts';
import { addLetter, previewLetter, takeLettersAlong } from './agreements.ts';
import type { App } from './app.ts';
import { sha256 } from './durable.ts';
import { importFiles } from './import-files.ts';
import { openLetter } from './letter-desk.ts';
import { listRoundsAtHand } from './list-rounds.ts';
import { officeVersion, readOffice, writeOffice } from './office.ts';
import { refuse } from './refusal.ts';
import { viewRound, withOffice, type ScoredRound } from './round-view.ts';
import { giveRulings, openRulingDesk, previewRulings } from './rulings.ts';
import { say } from './sentences.ts';
import type { Store } from './store.ts';
import { storedSubmissions } from './stored-entries.ts';

/** One after the other, so that no question is answered from half a change. */
function takeTurns(): <Answer>(work: () => Promise<Answer>) => Promise<Answer> {
	let last: Promise<unknown> = Promise.resolve();
	return (work) => {
		const mine = last.then(work, work);
		last = mine.catch(() => undefined);
		return mine;
	};
}

export function makeApp(store: Store): App {
	const inTurn = takeTurns();
	const views = new Map<string, ScoredRound | null>();
	let viewsAt = store.head().hash;

	function remembered(id: string): ScoredRound | null | undefined {
		if (viewsAt !== store.head().hash) {
			views.clear();
			viewsAt = store.head().hash;
		}
		return views.get(id);
	}

	/** Scored once for each state of the journal; what is remembered is answered without waiting for a turn. */
	async function scored(id: string): Promise<ScoredRound | null> {
		const before = remembered(id);
		if (before !== undefined) return before;
		return await inTurn(async () => {
			const meanwhile = remembered(id);
			if (meanwhile !== undefined) return meanwhile;
			const view = await viewRound(store, id);
			views.set(id, view);
			return view;
		});
	}

	async function mustScore(id: string): Promise<ScoredRound> {
		const view = await scored(id);
		if (view === null) throw refuse('unknown_round', say.noSuchRound(id));
		return view;
	}

	async function round(id: string): Promise<RoundView | null> {
		const view = await scored(id);
		return view === null ? null : withOffice(view, await readOffice(store.directory));
	}

	return {
		notices: store.notices,
		version: async () => `${store.head().hash} ${await officeVersion(store.directory)}`,
		rounds: () => inTurn(() => listRoundsAtHand(store)),
		round,
		importFiles: (files, { round: id, sender }) =>
			inTurn(() =>
				importFiles(
					store,
					files.map(({ name, bytes }) => ({ name, bytes, round: id, sender, received_at: null })),
					{ who: 'web', demo: false }
				)
			),
		importArriving: (files, whose) => inTurn(() => importFiles(store, files, whose)),
		letter: (id) => inTurn(() => Promise.resolve(openLetter(store, id))),
		previewLetter: (file) => inTurn(() => previewLetter(store, file)),
		addLetter: (file, who) => inTurn(() => addLetter(store, file, who)),
		async rulings(id) {
			const view = await mustScore(id);
			return await inTurn(() => Promise.resolve(openRulingDesk(store, view)));
		},
		async previewRulings(id, rulings) {
			const view = await mustScore(id);
			return await inTurn(() => previewRulings(store, view, rulings));
		},
		rule: (id, rulings, whose) => inTurn(() => giveRulings(store, id, rulings, whose)),
		async memo(id, digits) {
			const view = await round(id);
			if (view === null) throw refuse('unknown_round', say.noSuchRound(id));
			const { printRequest } = await import('./print.ts');
			return await printRequest({ kind: 'memo' }, view, [], digits);
		},
		office: () => readOffice(store.directory),
		saveOffice: (office) =>
			inTurn(async () => {
				const written = await writeOffice(store.directory, office);
				await store.commit(
					{ at: bangkokTime(new Date()), who: 'web', act: 'office', round: null, what: { sha256: sha256(written) } },
					() => Promise.resolve([])
				);
			}),
		startClean: () =>
			inTurn(async () => {
				const at = bangkokTime(new Date());
				const folder = `aside/${at.slice(0, 19).replaceAll(':', '')}`;
				const { length } = await storedSubmissions(store.connection(), null);
				const bringLetters = takeLettersAlong(store);
				await store.putAside(folder);
				await store.commit(
					{ at, who: 'web', act: 'start-clean', round: null, what: { put_aside: folder, submissions: length } },
					() => Promise.resolve([])
				);
				await bringLetters('web');
			}),
		rebuild: () =>
			inTurn(async () => {
				views.clear();
				return await store.rebuild();
			}),
		withStore: (ask) => inTurn(() => ask(store)),
		close: () =>
			inTurn(() => {
				store.close();
				return Promise.resolve();
			})
	};
}
