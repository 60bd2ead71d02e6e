// The letter as data: what a YAML file under data/agreements may say, and nothing else.
// No expressions and no eval: a condition is one of a few shapes, and each carries the letter's own words.
import { z } from 'zod';

export const name = z.string().regex(/^[a-z][a-z0-9_]*$/, 'ใช้อักษรอังกฤษตัวเล็ก ตัวเลข และ _ เท่านั้น');
export const code = z.string().regex(/^\d{4}$/, 'รหัสอำเภอต้องเป็นเลข 4 หลัก');
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'วันที่ต้องเป็น ปี-เดือน-วัน (ค.ศ.)');
const isoMoment = z
	.string()
	.regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?)?$/, 'วันที่ต้องเป็น ปี-เดือน-วัน หรือ ปี-เดือน-วันTชั่วโมง:นาที (ค.ศ.)');
export const readingId = z.string().regex(/^[A-Z]\d+$/, 'เลขการตีความเช่น X65');
/** A figure of the letter: at most 6 decimals and 10^12 in size, so that scoring is exact. */
export const figure = z
	.number()
	.refine((n) => Math.abs(n) <= 1e12 && /^-?\d+(\.\d{1,6})?$/.test(String(n)), 'ตัวเลขมีทศนิยมได้ไม่เกิน 6 ตำแหน่ง');

export const inputTypes = ['bool', 'count', 'pct', 'decimal', 'baht', 'date', 'datetime', 'list'] as const;
export const undecidedReasons = ['gap', 'overlap', 'rule_missing', 'conflict', 'tie'] as const;

/** What a district fills in. Ranges: count and baht ≥ 0, pct 0–100, unless said otherwise here. */
export const inputSchema = z.strictObject({
	label: z.string().min(1),
	type: z.enum(inputTypes),
	unit: z.string().optional(),
	/** lowest and highest value allowed, in the input's own unit */
	min: figure.optional(),
	max: figure.optional(),
	may_be_negative: z.boolean().optional(),
	may_exceed_100: z.boolean().optional(),
	/** list only: the type of its members */
	of: z.enum(['pct', 'count', 'decimal', 'baht']).optional(),
	/** date and datetime: it is a due date, so null means not known rather than not done */
	due: z.boolean().optional(),
	/** kept and shown, decides nothing */
	information: z.boolean().optional(),
	/** set by the letter for the whole round; a district's own entry goes before it */
	given: z.union([figure, isoMoment, z.boolean()]).optional(),
	note: z.string().optional()
});

/** A sum of inputs: one name, or names added and taken away. */
export const termsSchema = z.union([
	name,
	z.strictObject({ plus: z.array(name).min(1), minus: z.array(name).optional() })
]);

const valueCommon = {
	label: z.string().min(1),
	unit: z.string().optional(),
	/** an input that gives the figure itself; where the parts are given too, the parts decide */
	figure: name.optional(),
	/** valid range of the worked-out value (inclusive); outside it is invalid */
	min: figure.optional(),
	max: figure.optional(),
	/** the reading that speaks of a zero denominator */
	zero_reading: readingId.optional(),
	/** what the value counts as where its denominator is zero; the letter does not say unless this does */
	when_zero: figure.optional()
};
/** A value worked out from inputs (and named so that a condition can judge it). */
export const valueSchema = z.union([
	/** 100 × part ÷ whole; range 0–100 unless min or max say otherwise */
	z.strictObject({ ...valueCommon, percent: z.strictObject({ part: termsSchema, whole: termsSchema }) }),
	/** 100 × (to − from) ÷ from; no range unless said */
	z.strictObject({ ...valueCommon, growth: z.strictObject({ from: termsSchema, to: termsSchema }) }),
	/** sum of a list ÷ how many it holds */
	z.strictObject({ ...valueCommon, mean: name }),
	z.strictObject({ ...valueCommon, sum: termsSchema }),
	/** place among the districts of the province by this input or value, the largest first; equal values share the better place */
	z.strictObject({
		...valueCommon,
		place: name,
		tie_reading: readingId.optional(),
		/** which end of a shared place counts; where it matters the letter does not say unless this does */
		ties: z.enum(['better', 'worse']).optional()
	}),
	/** the points of this indicator's parts put together */
	z.strictObject({ ...valueCommon, combine: z.enum(['sum', 'mean', 'count']) })
]);

/**
 * Where the letter leaves room beside a bound. The bound itself is sure; between it and this edge the letter does not say.
 * `above`/`from` widen a lower bound downwards (strict/inclusive), `below`/`to` widen an upper bound upwards.
 * `recommend`: how the reading takes a value in between; a figure is the bound the reading proposes; `none` proposes nothing.
 */
export const unsureSchema = z
	.strictObject({
		above: figure.optional(),
		from: figure.optional(),
		below: figure.optional(),
		to: figure.optional(),
		reason: z.enum(undecidedReasons).default('gap'),
		reading: readingId,
		recommend: z.union([z.enum(['met', 'unmet', 'none']), figure]).default('unmet')
	})
	.refine(
		(u) => [u.above, u.from, u.below, u.to].filter((x) => x !== undefined).length === 1,
		'unsure ต้องมีขอบเดียว: above, from, below หรือ to'
	);

const bound = z.union([figure, z.strictObject({ value: name })]);
const moment = z.union([isoMoment, z.strictObject({ value: name })]);

export type Condition =
	| { yes: string }
	| { no: string }
	| {
			value: string;
			at_least?: Bound | 'lost' | undefined;
			more_than?: Bound | undefined;
			at_most?: Bound | 'lost' | undefined;
			less_than?: Bound | undefined;
			equals?: Bound | undefined;
			unsure?: z.infer<typeof unsureSchema> | undefined;
	  }
	| { date: string; by?: Moment | undefined; before?: Moment | undefined; after?: Moment | undefined }
	| { done: string }
	| { all: Condition[] }
	| { any: Condition[] }
	| { at_least: number; of: Condition[] }
	| { if: Condition; then: Condition }
	| { either: Condition[] }
	| { lost: string; taken?: 'met' | 'unmet' | Condition | undefined };
export type Bound = number | { value: string };
export type Moment = string | { value: string };

/**
 * One thing that must hold. `value` names a value or an input; several bounds in one condition must all hold.
 * `by` is inclusive (a bare date lasts to the end of its day), `before` and `after` are strict.
 * `if … then` needs the opposite of its `if` to be sayable: `if` takes a yes, no, value with one bound, or date.
 * `either` is one fact that may be sent in one of several ways: known in any of them it is known, and where they disagree it fails.
 * `lost: X42` is a condition whose words are lost: never sure, always possible. `taken` is what a committee takes them to be.
 */
export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
	z.union([
		z.strictObject({ yes: name }),
		z.strictObject({ no: name }),
		z.strictObject({
			value: name,
			at_least: z.union([bound, z.literal('lost')]).optional(),
			more_than: bound.optional(),
			at_most: z.union([bound, z.literal('lost')]).optional(),
			less_than: bound.optional(),
			equals: bound.optional(),
			unsure: unsureSchema.optional()
		}),
		z.strictObject({ date: name, by: moment.optional(), before: moment.optional(), after: moment.optional() }),
		z.strictObject({ done: name }),
		z.strictObject({ all: z.array(conditionSchema).min(1) }),
		z.strictObject({ any: z.array(conditionSchema).min(1) }),
		z.strictObject({ at_least: z.int().min(1), of: z.array(conditionSchema).min(1) }),
		z.strictObject({ if: conditionSchema, then: conditionSchema }),
		z.strictObject({ either: z.array(conditionSchema).min(2) }),
		z.strictObject({
			lost: readingId,
			taken: z.union([z.enum(['met', 'unmet']), conditionSchema]).optional()
		})
	])
);
const conditions = z.union([conditionSchema, z.array(conditionSchema)]);

export const outcomeSchema = z.union([z.int().min(0).max(20), z.string().regex(/^([A-Z]|green|yellow|red)$/)]);

/**
 * A rung: an outcome and what it needs. In a `prefix` ladder `needs` is asked of every higher rung too and `only` is asked of
 * this rung alone. A rung with `undecided` is a state of affairs the letter has no outcome for.
 */
export const rungSchema = z.union([
	z.strictObject({
		outcome: outcomeSchema,
		/** points of the outcome; a numbered level gives its own number unless said, a colour none */
		points: figure.optional(),
		/** the clause, verbatim */
		text: z.string().min(1),
		evidence: z.string().optional(),
		needs: conditions.optional(),
		only: conditions.optional()
	}),
	z.strictObject({
		undecided: z.enum(undecidedReasons),
		reading: readingId,
		recommended: outcomeSchema.optional(),
		/** lowest and highest outcome a ruling could give; the whole ladder unless said */
		between: z.tuple([outcomeSchema, outcomeSchema]).optional(),
		text: z.string().min(1),
		needs: conditions.optional(),
		only: conditions.optional()
	})
]);

const ladderMode = z.enum(['highest', 'prefix', 'one']);
/**
 * Rungs from the lowest to the highest. `highest`: the highest rung whose needs hold. `prefix`: a rung also needs all below it.
 * `one`: exactly one must hold; none is a gap, two are an overlap.
 * `otherwise`: what is given when no rung is reached: outcome 0 of a numbered ladder unless said here.
 */
export const ladderSchema = z.strictObject({
	mode: ladderMode,
	rungs: z.array(rungSchema).min(1),
	otherwise: z
		.union([
			z.strictObject({ outcome: outcomeSchema, points: figure.optional(), text: z.string().min(1) }),
			z.strictObject({
				undecided: z.enum(undecidedReasons),
				reading: readingId.optional(),
				recommended: outcomeSchema.optional(),
				text: z.string().min(1)
			})
		])
		.optional()
});

/** Points added or taken once when a condition holds, or once per unit of a count. */
export const adjustSchema = z.union([
	z.strictObject({ when: conditionSchema, points: figure, text: z.string().min(1), reading: readingId.optional() }),
	z.strictObject({ per: name, points: figure, text: z.string().min(1), reading: readingId.optional() })
]);

/** At most one of them counts, for two counts could outweigh each other without end. */
const adjustsSchema = z
	.array(adjustSchema)
	.refine((list) => list.filter((adjust) => 'per' in adjust).length <= 1, 'การปรับคะแนนแบบต่อครั้ง (per) มีได้อย่างเดียว');

/** A rule of validity across inputs: plus − minus must be at least 0 once all are known; else all its inputs are invalid. */
export const checkSchema = z.strictObject({
	plus: z.array(name).min(1),
	minus: z.array(name),
	text: z.string().min(1)
});

export const partSchema = z.strictObject({
	part: name,
	title: z.string().min(1),
	ladder: ladderSchema
});

const values = z.record(name, valueSchema);
/** How another reading of the same words would score: only what differs. Used to say which results rest on the reading taken. */
export const alternativeSchema = z.strictObject({
	reading: readingId,
	/** in words, which of the readings this is */
	text: z.string().min(1),
	mode: ladderMode.optional(),
	ladder: ladderSchema.optional(),
	values: values.optional(),
	parts: z.array(partSchema).optional(),
	adjust: adjustsSchema.optional()
});

const exceptSchema = z.strictObject({ districts: z.array(code).min(1), why: z.string().min(1) });

export const indicatorSchema = z.strictObject({
	indicator: z.string().regex(/^\d+(\.\d+)?$/),
	/** title, verbatim */
	title: z.string().min(1),
	/** a name of at most three words for charts and narrow tables */
	short: z.string().min(1),
	unit: z.string(),
	/** null where the letter's page is lost */
	weight: figure.nullable(),
	work_group: z.string().nullable(),
	/** 'all' districts of the province, or the codes of those it applies to */
	applies_to: z.union([z.literal('all'), z.array(code).min(1)]).default('all'),
	/**
	 * districts of `applies_to` that it is not applied to after all, and why: there it is not applicable, and its weight leaves the
	 * sum. The letter's own list stays as it is printed.
	 */
	except: z.array(exceptSchema).optional(),
	/** where in the letter it stands: page or sheet, in words */
	clause: z.string().optional(),
	/** the formula as printed */
	formula: z.string().optional(),
	source: z.string().optional(),
	/** definitions and words of the letter that no condition holds */
	notes: z.array(z.string()).optional(),
	cut_off: isoMoment.optional(),
	/** dates inside the round on which it is reported, where the letter asks for several */
	reports_by: z.array(isoMoment).optional(),
	/** readings that bear on this indicator */
	readings: z.array(readingId).optional(),
	inputs: z.record(name, inputSchema).default({}),
	values: values.optional(),
	checks: z.array(checkSchema).optional(),
	/** the value or input that results show as what was judged */
	judged: name.optional(),
	parts: z.array(partSchema).optional(),
	/** missing only where the page is lost */
	ladder: ladderSchema.optional(),
	adjust: adjustsSchema.optional(),
	/** points never fall below; 0 unless said */
	floor: figure.optional(),
	alternatives: z.array(alternativeSchema).optional()
});

/**
 * How unclear words are taken. A `choice` is in force from the start; a `filler` is only recommended until somebody rules.
 */
export const readingSchema = z.strictObject({
	kind: z.enum(['choice', 'filler', 'note']),
	/** where: section/indicator, or nothing for the whole letter */
	about: z.array(z.string().regex(/^[a-z_]+(\/\d+(\.\d+)?)?$/)).optional(),
	/** the words it reads, as printed */
	words: z.string().min(1),
	readings: z.array(z.string().min(1)).min(1),
	taken: z.string().min(1),
	why: z.string().min(1)
});

export const sectionSchema = z.strictObject({
	section: name,
	title: z.string().min(1),
	weight: figure,
	/** weight held by indicators whose own weight is lost */
	lost_weight: figure.optional(),
	indicators: z.array(indicatorSchema).min(1)
});

export const agreementSchema = z.strictObject({
	agreement: z.string().regex(/^[a-z-]+\/\d{4}-q?\d$/),
	/** DOPA code of the province, two digits */
	province: z.string().regex(/^\d{2}$/),
	title: z.string().min(1),
	/** as people say it: รอบ 2/2565 */
	round: z.string().min(1),
	from: isoDate,
	to: isoDate,
	dated: isoDate.nullable(),
	/** what the letter is and where it comes from */
	source: z.string().min(1),
	/** true where the letter was invented for the demo */
	invented: z.boolean().default(false),
	/** results received after this moment are marked late; after the round's last day where the letter prints none */
	submit_by: isoMoment.optional(),
	/** dates inside the round on which results are reported, where the letter asks for several */
	reports_by: z.array(isoMoment).optional(),
	readings: z.record(readingId, readingSchema).default({}),
	sections: z.array(sectionSchema).min(1)
});

export type Input = z.infer<typeof inputSchema>;
export type Terms = z.infer<typeof termsSchema>;
export type Value = z.infer<typeof valueSchema>;
export type Unsure = z.infer<typeof unsureSchema>;
export type Rung = z.infer<typeof rungSchema>;
export type Ladder = z.infer<typeof ladderSchema>;
export type Adjust = z.infer<typeof adjustSchema>;
export type Part = z.infer<typeof partSchema>;
export type Alternative = z.infer<typeof alternativeSchema>;
export type Indicator = z.infer<typeof indicatorSchema>;
export type Reading = z.infer<typeof readingSchema>;
export type Section = z.infer<typeof sectionSchema>;
export type Agreement = z.infer<typeof agreementSchema>;
export type Outcome = z.infer<typeof outcomeSchema>;
