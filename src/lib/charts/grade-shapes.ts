// The shapes that tell grades apart without colour, as GradeMark draws them: ● ◆ ■ ▲ ▽.
import { drawBox, drawDot, drawPolygon, type Pen, type Shape } from './shapes.ts';

/** `rank` 0 is the highest; the middle at x, y; `r` is half its width. */
export function drawGradeShape(rank: number, x: number, y: number, r: number, ink: string): Shape {
	const pen: Pen = { stroke: ink, width: r * 0.3 };
	switch (rank) {
		case 0:
			return drawDot(x, y, r, ink, pen);
		case 1:
			return drawPolygon(cornersOf([0, -1], [1, 0], [0, 1], [-1, 0]), ink, pen);
		case 2:
			return drawBox({ x: x - r * 0.85, y: y - r * 0.85, width: r * 1.7, height: r * 1.7 }, ink, pen);
		case 3:
			return drawPolygon(cornersOf([0, -0.9], [1, 0.85], [-1, 0.85]), ink, pen);
		default:
			return drawPolygon(cornersOf([-1, -0.85], [1, -0.85], [0, 0.9]), 'none', pen);
	}
	function cornersOf(...corners: readonly (readonly [number, number])[]) {
		return corners.map(([dx, dy]): readonly [number, number] => [x + dx * r, y + dy * r]);
	}
}
