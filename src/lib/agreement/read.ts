// A letter from its text: YAML, then the strict schema, then the names it uses.
import { LineCounter, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import { findExcess } from './bound-yaml.ts';
import { casesSchema, type Case } from './cases.ts';
import { agreementSchema, type Agreement } from './schema.ts';

/** Something in a letter's file that cannot be read, with its line (1-based) where it can be told. */
export interface LetterProblem {
	readonly file: string;
	readonly line: number | null;
	/** a Thai sentence: what, where, what to do */
	readonly message: string;
}
export interface ReadLetter {
	readonly agreement: Agreement | null;
	readonly problems: readonly LetterProblem[];
}

export function readAgreement(text: string, file: string): ReadLetter {
	const { value, problems } = readYaml(text, file, agreementSchema);
	return { agreement: value, problems };
}

export function readCases(text: string, file: string): { cases: readonly Case[]; problems: readonly LetterProblem[] } {
	const { value, problems } = readYaml(text, file, casesSchema);
	return { cases: value?.cases ?? [], problems };
}

function readYaml<T>(text: string, file: string, schema: z.ZodType<T>): { value: T | null; problems: LetterProblem[] } {
	const excess = findExcess(text);
	if (excess !== null) return { value: null, problems: [{ file, line: excess, message: tooMuch }] };
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
	// What follows the first fault is mostly its echo.
	const [fault] = document.errors;
	if (fault) {
		const message = `อ่านเป็น YAML ไม่ได้: ${yamlFaults[fault.code] ?? 'เขียนไม่ถูกรูปแบบ'} โปรดแก้บรรทัดนี้แล้วตรวจอีกครั้ง`;
		return { value: null, problems: [{ file, line: lines.linePos(fault.pos[0]).line, message }] };
	}
	const unfolded = unfold(document);
	if (unfolded === null) return { value: null, problems: [{ file, line: null, message: tooManyAliases }] };
	const parsed = schema.safeParse(unfolded.value);
	if (parsed.success) return { value: parsed.data, problems: [] };
	return {
		value: null,
		problems: flatten(parsed.error.issues).map(({ path, message }) => ({
			file,
			line: lineOf(path),
			message: `${path.length > 0 ? `ที่ ${path.join('.')}: ` : ''}${message}`
		}))
	};

	function lineOf(path: readonly PropertyKey[]): number | null {
		for (let length = path.length; length > 0; length -= 1) {
			const node: unknown = document.getIn(path.slice(0, length), true);
			if (node && typeof node === 'object' && 'range' in node && Array.isArray(node.range))
				return lines.linePos(Number(node.range[0])).line;
		}
		return null;
	}
}

const tooMuch = 'ยาวหรือซ้อนกันลึกเกินกว่าข้อตกลงใดจะเป็น จึงไม่อ่านต่อจากบรรทัดนี้ โปรดตรวจว่าเลือกแฟ้มข้อตกลงถูก';
const tooManyAliases = 'อ้างถึงข้อความเดิมด้วย * ซ้อนกันมากเกินไป จึงไม่อ่าน โปรดเขียนข้อความนั้นเต็ม ๆ แทน';

/** A letter may repeat itself with an anchor, but not unfold without end. */
function unfold(document: Document): { readonly value: unknown } | null {
	try {
		return { value: document.toJS({ maxAliasCount: 1000 }) };
	} catch (error) {
		// what the reader throws where aliases of aliases grow without bound
		if (error instanceof ReferenceError) return null;
		throw error;
	}
}

/** By the code of the fault. */
const yamlFaults: Readonly<Record<string, string>> = {
	BAD_ALIAS: 'ชื่อหลัง * ไม่มีที่ใดประกาศไว้ด้วย &',
	BAD_INDENT: 'ย่อหน้าไม่ตรงกับบรรทัดก่อน',
	BLOCK_AS_IMPLICIT_KEY: 'ย่อหน้าไม่ตรงกับบรรทัดก่อน หรือขาด : หลังชื่อ',
	DUPLICATE_KEY: 'มีชื่อเดียวกันสองครั้งในกลุ่มเดียวกัน',
	MISSING_CHAR: 'ขาดเครื่องหมายปิด เช่น ] } หรือเครื่องหมายคำพูด หรือขาด : หลังชื่อ',
	MULTILINE_IMPLICIT_KEY: 'ขาด : หลังชื่อ หรือขาดเครื่องหมายคำพูดรอบข้อความ',
	TAB_AS_INDENT: 'ย่อหน้าด้วยแท็บ ให้ใช้ช่องว่าง',
	UNEXPECTED_TOKEN: 'มีเครื่องหมายที่ไม่ควรอยู่ตรงนี้'
};

interface Said {
	readonly path: readonly PropertyKey[];
	readonly message: string;
}

/** Of a union, the branch that came furthest says what is wrong. */
function flatten(issues: readonly z.core.$ZodIssue[], prefix: readonly PropertyKey[] = []): Said[] {
	return issues.flatMap((issue) => {
		const path = [...prefix, ...issue.path];
		if (issue.code === 'invalid_union') {
			const branches = issue.errors.map((errors) => flatten(errors, path));
			const depth = (branch: readonly Said[]) => Math.max(0, ...branch.map((said) => said.path.length));
			const best = branches.filter((b) => b.length > 0).sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0];
			return best ?? [{ path, message: 'ไม่ตรงกับรูปแบบใดที่รู้จัก' }];
		}
		return [{ path, message: sayIssue(issue) }];
	});
}

function sayIssue(issue: z.core.$ZodIssue): string {
	switch (issue.code) {
		case 'unrecognized_keys':
			return `ไม่รู้จัก ${issue.keys.join(', ')} โปรดตรวจตัวสะกด`;
		case 'invalid_type':
			return issue.input === undefined ? 'ขาดค่านี้' : `ต้องเป็น ${issue.expected}`;
		case 'invalid_value':
			return `ต้องเป็นหนึ่งใน ${issue.values.join(', ')}`;
		default:
			return issue.message;
	}
}
