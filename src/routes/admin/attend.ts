// What whoever looks after the program should see to, the worst first.
import { sayBytes } from '$lib/server/backup/sentences.ts';
import type { Running } from '$lib/server/running/desk.ts';
import { days, sayAgo, spanOf } from './ago.ts';

export interface Attention {
	/** something is wrong, or will be if nobody does anything */
	readonly kind: 'wrong' | 'soon';
	readonly words: string;
	/** the card of the page that says more */
	readonly at: 'faults' | 'backup' | 'verify' | 'store' | 'waiting';
}

/** Days after which it is said that a backup, a proof or a decision is due. */
export const dueAfter = { backup: 7, verify: 30, waiting: 3 } as const;
/** Bytes below which a disk is said to be full soon. */
const leastFree = 1e9;

type Told = Pick<Running, 'now' | 'backups' | 'verified' | 'size' | 'waiting' | 'faults' | 'head'>;

/** An invented demo need be neither saved nor proved. */
export function listAttention(state: Told, demo: boolean): readonly Attention[] {
	const { now, backups, verified, size, waiting, faults, head } = state;
	const found: Attention[] = [];
	const add = (kind: Attention['kind'], at: Attention['at'], words: string) => found.push({ kind, at, words });
	const late = (at: string, after: number) => spanOf(at, now) > days(after);

	if (verified !== null && verified.errors > 0)
		add('wrong', 'verify', `การตรวจล่าสุด (${sayAgo(verified.at, now)}) พบที่เก็บเสียหายหรือถูกแก้ ${verified.errors} เรื่อง`);
	if (size.free < Math.max(leastFree, 2 * size.bytes))
		add('wrong', 'store', `ที่ว่างในดิสก์เหลือ ${sayBytes(size.free)} ลบแฟ้มอื่นออกก่อนดิสก์เต็ม`);
	const recent = faults.filter(({ at }) => !late(at, 1)).reduce((sum, { times }) => sum + times, 0);
	if (recent > 0) add('soon', 'faults', `โปรแกรมผิดพลาด ${recent} ครั้งใน 24 ชั่วโมงที่ผ่านมา`);
	if (!demo && head.n > 0) {
		const [last] = backups;
		if (last === undefined) add('soon', 'backup', 'ยังไม่เคยสำรองข้อมูล');
		else if (late(last.at, dueAfter.backup) && last.linesSince > 0)
			add(
				'soon',
				'backup',
				`สำรองข้อมูลครั้งล่าสุด ${sayAgo(last.at, now)} มี ${last.linesSince} บรรทัดของสมุดบันทึกที่ยังไม่ได้สำรอง`
			);
		if (verified === null) add('soon', 'verify', 'ยังไม่เคยตรวจว่าที่เก็บข้อมูลครบและไม่ถูกแก้');
		else if (late(verified.at, dueAfter.verify))
			add('soon', 'verify', `ตรวจที่เก็บข้อมูลครั้งล่าสุด ${sayAgo(verified.at, now)}`);
	}
	const overdue = waiting.filter(({ at }) => late(at, dueAfter.waiting)).length;
	if (overdue > 0) add('soon', 'waiting', `มีไฟล์ ${overdue} ชุดรอตัดสินใจเกิน ${dueAfter.waiting} วัน`);
	return found;
}
