// What a ruling is: the committee's decision on one unclear place of one indicator, or on whom it applies to, for one round.
import { z } from 'zod';
import { code, conditionSchema, figure, outcomeSchema, readingId } from './schema.ts';

const takeSchema = z.discriminatedUnion('kind', [
	/** what the reading proposes, wherever it proposes something */
	z.strictObject({ kind: z.literal('recommended') }),
	/** beside a bound: what lies in between counts as reaching it, as not reaching it, or from this figure on */
	z.strictObject({ kind: z.literal('edge'), as: z.union([z.enum(['met', 'unmet']), figure]) }),
	/** a state of affairs without an outcome (named by its words; null is each of the reading) has this one */
	z.strictObject({ kind: z.literal('outcome'), outcome: outcomeSchema, text: z.string().nullable() }),
	/** equal values share the better place, or the worse */
	z.strictObject({ kind: z.literal('tie'), share: z.enum(['better', 'worse']) }),
	/** a share whose denominator is zero counts as this figure */
	z.strictObject({ kind: z.literal('zero'), figure }),
	/** words that are lost (named by the words of their rung; null is each of the reading) hold, do not, or ask this */
	z.strictObject({
		kind: z.literal('words'),
		as: z.union([z.enum(['met', 'unmet']), conditionSchema]),
		text: z.string().nullable()
	}),
	/** another reading of the words than the one in force, named by its words */
	z.strictObject({ kind: z.literal('alternative'), text: z.string() }),
	/** the indicator is not applied to these districts (DOPA codes): it leaves their sum with its weight */
	z.strictObject({ kind: z.literal('exempt'), districts: z.array(code).min(1) }),
	/** as if nothing had been ruled; of an exemption, for these districts only where they are named */
	z.strictObject({ kind: z.literal('withdraw'), districts: z.array(code).min(1).optional() })
]);

export const rulingSchema = z
	.strictObject({
		/** null where it is no reading that is ruled on but whom the indicator applies to */
		reading: readingId.nullable(),
		/** section/indicator */
		indicator: z.string().regex(/^[a-z][a-z0-9_]*\/\d+(\.\d+)?$/),
		take: takeSchema
	})
	.refine(
		({ reading, take }) => (reading === null ? ['exempt', 'withdraw'].includes(take.kind) : take.kind !== 'exempt'),
		'an exemption is ruled on an indicator, everything else on a reading'
	);
export type Take = z.infer<typeof takeSchema>;
export type Ruling = z.infer<typeof rulingSchema>;
/** A ruling with the reason that was given for it. */
export interface ReasonedRuling extends Ruling {
	readonly reason: string;
}
/** A ruling as it stands in the journal. */
export interface RulingGiven extends ReasonedRuling {
	/** ISO time with offset */
	readonly at: string;
	readonly who: string;
	/** the line of the journal that holds it */
	readonly line: number;
}

/** What rulings come to for one reading in one indicator; null is not ruled. */
export interface Decided {
	readonly edge: 'recommended' | 'met' | 'unmet' | number | null;
	readonly outcomeOf: (text: string) => Extract<Take, { kind: 'recommended' | 'outcome' }> | null;
	readonly tie: 'better' | 'worse' | null;
	readonly zero: number | null;
	readonly alternative: string | null;
	readonly wordsOf: (text: string) => Extract<Take, { kind: 'words' }>['as'] | null;
}

/** Rulings on one reading of one indicator, the oldest first: the last on each question stands, and a withdrawal takes all back. */
export function settle(rulings: readonly Ruling[]): Decided {
	const takes = rulings.map((ruling) => ruling.take);
	const standing = takes.slice(takes.findLastIndex((take) => take.kind === 'withdraw') + 1).reverse();
	const edge = standing.find((take) => take.kind === 'edge' || take.kind === 'recommended');
	const tie = standing.find((take) => take.kind === 'tie' || take.kind === 'recommended');
	return {
		edge: edge?.kind === 'edge' ? edge.as : (edge?.kind ?? null),
		tie: tie?.kind === 'tie' ? tie.share : tie ? 'better' : null,
		zero: standing.find((take) => take.kind === 'zero')?.figure ?? null,
		alternative: standing.find((take) => take.kind === 'alternative')?.text ?? null,
		wordsOf(text) {
			const taken = standing.filter((take) => take.kind === 'words');
			return taken.find((take) => take.text === null || take.text === text)?.as ?? null;
		},
		outcomeOf(text) {
			return (
				standing
					.filter((take) => take.kind === 'recommended' || take.kind === 'outcome')
					.find((take) => take.kind === 'recommended' || take.text === null || take.text === text) ?? null
			);
		}
	};
}

/** Rulings by reading, of one indicator. */
export function settleIndicator(rulings: readonly Ruling[], indicator: string): ReadonlyMap<string, Decided> {
	const mine = rulings.filter((ruling) => ruling.indicator === indicator);
	const readings = [...new Set(mine.flatMap(({ reading }) => (reading === null ? [] : [reading])))];
	return new Map(readings.map((id) => [id, settle(mine.filter((ruling) => ruling.reading === id))]));
}
