// Appendix ค: how a score, a percent and a place come about, in words, then one real result of this round worked out by hand.
import type { Content } from 'pdfmake/interfaces.js';
import type { RoundView } from '../../ranking/round.ts';
import { formatDate } from '../../thai/write-date.ts';
import { keepTogether, makeHeading, makeNumbered, makeOpening } from './pieces.ts';
import type { Plan } from './plan.ts';
import { statusWords } from './heat.ts';
import * as say from '../memo/words.ts';
import type { Sheet } from '../sheet.ts';
import { workExample } from './example.ts';

export function makeMethodAppendix(view: RoundView, plan: Plan, sheet: Sheet): Content {
	const example = workExample(view);
	return [
		makeOpening(plan.method, sheet),
		makeList('จากแฟ้มถึงคะแนน', stepsOf(view), sheet),
		makeList('ผลห้าอย่างที่ไม่ปนกัน', statusesOf(), sheet),
		makeList(say.policiesTitle, say.policies(view), sheet),
		...(example === null ? [] : [makeList(example.title, example.steps, sheet)])
	];
}

/** The heading stays with the first of its list. */
function makeList(title: string, texts: readonly string[], sheet: Sheet): Content {
	const [first = '', ...rest] = makeNumbered(texts, sheet.sizes.body - 0.6);
	return [keepTogether(makeHeading(title, sheet), first), ...rest];
}

function stepsOf({ agreement }: RoundView): readonly string[] {
	const closing =
		agreement.submit_by === undefined && agreement.reports_by !== undefined
			? 'วันรายงานผลครั้งสุดท้ายของแต่ละข้อ'
			: `วันที่ ${formatDate(agreement.submit_by ?? agreement.to)}`;
	return [
		'แฟ้มที่ได้รับเก็บไว้ตามที่ส่งมา ค่าหนึ่งที่ส่งมาหลายครั้งใช้ค่าในแฟ้มที่รับหลังสุด',
		`ค่าที่ได้รับหลัง${closing} ทำเครื่องหมายว่าส่งช้า และคิดคะแนนตามเกณฑ์เดียวกัน`,
		'ค่าที่ส่งมาเป็นทั้งตัวเลขสำเร็จและส่วนประกอบ ใช้ส่วนประกอบ ถ้าสองอย่างต่างกันเกินการปัดเศษ ค่านั้นใช้ไม่ได้',
		'คิดด้วยเลขทศนิยมที่แน่นอนและไม่ปัดเศษก่อนเทียบเกณฑ์ ค่าที่ยังไม่ถึงเกณฑ์จึงไม่ถูกปัดขึ้นไปถึง',
		'คะแนนถ่วงน้ำหนัก = น้ำหนัก × คะแนนที่ได้ ÷ คะแนนเต็มของข้อนั้น',
		'ที่ข้อตกลงเขียนไม่ชัดแต่ต้องเลือกวิธีอ่านจึงจะคิดได้ ใช้การตีความที่ประกาศไว้ในภาคผนวก ข ที่ข้อตกลงเว้นว่างไว้ ยังไม่คิดคะแนนจนกว่าจะมีคำวินิจฉัย'
	];
}

const statusesOf = (): readonly string[] => [
	'มีคะแนน รวมถึงคะแนน 0 ซึ่งเป็นผล ไม่ใช่การไม่ส่ง',
	`${statusWords.not_reported} คือค่าที่ต้องใช้ยังไม่ครบ และค่าที่ขาดทำให้ผลเปลี่ยนได้`,
	`${statusWords.invalid} คือส่งแล้วแต่อ่านไม่ได้หรือขัดกันเอง และค่านั้นทำให้ผลเปลี่ยนได้`,
	`${statusWords.undecided} คือข้อตกลงไม่ได้บอกว่าผลนี้เป็นระดับใด`,
	`${statusWords.not_applicable} จึงไม่อยู่ในตัวหารของร้อยละ`
];
