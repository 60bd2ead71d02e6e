import { describe, expect, it } from 'vitest';
import { drawShapes } from '../../src/lib/charts/draw-shapes.ts';
import {
	drawBox,
	drawCurve,
	drawDot,
	drawLine,
	drawPolygon,
	drawText,
	type Shape
} from '../../src/lib/charts/shapes.ts';
import { readPicture } from '../../src/lib/reports/typesetting/svg-marks.ts';

const pen = { stroke: '#434a54', width: 0.7 };
const draw = (...shapes: readonly Shape[]) => drawShapes(shapes, { width: 100, height: 50.126 });
const inside = (svg: string) => svg.replace(/^<svg[^>]*>/, '').replace(/<\/svg>$/, '');

describe('shapes become SVG', () => {
	it.each([
		[
			'a line',
			drawLine(1.234, 2, 3, 4, pen),
			'<path d="M1.23 2L3 4" fill="none" stroke="#434a54" stroke-width="0.7"/>'
		],
		[
			'a curve',
			drawCurve(0, 1, 10, 9, pen),
			'<path d="M0 1C5 1 5 9 10 9" fill="none" stroke="#434a54" stroke-width="0.7"/>'
		],
		[
			'a dashed box',
			drawBox({ x: 1, y: 2, width: 10, height: 4 }, '#fff', { ...pen, dash: [2, 1.6] }),
			'<rect x="1" y="2" width="10" height="4" fill="#fff" stroke="#434a54" stroke-width="0.7" stroke-dasharray="2,1.6"/>'
		],
		[
			'a dot in the ink of the page',
			drawDot(5, 6, 2, 'var(--level3)', pen),
			'<circle cx="5" cy="6" r="2" fill="var(--level3)" stroke="#434a54" stroke-width="0.7"/>'
		],
		[
			'a polygon',
			drawPolygon(
				[
					[1, 1],
					[5, 1.005],
					[5, 5]
				],
				'#fff',
				pen
			),
			'<polygon points="1 1 5 1 5 5" fill="#fff" stroke="#434a54" stroke-width="0.7"/>'
		],
		[
			'text, its signs of markup made harmless',
			drawText(3, 4, 'ข้อ 4 <b> & "ก"', { size: 8, fill: '#000', bold: true, align: 'right' }),
			'<text dominant-baseline="central" text-anchor="end" transform="translate(3 4)" font-size="8" font-family="Sarabun" font-weight="bold" xml:space="preserve" fill="#000">ข้อ 4 &lt;b&gt; &amp; &quot;ก&quot;</text>'
		]
	])('%s', (_what, shape, svg) => expect(inside(draw(shape))).toBe(svg));

	it('says its size first, in whole hundredths', () =>
		expect(draw()).toBe(
			'<svg width="100" height="50.13" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50.13"></svg>'
		));

	it('is read mark for mark by who prints it', () => {
		const shapes = [
			drawLine(1, 2, 3, 4, pen),
			drawCurve(0, 1, 10, 9, pen),
			drawBox({ x: 1, y: 2, width: 10, height: 4 }, '#ffffff', pen),
			drawText(3, 4, 'น้ำ', { size: 8, fill: '#000000' })
		];
		expect(readPicture(draw(...shapes))?.marks.map(({ kind }) => kind)).toEqual(['shape', 'shape', 'shape', 'words']);
	});
});
