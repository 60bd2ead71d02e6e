// Rounds named by whoever compares them, made ready: found, put in the order of time, and crossed.
import type { RoundView } from '../../ranking/round.ts';
import { inOrder } from '../../reports/comparison/facts.ts';
import { listReportingMoments, readRoundMoment } from './round-moment.ts';
import { refuse } from '../refusal.ts';
import { compareWords } from '../sentences.ts';

/** Rounds that one comparison takes. */
export const mostRounds = 8;

/** Finds the rounds; of one round alone its reporting dates. Refuses what cannot stand side by side. */
export async function gatherRounds(
	names: readonly string[],
	find: (name: string) => Promise<RoundView>
): Promise<readonly RoundView[]> {
	const distinct = [...new Set(names)];
	const [only = ''] = distinct;
	if (distinct.length === 1) {
		const view = await find(only);
		const asked = readRoundMoment(only);
		// Of a round as it was, the reporting dates before that moment.
		const moments =
			view.edition === undefined
				? listReportingMoments(asked?.round ?? only, view.agreement).filter((one) => asked === null || one < only)
				: // of what is published, only what is published is shown beside it
					[];
		if (moments.length === 0) throw refuse('one_round', compareWords.oneRound(only));
		return await gatherRounds([...moments, only], find);
	}
	if (distinct.length > mostRounds) throw refuse('too_many_rounds', compareWords.tooMany(mostRounds));
	const views = await Promise.all(distinct.map(find));
	const provinces = [...new Set(views.map(({ province }) => province.name))];
	if (provinces.length > 1) throw refuse('other_province', compareWords.provinces(provinces));
	return inOrder(views);
}
