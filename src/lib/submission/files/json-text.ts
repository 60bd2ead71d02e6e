// JSON read so that nothing is lost: every number keeps the text it was written in, an object keeps a key written twice,
// and each value knows its line. JSON.parse keeps none of the three.

export type JsonNode =
	| { readonly kind: 'null'; readonly line: number; readonly text: string }
	| { readonly kind: 'bool'; readonly line: number; readonly text: string; readonly yes: boolean }
	| { readonly kind: 'number'; readonly line: number; readonly text: string }
	| { readonly kind: 'string'; readonly line: number; readonly text: string }
	| { readonly kind: 'array'; readonly line: number; readonly text: string; readonly items: readonly JsonNode[] }
	| { readonly kind: 'object'; readonly line: number; readonly text: string; readonly members: readonly JsonMember[] };

export interface JsonMember {
	readonly key: string;
	readonly value: JsonNode;
}

export type JsonFault = 'unexpected' | 'unfinished' | 'bad_text' | 'bad_number' | 'too_deep' | 'text_after_end';

/** `text` of a string node is its value, of all others the source. Line and column count from 1. */
export type JsonReading =
	| { readonly kind: 'json'; readonly root: JsonNode }
	| { readonly kind: 'broken'; readonly fault: JsonFault; readonly line: number; readonly column: number };

const MAX_DEPTH = 32;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const NUMBER_END = /[\s,\]}]/;

/** Reads a whole JSON text in one pass. */
export const readJsonText = (source: string): JsonReading => {
	let at = 0;
	let line = 1;
	let lineStart = 0;
	let fault: JsonFault | undefined;

	const fail = (what: JsonFault): undefined => {
		fault ??= at >= source.length ? 'unfinished' : what;
	};
	const skipSpace = (): void => {
		for (; at < source.length; at += 1) {
			const code = source.charCodeAt(at);
			if (code === 10) {
				line += 1;
				lineStart = at + 1;
			} else if (code !== 32 && code !== 9 && code !== 13) return;
		}
	};
	const take = (mark: string): boolean => {
		skipSpace();
		if (source[at] !== mark) return false;
		at += 1;
		return true;
	};

	const readText = (): string | undefined => {
		const start = at;
		let escaped = false;
		for (at += 1; at < source.length; at += 1) {
			const code = source.charCodeAt(at);
			if (code === 34) break;
			if (code < 32) return fail('bad_text');
			if (code === 92) {
				escaped = true;
				at += 1;
			}
		}
		if (at >= source.length) return fail('unfinished');
		at += 1;
		if (!escaped) return source.slice(start + 1, at - 1);
		try {
			return JSON.parse(source.slice(start, at)) as string;
		} catch {
			at = start;
			return fail('bad_text');
		}
	};
	const readNumber = (): JsonNode | undefined => {
		NUMBER.lastIndex = at;
		const text = NUMBER.exec(source)?.[0];
		const next = text === undefined ? undefined : source[at + text.length];
		if (text === undefined || (next !== undefined && !NUMBER_END.test(next))) return fail('bad_number');
		at += text.length;
		return { kind: 'number', line, text };
	};
	const readWord = (): JsonNode | undefined => {
		for (const text of ['true', 'false', 'null']) {
			if (!source.startsWith(text, at)) continue;
			at += text.length;
			return text === 'null' ? { kind: 'null', line, text } : { kind: 'bool', line, text, yes: text === 'true' };
		}
		return fail('unexpected');
	};
	const readArray = (depth: number): JsonNode | undefined => {
		const [start, startLine] = [at, line];
		const items: JsonNode[] = [];
		at += 1;
		if (!take(']')) {
			do {
				const item = readValue(depth + 1);
				if (item === undefined) return undefined;
				items.push(item);
			} while (take(','));
			if (!take(']')) return fail('unexpected');
		}
		return { kind: 'array', line: startLine, text: source.slice(start, at), items };
	};
	const readObject = (depth: number): JsonNode | undefined => {
		const [start, startLine] = [at, line];
		const members: JsonMember[] = [];
		at += 1;
		if (!take('}')) {
			do {
				skipSpace();
				const key = source[at] === '"' ? readText() : fail('unexpected');
				if (key === undefined) return undefined;
				if (!take(':')) return fail('unexpected');
				const value = readValue(depth + 1);
				if (value === undefined) return undefined;
				members.push({ key, value });
			} while (take(','));
			if (!take('}')) return fail('unexpected');
		}
		return { kind: 'object', line: startLine, text: source.slice(start, at), members };
	};
	const readValue = (depth: number): JsonNode | undefined => {
		if (depth > MAX_DEPTH) return fail('too_deep');
		skipSpace();
		const mark = source[at];
		if (mark === '{') return readObject(depth);
		if (mark === '[') return readArray(depth);
		if (mark === '"') {
			const startLine = line;
			const text = readText();
			return text === undefined ? undefined : { kind: 'string', line: startLine, text };
		}
		return mark === '-' || (mark !== undefined && mark >= '0' && mark <= '9') ? readNumber() : readWord();
	};

	const root = readValue(0);
	if (root !== undefined) skipSpace();
	if (root !== undefined && at < source.length) fail('text_after_end');
	if (root !== undefined && fault === undefined) return { kind: 'json', root };
	return { kind: 'broken', fault: fault ?? 'unexpected', line, column: at - lineStart + 1 };
};
