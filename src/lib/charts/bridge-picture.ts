// The bridge with what a pointer finds in it: each step answers with what made it.
import { joinNotes, noteSize, shapeBridge, type BridgeRow } from './bridge.ts';
import type { ChartLook } from './look.ts';
import { measureEm } from './measure-text.ts';
import { drawBox } from './shapes.ts';
import type { Drawing } from './spread-line.ts';

const rowEm = 2.4;
const notedRowEm = 3;

/** Notes may take this much of the width: fewer of them stand in a narrow picture. */
const noteShare = 0.34;

function noteRows(rows: readonly BridgeRow[], { size }: ChartLook, width: number): readonly BridgeRow[] {
	return rows.map((row) => {
		let notes = row.notes ?? [];
		while (notes.length > 0 && measureEm(joinNotes({ ...row, notes })) * size * noteSize > width * noteShare) {
			notes = notes.slice(0, -1);
		}
		return { ...row, notes };
	});
}

/** `words`: of each row. */
export function drawBridge(
	rows: readonly BridgeRow[],
	words: readonly (readonly string[])[],
	look: ChartLook,
	width: number
): Drawing {
	const noted = noteRows(rows, look, width);
	const labels =
		Math.max(...noted.map((row) => Math.max(measureEm(row.label, 'bold'), measureEm(joinNotes(row)) * noteSize))) *
			look.size +
		look.size * 0.9;
	const each = look.size * (noted.some((row) => joinNotes(row) !== '') ? notedRowEm : rowEm);
	const height = each * rows.length;
	const marks = rows.map((_, nth) => {
		const box = { x: 1, y: nth * each + 1, width: width - 2, height: each - 2 };
		return {
			words: words[nth] ?? [],
			hit: [drawBox(box, look.ground, { stroke: look.ground, width: 0 })],
			lit: [drawBox(box, 'none', { stroke: look.edge, width: 1 })]
		};
	});
	const shapes = shapeBridge(noted, look, labels, width, height);
	return { shapes, marks, width, height };
}
