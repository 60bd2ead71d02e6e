// The one shape a row of the ranking wears: what needs somebody's hand first, else that it came late.
import type { MarkName } from '../charts/marks.ts';
import type { RankLine } from '../ranking/round.ts';

export function chooseMark(line: RankLine): MarkName | null {
	for (const status of ['invalid', 'undecided', 'not_reported'] as const) {
		if (line.scores.some((score) => score.status === status)) return status;
	}
	return line.late ? 'late' : null;
}
