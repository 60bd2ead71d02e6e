// The look that the tables of a comparison share: dense rows between hairlines.
import type { CustomTableLayout } from 'pdfmake/interfaces.js';
import { ink } from '../bar-picture.ts';

/** `heads`: rows of the head; `gap`: points between columns. */
export const denseLayout = (heads: number, gap: number): CustomTableLayout => ({
	hLineWidth: (line) => (line < heads ? 0 : line === heads ? 0.7 : 0.25),
	vLineWidth: () => 0,
	hLineColor: (line) => (line === heads ? ink.text : ink.line),
	paddingLeft: () => 0,
	paddingRight: (column, node) => (column === (node.table.widths?.length ?? 0) - 1 ? 0 : gap),
	paddingTop: () => 1.5,
	paddingBottom: () => 0.1
});
