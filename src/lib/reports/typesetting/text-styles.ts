// How a text looks, found once for all texts that look alike. pdfmake asks twenty questions of style for every word, each of all
// that it stands in; here what stands around is read once, and its answers are handed down.
import type { Document, EmbeddedFont } from 'pdfmake/js/PDFDocument.js';
import type { Setting } from 'pdfmake/js/Renderer.js';
import type { Styles } from 'pdfmake/js/StyleContextStack.js';
import { readColour } from './page-ink.ts';
import { StyleContextStack } from './pdfmake-parts.ts';

/** What all pieces of a run share. */
export interface Look {
	/** a piece of it, but for its text and places */
	readonly inline: Setting;
	readonly font: EmbeddedFont;
	readonly fontSize: number;
	readonly characterSpacing: number;
	readonly keepsBefore: boolean;
	readonly keepsBehind: boolean;
	/** its colour as it is written, of text that is nothing but text; null where it leads somewhere or has a line or ground */
	readonly plainColour: string | null;
	/** points before the first piece of a text */
	readonly indent: number;
}

/** What is said of style at one place of a document. */
export interface Style {
	readonly values: ReadonlyMap<string, unknown>;
	/** what a run says itself, which its pieces carry */
	readonly own: Readonly<Record<string, unknown>>;
	readonly inner: Map<string, Style>;
	look: Look | null;
}

/** What a piece of text carries, and what holds where nothing is said. */
const carried: readonly (readonly [property: string, otherwise: unknown])[] = [
	['alignment', 'left'],
	['fontSize', 12],
	['fontFeatures', null],
	['characterSpacing', 0],
	['color', 'black'],
	['decoration', null],
	['decorationColor', null],
	['decorationStyle', null],
	['decorationThickness', null],
	['background', null],
	['link', null],
	['linkToPage', null],
	['linkToDestination', null],
	['noWrap', null],
	['opacity', 1],
	['sup', false],
	['sub', false]
];
const asked = new Set([
	...carried.map(([property]) => property),
	...'font bold italics lineHeight leadingIndent preserveLeadingSpaces preserveTrailingSpaces keepTogether'.split(' ')
]);
/** as pdfmake sets what stands above or below the line */
const small = 0.58;

type Said = Readonly<Record<string, unknown>>;

/** In the words of a key: the same word, the same value. Null for what has none. */
function wordOf(value: unknown): string | null {
	if (typeof value === 'string') return `${value.length}'${value}`;
	return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

function nest(outer: Style, key: string | null, values: ReadonlyMap<string, unknown>, own: Said): Style {
	const style: Style = { values, own, inner: new Map(), look: null };
	if (key !== null) outer.inner.set(key, style);
	return style;
}

/** The style inside a node that says so much. */
function styleInside(outer: Style, said: Said): Style {
	let key: string | null = '';
	const found: [string, unknown][] = [];
	for (const property in said) {
		if (!asked.has(property)) continue;
		const value = said[property];
		if (value === undefined || value === null) continue;
		found.push([property, value]);
		const word = wordOf(value);
		key = key === null || word === null ? null : `${key}${property}:${word} `;
	}
	if (found.length === 0) return outer;
	const known = key === null ? undefined : outer.inner.get(key);
	return known ?? nest(outer, key, new Map([...outer.values, ...found]), {});
}

/** The style of a run of a text: an object with a text of its own. Its pieces carry all it says. */
export function styleOfRun(outer: Style, run: Said, styles: Styles): Style {
	const { style: named } = run;
	let around = outer;
	if (named !== undefined && named !== null && named !== '')
		for (const one of Array.isArray(named) ? (named as unknown[]) : [named]) around = styleUnder(around, one, styles);
	let key: string | null = 'run ';
	for (const property in run) {
		if (property === 'text' || key === null) continue;
		const word = wordOf(run[property]);
		key = word === null ? null : `${key}${property}:${word} `;
	}
	if (key === 'run ') return around;
	const known = key === null ? undefined : around.inner.get(key);
	if (known !== undefined) return known;
	const { text: _, lineEnd: _end, noNewLine: _new, ...own } = run;
	const found = Object.entries(own).filter(
		([property, value]) => asked.has(property) && value !== undefined && value !== null
	);
	return nest(around, key, new Map([...around.values, ...found]), own);
}

function styleUnder(outer: Style, override: unknown, styles: Styles): Style {
	if (typeof override !== 'string') return styleInside(outer, override as Said);
	// a name: pdfmake knows what it extends
	const alone = { styleOverrides: [override], styleDictionary: styles.styleDictionary };
	const answers = [...asked].map((property) => [
		property,
		StyleContextStack.prototype.getProperty.call(alone, property)
	]);
	return styleInside(outer, Object.fromEntries(answers) as Said);
}

/** What stood around the text before: most of it stands around the next one too. */
interface Path {
	readonly outermost: Style;
	readonly overrides: unknown[];
	readonly styles: Style[];
}

const outermost = new WeakMap<Document, { readonly defaults: unknown; readonly style: Style }[]>();
const paths = new WeakMap<Styles, Path>();

function beginPath(document: Document, styles: Styles): Path {
	const known = outermost.get(document) ?? [];
	outermost.set(document, known);
	const defaults = styles.defaultStyle ?? {};
	let first = known.find((one) => one.defaults === defaults)?.style;
	if (first === undefined) {
		first = styleInside({ values: new Map(), own: {}, inner: new Map(), look: null }, defaults);
		known.push({ defaults, style: first });
	}
	const path: Path = { outermost: first, overrides: [], styles: [] };
	paths.set(styles, path);
	return path;
}

/** The style at the place that pdfmake has come to. */
export function styleHere(document: Document, styles: Styles): Style {
	const path = paths.get(styles) ?? beginPath(document, styles);
	const { styleOverrides } = styles;
	let same = 0;
	while (same < styleOverrides.length && path.overrides[same] === styleOverrides[same]) same++;
	let style = path.styles[same - 1] ?? path.outermost;
	for (let at = same; at < styleOverrides.length; at++) {
		style = styleUnder(style, styleOverrides[at], styles);
		path.overrides[at] = styleOverrides[at];
		path.styles[at] = style;
	}
	path.overrides.length = path.styles.length = styleOverrides.length;
	return style;
}

export function lookOf(document: Document, style: Style): Look {
	style.look ??= makeLook(document, style);
	return style.look;
}

/** What makes a text more than its letters. */
const marking = ['decoration', 'background', 'link', 'linkToPage', 'linkToDestination', 'sup', 'sub'];

const colourOfPlain = (said: Said): string | null =>
	marking.some((property) => Boolean(said[property])) || said.opacity !== 1
		? null
		: readColour(typeof said.color === 'string' ? said.color : 'black');

function makeLook(document: Document, { values, own }: Style): Look {
	const answer = (property: string, otherwise: unknown): unknown => values.get(property) ?? otherwise;
	const font = document.provideFont(
		answer('font', 'Roboto') as string,
		answer('bold', false) as boolean,
		answer('italics', false) as boolean
	);
	const said = Object.fromEntries(carried.map(([property, otherwise]) => [property, answer(property, otherwise)]));
	const raised = Boolean(said.sup) || Boolean(said.sub);
	const fontSize = (said.fontSize as number) * (raised ? small : 1);
	const height = font.lineHeight(fontSize) * (answer('lineHeight', 1) as number);
	return {
		inline: { ...own, ...said, noWrap: true, text: '', x: 0, width: 0, font, fontSize, height },
		font,
		fontSize,
		characterSpacing: said.characterSpacing as number,
		keepsBefore: answer('preserveLeadingSpaces', false) === true,
		keepsBehind: answer('preserveTrailingSpaces', false) === true,
		plainColour: colourOfPlain(said),
		indent: answer('leadingIndent', 0) as number
	};
}
