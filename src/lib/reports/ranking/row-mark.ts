// The one shape a row of the ranking wears: what needs somebody's hand first, else that it came late.
import type { MarkName } from '../../charts/marks.ts';
import type { RankLine } from '../../ranking/round.ts';

export function chooseMark(line: RankLine): RowMark | null {
	for (const status of ['invalid', 'undecided', 'not_reported'] as const) {
		if (line.scores.some((score) => score.status === status)) return status;
	}
	return line.late ? 'late' : null;
}

export type RowMark = Extract<MarkName, 'invalid' | 'undecided' | 'not_reported' | 'late'>;
export const markWords: Readonly<Record<RowMark, string>> = {
	not_reported: 'ยังไม่ส่ง',
	invalid: 'ค่าใช้ไม่ได้',
	undecided: 'รอคำวินิจฉัย',
	late: 'ส่งหลังกำหนด'
};
