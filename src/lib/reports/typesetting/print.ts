// Turns a definition into the bytes of a PDF, in memory: no disk, no network. The same definition gives the same bytes.
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { installClusters } from './clusters.ts';
import { installMergedRuns } from './merged-runs.ts';
import { Printer } from './pdfmake-parts.ts';
import { installThaiBreaks } from './thai-breaks.ts';

/** Bytes of TrueType files of one family. */
export interface Fonts {
	readonly regular: Uint8Array;
	readonly bold: Uint8Array;
}

const family = { normal: 'regular.ttf', bold: 'bold.ttf', italics: 'regular.ttf', bolditalics: 'bold.ttf' };

/**
 * `makeDefinition` is called once: pdfmake changes what it prints, so a definition can't be used twice.
 * @throws where the definition asks for anything outside it: a file, an address, a font that isn't given.
 */
export async function printDocument(makeDefinition: () => TDocumentDefinitions, fonts: Fonts): Promise<Uint8Array> {
	installThaiBreaks();
	installClusters();
	installMergedRuns();
	const files = new Map([
		[family.normal, fonts.regular],
		[family.bold, fonts.bold]
	]);
	const read = (name: string) => {
		const bytes = files.get(name);
		if (bytes === undefined) throw new Error(`no file ${name} in this document`);
		return bytes;
	};
	const printer = new Printer(
		{ Sarabun: { ...family } },
		{ existsSync: (name) => files.has(name), readFileSync: read },
		{ resolve: refuseAddress, resolved: () => Promise.resolve() },
		() => false
	);
	const output = await printer.createPdfKitDocument(makeDefinition());
	return new Promise((resolve, reject) => {
		const chunks: Uint8Array[] = [];
		output.on('data', (chunk) => chunks.push(chunk));
		output.on('end', () => resolve(Buffer.concat(chunks)));
		output.on('error', reject);
		output.end();
	});
}

function refuseAddress(url: string): Promise<void> {
	if (/^https?:/i.test(url)) throw new Error(`a document may not fetch ${url}`);
	return Promise.resolve();
}
