// An earlier round's rule with the dates of a later one: a deadline belongs to its round, so results of the later round can be
// held against the earlier rule only with the later round's own days in it.
import { mapInner } from '../agreement/leaves.ts';
import type { Condition, Indicator, Ladder, Rung } from '../agreement/schema.ts';

type Side = 'by' | 'before' | 'after';
const sides: readonly Side[] = ['by', 'before', 'after'];

interface DateBound {
	/** part and rung it stands in */
	readonly at: string;
	readonly name: string;
	readonly side: Side;
	readonly moment: string;
}
type Redate = (at: string, name: string, side: Side, moment: string) => string;

/** Null where a date of the earlier rule has no one date of the later that answers it. */
export function alignDates(rule: Indicator, dated: Indicator): Indicator | null {
	const known = listDates(dated);
	let aligned = true;
	const find: Redate = (at, name, side, moment) => {
		const same = known.filter((one) => one.name === name && one.side === side);
		const here = same.filter((one) => one.at === at);
		const found = new Set((here.length > 0 ? here : same).map((one) => one.moment));
		const [only] = found;
		if (found.size === 1 && only !== undefined) return only;
		aligned = false;
		return moment;
	};
	const moved = withDates(rule, find);
	return aligned ? moved : null;
}

function listDates(indicator: Indicator): readonly DateBound[] {
	const found: DateBound[] = [];
	withDates(indicator, (at, name, side, moment) => {
		found.push({ at, name, side, moment });
		return moment;
	});
	return found;
}

function withDates(indicator: Indicator, redate: Redate): Indicator {
	const { ladder, parts, adjust } = indicator;
	return {
		...indicator,
		...(ladder === undefined ? {} : { ladder: redateLadder(ladder, '', redate) }),
		...(parts === undefined
			? {}
			: { parts: parts.map((part) => ({ ...part, ladder: redateLadder(part.ladder, part.part, redate) })) }),
		...(adjust === undefined
			? {}
			: {
					adjust: adjust.map((one, nth) =>
						'when' in one ? { ...one, when: redateCondition(one.when, `adjust ${nth}`, redate) } : one
					)
				})
	};
}

function redateLadder(ladder: Ladder, part: string, redate: Redate): Ladder {
	const again = (needs: Condition | Condition[], at: string): Condition | Condition[] =>
		Array.isArray(needs) ? needs.map((one) => redateCondition(one, at, redate)) : redateCondition(needs, at, redate);
	const rungs = ladder.rungs.map((rung, nth): Rung => {
		const at = `${part} ${'outcome' in rung ? rung.outcome : `undecided ${nth}`}`;
		return {
			...rung,
			...(rung.needs === undefined ? {} : { needs: again(rung.needs, at) }),
			...(rung.only === undefined ? {} : { only: again(rung.only, at) })
		};
	});
	return { ...ladder, rungs };
}

function redateCondition(condition: Condition, at: string, redate: Redate): Condition {
	if ('date' in condition) {
		const moved = { ...condition };
		for (const side of sides) {
			const moment = condition[side];
			if (typeof moment === 'string') moved[side] = redate(at, condition.date, side, moment);
		}
		return moved;
	}
	return mapInner(condition, (inner) => redateCondition(inner, at, redate));
}
