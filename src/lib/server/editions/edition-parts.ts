// Results, decisions and changes as an edition keeps them.
import { z } from 'zod';
import { statuses } from '../../scoring/results.ts';
import { exact, placeSchema } from './edition-entries.ts';

export const hash = z.string().regex(/^[0-9a-f]{64}$/);
const figure = z.number().nullable();
const status = z.enum(statuses);
const outcome = z.union([z.number(), z.string()]).nullable();
const result = { district: z.string(), section: z.string(), indicator: z.string() };

const reason = z
	.enum([
		'gap',
		'overlap',
		'missing_input',
		'invalid_input',
		'zero_denominator',
		'rule_missing',
		'conflict',
		'tie',
		'not_applicable'
	])
	.nullable();

export const scoresSchema = z.array(
	z.strictObject({
		...result,
		...{ status, outcome, points: figure, max_points: figure, weight: figure, weighted: figure, value: figure, reason },
		reading: z.string().nullable(),
		recommended: z
			.strictObject({
				outcome: z.union([z.number(), z.string()]),
				points: figure,
				reading: z.string().nullable()
			})
			.nullable()
	})
);

export const sectionsSchema = z.array(
	z.strictObject({
		...{ district: z.string(), section: z.string(), percent: figure, percent_best: figure, percent_worst: figure },
		...{ decided_weight: z.number(), weight: z.number(), place: figure, place_best: figure, place_worst: figure }
	})
);

export const detailSchema = z.strictObject({
	points_lowest: figure,
	points_highest: figure,
	rests_on: z.array(z.string()),
	waits_for: z.array(z.string()),
	met: exact,
	seen: exact,
	parts: z
		.array(z.strictObject({ part: z.string(), status, outcome, points: figure, met: exact, seen: exact }))
		.exactOptional()
});

export const problemSchema = z.strictObject({
	severity: z.enum(['error', 'warning']),
	code: z.string(),
	at: placeSchema,
	message: z.string()
});

const decision = z.strictObject({
	kind: z.enum(['approve', 'return']),
	...result,
	...{ stamp: z.string(), at: z.string(), who: z.string(), reason: z.string().nullable(), line: z.int() }
});
export const stateSchema = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('sent') }),
	z.strictObject({ kind: z.literal('returned'), decision }),
	z.strictObject({ kind: z.literal('approved'), decision })
]);

const said = z.string().nullable();
const side = z.strictObject({ status, outcome, points: figure }).nullable();
const place = z.strictObject({ percent: figure, place: figure }).nullable();
export const changeSchema = z.strictObject({
	from: z.int().min(1),
	values: z.array(
		z.strictObject({
			...{ ...result, input: z.string(), label: z.string() },
			...{ before: said, after: said, file: said, sender: said, received_at: said }
		})
	),
	results: z.array(z.strictObject({ ...result, before: side, after: side })),
	places: z.array(z.strictObject({ district: z.string(), section: z.string(), before: place, after: place })),
	letter: z.boolean(),
	rulings: z.array(
		z.strictObject({
			...{
				indicator: z.string(),
				reading: said,
				words: z.string(),
				reason: z.string(),
				at: z.string(),
				who: z.string()
			}
		})
	),
	office: z.boolean()
});
