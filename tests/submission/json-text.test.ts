import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readJsonText, type JsonNode } from '../../src/lib/submission/files/json-text.ts';

const plain = (node: JsonNode): unknown => {
	switch (node.kind) {
		case 'null':
			return null;
		case 'bool':
			return node.yes;
		case 'number':
			return Number(node.text);
		case 'string':
			return node.text;
		case 'array':
			return node.items.map(plain);
		case 'object':
			return Object.fromEntries(node.members.map(({ key, value }) => [key, plain(value)]));
	}
};

test('any JSON is read as JSON.parse reads it', () => {
	fc.assert(
		fc.property(fc.json({ maxDepth: 5 }), fc.constantFrom(0, 2), (source, indent) => {
			const text = JSON.stringify(JSON.parse(source), null, indent);
			const reading = readJsonText(text);
			expect(reading.kind === 'json' ? plain(reading.root) : reading).toEqual(JSON.parse(text));
		})
	);
});

test('any text is refused where JSON.parse refuses it', () => {
	const pieces = fc.array(
		fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '"a"', '1', '-', '.5', 'e', 'true', ' ', '\\')
	);
	fc.assert(
		fc.property(pieces, (parts) => {
			const source = parts.join('');
			let valid = true;
			try {
				JSON.parse(source);
			} catch {
				valid = false;
			}
			expect(readJsonText(source).kind).toBe(valid ? 'json' : 'broken');
		}),
		{ numRuns: 2000 }
	);
});

test('a number keeps its digits and a key written twice is there twice', () => {
	const reading = readJsonText('{"a": 28.50,\n "a": 1E2}');
	expect(reading).toMatchObject({
		root: {
			members: [
				{ key: 'a', value: { text: '28.50', line: 1 } },
				{ key: 'a', value: { text: '1E2', line: 2 } }
			]
		}
	});
});

test.each([
	['', 'unfinished', 1, 1],
	['[1,\n 2', 'unfinished', 2, 3],
	['["a', 'unfinished', 1, 4],
	['[1,]', 'unexpected', 1, 4],
	["[{'a': 1}]", 'unexpected', 1, 3],
	['[1] 2', 'text_after_end', 1, 5],
	['[NaN]', 'unexpected', 1, 2],
	['[01]', 'bad_number', 1, 2],
	['[1.]', 'bad_number', 1, 2],
	['["\n"]', 'bad_text', 1, 3],
	['["\\x"]', 'bad_text', 1, 2],
	['['.repeat(40), 'too_deep', 1, 34]
])('%j is broken: %s at line %d, column %d', (source, fault, line, column) => {
	expect(readJsonText(source)).toEqual({ kind: 'broken', fault, line, column });
});
