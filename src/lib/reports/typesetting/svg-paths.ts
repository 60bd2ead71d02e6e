// Paths of pictures as a page draws them: absolute, arcs as curves.
import { place } from './page-ink.ts';

const commands = /([a-zA-Z])([^a-zA-Z]*)/g;
const number = '[-+]?(?:\\d+\\.?\\d*|\\.\\d+)';
const numbers = new RegExp(number, 'g');
/** the flags of an arc may stand without a gap */
const arc = new RegExp(
	['N', 'N', 'N', '[01]', '[01]', 'N', 'N']
		.map((one) => `(${one})`)
		.join('[\\s,]*')
		.replaceAll('N', number),
	'g'
);
const counts: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, Q: 4, A: 7, Z: 0 };

interface Pen {
	readonly said: string[];
	x: number;
	y: number;
	startX: number;
	startY: number;
}

const move = (pen: Pen, x: number, y: number): void => {
	pen.said.push(`${place(x)} ${place(y)} m`);
	[pen.x, pen.y, pen.startX, pen.startY] = [x, y, x, y];
};
const line = (pen: Pen, x: number, y: number): void => {
	pen.said.push(`${place(x)} ${place(y)} l`);
	[pen.x, pen.y] = [x, y];
};
const curve = (pen: Pen, ax: number, ay: number, bx: number, by: number, x: number, y: number): void => {
	pen.said.push(`${place(ax)} ${place(ay)} ${place(bx)} ${place(by)} ${place(x)} ${place(y)} c`);
	[pen.x, pen.y] = [x, y];
};
const close = (pen: Pen): void => {
	pen.said.push('h');
	[pen.x, pen.y] = [pen.startX, pen.startY];
};

/** By the notes on implementation of SVG (appendix B.2.4), a curve for each sixth of a circle. */
function drawArc(
	pen: Pen,
	radiusX: number,
	radiusY: number,
	degrees: number,
	far: boolean,
	sweep: boolean,
	x: number,
	y: number
): void {
	let [rx, ry] = [Math.abs(radiusX), Math.abs(radiusY)];
	if (rx === 0 || ry === 0) {
		line(pen, x, y);
		return;
	}
	const turn = (degrees * Math.PI) / 180;
	const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
	const [dx, dy] = [(pen.x - x) / 2, (pen.y - y) / 2];
	const [x1, y1] = [cos * dx + sin * dy, cos * dy - sin * dx];
	const small = (x1 * x1) / (rx * rx) + (y1 * y1) / (ry * ry);
	if (small > 1) [rx, ry] = [rx * Math.sqrt(small), ry * Math.sqrt(small)];
	const below = rx * rx * y1 * y1 + ry * ry * x1 * x1;
	const root = Math.sqrt(Math.max(0, rx * rx * ry * ry - below) / below) * (far === sweep ? -1 : 1);
	const [x2, y2] = [(root * rx * y1) / ry, (-root * ry * x1) / rx];
	const [cx, cy] = [cos * x2 - sin * y2 + (pen.x + x) / 2, sin * x2 + cos * y2 + (pen.y + y) / 2];
	const from = Math.atan2((y1 - y2) / ry, (x1 - x2) / rx);
	let to = Math.atan2((-y1 - y2) / ry, (-x1 - x2) / rx);
	if (!sweep && to > from) to -= 2 * Math.PI;
	if (sweep && to < from) to += 2 * Math.PI;
	const parts = Math.ceil(Math.abs(to - from) / (Math.PI / 3));
	const at = (a: number, b: number): [number, number] => [
		cx + cos * rx * a - sin * ry * b,
		cy + sin * rx * a + cos * ry * b
	];
	for (let nth = 0; nth < parts; nth++) {
		const one = from + (nth * (to - from)) / parts;
		const other = from + ((nth + 1) * (to - from)) / parts;
		const t = (4 / 3) * Math.tan((other - one) / 4);
		curve(
			pen,
			...at(Math.cos(one) - t * Math.sin(one), Math.sin(one) + t * Math.cos(one)),
			...at(Math.cos(other) + t * Math.sin(other), Math.sin(other) - t * Math.cos(other)),
			...at(Math.cos(other), Math.sin(other))
		);
	}
}

function step(pen: Pen, command: string, values: readonly number[]): void {
	const own = command === command.toLowerCase();
	const [left, top] = own ? [pen.x, pen.y] : [0, 0];
	const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0] = values;
	switch (command.toUpperCase()) {
		case 'M':
			return move(pen, left + a, top + b);
		case 'L':
			return line(pen, left + a, top + b);
		case 'H':
			return line(pen, left + a, pen.y);
		case 'V':
			return line(pen, pen.x, top + a);
		case 'C':
			return curve(pen, left + a, top + b, left + c, top + d, left + e, top + f);
		case 'Q': {
			const [x, y, cx, cy] = [left + c, top + d, left + a, top + b];
			const third = (one: number, other: number) => one + (2 / 3) * (other - one);
			return curve(pen, third(pen.x, cx), third(pen.y, cy), third(x, cx), third(y, cy), x, y);
		}
		case 'A':
			return drawArc(pen, a, b, c, d === 1, e === 1, left + f, top + g);
		default:
			return close(pen);
	}
}

/** The commands of a page for the `d` of a path; null where something in it is not known here. */
export function layPath(d: string): string | null {
	const pen: Pen = { said: [], x: 0, y: 0, startX: 0, startY: 0 };
	for (const [, command = '', rest = ''] of d.matchAll(commands)) {
		const count = counts[command.toUpperCase()];
		if (count === undefined) return null;
		const values =
			command.toUpperCase() === 'A'
				? [...rest.matchAll(arc)].flatMap((found) => found.slice(1).map(Number))
				: (rest.match(numbers) ?? []).map(Number);
		if (count === 0 ? values.length > 0 : values.length === 0 || values.length % count !== 0) return null;
		if (count === 0) step(pen, command, []);
		for (let at = 0; at < values.length; at += count) {
			// more places after a move are lines
			const goesOn = at > 0 && command.toUpperCase() === 'M' ? (command === 'M' ? 'L' : 'l') : command;
			step(pen, goesOn, values.slice(at, at + count));
		}
	}
	return pen.said.join('\n');
}

export function layCircle(x: number, y: number, r: number): string {
	const pen: Pen = { said: [], x: 0, y: 0, startX: 0, startY: 0 };
	move(pen, x + r, y);
	drawArc(pen, r, r, 0, false, true, x - r, y);
	drawArc(pen, r, r, 0, false, true, x + r, y);
	close(pen);
	return pen.said.join('\n');
}

/** Its sides where they are drawn: each rounded for itself. */
export function layBox(x: number, y: number, width: number, height: number): string {
	const [left, top] = [Number(place(x)), Number(place(y))];
	return `${left} ${top} ${place(Number(place(x + width)) - left)} ${place(Number(place(y + height)) - top)} re`;
}

export function layPolygon(points: readonly number[]): string {
	const pen: Pen = { said: [], x: 0, y: 0, startX: 0, startY: 0 };
	for (let at = 0; at + 1 < points.length; at += 2) {
		const [x, y] = [points[at] ?? 0, points[at + 1] ?? 0];
		if (at === 0) move(pen, x, y);
		else line(pen, x, y);
	}
	close(pen);
	return pen.said.join('\n');
}
