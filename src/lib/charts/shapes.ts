// The few shapes that charts of our own are drawn with.
import type { CustomSeriesOption } from 'echarts/charts';
import type { ChartOption } from './kinds.ts';

type Drawn = NonNullable<ReturnType<NonNullable<CustomSeriesOption['renderItem']>>>;
type Group = Extract<Drawn, { readonly type: 'group' }>;
export type Shape = Group['children'][number];

export interface Pen {
	readonly stroke: string;
	readonly width: number;
	readonly dash?: readonly number[];
}
export interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

const penOf = ({ stroke, width, dash }: Pen) => ({
	stroke,
	lineWidth: width,
	...(dash === undefined ? {} : { lineDash: [...dash] })
});

export const drawLine = (x1: number, y1: number, x2: number, y2: number, pen: Pen): Shape => ({
	type: 'line',
	shape: { x1, y1, x2, y2 },
	style: penOf(pen)
});

/** A line that leaves and arrives level. */
export const drawCurve = (x1: number, y1: number, x2: number, y2: number, pen: Pen): Shape => ({
	type: 'bezierCurve',
	shape: { x1, y1, x2, y2, cpx1: (x1 + x2) / 2, cpy1: y1, cpx2: (x1 + x2) / 2, cpy2: y2, percent: 1 },
	style: { ...penOf(pen), fill: 'none' }
});

export const drawBox = (box: Box, fill: string, pen: Pen): Shape => ({
	type: 'rect',
	shape: { ...box },
	style: { fill, ...penOf(pen) }
});

export const drawDot = (cx: number, cy: number, r: number, fill: string, pen: Pen): Shape => ({
	type: 'circle',
	shape: { cx, cy, r },
	style: { fill, ...penOf(pen) }
});

/** A polygon through the points given. */
export const drawPolygon = (points: readonly (readonly [number, number])[], fill: string, pen: Pen): Shape => ({
	type: 'polygon',
	shape: { points: points.map(([x, y]) => [x, y]) },
	style: { fill, ...penOf(pen) }
});

export interface Lettering {
	readonly size: number;
	readonly fill: string;
	readonly bold?: boolean;
	readonly align?: 'left' | 'center' | 'right';
}

/** Text with its middle at the height given. */
export const drawText = (x: number, y: number, text: string, { size, fill, bold, align }: Lettering): Shape => ({
	type: 'text',
	x,
	y,
	style: {
		text,
		fill,
		fontSize: size,
		fontFamily: 'Sarabun',
		fontWeight: bold === true ? 'bold' : 'normal',
		align: align ?? 'left',
		verticalAlign: 'middle'
	}
});

/** A chart that is drawn by hand, in pixels or points from its upper left corner. */
export const makeDrawing = (shapes: readonly Shape[]): ChartOption => ({
	grid: { left: 0, right: 0, top: 0, bottom: 0, outerBoundsMode: 'none' },
	xAxis: { type: 'value', show: false, min: 0, max: 1 },
	yAxis: { type: 'value', show: false, min: 0, max: 1 },
	series: [
		{
			type: 'custom',
			clip: false,
			data: [[0, 0]],
			renderItem: () => ({ type: 'group', children: [...shapes] })
		}
	]
});
