// Who acts next in a round: districts send or send again, work groups check, the director publishes.
import { scoreKey, type RoundView } from './round.ts';

export interface WayCounts {
	/** results that are asked for */
	readonly asked: number;
	readonly unsent: number;
	/** wait for whoever owns the indicator */
	readonly waiting: number;
	readonly returned: number;
	readonly approved: number;
}

export interface NextActs extends WayCounts {
	/** codes of districts that owe a result, and of those that have one to put right; in the order of the province */
	readonly owing: readonly string[];
	readonly correcting: readonly string[];
	/** as the letter names who owns the indicator, in its order; null where it names nobody */
	readonly checking: readonly { readonly group: string | null; readonly results: number }[];
	/** the newest edition, and whether something was received or ruled on since */
	readonly edition: { readonly number: number; readonly published_at: string; readonly changed: boolean } | null;
}

type Asked = Pick<RoundView, 'agreement' | 'answer' | 'way' | 'editions' | 'newest'>;

/** Of one district, or of all. */
export function countWay(
	{ answer, way }: Pick<RoundView, 'answer' | 'way'>,
	district: string | null = null
): WayCounts {
	const counts = { asked: 0, unsent: 0, waiting: 0, returned: 0, approved: 0 };
	for (const score of answer.scores) {
		if (score.status === 'not_applicable' || (district ?? score.district) !== score.district) continue;
		counts.asked += 1;
		counts[placeOf(way.get(scoreKey(score))?.kind)] += 1;
	}
	return counts;
}

function placeOf(state: 'sent' | 'returned' | 'approved' | undefined): Exclude<keyof WayCounts, 'asked'> {
	if (state === undefined) return 'unsent';
	return state === 'sent' ? 'waiting' : state;
}

export function whoActs(view: Asked, district: string | null = null): NextActs {
	const { agreement, answer, way, editions, newest } = view;
	const [owing, correcting] = [new Set<string>(), new Set<string>()];
	const waiting = new Map<string, number>();
	for (const score of answer.scores) {
		if (score.status === 'not_applicable' || (district ?? score.district) !== score.district) continue;
		const state = way.get(scoreKey(score))?.kind;
		if (state === undefined) owing.add(score.district);
		if (state === 'returned') correcting.add(score.district);
		if (state !== 'sent') continue;
		const slot = `${score.section}/${score.indicator}`;
		waiting.set(slot, (waiting.get(slot) ?? 0) + 1);
	}
	const byGroup = new Map<string | null, number>();
	for (const { section, indicators } of agreement.sections) {
		for (const { indicator, work_group } of indicators) {
			const results = waiting.get(`${section}/${indicator}`) ?? 0;
			if (results > 0) byGroup.set(work_group, (byGroup.get(work_group) ?? 0) + results);
		}
	}
	const last = editions.at(-1);
	return {
		...countWay(view, district),
		owing: [...owing],
		correcting: [...correcting],
		checking: [...byGroup].map(([group, results]) => ({ group, results })),
		edition:
			last === undefined
				? null
				: {
						number: last.number,
						published_at: last.published_at,
						changed: newest !== null && newest > last.published_at
					}
	};
}
