// Places and percents of a round, section by section, as anybody may read them once they are published.
import type { RoundView } from '../../ranking/round.ts';
import { showPercent } from '../percent.ts';
import { isSilent, rankSections } from '../rank-lines.ts';

export interface ShownPlaces {
	readonly section: string;
	readonly title: string;
	readonly rows: readonly {
		readonly code: string;
		readonly name: string;
		readonly place: string;
		readonly percent: string;
	}[];
}

/** Digits are Arabic; a district of which nothing is scored has neither. */
export const shapePlaces = (view: RoundView): readonly ShownPlaces[] =>
	rankSections(view).map(({ section, title, lines }) => ({
		section: section ?? '',
		title,
		rows: lines.map((line) => {
			const silent = isSilent(line) || line.percent === null;
			return {
				code: line.district,
				name: line.name,
				place: silent || line.place === null ? '—' : String(line.place),
				percent: silent ? '—' : showPercent(line.percent ?? 0)
			};
		})
	}));
