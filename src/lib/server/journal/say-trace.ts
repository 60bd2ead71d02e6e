// What was done about a value, in words: for the page where the number stands, and for the terminal.
import { sayWhoAndRole } from './act-words.ts';
import type { Judgement, Publishing, Taking } from './trace.ts';

export interface SaidTrace {
	readonly line: number;
	/** ISO time with offset */
	readonly at: string;
	/** who did what, without the time: อนุมัติโดย กลุ่มงานส่งเสริม (กลุ่มงาน) */
	readonly words: string;
	/** as it was given; null where none was */
	readonly reason: string | null;
}

export const sayTaking = ({ line, at, who, role }: Taking): SaidTrace => ({
	...{ line, at, reason: null },
	words: `รับโดย ${sayWhoAndRole(who, role)}`
});

export const sayJudgement = ({ kind, line, at, who, role, reason }: Judgement): SaidTrace => ({
	...{ line, at, reason },
	words: `${kind === 'approve' ? 'อนุมัติ' : 'ตีกลับ'}โดย ${sayWhoAndRole(who, role)}`
});

export const sayPublishing = ({ edition, code, line, at, who, role }: Publishing): SaidTrace => ({
	...{ line, at, reason: null },
	words: `เผยแพร่ในฉบับที่ ${edition} รหัสตรวจ ${code} โดย ${sayWhoAndRole(who, role)}`
});
