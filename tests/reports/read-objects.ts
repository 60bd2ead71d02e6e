// Reads the objects of a PDF as they are: what a dictionary holds, what a stream unfolds to. mupdf unpacks the file first
// (`mutool clean -d`), so that every object stands at the place a plain table of them names.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from './expect-extracts.ts';

export type PdfValue =
	| null
	| boolean
	| number
	| { readonly kind: 'name'; readonly name: string }
	/** its bytes, as Latin-1 */
	| { readonly kind: 'string'; readonly text: string }
	| { readonly kind: 'reference'; readonly number: number }
	/** of a content stream */
	| { readonly kind: 'operator'; readonly operator: string }
	| readonly PdfValue[]
	| PdfDictionary;
export interface PdfDictionary {
	readonly kind: 'dictionary';
	readonly entries: Readonly<Record<string, PdfValue>>;
}
export interface PdfObject {
	readonly number: number;
	readonly value: PdfValue;
	/** unpacked; null where the object is none */
	readonly stream: Uint8Array | null;
}
export interface PdfFile {
	readonly objects: ReadonlyMap<number, PdfObject>;
	readonly trailer: PdfDictionary;
}

const white = /[\0\t\n\f\r ]/;
const token = /[^\0\t\n\f\r ()<>[\]{}/%]*/y;

/** Reads one value after the other from Latin-1 text. */
export function openReader(text: string, from: number) {
	let at = from;

	function skipWhite(): void {
		for (; at < text.length; at++) {
			if (text[at] === '%') at = text.slice(at).search(/[\r\n]|$/) + at;
			else if (!white.test(text[at] ?? '')) return;
		}
	}

	function readWord(): string {
		token.lastIndex = at;
		const [word = ''] = token.exec(text) ?? [];
		at += word.length;
		return word;
	}

	const readName = (): string => {
		at += 1;
		return readWord().replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
	};

	function readString(): string {
		const begin = ++at;
		for (let depth = 1; ; at++) {
			if (text[at] === '\\') at += 1;
			else if (text[at] === '(') depth += 1;
			else if (text[at] === ')' && --depth === 0) break;
		}
		return text.slice(begin, at++);
	}

	function readHex(): string {
		const end = text.indexOf('>', at);
		const digits = text.slice(at + 1, end).replace(/\s/g, '');
		at = end + 1;
		return Buffer.from(digits, 'hex').toString('latin1');
	}

	function readUntil(end: string): PdfValue[] {
		const values: PdfValue[] = [];
		for (skipWhite(); !text.startsWith(end, at); skipWhite()) {
			const value = read();
			if (value === undefined) throw new Error(`nothing where ${end} should be`);
			values.push(value);
		}
		at += end.length;
		return values;
	}

	function readDictionary(): PdfDictionary {
		at += 2;
		const values = readUntil('>>');
		const entries: Record<string, PdfValue> = {};
		for (let nth = 0; nth < values.length; nth += 2) {
			const key = values[nth];
			if (key === null || typeof key !== 'object' || !('kind' in key) || key.kind !== 'name')
				throw new Error('a dictionary with a key that is no name');
			entries[key.name] = values[nth + 1] ?? null;
		}
		return { kind: 'dictionary', entries };
	}

	/** undefined at the end */
	function read(): PdfValue | undefined {
		skipWhite();
		if (at >= text.length) return undefined;
		if (text[at] === '/') return { kind: 'name', name: readName() };
		if (text[at] === '(') return { kind: 'string', text: readString() };
		if (text.startsWith('<<', at)) return readDictionary();
		if (text[at] === '<') return { kind: 'string', text: readHex() };
		if (text[at] === '[') {
			at += 1;
			return readUntil(']');
		}
		const reference = /^(\d+) (\d+) R(?![a-zA-Z])/.exec(text.slice(at, at + 24));
		if (reference !== null) {
			at += reference[0].length;
			return { kind: 'reference', number: Number(reference[1]) };
		}
		const word = readWord();
		if (word === '') throw new Error(`${JSON.stringify(text[at])} begins no value`);
		if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return Number(word);
		if (word === 'true' || word === 'false') return word === 'true';
		return word === 'null' ? null : { kind: 'operator', operator: word };
	}

	return { read, at: () => at };
}

export const dictionaryOf = (value: PdfValue | undefined): PdfDictionary['entries'] =>
	value !== null && typeof value === 'object' && 'kind' in value && value.kind === 'dictionary' ? value.entries : {};
export const nameOf = (value: PdfValue | undefined): string | null =>
	value !== null && typeof value === 'object' && 'kind' in value && value.kind === 'name' ? value.name : null;

/** The same file with every stream unfolded and every object at a place that a plain table names. */
export function unpack(bytes: Uint8Array): Uint8Array {
	const folder = mkdtempSync(join(tmpdir(), 'watphon-objects-'));
	try {
		const [packed, plain] = [join(folder, 'packed.pdf'), join(folder, 'plain.pdf')];
		writeFileSync(packed, bytes);
		runTool('mutool', 'mupdf-tools', ['clean', '-d', packed, plain]);
		return readFileSync(plain);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** The objects of a file that is unpacked. */
export function readObjects(bytes: Uint8Array): PdfFile {
	const text = Buffer.from(bytes).toString('latin1');
	const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
	const objects = new Map<number, PdfObject>();
	for (const [, offset, used] of text.slice(table).matchAll(/^(\d{10}) \d{5} ([nf])/gm)) {
		if (used === 'f') continue;
		const object = readObject(text, bytes, Number(offset));
		objects.set(object.number, object);
	}
	const trailer = openReader(text, text.indexOf('trailer', table) + 'trailer'.length).read();
	return { objects, trailer: { kind: 'dictionary', entries: dictionaryOf(trailer) } };
}

function readObject(text: string, bytes: Uint8Array, offset: number): PdfObject {
	const [head = '', number] = /^(\d+) \d+ obj/.exec(text.slice(offset, offset + 30)) ?? [];
	const reader = openReader(text, offset + head.length);
	const value = reader.read() ?? null;
	const begin = /^\s*stream\r?\n/.exec(text.slice(reader.at(), reader.at() + 20));
	if (begin === null) return { number: Number(number), value, stream: null };
	const from = reader.at() + begin[0].length;
	const length = dictionaryOf(value).Length;
	return {
		number: Number(number),
		value,
		stream: bytes.subarray(from, from + (typeof length === 'number' ? length : 0))
	};
}
