// The bridge with what a pointer finds in it: each step answers with what made it.
import { shapeBridge, type BridgeRow } from './bridge.ts';
import type { ChartLook } from './look.ts';
import { measureEm } from './measure-text.ts';
import { drawBox } from './shapes.ts';
import type { Drawing } from './spread-line.ts';

const rowEm = 2.4;

/** `words`: of each row. */
export function drawBridge(
	rows: readonly BridgeRow[],
	words: readonly (readonly string[])[],
	look: ChartLook,
	width: number
): Drawing {
	const labels = Math.max(...rows.map(({ label }) => measureEm(label, 'bold'))) * look.size + look.size * 0.6;
	const each = look.size * rowEm;
	const height = each * rows.length;
	const marks = rows.map((_, nth) => {
		const box = { x: 1, y: nth * each + 1, width: width - 2, height: each - 2 };
		return {
			words: words[nth] ?? [],
			hit: [drawBox(box, look.ground, { stroke: look.ground, width: 0 })],
			lit: [drawBox(box, 'none', { stroke: look.edge, width: 1 })]
		};
	});
	const shapes = shapeBridge(rows, look, labels, width, height);
	return { shapes, marks, width, height };
}
