// The sentence that figures are invented: over the first page of every document of the demo.
import type { Content } from 'pdfmake/interfaces.js';
import { demoNotice } from './memo/words.ts';
import type { Sheet } from './sheet.ts';

/** Stands in the margin where there is room for it, else on the page. */
const room = 40;
/** points; it stands on one line whatever the size of a letter */
const largest = 9.5;

export function makeNotice({ sizes, margins, textWidth }: Sheet): Content {
	const fontSize = Math.min(sizes.list, largest);
	const inMargin = margins.top >= room;
	return {
		table: {
			widths: [textWidth - 9],
			body: [[{ text: demoNotice, alignment: 'center', fontSize, lineHeight: 1.2, bold: true }]]
		},
		layout: { hLineWidth: () => 0.6, vLineWidth: () => 0.6, paddingTop: () => 2.4, paddingBottom: () => 0 },
		...(inMargin ? { absolutePosition: { x: margins.left, y: margins.top - 23 } } : { margin: [0, 0, 0, 6] })
	};
}

/** Points that it takes from the page. */
export const heightOfNotice = ({ sizes, margins }: Sheet): number =>
	margins.top >= room ? 0 : Math.min(sizes.list, largest) * 1.3 * 1.2 + 10;
