// Results as JSON: a list of {district, section, indicator, inputs}, or the document that the form on the web sends, whose
// `results` are that list (see entered/write-document.ts).
import type { Collector } from '../collect.ts';
import type { Place, Submission } from '../entry.ts';
import { readStamp } from '../template/stamp.ts';
import { readJsonText, type JsonNode } from './json-text.ts';
import {
	sayBrokenJson,
	sayInputsNotObject,
	sayKeyTwice,
	sayMissingKey,
	sayNotAName,
	sayNotRecord,
	sayNotRecords,
	sayUnusedKey
} from '../sentences/sentences.ts';

type ObjectNode = Extract<JsonNode, { kind: 'object' }>;
const NAME_KEYS = ['district', 'section', 'indicator'] as const;
const KEYS: readonly string[] = [...NAME_KEYS, 'inputs'];

/** What `readValue` takes: numbers stay in the digits they were written in. */
const rawOf = (node: JsonNode): unknown => {
	switch (node.kind) {
		case 'null':
			return null;
		case 'bool':
			return node.yes;
		case 'number':
			return { numeral: node.text };
		case 'string':
			return node.text;
		case 'array':
			return node.items.map(rawOf);
		case 'object':
			return {};
	}
};

/** The record's members by key; undefined where a key is missing or there twice, which is reported. */
const gatherKeys = (
	record: ObjectNode,
	at: Place,
	entered: boolean,
	{ report }: Collector
): ReadonlyMap<string, JsonNode> | undefined => {
	const members = new Map<string, JsonNode>();
	let sound = true;
	for (const { key, value } of record.members) {
		const here = { ...at, line: value.line };
		if (entered && key === 'evidence') continue;
		if (!KEYS.includes(key)) report('warning', 'unused_key', here, () => sayUnusedKey(key));
		else if (members.has(key)) {
			report('error', 'key_twice', here, () => sayKeyTwice(key));
			sound = false;
		}
		members.set(key, value);
	}
	for (const key of KEYS) {
		if (members.has(key)) continue;
		report('error', 'missing_key', at, () => sayMissingKey(key));
		sound = false;
	}
	return sound ? members : undefined;
};

/** `entered`: on the web, where each value was shown to whoever sent it. */
const readRecord = (record: ObjectNode, path: string, file: string, entered: boolean, collector: Collector): void => {
	const { names, report, settle, take } = collector;
	const at = { file, line: record.line, cell: path };
	const members = gatherKeys(record, at, entered, collector);
	if (members === undefined) return;

	const written = (key: (typeof NAME_KEYS)[number]) => {
		const node = members.get(key);
		const place = { file, line: node?.line, cell: `${path}.${key}` };
		if (node?.kind === 'string') return { text: node.text.trim(), numeric: false, place };
		if (node?.kind === 'number') return { text: node.text, numeric: true, place };
		report('error', `no_${key}`, place, () => sayNotAName(key));
		return undefined;
	};
	const [districtName, sectionName, indicatorName] = [written('district'), written('section'), written('indicator')];
	if (!districtName || !sectionName || !indicatorName) return;

	const inputs = members.get('inputs');
	const cells = inputs?.kind === 'object' ? Math.max(inputs.members.length, 1) : 1;
	const named = { district: names.findDistrict(districtName.text), section: names.findSection(sectionName.text) };
	const district = settle('district', districtName.text, named.district, districtName.place, cells);
	const section = settle('section', sectionName.text, named.section, sectionName.place, cells);
	if (section === undefined) return;
	const foundIndicator = section.findIndicator(indicatorName.text, indicatorName.numeric);
	const indicator = settle('indicator', indicatorName.text, foundIndicator, indicatorName.place, cells);
	if (inputs?.kind !== 'object') {
		report('error', 'inputs_not_object', { file, line: inputs?.line, cell: `${path}.inputs` }, sayInputsNotObject);
		return;
	}
	if (indicator === undefined) return;
	for (const { key, value } of inputs.members) {
		if (collector.isFull()) return;
		const place = { file, line: value.line, cell: `${path}.inputs.${key}` };
		const input = settle('input', key.trim(), indicator.findInput(key), place);
		if (district === undefined || input === undefined) continue;
		take({ district, section, indicator, input }, rawOf(value), value.text, place, entered);
	}
};

interface Records {
	readonly items: readonly JsonNode[];
	readonly entered: boolean;
}

/** The records of a list, or of a document of the form; undefined where it is neither. */
const findRecords = (root: JsonNode, file: string, { noteTitles }: Collector): Records | undefined => {
	if (root.kind === 'array') return { items: root.items, entered: false };
	if (root.kind !== 'object') return undefined;
	const valueOf = (key: string) => root.members.find((member) => member.key === key)?.value;
	const stamp = valueOf('stamp');
	const results = valueOf('results');
	if (stamp?.kind !== 'string' || readStamp(stamp.text) === undefined || results?.kind !== 'array') return undefined;
	noteTitles([stamp.text], { file, line: stamp.line });
	return { items: results.items, entered: true };
};

export const readJson = (source: string, file: string, collector: Collector): Submission => {
	const { report, finish } = collector;
	const reading = readJsonText(source);
	if (reading.kind === 'broken') {
		const { fault, line, column } = reading;
		report('error', 'broken_json', { file, line }, () => sayBrokenJson(fault, line, column));
		return finish(false);
	}
	const { root } = reading;
	const records = findRecords(root, file, collector);
	if (records === undefined) {
		report('error', 'not_records', { file, line: root.line }, sayNotRecords);
		return finish(false);
	}
	for (const [index, item] of records.items.entries()) {
		if (collector.isFull()) break;
		const path = `[${index}]`;
		if (item.kind === 'object') readRecord(item, path, file, records.entered, collector);
		else report('error', 'not_a_record', { file, line: item.line, cell: path }, sayNotRecord);
	}
	return finish(true);
};
