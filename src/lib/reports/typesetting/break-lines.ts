// Where a line of Thai may end. Thai has no spaces between words, so breaks come from a dictionary; what belongs together
// stays together: words and names, a number with its unit, a year, a date, an abbreviation.
import { keptWords } from './keep-list.ts';

const words = new Intl.Segmenter('th', { granularity: 'word' });

const months =
	'มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม|' +
	'ม\\.ค\\.|ก\\.พ\\.|มี\\.ค\\.|เม\\.ย\\.|พ\\.ค\\.|มิ\\.ย\\.|ก\\.ค\\.|ส\\.ค\\.|ก\\.ย\\.|ต\\.ค\\.|พ\\.ย\\.|ธ\\.ค\\.';
const number = '[−-]?[0-9๐-๙][0-9๐-๙.,/:–-]*';
const units =
	'ตัวชี้วัด|ครัวเรือน|อำเภอ|หมู่บ้าน|ตำบล|ส่วน|ข้อ|คะแนน|รายการ|ระดับ|บาท|ร้อยละ|วัน|เดือน|ปี|ครั้ง|คน|แห่ง|กลุ่ม|เรื่อง|' +
	'ช่องทาง|กิจกรรม|โครงการ|ตำแหน่ง|หน้า|ฉบับ|น\\.|%|ล้านบาท|ฐานข้อมูล|เครื่อง|คลิป|ข่าว|ราย|ชุด|ไฟล์|งวด|ไตรมาส|จุด|หน่วย|ค่า(?![\\u0e01-\\u0e4e])';
const leaders =
	'ตัวชี้วัดที่|ตัวชี้วัด|ร้อยละ|ระดับที่|ระดับ|อันดับที่|อันดับ|ข้อที่|ข้อ|รอบที่|รอบ|ไตรมาสที่|ไตรมาส|น้ำหนัก|วันที่|เวลา|หน้า|ส่วนที่|ครั้งที่|งวดที่|ปี|คะแนน|เลขที่|' +
	'พ\\.ศ\\.|เพียง|ประมาณ|จาก|ถึง|ทั้ง|จำนวน|≥|≤|=|>|<';

/** Phrases that no line may cut. */
const unbroken: readonly RegExp[] = [
	new RegExp(`${number} (?:${months})(?: (?:พ\\.ศ\\. )?[0-9๐-๙]{2,4})?`, 'gu'),
	new RegExp(`(?:${months}) (?:พ\\.ศ\\. )?[0-9๐-๙]{2,4}`, 'gu'),
	new RegExp(`(?:${leaders})+ ?${number}(?: ?(?:${units}))?`, 'gu'),
	new RegExp(`${number} ?(?:${units})`, 'gu'),
	new RegExp(`${number}(?: ?[–-] ?${number})+`, 'gu'),
	new RegExp(`${number}(?:, ?${number}){1,3}`, 'gu'),
	// a reading of the letter is called by a code
	/การตีความ [A-Z]\d+/gu,
	// initials: พ.ศ. สพอ. จปฐ. พ.ร.บ.
	/(?:[ก-ฮ]{1,4}\.){1,4}/gu,
	/ฯลฯ/gu,
	// telephone numbers
	/[0๐][0-9๐-๙]?(?:[ -]?[0-9๐-๙]{3,4}){2,3}/gu
];

const neverFirst = /^(?:\p{Mn}|[ะาำๅๆฯ)\]}”’»%,.:;!?…–\-/])/u;
/** ณ says when or where of what follows it, and stands with it. */
const afterAt = /(?:^|\s)ณ\s$/u;
const neverLast = /[เแโใไ“‘«([{/–-]$/u;
/** A prefix alone at the end of a line reads as a word that is not there. */
const prefixes = new Set(['การ', 'ความ', 'ผู้', 'นัก', 'ชาว', 'ไม่', 'ที่', 'ยัง']);
const thaiLetter = /[\u0e01-\u0e3a\u0e40-\u0e4e]/u;
const thaiOrClosed = /[\u0e01-\u0e3a\u0e40-\u0e4e)”’»]/u;

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const matchers = new Map<string, RegExp>();
function matchNames(names: readonly string[]): RegExp {
	const key = names.join('|');
	const known = matchers.get(key);
	if (known !== undefined) return known;
	const longestFirst = [...new Set([...names, ...keptWords])].sort((a, b) => b.length - a.length);
	// looking ahead finds words that overlap
	const made = new RegExp(`(?=(${longestFirst.map(escape).join('|')}))`, 'gu');
	matchers.set(key, made);
	return made;
}

/** Titles come again for every district, and every page is laid more than once. */
const mostKnown = 20_000;
type Judged = Map<string, readonly number[]>;
const known = new Map<string, Judged>();
/** A document asks again and again with the same list of names. */
const ofNames = new WeakMap<readonly string[], Judged>();
const noNames: readonly string[] = [];

function judgedOf(names: readonly string[]): Judged {
	const mine = ofNames.get(names);
	if (mine !== undefined && mine.size < mostKnown) return mine;
	const key = names.join('|');
	let judged = known.get(key);
	if (judged === undefined || judged.size >= mostKnown) {
		if (known.size > 100) known.clear();
		judged = new Map();
		known.set(key, judged);
	}
	ofNames.set(names, judged);
	return judged;
}

/**
 * Offsets (UTF-16) inside `text` where a line may end, ascending, without 0 and without the end.
 * A space before an offset stays on the line above. `names` are never cut.
 */
export function findBreaks(text: string, names: readonly string[] = noNames): readonly number[] {
	const judged = judgedOf(names);
	let breaks = judged.get(text);
	if (breaks === undefined) judged.set(text, (breaks = judgeBreaks(text, names)));
	return breaks;
}

function judgeBreaks(text: string, names: readonly string[]): readonly number[] {
	const joined = new Set<number>();
	for (const pattern of [...unbroken, matchNames(names)]) {
		for (const match of text.matchAll(pattern)) {
			const length = (match[1] ?? match[0]).length;
			for (let at = match.index + 1; at < match.index + length; at++) joined.add(at);
		}
	}
	// a figure that ends a paragraph takes its word along to the last line
	const last = text.length - (/[0-9๐-๙.,%]{1,9}\s*$/u.exec(text)?.[0].length ?? 0) - 1;
	const breaks: number[] = [];
	let before = '';
	for (const { segment, index } of segmentWords(text)) {
		if (index > 0 && index <= last && mayBreak(text, index, before, segment) && !joined.has(index)) breaks.push(index);
		before = segment;
	}
	return breaks;
}

/** The dictionary knows กองทุน and not กองทุนฯ. */
const segmentWords = (text: string) => words.segment(text.replaceAll('ฯ', ' '));

/** Where a phrase that is too wide for its column may be cut: between words, whatever holds them together. */
export function findWordBreaks(text: string): readonly number[] {
	const breaks: number[] = [];
	let before = '';
	for (const { segment, index } of segmentWords(text)) {
		if (index > 0 && mayBreak(text, index, before, segment)) breaks.push(index);
		before = segment;
	}
	return breaks;
}

function mayBreak(text: string, at: number, before: string, after: string): boolean {
	if (/^\s/u.test(after) || neverFirst.test(after)) return false;
	const left = text.slice(Math.max(0, at - 4), at);
	if (neverLast.test(left.trimEnd())) return false;
	if (/\s$/u.test(left)) return !/\u00a0$/u.test(left) && !afterAt.test(left);
	if (prefixes.has(before)) return false;
	return thaiOrClosed.test(left.slice(-1)) && thaiLetter.test(after.slice(0, 1));
}
