// Every sentence with which an auditor's question is asked. The numbers stand in it, so that it can be sent on as it is.
import { formatScaled } from '../../thai/numbers.ts';
import { joinThai } from '../../thai/words.ts';
import { formatDate, formatDay } from '../../thai/write-date.ts';
import type { Found } from '../audit/audit.ts';
import type { Days } from '../audit/dates.ts';
import type { Tenfold } from '../audit/tenfold.ts';
import { saySubject } from './sentences.ts';

const subjectOf = ({ section, indicator, input }: Found, district: string): string =>
	saySubject(district, section.title, indicator.indicator, input.label);
const day = (iso: string) => formatDate(iso, { months: 'short' });
/** More names than this are counted. */
const MOST_NAMES = 4;

/** `round`: null where the other figure was sent for this round, in `file`. */
export function sayTenfold(
	found: Found,
	district: string,
	{ times, grown, exactly }: Tenfold,
	{ before, after }: { readonly before: bigint; readonly after: bigint },
	round: string | null,
	file: string
): string {
	const nearly = exactly ? '' : 'เกือบ';
	const ratio = grown ? `${nearly} ${times} เท่าของ`.trimStart() : `${nearly} 1 ใน ${times} ของ`.trimStart();
	const where = round === null ? `ที่ส่งไว้ก่อน (แฟ้ม ${file})` : `ของ${round}`;
	return `${subjectOf(found, district)}: ${formatScaled(after)} เป็น${ratio} ${formatScaled(before)} ${where} ตรวจจำนวนหลักและจุดทศนิยมกับหลักฐาน`.replace(
		/เป็น(?=\d)/,
		'เป็น '
	);
}

export function sayCopied(
	{ section, indicator }: Found,
	district: string,
	others: readonly string[],
	figures: readonly bigint[]
): string {
	const shown = others.slice(0, MOST_NAMES);
	const more = others.length - shown.length;
	const who = more === 0 ? joinThai(shown) : `${shown.join(' ')} และอีก ${more} อำเภอ`;
	const told = figures.map((figure) => formatScaled(figure)).join(' · ');
	return `${district} ${section.title} ตัวชี้วัดที่ ${indicator.indicator}: ตัวเลขทั้ง ${figures.length} รายการ (${told}) เหมือนของ${who}ทุกตัว ตรวจว่าคัดลอกมาผิดอำเภอหรือไม่`;
}

export const sayOverHundred = (found: Found, district: string, scaled: bigint): string =>
	`${subjectOf(found, district)}: ร้อยละ ${formatScaled(scaled)} เกิน 100 ข้อตกลงยอมให้เกินได้ ตรวจตัวตั้งและตัวหารกับหลักฐาน`;

export const sayEqualColumn = ({ section }: Found, district: string, scaled: bigint, count: number): string =>
	`${district} ${section.title}: ตัวเลขทั้ง ${count} รายการเป็น ${formatScaled(scaled)} เท่ากันหมด ตรวจว่ากรอกจากผลจริง`;

export const sayOutsideRound = (found: Found, district: string, iso: string, { first, last }: Days): string =>
	`${subjectOf(found, district)}: ${day(iso)} อยู่นอกช่วงของรอบ (${formatDay(first, { months: 'short' })} ถึง ${formatDay(last, { months: 'short' })}) ตรวจวัน เดือน และปีกับหลักฐาน`;

export const sayDoneLater = (found: Found, district: string, iso: string, came: string): string =>
	`${subjectOf(found, district)}: ${day(iso)} เป็นวันหลังจากที่รับแฟ้ม (${formatDay(came, { months: 'short' })}) ตรวจว่าเป็นวันที่ทำแล้วจริง ไม่ใช่วันที่กำหนดไว้`;
