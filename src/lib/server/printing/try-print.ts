// Whether a picture or a font of the office's own can be printed: found out by printing a page with it, once, before it is kept.
import type { Emblem } from '../../ranking/round.ts';
import { showEmblem } from '../../reports/emblem.ts';
import { printDocument, type Fonts } from '../../reports/typesetting/print.ts';
import { readTravellingFonts } from './print.ts';

const sample = 'ที่ปรึกษาผู้ว่าราชการจังหวัด น้ำ กำ้ ฎีกา ญาติ ฐานะ ๑๒๓ 123 “Abc” – × ÷';

export interface Trial {
	readonly emblem: Emblem | null;
	/** null for the font that travels with the program */
	readonly fonts: Fonts | null;
}

/** False where the page could not be printed. */
export async function canPrint({ emblem, fonts }: Trial): Promise<boolean> {
	const set = fonts ?? (await readTravellingFonts());
	try {
		await printDocument(
			() => ({
				content: [...(emblem === null ? [] : [showEmblem(emblem, 85, 85)]), sample, { text: sample, bold: true }],
				defaultStyle: { font: 'Sarabun' }
			}),
			set
		);
		return true;
	} catch (error) {
		// anything can be wrong with a file from outside; that it does not print is all that counts here
		if (error instanceof Error) return false;
		throw error;
	}
}
