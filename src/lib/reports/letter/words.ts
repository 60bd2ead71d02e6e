// Every sentence of an outgoing letter to a district, written from data by rules. Digits are Arabic here; the paper chooses
// them at the end.
import type { RoundView } from '../../ranking/round.ts';
import type { Status } from '../../scoring/results.ts';
import { joinThai } from '../../thai/words.ts';
import { formatDate, formatDay } from '../../thai/write-date.ts';
import type { DistrictFacts, DistrictItem } from '../district/facts.ts';
import { nameGroup, nameItems } from '../district/words.ts';
import { officeName, sayUntil } from '../memo/words.ts';

export const titleOfAll = ({ agreement }: RoundView): string => `หนังสือแจ้งผลคะแนนตามข้อตกลงถึงทุกอำเภอ ${agreement.round}`;
export const titleOf = ({ agreement }: RoundView, { district }: DistrictFacts): string =>
	`หนังสือแจ้งผลคะแนนตามข้อตกลงถึงอำเภอ${district.name} ${agreement.round}`;

export const subject = ({ agreement }: RoundView): string => `แจ้งผลคะแนนตามข้อตกลงของอำเภอ ${agreement.round}`;
export const addressee = ({ district }: DistrictFacts): string => `พัฒนาการอำเภอ${district.name}`;

/** The document referred to, under its own title. */
export const reference = ({ agreement }: RoundView): string =>
	`${agreement.title}${agreement.dated === null ? '' : ` ลงวันที่ ${formatDay(agreement.dated)}`}`;
export const enclosure = ({ agreement }: RoundView, { district }: DistrictFacts): readonly [string, string] => [
	`ผลรายตัวชี้วัดของอำเภอ${district.name} ${agreement.round}`,
	'จำนวน 1 ชุด'
];

/**
 * The running number of an outgoing letter is given when it goes out, and is not that of the memo: what stands before the
 * stroke is the office's own, the rest is left to be filled in.
 */
export function numberOf({ office }: RoundView): string {
	const own = (office.document_number ?? '').split('/')[0]?.trim() ?? '';
	return own === '' ? '' : `${own}/`;
}

export const opening = ({ agreement, province }: RoundView): string =>
	`ตามที่จังหวัด${province.name}วัดผลการดำเนินงานของอำเภอตามเอกสารที่อ้างถึง ตั้งแต่วันที่ ${formatDay(agreement.from)} ถึงวันที่ ${formatDay(agreement.to)} นั้น`;

export function news(view: RoundView, facts: DistrictFacts): string {
	const { district, items, silent } = facts;
	const office = officeName(view);
	if (view.newest === null) return `${office}ยังไม่ได้รับผลของอำเภอใด จึงยังไม่มีคะแนนของอำเภอ${district.name}`;
	const until = `จาก${sayUntil(view)}`;
	if (silent) return `${office}ยังไม่มีผลของอำเภอ${district.name}ที่คิดคะแนนได้ในทั้ง ${items.length} ข้อที่ใช้กับอำเภอ (${until})`;
	const scored = items.filter(({ score }) => score.status === 'scored').length;
	const known = scored === items.length ? `ครบทั้ง ${items.length} ข้อ` : `แล้ว ${scored} จาก ${items.length} ข้อ`;
	const late = facts.late ? ' มีผลที่ส่งหลังวันปิดรับ ซึ่งได้คะแนนตามเกณฑ์เดียวกัน' : '';
	return `${office}คิดคะแนนของอำเภอ${district.name}${known} ${until}${late} ขอแจ้งผลดังนี้`;
}

/** One thing that is open, and whose turn it is. */
export interface Duty {
	readonly title: string;
	readonly text: string;
}

/** More than this are named by their numbers alone. */
const mostNamed = 4;

/** By group of work where one follows it up. */
function nameWhat(items: readonly DistrictItem[], brief: boolean): string {
	if (brief || items.length > mostNamed) return nameItems(items);
	return joinThai(
		items.map(({ sectionTitle, indicator }) => {
			const group = indicator.work_group === null ? '' : ` (${nameGroup(indicator.work_group).trim()})`;
			return `${sectionTitle} ข้อ ${indicator.indicator} ${indicator.short}${group}`;
		})
	);
}

/** `brief`: by their numbers alone, where many have to stand on one page. */
export function duties(view: RoundView, { items }: DistrictFacts, brief: boolean): readonly Duty[] {
	const of = (status: Status) => items.filter(({ score }) => score.status === status);
	const [missing, invalid, undecided] = [of('not_reported'), of('invalid'), of('undecided')];
	const by = sayDue(view);
	const duty = (count: number, title: string, text: string): Duty[] => (count === 0 ? [] : [{ title, text }]);
	return [
		...duty(missing.length, `ผลที่ยังไม่ส่ง ${missing.length} ข้อ`, `คือ ${nameWhat(missing, brief)} ขอให้ส่ง${by}`),
		...duty(
			invalid.length,
			`ค่าที่ส่งมาใช้ไม่ได้ ${invalid.length} ข้อ`,
			`คือ ${nameWhat(invalid, brief)} ขอให้ตรวจสอบและส่งค่าที่ถูกต้อง${by}`
		),
		...duty(
			undecided.length,
			`ผลที่รอคำวินิจฉัย ${undecided.length} ข้อ`,
			`คือ ${nameWhat(undecided, brief)} ข้อตกลงไม่ได้กำหนดไว้ชัด อำเภอยังไม่ต้องดำเนินการจนกว่าจะมีคำวินิจฉัย`
		)
	];
}

/** By when: the closing time of the letter, or the last day of the round where it prints none; past it, at once. */
function sayDue({ agreement, newest }: RoundView): string {
	const due = agreement.submit_by ?? agreement.to;
	const end = due.length > 10 ? due : `${due}T23:59`;
	const what = agreement.submit_by === undefined ? 'วันสุดท้ายของรอบคือวันที่' : 'ปิดรับแล้วเมื่อวันที่';
	if (newest !== null && newest.slice(0, 16) > end.slice(0, 16)) return `โดยเร็ว (${what} ${formatDate(due)})`;
	return `ภายในวันที่ ${formatDate(due)}`;
}

export const dutiesFollow = 'ทั้งนี้ มีเรื่องที่ยังค้าง ดังนี้';
export const detailsEnclosed = 'คะแนน เหตุผล และหลักฐานของแต่ละตัวชี้วัด ปรากฏตามสิ่งที่ส่งมาด้วย';
/** `due`: something is for the district to do. */
export const closing = (due: boolean): string => (due ? 'จึงเรียนมาเพื่อทราบและดำเนินการ' : 'จึงเรียนมาเพื่อทราบ');
export const farewell = 'ขอแสดงความนับถือ';
