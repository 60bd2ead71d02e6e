// The few shapes that charts of our own are drawn with.
interface Stroke {
	readonly stroke: string;
	readonly lineWidth: number;
	readonly lineDash?: number[];
}
interface Filled extends Stroke {
	readonly fill: string;
}
/** As ECharts takes them in a series of one's own, so that a picture and the living chart over it are one. */
export type Shape =
	| {
			readonly type: 'line';
			readonly shape: Readonly<Record<'x1' | 'y1' | 'x2' | 'y2', number>>;
			readonly style: Stroke;
	  }
	| {
			readonly type: 'bezierCurve';
			readonly shape: Readonly<
				Record<'x1' | 'y1' | 'x2' | 'y2' | 'cpx1' | 'cpy1' | 'cpx2' | 'cpy2' | 'percent', number>
			>;
			readonly style: Filled;
	  }
	| { readonly type: 'rect'; readonly shape: Box; readonly style: Filled }
	| { readonly type: 'circle'; readonly shape: Readonly<Record<'cx' | 'cy' | 'r', number>>; readonly style: Filled }
	| { readonly type: 'polygon'; readonly shape: { readonly points: number[][] }; readonly style: Filled }
	| {
			readonly type: 'text';
			readonly x: number;
			readonly y: number;
			readonly style: {
				readonly text: string;
				readonly fill: string;
				readonly fontSize: number;
				readonly fontFamily: 'Sarabun';
				readonly fontWeight: 'bold' | 'normal';
				readonly align: 'left' | 'center' | 'right';
				readonly verticalAlign: 'middle';
			};
	  };

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
