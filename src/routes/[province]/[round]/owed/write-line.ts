// The list as plain text, to be sent in a chat: who owes what, by work group or by district.
import type { Say } from '$lib/components/say.ts';
import { joinThai } from '$lib/thai/words.ts';
import {
	openStatuses,
	type Due,
	type OpenStatus,
	type Owed,
	type OwedDistrict,
	type OwedGroup,
	type OwedItem
} from './list-owed.ts';

/** How it stands, in a chat. */
export const actWords: Readonly<Record<OpenStatus, string>> = {
	not_reported: 'ยังไม่ส่ง',
	invalid: 'ค่าใช้ไม่ได้ ให้แก้แล้วส่งใหม่',
	undecided: 'รอคณะกรรมการวินิจฉัย'
};
/** Who has to act, and what that is. */
export const dutyWords: Readonly<Record<OpenStatus, string>> = {
	not_reported: 'อำเภอส่งผล',
	invalid: 'อำเภอแก้แล้วส่งใหม่',
	undecided: 'คณะกรรมการวินิจฉัย'
};
export const nameGroup = (group: string | null): string =>
	group === null ? 'ข้อตกลงไม่ได้ระบุกลุ่มงาน' : `กลุ่มงาน${group.replace(/^กลุ่ม(?:งาน)?/u, '')}`;

export interface Heading {
	/** รอบที่ 2/2565 จังหวัดขอนแก่น */
	readonly round: string;
	readonly newest: string | null;
	readonly due: Due;
}

function head({ round, newest, due }: Heading, count: number, say: Say): readonly string[] {
	const received = newest === null ? 'ยังไม่ได้รับผลใด' : `ข้อมูลถึง ${say.moment(newest)}`;
	return [
		say.text(`รายการค้าง ${round}`),
		received,
		`${due.printed ? 'กำหนดส่ง' : 'วันสุดท้ายของรอบ'} ${say.day(due.day)}`,
		say.text(count === 0 ? 'ไม่มีรายการค้าง' : `รวม ${count} รายการ`)
	];
}

const nameItem = ({ words, indicator, short }: OwedItem, say: Say) => `${words} ข้อ ${say.text(indicator)} ${short}`;

export function writeByGroup(groups: readonly OwedGroup[], heading: Heading, say: Say): string {
	const count = groups.reduce((sum, { items }) => sum + items.reduce((all, { owed }) => all + owed.length, 0), 0);
	const blocks = groups.map(({ group, items }) => [
		'',
		`[${nameGroup(group)}]`,
		...items.flatMap((item) => [
			`• ${nameItem(item, say)}${item.cutOff === null ? '' : ` (ตัดรอบ ${say.day(item.cutOff)})`}`,
			...openStatuses.flatMap((status) => sayDistricts(status, item.owed, say))
		])
	]);
	return plain([...head(heading, count, say), ...blocks.flat()]);
}

function sayDistricts(status: OpenStatus, owed: readonly Owed[], say: Say): readonly string[] {
	const own = owed.filter((one) => one.status === status).map(({ name }) => name);
	return own.length === 0 ? [] : [`  ${actWords[status]} ${say.text(own.length)} อำเภอ: ${joinThai(own)}`];
}

export function writeByDistrict(districts: readonly OwedDistrict[], heading: Heading, say: Say): string {
	const count = districts.reduce((sum, { items }) => sum + items.length, 0);
	const blocks = districts.map(({ name, items, silent }) => [
		'',
		`[${name}]${silent ? ' ยังไม่ส่งเลย' : ''}`,
		...openStatuses.flatMap((status) => {
			const own = items.filter(({ owed }) => owed.status === status);
			return own.length === 0 ? [] : [`• ${actWords[status]}: ${sayItems(own, say)}`];
		})
	]);
	return plain([...head(heading, count, say), ...blocks.flat()]);
}

/** รายทีม ข้อ 1, 2 และ 5; สมรรถนะ ข้อ 3 */
export const sayItems = (items: OwedDistrict['items'], say: Say): string =>
	[...Map.groupBy(items, ({ item }) => item.words)]
		.map(([words, own]) => `${words} ข้อ ${joinThai(own.map(({ item }) => say.text(item.indicator)))}`)
		.join('; ');

/** Chats keep no spaces that do not break. */
const plain = (lines: readonly string[]): string => `${lines.join('\n').replaceAll('\u00a0', ' ')}\n`;
