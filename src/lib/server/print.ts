// Documents with what they need of the disk: the fonts, which travel with the program.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { RoundView } from '../ranking/round.ts';
import { findWriter, type DocumentRequest } from '../reports/documents.ts';
import { layPaper } from '../reports/paper.ts';
import { printDocument, type Fonts } from '../reports/typesetting/print.ts';
import type { Digits } from '../thai/digits.ts';

const { resolve } = createRequire(import.meta.url);

async function readFonts(): Promise<Fonts> {
	const [regular, bold] = await Promise.all([
		readFile(resolve('@expo-google-fonts/sarabun/400Regular/Sarabun_400Regular.ttf')),
		readFile(resolve('@expo-google-fonts/sarabun/700Bold/Sarabun_700Bold.ttf'))
	]);
	return { regular, bold };
}

let fonts: Promise<Fonts> | null = null;

/** A document as PDF bytes; the same views give the same bytes. */
export async function printRequest(
	request: DocumentRequest,
	view: RoundView,
	earlier: readonly RoundView[],
	digits: Digits
): Promise<Uint8Array> {
	fonts ??= readFonts();
	const loaded = await fonts;
	return printDocument(() => layPaper(view, findWriter(request, earlier), digits), loaded);
}
