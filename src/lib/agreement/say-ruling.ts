// Rulings and what they decide, in Thai.
import { formatNumber } from '../thai/numbers.ts';
import type { Take } from './ruling.ts';
import { sayOutcome } from './say.ts';
import type { Reading } from './schema.ts';

/** What was ruled, as a sentence without its subject. */
export function sayTake(take: Take, reading: Reading): string {
	switch (take.kind) {
		case 'recommended':
			return reading.taken;
		case 'edge':
			if (typeof take.as === 'number') return `ค่าในช่วงที่ข้อตกลงไม่ได้บอก เข้าเกณฑ์ตั้งแต่ ${formatNumber(take.as)}`;
			return take.as === 'met' ? 'ค่าในช่วงที่ข้อตกลงไม่ได้บอก นับว่าเข้าเกณฑ์' : 'ค่าในช่วงที่ข้อตกลงไม่ได้บอก ยังไม่เข้าเกณฑ์';
		case 'outcome':
			return take.text === null
				? `กรณีที่ข้อตกลงไม่ได้บอก เป็น${sayOutcome(take.outcome)}`
				: `«${take.text}» เป็น${sayOutcome(take.outcome)}`;
		case 'tie':
			return take.share === 'better' ? 'คะแนนเท่ากัน ได้ลำดับที่ดีกว่าร่วมกัน' : 'คะแนนเท่ากัน ได้ลำดับที่ต่ำกว่าร่วมกัน';
		case 'zero':
			return `ตัวหารเป็น 0 ให้นับค่านี้เป็น ${formatNumber(take.figure)}`;
		case 'alternative':
			return take.text;
		case 'withdraw':
			return 'ถอนคำวินิจฉัย กลับไปตามที่ข้อตกลงเขียน';
	}
}
