// Of a file of JSON no lines are shown, which may hold all of it at once, but one record: whose it is, and the values around one.
import { readJsonText, type JsonMember, type JsonNode } from '../../submission/files/json-text.ts';

export interface JsonRow {
	readonly line: number;
	/** inputs.spent_baht */
	readonly key: string;
	readonly text: string;
	readonly wanted: boolean;
}

const rowsAround = 2;
const names: readonly string[] = ['district', 'section', 'indicator'];

const membersOf = (node: JsonNode | undefined): readonly JsonMember[] => (node?.kind === 'object' ? node.members : []);

/** The records of a list, or of what the form on the web sends. */
function recordsOf(root: JsonNode): readonly JsonNode[] {
	const list = root.kind === 'array' ? root : membersOf(root).find(({ key }) => key === 'results')?.value;
	return list?.kind === 'array' ? list.items : [];
}

/** `path`: [3].inputs.spent_baht, or [3] for all of a record. Empty where there is nothing of it. */
export function rowsOfJson(source: string, path: string): readonly JsonRow[] {
	const [, nth = '', wanted = ''] = /^\[(\d+)\](?:\.(.+))?$/s.exec(path) ?? [];
	const reading = readJsonText(source);
	if (nth === '' || reading.kind === 'broken') return [];
	const record = membersOf(recordsOf(reading.root)[Number(nth)]);
	const rows = record.flatMap(({ key, value }) => {
		const inside = membersOf(value);
		return inside.length === 0 ? [row(key, value)] : inside.map((member) => row(`${key}.${member.key}`, member.value));
	});
	const at = rows.findLastIndex(({ key }) => key === wanted);
	return rows
		.map((one, i) => ({ ...one, wanted: i === at }))
		.filter(({ key }, i) => names.includes(key) || Math.abs(i - Math.max(at, 0)) <= rowsAround);
}

const row = (key: string, { line, text }: JsonNode) => ({ line, key, text });
