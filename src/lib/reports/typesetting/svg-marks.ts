// Reads the pictures that charts and signs are: a flat list of shapes and words. What says more than that (an emblem of the
// office, a gradient, a group) is not read here.
import { readColour } from './page-ink.ts';
import { layBox, layCircle, layPath, layPolygon } from './svg-paths.ts';

export interface Shape {
	readonly kind: 'shape';
	/** commands of a page */
	readonly path: string;
	/** red, green and blue as they are written; null for none */
	readonly fill: string | null;
	readonly stroke: string | null;
	readonly width: number;
	readonly dash: string;
	readonly cap: number;
	readonly join: number;
}
export interface Words {
	readonly kind: 'words';
	readonly text: string;
	readonly fill: string;
	readonly size: number;
	readonly bold: boolean;
	/** of its width, how much stands before its place */
	readonly before: number;
	readonly central: boolean;
	readonly matrix: readonly [number, number, number, number, number, number];
	readonly x: number;
	readonly y: number;
}
export interface Picture {
	readonly viewBox: readonly [number, number, number, number];
	readonly marks: readonly (Shape | Words)[];
}

type Attributes = ReadonlyMap<string, string>;

const tag = /^<(\/?)([a-zA-Z]+)((?:\s+[a-zA-Z:_-]+="[^"]*")*)\s*(\/?)>([^<]*)$/;
const attribute = /([a-zA-Z:_-]+)="([^"]*)"/g;
const number = /^-?(?:\d+\.?\d*|\.\d+)$/;
const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'" };

const paint = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin'];
const known: Readonly<Record<string, ReadonlySet<string>>> = {
	svg: new Set(['xmlns', 'xmlns:xlink', 'version', 'baseProfile', 'width', 'height', 'viewBox']),
	path: new Set(['d', ...paint]),
	rect: new Set(['x', 'y', 'width', 'height', ...paint]),
	circle: new Set(['cx', 'cy', 'r', ...paint]),
	polygon: new Set(['points', ...paint]),
	text: new Set(
		'fill font-family font-size font-weight style text-anchor dominant-baseline transform x y xml:space'.split(' ')
	)
};

class Unknown extends Error {}
const refuse = (): never => {
	throw new Unknown();
};

function readNumber(attributes: Attributes, name: string, otherwise: number): number {
	const said = attributes.get(name);
	if (said === undefined) return otherwise;
	return number.test(said) ? Number(said) : refuse();
}
const readNumbers = (said: string): readonly number[] =>
	said
		.trim()
		.split(/[\s,]+/)
		.map((one) => (number.test(one) ? Number(one) : refuse()));

const readPaint = (said: string | undefined, otherwise: string | null): string | null =>
	said === undefined ? otherwise : said === 'none' ? null : (readColour(said) ?? refuse());
const chooseOf = (said: string | undefined, names: readonly string[]): number =>
	said === undefined ? 0 : names.includes(said) ? names.indexOf(said) : refuse();

function readShape(path: string, attributes: Attributes): Shape {
	const dash = attributes.get('stroke-dasharray');
	const lengths = dash === undefined || dash === 'none' ? [] : readNumbers(dash);
	if (lengths.some((length) => length <= 0)) refuse();
	return {
		kind: 'shape',
		path,
		fill: readPaint(attributes.get('fill'), '0 0 0'),
		stroke: readPaint(attributes.get('stroke'), null),
		width: readNumber(attributes, 'stroke-width', 1),
		dash: (lengths.length % 2 === 1 ? [...lengths, ...lengths] : lengths).join(' '),
		cap: chooseOf(attributes.get('stroke-linecap'), ['butt', 'round', 'square']),
		join: chooseOf(attributes.get('stroke-linejoin'), ['miter', 'round', 'bevel'])
	};
}

const transform = /^translate\((\S+?)[\s,]+(\S+?)\)(?:\s*rotate\(([^\s,)]+)\))?$/;
function readMatrix(said: string | undefined): Words['matrix'] {
	if (said === undefined) return [1, 0, 0, 1, 0, 0];
	const [, x = '', y = '', degrees = '0'] = transform.exec(said) ?? refuse();
	if (![x, y, degrees].every((one) => number.test(one))) refuse();
	const turn = (Number(degrees) * Math.PI) / 180;
	const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
	return [cos, sin, -sin, cos, Number(x), Number(y)];
}

const styles: ReadonlySet<string> = new Set(['font-size', 'font-family', 'font-weight']);
function readWords(raw: string, given: Attributes): Words {
	const attributes = new Map(given);
	for (const rule of (given.get('style') ?? '').split(';').filter((one) => one !== '')) {
		const [name = '', value = ''] = rule.split(':').map((one) => one.trim());
		if (!styles.has(name)) refuse();
		attributes.set(name, value.replace(/px$/, ''));
	}
	const text = raw.replace(/&([^;]*);/g, (_, sign: string) => signs[sign] ?? refuse());
	const keeps = attributes.get('xml:space') === 'preserve';
	const baseline = attributes.get('dominant-baseline');
	const weight = attributes.get('font-weight') ?? 'normal';
	if (attributes.get('font-family') !== 'Sarabun' || !['bold', 'normal'].includes(weight)) refuse();
	if (baseline !== undefined && baseline !== 'central') refuse();
	return {
		kind: 'words',
		text: keeps ? text.replace(/\s/g, ' ') : text.replace(/\s+/g, ' ').trim(),
		fill: readPaint(attributes.get('fill'), '0 0 0') ?? refuse(),
		size: readNumber(attributes, 'font-size', Number.NaN) || refuse(),
		bold: weight === 'bold',
		before: chooseOf(attributes.get('text-anchor'), ['start', 'middle', 'end']) / 2,
		central: baseline === 'central',
		matrix: readMatrix(attributes.get('transform')),
		x: readNumber(attributes, 'x', 0),
		y: readNumber(attributes, 'y', 0)
	};
}

function readMark(name: string, attributes: Attributes, text: string): Shape | Words | null {
	const of = (one: string) => readNumber(attributes, one, 0);
	switch (name) {
		case 'path':
			return readShape(layPath(attributes.get('d') ?? '') ?? refuse(), attributes);
		case 'rect':
			return of('width') > 0 && of('height') > 0
				? readShape(layBox(of('x'), of('y'), of('width'), of('height')), attributes)
				: null;
		case 'circle':
			return of('r') > 0 ? readShape(layCircle(of('cx'), of('cy'), of('r')), attributes) : null;
		case 'polygon':
			return readShape(layPolygon(readNumbers(attributes.get('points') ?? '')), attributes);
		default:
			return readWords(text, attributes);
	}
}

/** A tag with the words behind it. */
type Tag =
	| { readonly kind: 'picture'; readonly viewBox: readonly number[] }
	/** null for a mark that draws nothing; `opens` what must be closed again */
	| { readonly kind: 'mark'; readonly mark: Shape | Words | null; readonly opens: boolean }
	| { readonly kind: 'end' };

function readTag(whole: string): Tag {
	const [, closing = '', name = '', said = '', alone = '', text = ''] = tag.exec(whole) ?? refuse();
	// words stand only in a text
	if (text.trim() !== '' && (name !== 'text' || closing !== '')) refuse();
	if (closing !== '') return { kind: 'end' };
	const allowed = known[name] ?? refuse();
	const attributes = new Map<string, string>();
	for (const [, key = '', value = ''] of said.matchAll(attribute)) {
		if (!allowed.has(key)) refuse();
		attributes.set(key, value);
	}
	if (name === 'svg') return { kind: 'picture', viewBox: readNumbers(attributes.get('viewBox') ?? '') };
	return { kind: 'mark', mark: readMark(name, attributes, text), opens: alone === '' };
}

/** Charts of a book are alike but for a few of their marks. */
const mostTags = 20_000;
const longestTag = 1000;
const tags = new Map<string, Tag>();

function tagOf(whole: string): Tag {
	const kept = tags.get(whole);
	if (kept !== undefined) return kept;
	const made = readTag(whole);
	if (whole.length <= longestTag) {
		if (tags.size >= mostTags) tags.clear();
		tags.set(whole, made);
	}
	return made;
}

function read(svg: string): Picture {
	let viewBox: readonly number[] | null = null;
	const marks: (Shape | Words)[] = [];
	let isOpen = false;
	for (let from = 0; from < svg.length;) {
		const next = svg.indexOf('<', from + 1);
		const to = next === -1 ? svg.length : next;
		const found = tagOf(svg.slice(from, to));
		from = to;
		if (found.kind === 'end') {
			isOpen = false;
			continue;
		}
		if (isOpen || (viewBox === null) !== (found.kind === 'picture')) refuse();
		if (found.kind === 'picture') viewBox = found.viewBox;
		else {
			isOpen = found.opens;
			if (found.mark !== null) marks.push(found.mark);
		}
	}
	const [x = 0, y = 0, width = 0, height = 0] = viewBox ?? refuse();
	if (width <= 0 || height <= 0) refuse();
	return { viewBox: [x, y, width, height], marks };
}

/** Signs and bars come again and again. */
const mostKept = 2000;
const longest = 4000;
const pictures = new Map<string, Picture | null>();

/** Null for a picture that says more than is read here. */
export function readPicture(svg: string): Picture | null {
	const kept = pictures.get(svg);
	if (kept !== undefined) return kept;
	let made: Picture | null;
	try {
		made = read(svg);
	} catch (error) {
		if (!(error instanceof Unknown)) throw error;
		made = null;
	}
	if (svg.length <= longest) {
		if (pictures.size >= mostKept) pictures.clear();
		pictures.set(svg, made);
	}
	return made;
}
