// What was decided on results of a round, as the journal has it.
import { scoreKey } from '../../ranking/round.ts';
import { listSent } from '../../ranking/way-sent.ts';
import { followWay, type GivenDecision } from '../../ranking/way-follow.ts';
import type { ResultState } from '../../ranking/way.ts';
import type { JournalLine } from '../store/acts.ts';
import type { ScoredRound } from './round-view.ts';
import { stampOf } from './stamps.ts';

/** All of a round, the oldest first. */
export function listDecisions(lines: readonly JournalLine[], round: string): readonly GivenDecision[] {
	let received = 0;
	return lines.flatMap((line): readonly GivenDecision[] => {
		if (line.act === 'import' || line.act === 'import-demo') received = line.what.files.at(-1)?.number ?? received;
		if ((line.act !== 'approve' && line.act !== 'return') || line.round !== round) return [];
		const { act: kind, at, who, n } = line;
		return line.what.results.map((result) => ({
			...result,
			kind,
			at,
			who,
			reason: line.what.reason,
			line: n,
			received
		}));
	});
}

/** How far each result of a round has come; asks for no stamp of what nobody decided on. */
export function findWay(
	view: Pick<ScoredRound, 'province' | 'answer' | 'entries'>,
	lines: readonly JournalLine[],
	round: string
): ReadonlyMap<string, ResultState> {
	return followWay(listSent(view), listDecisions(lines, round), stampOf);
}

/** By `district/section/indicator` the last decision on each result, whether it still holds or not. */
export const lastDecisions = (lines: readonly JournalLine[], round: string): ReadonlyMap<string, GivenDecision> =>
	new Map(listDecisions(lines, round).map((decision) => [scoreKey(decision), decision]));
