// Documents with what they need of the disk: the fonts, which travel with the program.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { RoundView } from '../../ranking/round.ts';
import { nameDocument } from '../../reports/document-names.ts';
import { findWriter, type DocumentRequest } from '../../reports/documents.ts';
import { layPaper, type Paper } from '../../reports/paper.ts';
import { printDocument, type Fonts } from '../../reports/typesetting/print.ts';
import type { Digits } from '../../thai/digits.ts';

/** All that a document is made of, as it is handed to the printing worker. */
export interface PrintJob {
	readonly request: DocumentRequest;
	readonly view: RoundView;
	/** the rounds that a comparison names, the latest first */
	readonly earlier: readonly RoundView[];
	readonly digits: Digits;
	/** the office's own; null for the one that travels with the program */
	readonly fonts: Fonts | null;
}

/** How far a document has come. */
export type PrintProgress =
	/** documents that are printed before it */
	| { readonly kind: 'waiting'; readonly before: number }
	| { readonly kind: 'writing' }
	/** pages laid so far; a document whose headings moved is laid again from its first page */
	| { readonly kind: 'laying'; readonly pages: number };

export interface Printed extends Pick<Paper, 'title' | 'data'> {
	readonly bytes: Uint8Array;
	readonly pages: number;
}

const { resolve } = createRequire(import.meta.url);

async function readFonts(): Promise<Fonts> {
	const [regular, bold] = await Promise.all([
		readFile(resolve('@expo-google-fonts/sarabun/400Regular/Sarabun_400Regular.ttf')),
		readFile(resolve('@expo-google-fonts/sarabun/700Bold/Sarabun_700Bold.ttf'))
	]);
	return { regular, bold };
}

let travelling: Promise<Fonts> | null = null;

/** Reads what every document needs, so that the first one does not wait for it. */
export function readTravellingFonts(): Promise<Fonts> {
	travelling ??= readFonts();
	return travelling;
}

/** The same job gives the same bytes, here or in the worker. */
export async function printJob(job: PrintJob, onProgress: (progress: PrintProgress) => void): Promise<Printed> {
	const { request, view, earlier, digits } = job;
	const fonts = job.fonts ?? (await readTravellingFonts());
	const write = findWriter(request, earlier);
	let [title, data]: [string, Paper['data']] = ['', []];
	let pages = 0;
	const bytes = await printDocument(() => {
		onProgress({ kind: 'writing' });
		const laid = layPaper(
			view,
			(...given) => {
				const paper = write(...given);
				({ title, data } = paper);
				return paper;
			},
			digits,
			nameDocument(askedAgain(request, earlier))
		);
		return watchPages(laid, (page) => {
			pages = page;
			onProgress({ kind: 'laying', pages });
		});
	}, fonts);
	return { bytes, pages, title, data };
}

/** A comparison is printed of its last round, whichever of them it was asked of. */
const askedAgain = (request: DocumentRequest, earlier: readonly RoundView[]): DocumentRequest =>
	request.kind === 'comparison' ? { kind: request.kind, rounds: earlier.map(({ id }) => id) } : request;

/** pdfmake asks for the background of each page as it begins it; the last pages counted are those of the last laying. */
function watchPages(laid: TDocumentDefinitions, onPage: (page: number) => void): TDocumentDefinitions {
	const { background } = laid;
	return {
		...laid,
		background(page, size) {
			onPage(page);
			return typeof background === 'function' ? background(page, size) : background;
		}
	};
}

/** A document as PDF bytes, printed here and now. */
export async function printRequest(
	request: DocumentRequest,
	view: RoundView,
	earlier: readonly RoundView[],
	digits: Digits
): Promise<Uint8Array> {
	const { bytes } = await printJob({ request, view, earlier, digits, fonts: null }, () => undefined);
	return bytes;
}
