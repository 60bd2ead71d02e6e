// Why indicators of two rounds cannot be compared, or their change not be taken apart, in Thai.
import type { Indicator } from '../agreement/schema.ts';
import { joinThai } from '../thai/words.ts';
import { listDeciding, measureOf, sayMeasure } from './measure.ts';

export const saySingle = (which: 'new' | 'gone'): string => (which === 'new' ? 'รอบก่อนไม่มีตัวชี้วัดนี้' : 'รอบนี้ไม่มีตัวชี้วัดนี้แล้ว');

/** Two indicators that have only their number in common. */
export function sayOther(before: Indicator, after: Indicator): string {
	if (measureOf(before).kind === 'lost') return 'หน้าเกณฑ์ของรอบก่อนสูญหาย';
	if (measureOf(after).kind === 'lost') return 'หน้าเกณฑ์ของรอบนี้สูญหาย';
	const [was, is] = [sayMeasure(before), sayMeasure(after)];
	if (was !== is) return `รอบก่อนวัด${was} รอบนี้วัด${is}`;
	return `รอบก่อนวัดจาก${sayInputs(before)} รอบนี้วัดจาก${sayInputs(after)}`;
}

const sayInputs = (indicator: Indicator): string =>
	joinThai(listDeciding(indicator).map((name) => `“${indicator.inputs[name]?.label ?? name}”`));

export const sayHindrance = {
	notAsked: (labels: readonly string[]): string =>
		`เกณฑ์รอบก่อนต้องใช้${joinThai(labels.map((label) => `“${label}”`))} ซึ่งรอบนี้ไม่ได้เก็บ`,
	dates: 'วันกำหนดในเกณฑ์รอบก่อนไม่มีวันของรอบนี้ที่ตรงกัน'
} as const;
