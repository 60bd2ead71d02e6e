// The signs of one row of a profile, told apart by shape before colour: a filled dot is the district, a bar across the line the
// middle of the province, a diamond its best, a hollow block what can still become.
import type { ProfileRow } from './district-profile.ts';
import type { ChartLook } from './look.ts';
import { drawBox, drawDot, drawLine, drawPolygon, type Shape } from './shapes.ts';

/** `x` gives where a percent of the points stands, `y` the middle of the row. */
export function drawProfileRow(row: ProfileRow, x: (share: number) => number, y: number, look: ChartLook): Shape[] {
	const half = look.size * 0.42;
	const shapes = [drawLine(x(0), y, x(100), y, { stroke: look.edge, width: 0.5 })];
	if (row.own.kind === 'open') shapes.push(drawRange(row.own, x, y, half, look));
	if (row.middle !== null) shapes.push(drawMiddle(x(row.middle), y, half, look));
	if (row.best !== null) shapes.push(drawBest(x(row.best), y, half, look));
	if (row.own.kind === 'scored') shapes.push(drawOwn(x(row.own.at), y, half, look.tones[row.own.tone], look));
	return shapes;
}

/** `half` is half the height that the signs of a row have. */
export const drawMiddle = (x: number, y: number, half: number, look: ChartLook): Shape =>
	drawLine(x, y - half, x, y + half, { stroke: look.text, width: 1.4 });

/** It stands around whoever reached it. */
export function drawBest(x: number, y: number, half: number, look: ChartLook): Shape {
	const size = half * 1.2;
	const corners = [
		[x, y - size],
		[x + size, y],
		[x, y + size],
		[x - size, y]
	] as const;
	return drawPolygon(corners, look.ground, { stroke: look.soft, width: 0.8 });
}

export const drawOwn = (x: number, y: number, half: number, fill: string, look: ChartLook): Shape =>
	drawDot(x, y, half * 0.7, fill, { stroke: look.text, width: 0.7 });

export function drawRange(
	{ status, from, to }: Extract<ProfileRow['own'], { kind: 'open' }>,
	x: (share: number) => number,
	y: number,
	half: number,
	look: ChartLook
): Shape {
	const box = { x: x(from), y: y - half * 0.7, width: Math.max(x(to) - x(from), 1.5), height: half * 1.4 };
	const pen =
		status === 'undecided' ? { stroke: look.undecided, width: 1 } : { stroke: look.soft, width: 0.7, dash: [2, 1.6] };
	return drawBox(box, look.ground, pen);
}
