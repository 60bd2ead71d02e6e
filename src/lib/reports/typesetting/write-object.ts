// An object of the file as text, as pdfkit 0.19.1 writes it, without a list of pieces for each.

const escaped = /[\n\r\t\b\f()\\]/g;
const escapes: Readonly<Record<string, string>> = {
	'\n': '\\n',
	'\r': '\\r',
	'\t': '\\t',
	'\b': '\\b',
	'\f': '\\f'
};

/** UTF-16 where a letter is not ASCII; each character of the answer is a byte. */
function writeText(text: string): string {
	let isPlain = true;
	for (let at = 0; at < text.length && isPlain; at++) isPlain = text.charCodeAt(at) <= 0x7f;
	const bytes = isPlain ? text : Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('latin1');
	return `(${bytes.replace(escaped, (sign) => escapes[sign] ?? `\\${sign}`)})`;
}

function writeDictionary(dictionary: Readonly<Record<string, unknown>>): string {
	let said = '<<\n';
	for (const key in dictionary) said += `/${key} ${writeObject(dictionary[key])}\n`;
	return `${said}>>`;
}

function writeList(list: readonly unknown[]): string {
	let said = '[';
	for (let at = 0; at < list.length; at++) said += at === 0 ? writeObject(list[at]) : ` ${writeObject(list[at])}`;
	return `${said}]`;
}

const writeDate = (date: Date): string => `(D:${date.toISOString().replace(/[-:T]|\.\d+/g, '')})`;

/** A string is a name; text is a `String`. Each character of the answer is a byte. */
export function writeObject(value: unknown): string {
	if (typeof value === 'string') return `/${value}`;
	if (typeof value === 'number') return String(Math.round(value * 1e6) / 1e6);
	if (typeof value !== 'object' || value === null) return String(value);
	if (Array.isArray(value)) return writeList(value);
	if (value instanceof String) return writeText(value.valueOf());
	if (Buffer.isBuffer(value)) return `<${value.toString('hex')}>`;
	if (value instanceof Date) return writeDate(value);
	// references and trees of names say themselves
	const { toString: say } = value as { readonly toString: () => string };
	return say === Object.prototype.toString
		? writeDictionary(value as Readonly<Record<string, unknown>>)
		: say.call(value);
}
