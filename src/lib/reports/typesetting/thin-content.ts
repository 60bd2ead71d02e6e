// Writes less for the same picture, and in the order the format asks for: pdfkit says colour, line and opacity anew for every word
// and rule, between a path and its painting where nothing may stand, fills paths that are not there, and gives places in
// millionths of a point. A third of a book goes.
import { PDFDocument } from './pdfmake-parts.ts';
import { inkOf, noteSetting, takeInk, type Ink } from './page-ink.ts';

const setting = /^(?:\/\w+ (gs|cs|CS)|[\d. -]+ (scn|SCN|w|J|j|M)|\[[\d. -]*\] [\d.-]+ (d))$/;
const paints = new Set(['f', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'n', 'W n', 'W* n']);
const builds = /(?:^h| (?:m|l|c|v|y|re|h))$/;
const long = /-?\d*\.\d{2,}/g;
const matrix = /^(\S+ \S+ \S+ \S+) (.*)$/;

/** A hundredth of a point is finer than any printer. */
const cut = (text: string, decimals: number): string =>
	text.replace(long, (found) => String(Number(Number(found).toFixed(decimals))));

function thin(data: string): string {
	if (data.endsWith(' TJ')) return thinText(cut(data, 2));
	if (!data.includes('.')) return data;
	if (data.endsWith(' cm') || data.endsWith(' Tm')) {
		// upright text: a twentieth of a point either way is nothing to see
		if (data.startsWith('1 0 0 1 ') && data.endsWith(' Tm')) return cut(data, 1);
		const parts = matrix.exec(data);
		// what turns and stretches is multiplied by places, what moves is not
		return parts === null ? data : `${cut(parts[1] ?? '', 5)} ${cut(parts[2] ?? '', 2)}`;
	}
	return cut(data, data.endsWith('scn') || data.endsWith('SCN') || data.endsWith(' Tc') ? 3 : 2);
}

const escaped = /[\\()\r]/g;
const escapes: Readonly<Record<string, string>> = { '\r': '\\r' };
/** Codes as bytes, not as hexadecimal digits: half as long, and no adjustment of 0 behind them. */
function thinText(data: string): string {
	const short = data.replace(/<([0-9a-f]+)>(?: 0(?=[\] ]))?/g, (_, hex: string) => {
		const bytes = Buffer.from(hex, 'hex').toString('latin1');
		return `(${bytes.replace(escaped, (sign) => escapes[sign] ?? `\\${sign}`)})`;
	});
	return short.replaceAll(') (', ')(');
}

const rectangle = /^(\S+) (\S+) m\n(\S+) (\S+) l\n(\S+) (\S+) l\n(\S+) (\S+) l\nh$/;
const round = (points: number): string => String(Number(points.toFixed(2)));
/** A rectangle drawn side by side is said as one. */
function thinPath(path: readonly string[]): string {
	const all = path.join('\n');
	const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0, x4 = 0, y4 = 0] =
		path.length === 5 ? (rectangle.exec(all)?.slice(1).map(Number) ?? []) : [];
	return x1 === x4 && x2 === x3 && y1 === y2 && y3 === y4 && x1 !== x2
		? `${round(x1)} ${round(y1)} ${round(x2 - x1)} ${round(y3 - y1)} re`
		: all;
}

/** What is to be written for it now; null for what changes nothing. */
function take(drawn: Ink, data: string): string | null {
	if (builds.test(data)) {
		drawn.path.push(data);
		return null;
	}
	if (paints.has(data)) {
		if (drawn.path.length === 0) return null;
		const path = thinPath(drawn.path);
		drawn.path = [];
		return `${path}\n${data}`;
	}
	const { states } = drawn;
	if (data === 'q') states.push(null);
	if (data === 'Q') states.pop();
	const found = setting.exec(data);
	const operator = found?.[1] ?? found?.[2] ?? found?.[3];
	if (operator === undefined) return data;
	return noteSetting(drawn, operator, data) ? data : null;
}

let installed = false;
export function installThinContent(): void {
	if (installed) return;
	installed = true;
	const { endPageMarkings } = PDFDocument.prototype;
	PDFDocument.prototype.addContent = function (data) {
		const drawn = inkOf(this.page);
		const less = take(drawn, thin(data));
		if (less !== null) drawn.text.push(less);
		return this;
	};
	// the last that happens to a page before it is closed
	PDFDocument.prototype.endPageMarkings = function (page) {
		const written = takeInk(page);
		if (written !== null) page.write(written);
		return endPageMarkings.call(this, page);
	};
}
