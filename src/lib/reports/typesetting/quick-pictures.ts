// Draws charts and signs straight to the page. svg-to-pdfkit, which is asked for all other pictures, builds a tree of objects
// for each and saves, sets and restores everything for every mark of it.
import type { Document } from 'pdfmake/js/PDFDocument.js';
import {
	decimal,
	inkOf,
	place,
	readColour,
	restore,
	save,
	setFill,
	setOpaque,
	setState,
	setStroke,
	type Ink
} from './page-ink.ts';
import { Renderer } from './pdfmake-parts.ts';
import { readPicture, type Picture, type Shape, type Words } from './svg-marks.ts';

function drawShape(ink: Ink, { path, fill, stroke, width, dash, cap, join }: Shape): void {
	const strokes = stroke !== null && width > 0;
	if (path === '' || (fill === null && !strokes)) return;
	if (fill !== null) setFill(ink, fill);
	if (strokes) {
		setStroke(ink, stroke);
		setState(ink, 'w', `${place(width)} w`);
		setState(ink, 'j', `${join} j`);
		setState(ink, 'J', `${cap} J`);
		setState(ink, 'd', `[${dash}] 0 d`);
	}
	ink.text.push(path, fill === null ? 'S' : strokes ? 'B' : 'f');
}

function drawWords(document: Document, ink: Ink, family: string, words: Words): void {
	const { text, fill, size, bold, before, central, matrix, x, y } = words;
	const font = document.provideFont(family, bold, false);
	const said = font.writeText(text, evenly);
	if (said === '') return;
	setFill(ink, fill);
	document.page.fonts[font.id] ??= font.ref();
	ink.text.push('BT');
	setState(ink, 'Tf', `/${font.id} ${place(size)} Tf`);
	const ascent = Math.max(font.ascender, font.bbox.maxY * font.scale);
	const descent = Math.min(font.descender, font.bbox.minY * font.scale);
	const down = central ? ((ascent + descent) / 2) * (size / 1000) : 0;
	const [right, below] = [x - before * font.widthOfString(text, size), y + down];
	const [a, b, c, d, e, f] = matrix;
	const turned = [a, b, -c, -d].map((one) => decimal(one, 5)).join(' ');
	ink.text.push(
		`${turned} ${place(a * right + c * below + e)} ${place(b * right + d * below + f)} Tm`,
		`[${said}] TJ`,
		'ET'
	);
}

/** marks with a little width, as poppler needs them in labels that are turned or stand close */
const evenly = { between: 0 };

interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

function draw(document: Document, { viewBox, marks }: Picture, { x, y, width, height }: Box, family: string): void {
	const ink = inkOf(document.page);
	const [left, top, across, down] = viewBox;
	const scale = Math.min(width / across, height / down);
	const moveX = (width - across * scale) / 2 - left * scale;
	const moveY = (height - down * scale) / 2 - top * scale;
	save(ink);
	ink.text.push(`1 0 0 1 ${place(x)} ${place(y)} cm`, `0 0 ${place(width)} ${place(height)} re\nW n`);
	if (Math.abs(scale - 1) > 1e-5 || Math.abs(moveX) > 1e-5 || Math.abs(moveY) > 1e-5)
		ink.text.push(`${decimal(scale, 5)} 0 0 ${decimal(scale, 5)} ${place(moveX)} ${place(moveY)} cm`);
	setOpaque(document, ink);
	setState(ink, 'M', '4 M');
	for (const mark of marks) {
		if (mark.kind === 'shape') drawShape(ink, mark);
		else drawWords(document, ink, family, mark);
	}
	restore(ink);
}

interface Vector {
	readonly type?: unknown;
	readonly [measure: string]: unknown;
}

/** Rules and grounds of tables; null for what pdfmake draws itself. */
function layVector(vector: Vector): string | null {
	const { type, r, dash, linearGradient, fillOpacity = 1, strokeOpacity = 1, lineJoin, lineCap } = vector;
	if (r || dash || linearGradient || lineJoin || lineCap || fillOpacity !== 1 || strokeOpacity !== 1) return null;
	const of = (name: string): number => Number(vector[name]);
	if (type === 'line') return `${place(of('x1'))} ${place(of('y1'))} m\n${place(of('x2'))} ${place(of('y2'))} l`;
	if (type !== 'rect') return null;
	return `${place(of('x'))} ${place(of('y'))} ${place(of('w'))} ${place(of('h'))} re`;
}

const colourOf = (said: unknown): string | null | undefined =>
	said === undefined || said === null || said === '' ? undefined : typeof said === 'string' ? readColour(said) : null;

let installed = false;
/** Before all that changes what a picture or a vector is. */
export function installQuickPictures(): void {
	if (installed) return;
	installed = true;
	const { renderSVG, renderVector } = Renderer.prototype;
	Renderer.prototype.renderSVG = function (svg) {
		const { link, linkToPage, linkToDestination, options } = svg;
		const plain = !link && !linkToPage && !linkToDestination && !options && typeof svg.svg === 'string';
		const picture = plain ? readPicture(svg.svg as string) : null;
		if (picture === null) renderSVG.call(this, svg);
		else {
			const family = typeof svg.font === 'string' ? svg.font : 'Sarabun';
			draw(this.pdfDocument, picture, { x: svg.x, y: svg.y, width: svg._width, height: svg._height }, family);
		}
	};
	Renderer.prototype.renderVector = function (drawn) {
		const vector: Vector = drawn as Vector;
		const path = layVector(vector);
		const fill = colourOf(vector.color);
		const stroke = colourOf(vector.lineColor);
		if (path === null || fill === null || stroke === null) {
			renderVector.call(this, drawn);
			return;
		}
		const ink = inkOf(this.pdfDocument.page);
		setOpaque(this.pdfDocument, ink);
		if (fill !== undefined) setFill(ink, fill);
		if (stroke !== undefined || fill === undefined) {
			setStroke(ink, stroke ?? '0 0 0');
			setState(ink, 'w', `${place(Number(vector.lineWidth) || 1)} w`);
			setState(ink, 'j', '0 j');
			setState(ink, 'J', '0 J');
			setState(ink, 'd', '[] 0 d');
		}
		ink.text.push(path, fill === undefined ? 'S' : stroke === undefined ? 'f' : 'B');
	};
}
