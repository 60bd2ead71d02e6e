// Rulings and what they decide, in Thai.
import { formatNumber } from '../thai/numbers.ts';
import { joinThai } from '../thai/words.ts';
import type { Take } from './ruling.ts';
import { sayCondition, sayOutcome } from './say.ts';
import type { Indicator, Reading } from './schema.ts';

/** What a ruling speaks of; where the letter has it no more, its names are said as they are written. */
export interface Spoken {
	readonly reading: Reading | null;
	readonly indicator: Indicator | null;
	/** the name of a district by its code */
	readonly nameOf?: ((code: string) => string) | undefined;
}

/** What was ruled, as a sentence without its subject. */
export function sayTake(take: Take, { reading, indicator, nameOf = (code) => code }: Spoken): string {
	switch (take.kind) {
		case 'recommended':
			return reading?.taken ?? 'ตามข้อเสนอ';
		case 'edge':
			if (typeof take.as === 'number') return `ค่าในช่วงที่ข้อตกลงไม่ได้บอก เข้าเกณฑ์ตั้งแต่ ${formatNumber(take.as)}`;
			return take.as === 'met' ? 'ค่าในช่วงที่ข้อตกลงไม่ได้บอก นับว่าเข้าเกณฑ์' : 'ค่าในช่วงที่ข้อตกลงไม่ได้บอก ยังไม่เข้าเกณฑ์';
		case 'outcome':
			return `${about(take.text, 'กรณีที่ข้อตกลงไม่ได้บอก')} เป็น${sayOutcome(take.outcome)}`;
		case 'tie':
			return take.share === 'better' ? 'คะแนนเท่ากัน ได้ลำดับที่ดีกว่าร่วมกัน' : 'คะแนนเท่ากัน ได้ลำดับที่ต่ำกว่าร่วมกัน';
		case 'zero':
			return `ตัวหารเป็น 0 ให้นับค่านี้เป็น ${formatNumber(take.figure)}`;
		case 'words':
			return `${about(take.text, 'ข้อความที่หาย')} ${sayTaken(take.as, indicator)}`;
		case 'alternative':
			return take.text;
		case 'exempt':
			return `ไม่ใช้กับ${sayDistricts(take.districts, nameOf)}`;
		case 'withdraw':
			return take.districts === undefined
				? 'ถอนคำวินิจฉัย กลับไปตามที่ข้อตกลงเขียน'
				: `กลับไปใช้กับ${sayDistricts(take.districts, nameOf)}ตามที่ข้อตกลงเขียน`;
	}
}

const about = (text: string | null, all: string) => (text === null ? all : `«${text}»`);
const sayDistricts = (codes: readonly string[], nameOf: (code: string) => string) =>
	`อำเภอ${joinThai(codes.map(nameOf))}`;

/** What lost words are taken to be. */
function sayTaken(as: Extract<Take, { kind: 'words' }>['as'], indicator: Indicator | null): string {
	if (as === 'met') return 'ถือว่าเข้าเกณฑ์ ไม่ต้องมีเงื่อนไขเพิ่ม';
	if (as === 'unmet') return 'ถือว่ายังไม่มีใครเข้าเกณฑ์';
	return indicator === null ? 'ใช้เงื่อนไขอื่นแทน' : `ใช้เงื่อนไขนี้แทน: ${sayCondition(as, indicator)}`;
}
