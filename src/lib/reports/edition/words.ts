// What documents say of being published, or of not being so yet.
import {
	countMovedPercents,
	countMovedPlaces,
	type EditionChange,
	type PublishedEdition
} from '../../ranking/edition.ts';
import type { RoundView } from '../../ranking/round.ts';
import type { Digits } from '../../thai/digits.ts';
import { formatDate } from '../../thai/write-date.ts';
import { writeText } from '../written-digits.ts';

const when = (iso: string): string => formatDate(iso.slice(0, 16), { months: 'short' });

/** ฉบับที่ 1 */
export const nameOf = ({ number }: Pick<PublishedEdition, 'number'>): string => `ฉบับที่ ${number}`;

export const publishedLine = (edition: PublishedEdition): string =>
	`${nameOf(edition)} เผยแพร่ ${when(edition.published_at)} รหัส `;

/** Where to ask, as somebody types it. */
export const askAt = ({ verify, code }: PublishedEdition): string =>
	verify.slice(0, -code.length - 1).replace(/^https?:\/\//, '');

/** The code and the address keep their own digits. */
export const altOfSeal = (edition: PublishedEdition, digits: Digits): string =>
	`คิวอาร์สำหรับตรวจสอบ${writeText(nameOf(edition), digits)} รหัส ${edition.code} เปิดที่ ${edition.verify}`;

/** What a document of an unpublished round stands on, in one line. */
export function unpublishedLine({ editions, way }: RoundView): string {
	const last = editions.at(-1);
	const state = last === undefined ? 'ยังไม่เผยแพร่' : `ไม่ใช่ฉบับเผยแพร่ ฉบับล่าสุดที่เผยแพร่คือ${nameOf(last)}`;
	if (way.size === 0) return state;
	const states = [...way.values()];
	const approved = states.filter(({ kind }) => kind === 'approved').length;
	const figure = (count: number) => count.toLocaleString('en');
	return `${state} คิดจากผลที่ส่งแล้ว ${figure(states.length)} รายการ อนุมัติแล้ว ${figure(approved)} รายการ`;
}

export const changesTitle = ({ from }: EditionChange): string => `การแก้ไขจากฉบับที่ ${from}`;

/** Why, and how much of what is another, in one paragraph. */
export function sumUp(edition: PublishedEdition, change: EditionChange): string {
	const reason = edition.reason === null ? '' : ` เนื่องจาก${edition.reason}`;
	return `${nameOf(edition)} ใช้แทนฉบับที่ ${change.from}${reason} ${listCounts(change).join(' ')}`;
}

/** แก้ค่า 3 ค่า, ผลเปลี่ยน 2 รายการ … without what is none. */
export function listCounts(change: EditionChange): readonly string[] {
	const { values, results, places, letter, rulings, office } = change;
	const [moved, percents] = [countMovedPlaces(change), countMovedPercents(change)];
	const figure = (count: number) => count.toLocaleString('en');
	return [
		...(letter ? ['ใช้ข้อตกลงฉบับอื่น'] : []),
		...(rulings.length === 0 ? [] : [`มีคำวินิจฉัยเพิ่ม ${figure(rulings.length)} เรื่อง`]),
		...(values.length === 0 ? [] : [`ค่าเปลี่ยน ${figure(values.length)} ค่า`]),
		...(results.length === 0 ? [] : [`ผลเปลี่ยน ${figure(results.length)} รายการ`]),
		...(percents === 0 ? [] : [`ร้อยละเปลี่ยน ${figure(percents)} แห่ง`]),
		...(places.length === 0 ? [] : [moved === 0 ? 'ไม่มีอันดับใดเปลี่ยน' : `อันดับเปลี่ยน ${figure(moved)} แห่ง`]),
		...(office ? ['การตั้งค่าเอกสารของสำนักงานเปลี่ยน'] : [])
	];
}
