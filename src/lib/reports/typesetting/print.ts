// Turns a definition into the bytes of a PDF, in memory: no disk, no network. The same definition gives the same bytes.
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { installArchive } from './archive.ts';
import { installClusters } from './clusters.ts';
import { collectObjects, installCollectObjects } from './collect-objects.ts';
import { installHeadroom } from './headroom.ts';
import { installJustify } from './justify.ts';
import { installLoseNothing } from './lose-nothing.ts';
import { installMergedRules } from './merged-rules.ts';
import { installMergedRuns } from './merged-runs.ts';
import { packObjects } from './pack-objects.ts';
import { installPageNumbers } from './page-numbers.ts';
import { Printer } from './pdfmake-parts.ts';
import { installMarks } from './structure/mark-content.ts';
import { installNoteNodes } from './structure/note-nodes.ts';
import { installQuickMeasures } from './quick-measures.ts';
import { installQuickPictures } from './quick-pictures.ts';
import { installSetLines } from './set-lines.ts';
import { installSvgFonts } from './svg-fonts.ts';
import { installThinContent } from './thin-content.ts';
import { demandTrueType } from './truetype.ts';

/** Bytes of TrueType files of one family. */
export interface Fonts {
	readonly regular: Uint8Array;
	readonly bold: Uint8Array;
}

const family = { normal: 'regular.ttf', bold: 'bold.ttf', italics: 'regular.ttf', bolditalics: 'bold.ttf' };

/**
 * `makeDefinition` is called once: pdfmake changes what it prints, so a definition can't be used twice.
 * @throws where the definition asks for anything outside it (a file, an address, a font that isn't given), where a font has no
 * TrueType outlines, and where a picture is higher than a page.
 */
export async function printDocument(makeDefinition: () => TDocumentDefinitions, fonts: Fonts): Promise<Uint8Array> {
	installQuickPictures();
	installQuickMeasures();
	installSetLines();
	installClusters();
	installMergedRuns();
	installMergedRules();
	installJustify();
	installLoseNothing();
	installHeadroom();
	installNoteNodes();
	installPageNumbers();
	installArchive();
	installSvgFonts();
	installMarks();
	installThinContent();
	installCollectObjects();
	demandTrueType(fonts.regular, 'regular');
	demandTrueType(fonts.bold, 'bold');
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
	const document = await printer.createPdfKitDocument({ ...makeDefinition(), compress: false });
	return await packObjects(await collectObjects(document));
}

function refuseAddress(url: string): Promise<void> {
	if (/^https?:/i.test(url)) throw new Error(`a document may not fetch ${url}`);
	return Promise.resolve();
}
