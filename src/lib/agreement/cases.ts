// The cases beside a letter, as a YAML file may hold them: what a district reports and what must come out.
import { z } from 'zod';
import { code, figure, name, outcomeSchema, readingId } from './schema.ts';

/** A sentence, what was reported, what must come out. */
export const caseSchema = z
	.strictObject({
		/** a Thai sentence that says what is reported and what follows */
		case: z.string().min(1),
		/** section/indicator */
		indicator: z.string().regex(/^[a-z_]+\/\d+(\.\d+)?$/),
		/** DOPA code; the first district the indicator applies to unless said */
		district: code.optional(),
		/** null is "not done" for a date, otherwise not reported; a key left out is not reported */
		inputs: z.record(name, z.unknown()),
		/** for a rank: the same inputs of other districts */
		others: z.record(code, z.record(name, z.unknown())).optional(),
		status: z.enum(['scored', 'not_reported', 'invalid', 'undecided', 'not_applicable']).default('scored'),
		outcome: outcomeSchema,
		/** points after deductions; the rung's own points unless said */
		points: figure.optional(),
		value: z.number().optional(),
		reason: z.string().optional(),
		/** the reading the result rests on */
		reading: readingId.optional(),
		/** the outcome recommended while undecided */
		recommended: outcomeSchema.optional()
	})
	.partial({ outcome: true });
export const casesSchema = z.strictObject({ agreement: z.string(), cases: z.array(caseSchema) });
export type Case = z.infer<typeof caseSchema>;
