// The combined total as documents rank it.
import { combineSections as addUp } from '../ranking/combine-sections.ts';
import type { RoundView } from '../ranking/round.ts';
import type { Ranking } from './rank-lines.ts';

/** Null where no shares are set. */
export function combineSections(view: RoundView, rankings: readonly Ranking[]): Ranking | null {
	const lines = addUp(
		rankings.filter(({ section }) => section !== null).flatMap((ranking) => ranking.lines),
		view.office
	);
	return (
		lines && {
			section: null,
			title: 'รวมทุกส่วน',
			lines: lines.toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0) || (a.district < b.district ? -1 : 1))
		}
	);
}
