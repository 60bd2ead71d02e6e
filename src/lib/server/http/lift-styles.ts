// What a page says in `style` attributes, as one sheet in its head: a policy can name a sheet by its hash, and attributes not.
// Only sizes, places and colours that the program itself names are lifted. Whatever else stands in an attribute is left where the
// policy refuses it, so that nobody's words could dress a page even where they came to stand in a tag.
import { hashOf } from './plain-page.ts';

export interface LiftedPage {
	readonly html: string;
	/** as a policy names the sheet: `'sha256-…'`; null where the page has no need of one */
	readonly hash: string | null;
}

/** Scripts and sheets, whose text is nobody's tag, or one tag with its attributes. */
const tags = /<(script|style)\b[^]*?<\/\1>|<[a-z][\w-]*(?:\s+[^\s"'<>=/]+(?:="[^"]*")?)+\s*\/?>/g;
const attributes = /(\s+)([^\s"'<>=/]+)(?:="([^"]*)")?/g;

const property =
	/^(?:--[\w-]+|(?:min-)?width|left|flex-grow|grid-(?:row|column)|text-anchor|color|background|border-color)$/;
const functions = new Set(['var', 'repeat', 'minmax', 'calc']);
/** figures with their units, names of colours and sizes, columns of a grid */
const figures = /^[\w.%, ()-]*$/;
/** a picture that is written out as it stands */
const picture = /^url\(&quot;data:image\/svg\+xml,[\w%.~!*'()-]*&quot;\)$/;

function isPlain(declaration: string): boolean {
	const colon = declaration.indexOf(':');
	const value = declaration.slice(colon + 1).trim();
	if (!property.test(declaration.slice(0, colon).trim())) return false;
	if (picture.test(value)) return true;
	return figures.test(value) && [...value.matchAll(/([\w-]*)\(/g)].every(([, name = '']) => functions.has(name));
}

const isLifted = (style: string): boolean =>
	style
		.split(/(?<!&quot);/)
		.filter((one) => one.trim() !== '')
		.every(isPlain);

/** The same page; each of its styles told once, however many elements wear it. */
export function liftStyles(page: string): LiftedPage {
	const worn = new Map<string, number>();
	const html = page.replace(tags, (tag: string, kept: string | undefined) =>
		kept !== undefined || !tag.includes(' style="')
			? tag
			: tag.replace(attributes, (whole: string, space: string, attribute: string, given: string | undefined) => {
					if (attribute !== 'style' || given === undefined || !isLifted(given)) return whole;
					const nth = worn.get(given) ?? worn.size;
					worn.set(given, nth);
					return `${space}data-look="${nth}"`;
				})
	);
	if (worn.size === 0) return { html: page, hash: null };
	// as strong as an attribute is against classes, and weaker than what a living page sets by itself later
	const sheet = [...worn]
		.map(([style, nth]) => `[data-look="${nth}"]:not(#_){${style.replaceAll('&quot;', '"')}}`)
		.join('\n');
	return {
		html: html.replace('</head>', () => `<style>${sheet}</style></head>`),
		hash: hashOf(sheet)
	};
}
