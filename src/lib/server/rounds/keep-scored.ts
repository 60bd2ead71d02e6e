// Scores stay as they are while nothing is received, ruled or put in force: an approval must not cost a province its scoring.
import type { JournalLine } from '../store/acts.ts';
import type { Head } from '../store/journal.ts';
import { listEditions } from './round-edition.ts';
import type { ScoredRound } from './round-view.ts';
import { findWay } from './way-decisions.ts';

const scoresNothing: readonly JournalLine['act'][] = ['approve', 'return', 'publish', 'person', 'office', 'backup'];

/** Whether a line leaves the scores of a round as they were: files of one round say nothing of another. */
const leaves = ({ act, round }: JournalLine, id: string): boolean =>
	scoresNothing.includes(act) || (act === 'import' && round !== null && round !== id);

/** Brings rounds scored at a head of the journal to where it is now; those that may score otherwise are let go. */
export function keepScored(views: Map<string, ScoredRound | null>, at: Head, lines: readonly JournalLine[]): void {
	const goesOn = at.n === 0 || lines[at.n - 1]?.hash === at.hash;
	const since = lines.slice(at.n);
	for (const [id, view] of [...views]) {
		const same = goesOn && since.every((line) => leaves(line, id));
		// A round as it was may hold a part of what came since.
		if (!same || view === null || id.includes('@')) views.delete(id);
		else views.set(id, { ...view, way: findWay(view, lines, id), editions: listEditions(lines, id) });
	}
}
