// What pages, the API and the command line ask of published editions.
import type { EditionChange } from '../../ranking/edition.ts';
import { nameEdition } from '../../ranking/edition.ts';
import type { RoundView } from '../../ranking/round.ts';
import type { EditionHead } from '../../ranking/way.ts';
import { readDocumentName } from '../../reports/document-names.ts';
import type { DocumentRequest } from '../../reports/documents.ts';
import type { Digits } from '../../thai/digits.ts';
import { programVersion } from '../backup/program-version.ts';
import type { PrintedDocument } from '../printing/document-desk.ts';
import { Refusal, refuse } from '../refusal.ts';
import { mustBePresent, presentOf } from '../rounds/round-moment.ts';
import { publishLines } from '../rounds/round-edition.ts';
import type { ScoredRound } from '../rounds/round-view.ts';
import type { Store } from '../store/store.ts';
import { nearestCode, readCode } from './edition-code.ts';
import {
	changeSince,
	prepareEdition,
	publishEdition,
	type PublishWish,
	type Setting,
	type ToPublish
} from './publish.ts';
import { isPdf, readMark } from './read-mark.ts';
import { editionWords } from './sentences.ts';
import { openEdition } from './view-edition.ts';

/** What was published under a code. */
export interface Published {
	readonly view: RoundView & { readonly edition: NonNullable<RoundView['edition']> };
	/** the newest edition of the round where this one is not it */
	readonly later: EditionHead | null;
}

/** Whether a file is a document of the edition, byte for byte. */
export interface CheckedDocument extends Published {
	readonly kind: 'same' | 'differs' | 'differs_by_program' | 'unnamed';
	/** what the file was found to be, in Thai */
	readonly message: string;
}

export interface EditionDesk {
	/** what would be published; refuses rounds that are not the present, and unknown ones */
	prepare(round: string): Promise<ToPublish>;
	/** refuses while something stands in the way, and where something was changed since it was looked at */
	publish(round: string, wish: PublishWish): Promise<EditionHead>;
	/** how a round as it stands differs from its last edition; null where there is none */
	since(round: string): Promise<EditionChange | null>;
	/** what was published under a code, however it was typed; refuses what is no code and what is unknown, in words for who typed */
	verify(code: string): Promise<Published>;
	/** what a PDF is; refuses one that carries no code */
	verifyDocument(bytes: Uint8Array): Promise<CheckedDocument>;
}

export interface EditionSources {
	readonly store: Store;
	readonly inTurn: <Answer>(work: () => Promise<Answer>) => Promise<Answer>;
	version(): string;
	/** the round as it stands at this turn; refuses when there is no such round */
	readonly scoreNow: (round: string) => Promise<ScoredRound>;
	readonly setting: () => Promise<Setting>;
	/** refuses when there is no such round */
	view(id: string): Promise<RoundView>;
	print(id: string, request: DocumentRequest, digits: Digits): Promise<PrintedDocument>;
}

/** Larger than any document that we print. */
const mostMegabytes = 24;

export function openEditions(sources: EditionSources): EditionDesk {
	const { store, inTurn, scoreNow, setting } = sources;
	const known = new Map<string, EditionChange | null>();
	let knownAt = '';

	async function verify(written: string): Promise<Published> {
		const code = readCode(written);
		if (code === null) throw refuse('no_code', editionWords.noCode(written.trim().slice(0, 60)));
		const lines = publishLines(store.lines());
		const line = lines.find(({ what }) => what.code === code);
		if (line === undefined) {
			const near = nearestCode(
				code,
				lines.map(({ what }) => what.code)
			);
			throw refuse('unknown_code', near === null ? editionWords.unknownCode(code) : editionWords.nearCode(code, near));
		}
		const view = await sources.view(nameEdition(line.round, line.what.edition));
		const { edition } = view;
		if (edition === undefined) throw new Error(`${view.id} is no edition`);
		const last = view.editions.at(-1);
		return { view: { ...view, edition }, later: last !== undefined && last.number > edition.number ? last : null };
	}

	async function compareBytes(published: Published, bytes: Uint8Array, mark: NonNullable<ReturnType<typeof readMark>>) {
		const { view } = published;
		const { document } = mark;
		const request = document?.round === view.id ? readDocumentName(document.name, view.id.split('/')[0] ?? '') : null;
		const unnamed = { kind: 'unnamed', message: editionWords.unnamed } as const;
		if (document === null || request === null) return unnamed;
		try {
			const printed = await sources.print(view.id, request, document.digits);
			if (Buffer.compare(printed.bytes, bytes) === 0)
				return { kind: 'same', message: editionWords.same(printed.title) } as const;
			const then = (await openEdition(store, presentOf(view.id), view.edition.number)).program;
			const now = programVersion();
			return then === now
				? ({ kind: 'differs', message: editionWords.differs(printed.title) } as const)
				: ({ kind: 'differs_by_program', message: editionWords.differsByProgram(printed.title, then, now) } as const);
		} catch (error) {
			// it names a district or an indicator that the edition does not have: somebody wrote that
			if (error instanceof Refusal && error.exit === 2) return unnamed;
			throw error;
		}
	}

	return {
		prepare: (round) =>
			inTurn(async () => {
				mustBePresent(round);
				return await prepareEdition(store, await scoreNow(round), await setting());
			}),
		publish: (round, wish) =>
			inTurn(async () => {
				mustBePresent(round);
				return await publishEdition(store, await scoreNow(round), await setting(), wish);
			}),
		since: (round) =>
			inTurn(async () => {
				mustBePresent(round);
				if (knownAt !== sources.version()) known.clear();
				knownAt = sources.version();
				const before = known.get(round);
				if (before !== undefined) return before;
				const change = await changeSince(store, await scoreNow(round), await setting());
				known.set(round, change);
				return change;
			}),
		verify,
		async verifyDocument(bytes) {
			if (bytes.byteLength > mostMegabytes * 1024 * 1024)
				throw refuse('too_large', editionWords.pdfTooLarge(mostMegabytes));
			if (!isPdf(bytes)) throw refuse('not_pdf', editionWords.notPdf);
			const mark = readMark(bytes);
			if (mark === null) throw refuse('no_code_inside', editionWords.noCodeInside);
			const published = await verify(mark.code);
			return { ...published, ...(await compareBytes(published, bytes, mark)) };
		}
	};
}
