// What has come in and what has not, by the work group that receives it.
import type { Section } from '$lib/agreement/schema.ts';
import type { RankLine } from '$lib/ranking/round.ts';
import type { Status } from '$lib/scoring/results.ts';

export interface Owed {
	readonly district: string;
	readonly name: string;
	readonly indicators: readonly string[];
	/** all that applies to it is missing */
	readonly all: boolean;
}
export interface Coverage {
	/** null where the letter names no work group */
	readonly group: string | null;
	readonly indicators: readonly string[];
	readonly received: number;
	readonly total: number;
	readonly owed: readonly Owed[];
}

export function coverByGroup(lines: readonly RankLine[], section: Section): readonly Coverage[] {
	const groups = Map.groupBy(section.indicators, (indicator) => indicator.work_group);
	return [...groups].map(([group, members]) => {
		const indicators = members.map((member) => member.indicator);
		const mine = lines.flatMap((line) => line.scores.filter((score) => indicators.includes(score.indicator)));
		const total = mine.filter((score) => score.status !== 'not_applicable').length;
		const missing = mine.filter((score) => score.status === 'not_reported').length;
		return { group, indicators, total, received: total - missing, owed: listOpen(lines, 'not_reported', indicators) };
	});
}

/** The districts with results of one status, and which indicators of theirs these are; of some indicators or of all. */
export function listOpen(lines: readonly RankLine[], status: Status, among?: readonly string[]): readonly Owed[] {
	return lines.flatMap((line) => {
		const mine = line.scores.filter((s) => s.status !== 'not_applicable' && (among?.includes(s.indicator) ?? true));
		const open = mine.filter((score) => score.status === status);
		if (open.length === 0) return [];
		return [
			{
				district: line.district,
				name: line.name,
				indicators: open.map((score) => score.indicator),
				all: open.length === mine.length
			}
		];
	});
}
