// The last letter as the beginning of the next: a copy of its text with the dates moved and a remark wherever a person must look.
// The text is edited where it stands, so that comments, order and line breaks stay as they were written.
import { isPair, isScalar, parseDocument, visit, type Node, type Pair } from 'yaml';
import { toThaiDigits } from '../thai/digits.ts';
import { LONG_MONTHS, SHORT_MONTHS } from '../thai/months.ts';
import { monthsOf, type RoundId } from './round-id.ts';

export interface CopiedLetter {
	readonly text: string;
	/** dates moved, and texts that speak of the old round */
	readonly moved: number;
	readonly marked: number;
}

interface Edit {
	readonly from: number;
	readonly to: number;
	readonly text: string;
}

const remarks = {
	moved: (before: readonly string[]) => `# เลื่อนจาก ${before.join(' ')} ตรวจกับข้อตกลงฉบับใหม่`,
	text: '# ตรวจ: ข้อความนี้กล่าวถึงวันหรือปีของรอบเดิม',
	round: '# ตรวจ: ชื่อรอบ',
	readings: '# ตรวจ: การตีความทุกข้อเป็นของรอบเดิม คงไว้เฉพาะข้อที่ข้อความยังเขียนเหมือนเดิม',
	applies: '# ตรวจ: รายชื่ออำเภอของรอบใหม่',
	dated: '# ตรวจ: วันที่ลงนาม'
} as const;

const header = (old: string, id: string, months: number, moved: number, marked: number) =>
	`# คัดลอกจาก ${old} เป็น ${id}
# วันที่ ${moved} แห่งเลื่อนไป ${months} เดือน (เขียนกำกับว่า เลื่อนจาก) และมี ${marked} แห่งที่ต้องอ่านเทียบกับข้อตกลงฉบับใหม่ (เขียนกำกับว่า ตรวจ)
# แก้ครบแล้วสั่ง check กับแฟ้มนี้ จากนั้นสั่ง agreement add เพื่อใช้บังคับ
`;

const isoMoment = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(?::\d{2})?)?$/;
const monthNames = [...LONG_MONTHS, ...SHORT_MONTHS].map((name) => name.replaceAll('.', '\\.')).join('|');
const oldTime = new RegExp(`25\\d\\d|๒๕[๐-๙]{2}|${monthNames}`);

/** A local date so many months later; the last day of a month stays the last. */
export function moveDate(date: string, months: number): string {
	const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
	const last = (y: number, m: number) => new Date(Date.UTC(y, m, 0)).getUTCDate();
	const total = year * 12 + (month - 1) + months;
	const [toYear, toMonth] = [Math.floor(total / 12), (total % 12) + 1];
	const end = last(toYear, toMonth);
	const toDay = day === last(year, month) ? end : Math.min(day, end);
	return [toYear, String(toMonth).padStart(2, '0'), String(toDay).padStart(2, '0')].join('-');
}

/** Copies a letter's text from one round to another of the same length. */
export function copyLetter(text: string, from: RoundId, to: RoundId): CopiedLetter {
	const document = parseDocument(text);
	const edits: Edit[] = [];
	const movedOn = new Map<number, string[]>();
	const marks = new Map<number, string>();
	const months = monthsOf(to) - monthsOf(from);
	const id = `${to.province}/${to.year}-${to.months === 3 ? 'q' : ''}${to.part}`;
	const old = `${from.province}/${from.year}-${from.months === 3 ? 'q' : ''}${from.part}`;
	const lineAt = (offset: number) => text.lastIndexOf('\n', offset - 1) + 1;
	const replace = (node: Node, by: string) => {
		const [start = 0, end = 0] = node.range ?? [];
		edits.push({ from: start, to: end, text: by });
	};
	const mark = (node: Node, remark: string) => marks.set(lineAt(node.range?.[0] ?? 0), remark);

	visit(document, {
		Pair(_, pair, path) {
			const key = isScalar(pair.key) ? pair.key.value : null;
			const top = path.filter((one) => isPair(one)).length === 0;
			if (!isScalar(pair.key)) return undefined;
			if (key === 'readings' && top) {
				mark(pair.key, remarks.readings);
				return visit.SKIP;
			}
			if (key === 'applies_to' && !isScalar(pair.value)) mark(pair.key, remarks.applies);
			if (top && isScalar(pair.value)) return editHead(pair as Pair<Node, Node>, String(key));
			return undefined;
		},
		Scalar(key, node, path) {
			if (key === 'key' || typeof node.value !== 'string') return;
			const date = isoMoment.exec(node.value);
			if (date) move(node, date[1] ?? '', date[2] ?? '');
			else if (oldTime.test(node.value)) {
				const parent = path.at(-1);
				mark(isPair(parent) && isScalar(parent.key) ? parent.key : node, remarks.text);
			}
		}
	});
	for (const [line, before] of movedOn) {
		const end = text.indexOf('\n', line);
		edits.push({
			from: end < 0 ? text.length : end,
			to: end < 0 ? text.length : end,
			text: `  ${remarks.moved(before)}`
		});
	}
	for (const [line, remark] of marks) {
		const indent = /^[ \t]*/.exec(text.slice(line))?.[0] ?? '';
		edits.push({ from: line, to: line, text: `${indent}${remark}\n` });
	}
	const moved = [...movedOn.values()].flat().length;
	return {
		text: header(old, id, months, moved, marks.size) + applyEdits(text, edits),
		moved,
		marked: marks.size
	};

	function move(node: Node, date: string, time: string): void {
		const written = text.slice(...((node.range ?? [0, 0]).slice(0, 2) as [number, number]));
		replace(node, written.replace(date, moveDate(date, months)));
		const line = lineAt(node.range?.[0] ?? 0);
		movedOn.set(line, [...(movedOn.get(line) ?? []), date + time]);
	}

	/** What the letter says of itself as a whole. */
	function editHead({ key, value }: Pair<Node, Node | null>, name: string) {
		if (!value || !isScalar(value)) return undefined;
		if (name === 'agreement') replace(value, id);
		else if (name === 'dated') {
			if (value.value !== null) replace(value, 'null');
			mark(key, remarks.dated);
		} else if (name === 'round') {
			replace(value, sayRound(text.slice(value.range?.[0] ?? 0, value.range?.[1] ?? 0), to));
			mark(key, remarks.round);
		} else return undefined;
		return visit.SKIP;
	}
}

/** `รอบที่ ๒/๒๕๖๕` of another round, in the digits it is written in; without such a figure it stays. */
function sayRound(words: string, { part, year }: RoundId): string {
	return words.replace(/([\d๐-๙])\/([\d๐-๙]{4})/, (written) => {
		const figure = `${part}/${year}`;
		return /[๐-๙]/.test(written) ? toThaiDigits(figure) : figure;
	});
}

function applyEdits(text: string, edits: readonly Edit[]): string {
	let result = text;
	for (const { from, to, text: by } of edits.toSorted((a, b) => b.from - a.from || b.to - a.to))
		result = result.slice(0, from) + by + result.slice(to);
	return result;
}
