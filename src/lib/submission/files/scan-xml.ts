// Walks through XML text from tag to tag. No declaration of entities is known, so none can unfold; a text that is not well
// formed throws.

export interface XmlHandlers {
	readonly open: (name: string, attributes: ReadonlyMap<string, string>) => void;
	readonly close: (name: string) => void;
	/** what stands between tags; long texts come whole */
	readonly text: (text: string) => void;
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
	['amp', '&'],
	['lt', '<'],
	['gt', '>'],
	['quot', '"'],
	['apos', "'"]
]);
const ATTRIBUTE = /([^\s=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const LAST_CODE_POINT = 0x10ffff;

const decode = (text: string): string =>
	text.includes('&')
		? text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (_, decimal, hex, name) => {
				const known = typeof name === 'string' ? ENTITIES.get(name) : undefined;
				if (known !== undefined) return known;
				const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal);
				if (Number.isNaN(code) || code > LAST_CODE_POINT) throw new SyntaxError('unknown entity');
				return String.fromCodePoint(code);
			})
		: text;

const NONE: ReadonlyMap<string, string> = new Map();
const readAttributes = (source: string): ReadonlyMap<string, string> => {
	if (!source.includes('=')) return NONE;
	const attributes = new Map<string, string>();
	for (const [, name = '', double, single] of source.matchAll(ATTRIBUTE))
		attributes.set(name, decode(double ?? single ?? ''));
	return attributes;
};

/** The end of a tag that begins at `from`: a `>` that stands in no attribute. */
const findTagEnd = (xml: string, from: number): number => {
	let quote = '';
	for (let at = from; at < xml.length; at += 1) {
		const char = xml[at] ?? '';
		if (quote !== '') {
			if (char === quote) quote = '';
		} else if (char === '"' || char === "'") quote = char;
		else if (char === '>') return at;
	}
	throw new SyntaxError('unfinished tag');
};

const skipTo = (xml: string, mark: string, from: number): number => {
	const at = xml.indexOf(mark, from);
	if (at < 0) throw new SyntaxError('unfinished');
	return at + mark.length;
};

export const scanXml = (xml: string, { open, close, text }: XmlHandlers): void => {
	const openNames: string[] = [];
	let at = 0;
	while (at < xml.length) {
		const tag = xml.indexOf('<', at);
		const between = xml.slice(at, tag < 0 ? xml.length : tag);
		if (between !== '' && openNames.length > 0) text(decode(between));
		if (tag < 0) break;
		if (xml.startsWith('<!--', tag)) at = skipTo(xml, '-->', tag);
		else if (xml.startsWith('<![CDATA[', tag)) {
			at = skipTo(xml, ']]>', tag);
			text(xml.slice(tag + 9, at - 3));
		} else if (xml.startsWith('<?', tag)) at = skipTo(xml, '?>', tag);
		else if (xml.startsWith('<!', tag)) throw new SyntaxError('declaration');
		else {
			const end = findTagEnd(xml, tag + 1);
			const inside = xml.slice(tag + 1, end);
			at = end + 1;
			if (inside.startsWith('/')) {
				const name = inside.slice(1).trim();
				if (openNames.pop() !== name) throw new SyntaxError('crossed tags');
				close(name);
				continue;
			}
			const isEmpty = inside.endsWith('/');
			const [name = ''] = /^[^\s/]+/.exec(inside) ?? [];
			open(name, readAttributes(inside.slice(name.length)));
			if (isEmpty) close(name);
			else openNames.push(name);
		}
	}
	if (openNames.length > 0) throw new SyntaxError('unfinished');
};
