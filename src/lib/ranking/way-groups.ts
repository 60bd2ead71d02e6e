// Which work group a result belongs to. A letter may name two for one indicator: then both own it.
import type { Agreement, Indicator } from '../agreement/schema.ts';

/** `ส่งเสริม + ประสาน` is two; none where the letter names none. */
export const listGroups = ({ work_group }: Pick<Indicator, 'work_group'>): readonly string[] =>
	(work_group ?? '')
		.split('+')
		.map((group) => group.trim())
		.filter((group) => group !== '');

/** `groups`: of somebody; null is all of the province, also what the letter gives to nobody. */
export const ownsIndicator = (groups: readonly string[] | null, indicator: Pick<Indicator, 'work_group'>): boolean =>
	groups === null || listGroups(indicator).some((group) => groups.includes(group));

/** All that the letter names, each once, in its order. */
export const allGroups = ({ sections }: Agreement): readonly string[] => [
	...new Set(sections.flatMap(({ indicators }) => indicators.flatMap(listGroups)))
];
