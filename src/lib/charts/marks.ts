// The shapes that carry a status without colour, in a box of 16 × 16. One drawing for screen and paper.
import type { Status } from '../scoring/results.ts';

export type MarkName = Exclude<Status, 'scored'> | 'late' | 'warning';
export interface Mark {
	/** outline, drawn with a stroke of 1.5 */
	readonly outline: string;
	readonly dashed: boolean;
	/** small sign inside, drawn filled */
	readonly sign: string;
}

const circle = 'M8 1.75a6.25 6.25 0 1 0 0 12.5a6.25 6.25 0 1 0 0-12.5';
const bang = 'M7.2 5.6h1.6l-.3 4.2h-1z M7.1 11.1a.9.9 0 1 0 1.8 0a.9.9 0 1 0-1.8 0';
const query =
	'M6 6.6a2 2 0 1 1 3.1 1.7c-.5.35-.6.5-.6 1H7.4c0-1 .3-1.45.95-1.9a.85.85 0 1 0-1.3-.8z M7.2 10.9a.8.8 0 1 0 1.6 0a.8.8 0 1 0-1.6 0';

export const marks: Readonly<Record<MarkName, Mark>> = {
	not_reported: { outline: 'M8 3a5 5 0 1 0 0 10a5 5 0 1 0 0-10', dashed: true, sign: '' },
	invalid: { outline: 'M8 1.8L14.8 13.7H1.2z', dashed: false, sign: bang },
	undecided: { outline: 'M8 .9L15.1 8L8 15.1L.9 8z', dashed: false, sign: query },
	not_applicable: { outline: 'M4.5 12.5L11.5 3.5', dashed: false, sign: '' },
	late: { outline: `${circle} M8 4.5V8l2.4 1.6`, dashed: false, sign: '' },
	warning: { outline: circle, dashed: false, sign: bang }
};
