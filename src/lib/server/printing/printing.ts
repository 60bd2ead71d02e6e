// Documents of rounds, asked for by name: what each is made of is gathered here and printed at most once for each state of it.
import type { Office, RoundView } from '../../ranking/round.ts';
import type { DocumentRequest } from '../../reports/documents.ts';
import type { Fonts } from '../../reports/typesetting/print.ts';
import type { Digits } from '../../thai/digits.ts';
import { openDocumentDesk, type PrintedDocument } from './document-desk.ts';
import { mustFit } from './document-fit.ts';
import { sha256 } from '../store/durable.ts';
import type { Press } from './print-press.ts';
import type { PrintProgress } from './print.ts';

export interface DocumentWish {
	/** aborted when nobody waits for the document any more */
	readonly signal?: AbortSignal;
	readonly onProgress?: (progress: PrintProgress) => void;
	/** settings that are not saved: how the document would look under them */
	readonly office?: Office;
}

/** Where printing finds what a document is made of. */
export interface Sources {
	/** changes whenever any of the others may answer otherwise of some rounds; editions stay what they are */
	version(ids: readonly string[]): string;
	/** as it is, or was when an edition was published */
	office(id: string): Promise<Office>;
	/** the office's own; null where it has none */
	fonts(id: string): Promise<Fonts | null>;
	/** refuses when there is no such round */
	view(id: string, office: Office): Promise<RoundView>;
	/** rounds made ready to be compared, the earliest first; beside an edition, what was published of the others by then */
	compared(ids: readonly string[], office: Office): Promise<readonly RoundView[]>;
}

export interface Printing {
	print(id: string, request: DocumentRequest, digits: Digits | null, wish?: DocumentWish): Promise<PrintedDocument>;
	find(id: string, request: DocumentRequest, digits: Digits | null): Promise<PrintedDocument | null>;
	clear(): void;
	close(): Promise<void>;
}

export function openPrinting(press: Press, sources: Sources): Printing {
	const desk = openDocumentDesk(press);

	/** All that a document is made of, in one text: the same text, the same bytes. */
	const keyOf = (id: string, request: DocumentRequest, digits: Digits, unsaved: Office | null) =>
		sha256(JSON.stringify([sources.version(idsOf(id, request)), id, request, digits, unsaved]));

	return {
		async print(id, request, wanted, wish = {}) {
			const office = wish.office ?? (await sources.office(id));
			const digits = wanted ?? office.paper.digits;
			// Before the data are read: what was printed of newer data must not be taken for what the older say.
			const key = keyOf(id, request, digits, wish.office ?? null);
			const view = await sources.view(id, office);
			mustFit(request, view);
			const rounds = request.kind === 'comparison' ? await sources.compared([id, ...request.rounds], office) : [view];
			const [latest = view, ...earlier] = rounds.toReversed();
			const { signal = new AbortController().signal, onProgress = () => undefined } = wish;
			const job = { request, view: latest, earlier, digits, fonts: await sources.fonts(id) };
			return await desk.print(key, job, { signal, onProgress });
		},
		async find(id, request, wanted) {
			const digits = wanted ?? (await sources.office(id)).paper.digits;
			return desk.find(keyOf(id, request, digits, null));
		},
		clear: () => desk.clear(),
		close: () => desk.close()
	};
}

const idsOf = (id: string, request: DocumentRequest): readonly string[] =>
	request.kind === 'comparison' ? [id, ...request.rounds] : [id];
