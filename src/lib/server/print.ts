// Documents with what they need of the disk: the fonts, which travel with the program.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { RoundView } from '../ranking/round.ts';
import { writeMemo } from '../reports/memo.ts';
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

/** The memo to the governor as PDF bytes; the same view gives the same bytes. */
export async function printMemo(view: RoundView, digits: Digits): Promise<Uint8Array> {
	fonts ??= readFonts();
	const loaded = await fonts;
	return printDocument(() => writeMemo(view, { digits }), loaded);
}
