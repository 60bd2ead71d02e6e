// The second chapter: the ranking of every district, combined where the office has set shares, and section by section; what its
// marks mean, and how it is made.
import type { Content } from 'pdfmake/interfaces.js';
import type { RoundView } from '../../ranking/round.ts';
import { keepTogether, makeHeading, makeNote, makeOpening } from './pieces.ts';
import type { Plan } from './plan.ts';
import type { MemoFacts } from '../memo/facts.ts';
import * as say from '../memo/words.ts';
import { chooseShape } from '../ranking/shape.ts';
import { setRanking } from '../ranking/table.ts';
import type { Sheet } from '../sheet.ts';

export const makeRanking = (view: RoundView, facts: MemoFacts, plan: Plan, sheet: Sheet): Content => [
	makeOpening(plan.ranking, sheet),
	makeNote(`${say.rankingTitle(view)} ${say.sayMoment(view)}`, sheet),
	...setRanking(view, sheet, facts.rankings).content,
	...bySection(view, facts, sheet),
	keepTogether(makeHeading(say.policiesTitle, sheet), {
		ul: say.policies(view).map((text) => ({ text })),
		fontSize: sheet.sizes.list,
		lineHeight: 1.35
	})
];

/** Where the first table has one row for a district, every section follows in its own order, as many side by side as fit. */
function bySection(view: RoundView, { rankings, sections }: MemoFacts, sheet: Sheet): readonly Content[] {
	const ordered = (count: number, combined: boolean) => chooseShape(view, sheet, count, combined).kind === 'blocks';
	if (ordered(rankings.length, rankings.length > sections.length)) return [];
	const across = [3, 2].find((most) => ordered(most, false)) ?? 1;
	const groups = Array.from({ length: Math.ceil(sections.length / across) }, (_, nth) =>
		sections.slice(nth * across, (nth + 1) * across)
	);
	return groups.map((group, nth): Content => ({
		stack: [...(nth === 0 ? [makeHeading('อันดับของแต่ละส่วน', sheet)] : []), ...setRanking(view, sheet, group).content],
		...(nth === 0 ? { pageBreak: 'before' } : { unbreakable: true })
	}));
}
