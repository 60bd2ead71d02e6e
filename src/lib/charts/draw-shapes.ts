// Shapes of our own as SVG. They have no axes, scales or labels to work out, which is what a chart library is for; the living
// chart over them is drawn from the same shapes.
import type { ChartSize } from './draw-chart.ts';
import type { Shape } from './shapes.ts';

/** An `<svg>` element as text, in the units of its size. The same shapes give the same bytes. */
export function drawShapes(shapes: readonly Shape[], { width, height }: ChartSize): string {
	const [across, down] = [figure(width), figure(height)];
	const head = `<svg width="${across}" height="${down}" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${across} ${down}">`;
	return `${head}${shapes.map(drawShape).join('')}</svg>`;
}

/** Hundredths of a pixel or point: finer nobody sees. */
const figure = (value: number): string => String(Math.round(value * 100) / 100);

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);

type Pen = Extract<Shape, { readonly type: 'line' }>['style'];
const pen = ({ stroke, lineWidth, lineDash }: Pen): string => {
	const dash = lineDash === undefined ? '' : ` stroke-dasharray="${lineDash.map(figure).join(',')}"`;
	return ` stroke="${escape(stroke)}" stroke-width="${figure(lineWidth)}"${dash}/>`;
};
const inked = (style: Pen & { readonly fill: string }): string => ` fill="${escape(style.fill)}"${pen(style)}`;
const anchors = { left: 'start', center: 'middle', right: 'end' } as const;

function drawShape(drawn: Shape): string {
	switch (drawn.type) {
		case 'line': {
			const { x1, y1, x2, y2 } = drawn.shape;
			return `<path d="M${figure(x1)} ${figure(y1)}L${figure(x2)} ${figure(y2)}" fill="none"${pen(drawn.style)}`;
		}
		case 'bezierCurve': {
			const { x1, y1, x2, y2, cpx1, cpy1, cpx2, cpy2 } = drawn.shape;
			const point = (x: number, y: number) => `${figure(x)} ${figure(y)}`;
			const path = `M${point(x1, y1)}C${point(cpx1, cpy1)} ${point(cpx2, cpy2)} ${point(x2, y2)}`;
			return `<path d="${path}"${inked(drawn.style)}`;
		}
		case 'rect': {
			const { x, y, width, height } = drawn.shape;
			const box = `x="${figure(x)}" y="${figure(y)}" width="${figure(width)}" height="${figure(height)}"`;
			return `<rect ${box}${inked(drawn.style)}`;
		}
		case 'circle': {
			const { cx, cy, r } = drawn.shape;
			return `<circle cx="${figure(cx)}" cy="${figure(cy)}" r="${figure(r)}"${inked(drawn.style)}`;
		}
		case 'polygon': {
			const points = drawn.shape.points.map((point) => point.map(figure).join(' ')).join(' ');
			return `<polygon points="${points}"${inked(drawn.style)}`;
		}
		case 'text': {
			const { text, fill, fontSize, fontFamily, fontWeight, align } = drawn.style;
			// attributes of the picture itself: a page takes no style along that its policy has not named
			const font = `font-size="${figure(fontSize)}" font-family="${fontFamily}"${fontWeight === 'bold' ? ' font-weight="bold"' : ''}`;
			const place = `dominant-baseline="central" text-anchor="${anchors[align]}" transform="translate(${figure(drawn.x)} ${figure(drawn.y)})"`;
			return `<text ${place} ${font} xml:space="preserve" fill="${escape(fill)}">${escape(text)}</text>`;
		}
	}
}
