// What is said to who approves and returns results.
import { formatDate } from '../../thai/write-date.ts';

const when = (iso: string) => formatDate(iso, { months: 'short' });

/** A result as a sentence begins with it: อำเภอชุมแพ ข้อ 1 การใช้จ่ายงบประมาณ */
export interface NamedResult {
	readonly district: string;
	readonly indicator: string;
	readonly short: string;
}
const named = ({ district, indicator, short }: NamedResult) => `อำเภอ${district} ข้อ ${indicator} ${short}`;

const words = { approve: 'อนุมัติ', return: 'ตีกลับ' } as const;

export const wayWords = {
	nothingChosen: 'ยังไม่ได้เลือกผลใด ทำเครื่องหมายหน้าอำเภออย่างน้อยหนึ่งรายการ',
	returnNeedsReason: 'ตีกลับต้องบอกเหตุผล เพื่อให้อำเภอรู้ว่าต้องแก้อะไร เขียนในช่องเหตุผลแล้วกดตีกลับอีกครั้ง',
	noSuchResult: (district: string, section: string, indicator: string) =>
		`ไม่มีผล ${district}/${section}/${indicator} ในรอบนี้ หรือข้อนี้ไม่ใช้กับอำเภอนั้น`,
	nothingSent: (result: NamedResult) => `${named(result)}: อำเภอยังไม่ส่งผล จึงอนุมัติหรือตีกลับไม่ได้`,
	notYours: (result: NamedResult, group: string | null) =>
		group === null
			? `${named(result)}: ข้อตกลงไม่ระบุกลุ่มงาน พัฒนาการจังหวัดเป็นผู้ตรวจ`
			: `${named(result)}: เป็นของกลุ่มงาน${group} กลุ่มงานอื่นอนุมัติหรือตีกลับแทนไม่ได้`,
	unusable: (result: NamedResult) => `${named(result)}: มีค่าที่ใช้ไม่ได้ อนุมัติไม่ได้ ตีกลับให้อำเภอแก้`,
	incomplete: (result: NamedResult) => `${named(result)}: ยังขาดค่าที่ต้องใช้ อนุมัติไม่ได้ ตีกลับให้อำเภอส่งให้ครบ`,
	already: (result: NamedResult, kind: 'approve' | 'return') =>
		`${named(result)}: ${words[kind]}ไว้แล้ว ไม่ต้อง${words[kind]}ซ้ำ`,
	moved: 'มีผลที่เปลี่ยนไปหลังจากเปิดหน้านี้ ยังไม่มีอะไรถูกบันทึก ตรวจรายการที่เปลี่ยนแล้วกดอีกครั้ง',
	valueMoved: (result: NamedResult, changes: readonly string[]) => `${named(result)}: ${changes.join(' · ')}`,
	/** `before` and `now` as they were written in their files; null where there is none */
	change: (label: string, before: string | null, now: string | null) =>
		before === null
			? `${label} เพิ่มเข้ามาเป็น ${now ?? '—'}`
			: `${label} ตอนเปิดดูคือ ${before} ${now === null ? 'ขณะนี้ถอนแล้ว' : `ขณะนี้เป็น ${now}`}`,
	valuesMoved: 'ค่าที่ส่งเปลี่ยนไปจากที่เปิดดู',
	decidedMeanwhile: (result: NamedResult, kind: 'approve' | 'return', who: string, at: string) =>
		`${named(result)}: ${who === 'web' ? 'มีผู้' : `${who} `}${words[kind]}แล้วเมื่อ ${when(at)} หลังจากเปิดหน้านี้`,
	sentMeanwhile: (result: NamedResult) => `${named(result)}: ไม่ได้อนุมัติหรือตีกลับอยู่อย่างที่เปิดดูแล้ว ขณะนี้รอตรวจ`,
	notJson:
		'เนื้อหาต้องเป็น JSON: {"kind": "approve" หรือ "return", "results": [{"district", "section", "indicator", "stamp"}], "reason"}',
	andMore: (more: number) => `และอีก ${more} รายการ`,
	tooLongReason: (most: number) => `เหตุผลยาวได้ไม่เกิน ${most} ตัวอักษร`
} as const;
