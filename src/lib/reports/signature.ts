// Who signs: on the right half of the page, room for the hand, the name in brackets and the position.
import type { Content } from 'pdfmake/interfaces.js';
import type { RoundView } from '../ranking/round.ts';
import type { Sheet } from './sheet.ts';

/** What is not set is dotted, to be filled in by hand. */
const dots = '.'.repeat(46);

/** `hand`: points left for signing. */
export function makeSignature({ office }: RoundView, { sizes, textWidth }: Sheet, hand: number): Content {
	return {
		columns: [
			{ width: '*', text: '' },
			{
				width: Math.min(textWidth * 0.54, sizes.body * 23),
				alignment: 'center',
				stack: [{ text: `(${office.signer ?? dots})` }, { text: office.signer_position ?? `ตำแหน่ง ${dots}` }]
			}
		],
		margin: [0, hand, 0, 0]
	};
}
