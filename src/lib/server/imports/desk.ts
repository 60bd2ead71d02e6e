// The way of files from the web: held as they came, looked at, decided, received.
import type { Answer } from '../../submission/question.ts';
import type { Place } from '../../submission/entry.ts';
import { bangkokTime } from '../clock.ts';
import type { Whose } from './commit.ts';
import type { Excerpt } from './excerpt.ts';
import { prepareFiles, takePrepared, type ImportResult, type ImportWish } from './import-files.ts';
import { previewFiles, showPrepared, type ImportPreview, type ScoredPreview } from './preview.ts';
import type { Arriving } from './arriving.ts';
import { readAhead } from './read.ts';
import { readHere, type Reader } from '../reading/reader.ts';
import { openReceipt, readReceivedFile, type Receipt } from './receipt.ts';
import type { Receipted } from './received.ts';
import type { Actor } from '../people/visitor.ts';
import { presentOf } from '../rounds/round-moment.ts';
import { mustBePresent } from '../rounds/round-moment.ts';
import type { Store } from '../store/store.ts';
import { listVersions, type EntryVersion } from './versions.ts';
import {
	answerBundle,
	dropBundle,
	dropOldBundles,
	findBundle,
	holdFiles,
	listBundles,
	readHeld,
	type Held,
	type WaitingBundle
} from './waiting.ts';

export interface WaitingPreview {
	readonly bundle: WaitingBundle;
	readonly preview: ScoredPreview;
}

/** `moved`: what it would do is not any more what was looked at; `gone`: it does not wait any more. */
export type Taken =
	| { readonly kind: 'taken'; readonly receipts: readonly Receipted[] }
	| { readonly kind: 'refused' }
	| { readonly kind: 'moved' }
	| { readonly kind: 'gone' };

export interface ImportDesk {
	/** lets go what has waited too long */
	dropOld(): Promise<void>;
	/** holds files of a round until somebody decides; the same files are the same bundle. Refuses a round as it was */
	hold(
		files: readonly Held[],
		about: { readonly round: string; readonly sender: string | null; readonly district: string | null }
	): Promise<WaitingBundle>;
	/** what waits in a round, the newest first */
	waiting(round: string): Promise<readonly WaitingBundle[]>;
	/** null where it does not wait, or not in this round */
	preview(round: string, id: string): Promise<WaitingPreview | null>;
	/** the rows of a held file around a place; null where there is nothing to show */
	excerpt(bundle: WaitingBundle, place: Place): Promise<Excerpt | null>;
	answer(round: string, id: string, answers: readonly Answer[]): Promise<boolean>;
	drop(round: string, id: string): Promise<void>;
	/** takes what waits, unless it would now do something else than what carries this stamp */
	take(
		round: string,
		id: string,
		wish: { readonly stamp: string; readonly partly: boolean; readonly actor: Actor }
	): Promise<Taken>;
	/** what files would do, nothing stored or held; files may be of several rounds */
	look(files: readonly Arriving[], answers: readonly Answer[]): Promise<ImportPreview>;
	/** takes files and says what they changed */
	takeNow(
		files: readonly Arriving[],
		whose: Whose,
		wish: ImportWish
	): Promise<ImportResult & Pick<ImportPreview, 'changes' | 'counts'>>;
	/** null where the round has no submission of this number */
	receipt(round: string, number: number): Promise<Receipt | null>;
	/** a file as it was received */
	received(round: string, number: number): Promise<{ readonly name: string; readonly bytes: Uint8Array } | null>;
	/** all that was ever sent for an indicator of a district, the newest first within an input */
	versions(
		round: string,
		asked: { readonly district: string; readonly section: string; readonly indicator: string }
	): Promise<readonly EntryVersion[]>;
}

/** Files wait this long for a decision. */
const daysToWait = 7;
/** Previews kept, so that a page opened again is not worked out again. */
const mostKept = 6;

export function openImportDesk(
	store: Store,
	inTurn: <T>(work: () => Promise<T>) => Promise<T>,
	reader: Reader = readHere
): ImportDesk {
	const kept = new Map<string, ScoredPreview>();
	const { directory } = store;
	const oldest = () => bangkokTime(new Date(Date.now() - daysToWait * 86_400_000));
	const dropOld = () => dropOldBundles(directory, oldest());

	async function findOf(round: string, id: string): Promise<WaitingBundle | null> {
		const bundle = await findBundle(directory, id);
		return bundle?.round === round ? bundle : null;
	}

	async function readBundle(bundle: WaitingBundle): Promise<readonly Arriving[] | null> {
		const held = await readHeld(directory, bundle);
		const { round, sender } = bundle;
		return held?.map((file) => ({ ...file, round, sender, received_at: null })) ?? null;
	}

	const keyOf = ({ id, answers }: WaitingBundle) => JSON.stringify([id, answers, store.head().hash]);

	async function preview(bundle: WaitingBundle): Promise<ScoredPreview | null> {
		const key = keyOf(bundle);
		const known = kept.get(key);
		if (known !== undefined) return known;
		const files = await readBundle(bundle);
		if (files === null) return null;
		const shown = await previewFiles(store, bundle.round, files, bundle.answers, reader);
		if (shown === null) return null;
		const oldest = [...kept.keys()][0];
		if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
		kept.set(key, shown);
		return shown;
	}

	async function readBundleAhead(round: string, id: string): Promise<void> {
		const bundle = await findOf(round, id);
		const files = bundle === null || kept.has(keyOf(bundle)) ? null : await readBundle(bundle);
		if (bundle !== null && files !== null) await readAhead(store, files, bundle.answers, reader);
	}

	return {
		dropOld: () => inTurn(dropOld),
		hold: (files, about) =>
			inTurn(async () => {
				mustBePresent(about.round);
				return await holdFiles(directory, files, { ...about, arrived_at: bangkokTime(new Date()) });
			}),
		async waiting(round) {
			const before = oldest();
			const bundles = await listBundles(directory);
			if (bundles.some(({ arrived_at }) => arrived_at < before)) await inTurn(dropOld);
			return bundles.filter((bundle) => bundle.round === round && bundle.arrived_at >= before);
		},
		async preview(round, id) {
			await readBundleAhead(round, id);
			return await inTurn(async () => {
				const bundle = await findOf(round, id);
				const shown = bundle === null ? null : await preview(bundle);
				return bundle === null || shown === null ? null : { bundle, preview: shown };
			});
		},
		excerpt: async (bundle, place) => {
			const held = (await readHeld(directory, bundle)) ?? [];
			const file = held.find(({ name }) => place.file === name || place.file.startsWith(`${name}/`));
			return file === undefined ? null : await reader.excerpt(file, place);
		},
		answer: (round, id, answers) =>
			inTurn(async () => {
				const bundle = await findOf(round, id);
				if (bundle !== null) await answerBundle(directory, bundle, [...answers]);
				return bundle !== null;
			}),
		drop: (round, id) =>
			inTurn(async () => {
				if ((await findOf(round, id)) !== null) await dropBundle(directory, id);
			}),
		async take(round, id, { stamp, partly, actor }) {
			await readBundleAhead(round, id);
			return await inTurn(async (): Promise<Taken> => {
				const bundle = await findOf(round, id);
				const files = bundle === null ? null : await readBundle(bundle);
				if (bundle === null || files === null) return { kind: 'gone' };
				const prepared = await prepareFiles(store, files, bundle.answers, reader);
				if ((await showPrepared(store, prepared)).stamp !== stamp) return { kind: 'moved' };
				const result = await store.wholly({ kind: 'bundle', id }, () =>
					takePrepared(store, prepared, { ...actor, demo: false }, partly)
				);
				if (!result.accepted) return { kind: 'refused' };
				// where all of it had been received before, nothing was written that would have let it go
				await dropBundle(directory, id);
				return { kind: 'taken', receipts: result.receipts };
			});
		},
		async look(files, answers) {
			await readAhead(store, files, answers, reader);
			return await inTurn(async () => showPrepared(store, await prepareFiles(store, files, answers, reader)));
		},
		async takeNow(files, whose, wish) {
			await readAhead(store, files, wish.answers ?? [], reader);
			return await inTurn(async () => {
				const prepared = await prepareFiles(store, files, wish.answers, reader);
				const { changes, counts } = await showPrepared(store, prepared);
				const result = await takePrepared(store, prepared, whose, wish.partly ?? false);
				return { ...result, changes, counts };
			});
		},
		receipt: (round, number) => inTurn(() => openReceipt(store, presentOf(round), number)),
		received: (round, number) => inTurn(() => readReceivedFile(store, presentOf(round), number)),
		versions: (round, asked) => inTurn(() => listVersions(store, round, asked))
	};
}
