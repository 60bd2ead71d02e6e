// Values and files as an edition keeps them. Exact figures are written as text: JSON has no large integers.
import { z } from 'zod';

export const exact = z
	.string()
	.regex(/^-?\d+$/)
	.transform((text) => BigInt(text));

const value = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('number'), scaled: exact, decimals: z.int() }),
	z.strictObject({ kind: z.literal('bool'), yes: z.boolean() }),
	z.strictObject({ kind: z.literal('moment'), iso: z.string().nullable() }),
	z.strictObject({ kind: z.literal('list'), scaled: z.array(exact) }),
	z.strictObject({ kind: z.literal('bad') }),
	z.strictObject({ kind: z.literal('withdrawn') })
]);

export const placeSchema = z.strictObject({
	file: z.string(),
	sheet: z.string().optional(),
	line: z.int().optional(),
	cell: z.string().optional()
});

export const entrySchema = z.strictObject({
	district: z.string(),
	section: z.string(),
	indicator: z.string(),
	input: z.string(),
	value,
	text: z.string(),
	at: placeSchema,
	submission: z.int()
});

export const receivedSchema = z.strictObject({
	number: z.int(),
	file: z.string(),
	sha256: z.string(),
	bytes: z.int(),
	sender: z.string().nullable(),
	received_at: z.string(),
	late: z.boolean(),
	entries: z.int(),
	districts: z.array(z.string())
});
