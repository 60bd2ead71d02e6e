// What scores stand on, in a line: how much was sent, how much of it was approved.
import type { WayCounts } from '../ranking/way-next.ts';
import type { Say } from './say.ts';

/** คิดจากผลที่ส่งแล้ว 498 รายการ อนุมัติแล้ว 312 */
export const sayStandsOn = (say: Say, { asked, unsent, approved }: WayCounts): string =>
	`คิดจากผลที่ส่งแล้ว ${say.figure(asked - unsent)} รายการ อนุมัติแล้ว ${say.figure(approved)}`;

/** อนุมัติแล้ว 12 · รอตรวจ 3 · ตีกลับ 1 · ยังไม่ส่ง 4, without what there is none of */
export const sayWay = (say: Say, { approved, waiting, returned, unsent }: WayCounts): string =>
	[
		['อนุมัติแล้ว', approved] as const,
		['รอตรวจ', waiting] as const,
		['ตีกลับ', returned] as const,
		['ยังไม่ส่ง', unsent] as const
	]
		.filter(([, count]) => count > 0)
		.map(([words, count]) => `${words}\u00a0${say.figure(count)}`)
		.join(' · ');
