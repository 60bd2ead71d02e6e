// What the parts of a memo have in common, worked out once from the round.
import type { RankLine, RoundView } from '../../ranking/round.ts';
import { combineSections } from '../combined.ts';
import { listOpen, listQuestions, listSilent, type OpenLine, type Question } from '../open-results.ts';
import { rankSections, type Ranking } from '../rank-lines.ts';

export interface MemoFacts {
	/** a ranking per section, in the letter's order */
	readonly sections: readonly Ranking[];
	/** the same, and the combined total where the office has set shares */
	readonly rankings: readonly Ranking[];
	readonly open: readonly OpenLine[];
	readonly questions: readonly Question[];
	/** codes and names of districts that have sent nothing at all, and their lines in every ranking */
	readonly silent: {
		readonly codes: ReadonlySet<string>;
		readonly names: readonly string[];
		readonly lines: readonly RankLine[];
	};
	/** percents that mean something of themselves: nothing below one is printed as one */
	readonly bounds: readonly number[];
}

export function gatherFacts(view: RoundView): MemoFacts {
	const sections = rankSections(view);
	const combined = combineSections(view, sections);
	const rankings = combined === null ? sections : [...sections, combined];
	const open = listOpen(view, sections);
	const codes = listSilent(sections);
	return {
		sections,
		rankings,
		open,
		questions: listQuestions(open),
		silent: {
			codes,
			names: view.province.districts.filter(({ code }) => codes.has(code)).map(({ name }) => name),
			lines: rankings.flatMap(({ lines }) => lines).filter(({ district }) => codes.has(district))
		},
		bounds: [100, ...(view.office.bands ?? []).map(({ from }) => from)]
	};
}
