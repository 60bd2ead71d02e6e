// A QR code as one path: squares on a grid, no wider than the grid itself. The white around it is the paper's.
import { encodeQr } from './pdfmake-parts.ts';

export interface Qr {
	readonly svg: string;
	/** squares on a side */
	readonly modules: number;
}

/** A quarter may be lost to a stamp or a fold, and it is still read. */
const correction = 'Q';

/** Dark squares of a row that touch are one rectangle. */
export function drawQr(text: string): Qr {
	const { _canvas: squares, _width: width } = encodeQr({ qr: text, eccLevel: correction });
	// the first is the ground
	const [, ...dark] = squares;
	const side = dark[0]?.w ?? 1;
	const modules = width / side;
	const grid = Array.from({ length: modules }, () => new Array<boolean>(modules).fill(false));
	for (const { x, y } of dark) {
		const row = grid[y / side];
		if (row !== undefined) row[x / side] = true;
	}
	const path = grid.flatMap((row, y) =>
		listRuns(row).map(([from, to]) => `M${from} ${y}h${to - from}v1h${from - to}z`)
	);
	return {
		modules,
		svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${modules}" height="${modules}" viewBox="0 0 ${modules} ${modules}"><path fill="#000000" d="${path.join('')}"/></svg>`
	};
}

function listRuns(row: readonly boolean[]): readonly (readonly [from: number, to: number])[] {
	const begins = row.flatMap((dark, x) => (dark && row[x - 1] !== true ? [x] : []));
	return begins.map((from) => {
		const end = row.indexOf(false, from);
		return [from, end < 0 ? row.length : end];
	});
}
