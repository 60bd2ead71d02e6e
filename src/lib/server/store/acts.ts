// What a line of the journal may say.
import { z } from 'zod';
import { rulingSchema } from '../../agreement/ruling.ts';
import { roles } from '../people/visitor.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const moment = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$/);

/** A place in the file with what was said of it when it was received. */
const saidSchema = z.strictObject({
	sheet: z.string().optional(),
	line: z.int().optional(),
	cell: z.string().optional(),
	why: z.string()
});

export const answerSchema = z.strictObject({
	kind: z.enum(['district', 'section', 'indicator', 'input', 'column', 'share', 'value']),
	about: z.string(),
	shape: z.string(),
	means: z.string().nullable()
});

const resultSchema = z.strictObject({ district: z.string(), section: z.string(), indicator: z.string() });

/** What a district says of the proof of a level, and a file that shows it; the file is kept in the archive. */
export const evidenceSchema = resultSchema.extend({
	/** the outcome it is proof of, as the letter calls it; null where it is of the whole indicator */
	outcome: z.union([z.number(), z.string()]).nullable(),
	note: z.string(),
	file: z.strictObject({ name: z.string(), sha256: hash, bytes: z.int().min(0) }).nullable()
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** One file of an import. `number` runs through the whole store and is printed on the receipt. */
export const importedFileSchema = z.strictObject({
	number: z.int().min(1),
	round: z.string(),
	file: z.string(),
	sha256: hash,
	bytes: z.int().min(0),
	sender: z.string().nullable(),
	received_at: moment,
	entries: z.int().min(0),
	districts: z.array(z.string()),
	/** left out in lines written before files could be taken in part; then it was taken whole */
	outcome: z.enum(['accepted', 'accepted_with_warnings', 'partly_accepted']).optional(),
	/** what a person had said about tables of its shape: it is read again with the same answers */
	answers: z.array(answerSchema).optional(),
	/** what was not taken, and why */
	left_out: z.array(saidSchema.extend({ times: z.int().min(0) })).optional(),
	/** what was said of values that were taken */
	warnings: z.array(saidSchema).optional(),
	/** of results entered on the web */
	evidence: z.array(evidenceSchema).optional()
});
export type ImportedFile = z.infer<typeof importedFileSchema>;

const common = {
	n: z.int().min(1),
	at: moment,
	who: z.string(),
	/** the account it was done with; left out at a terminal and in the demo */
	person: z.strictObject({ id: z.string(), role: z.enum(roles) }).optional(),
	/** the round, where the act is about one */
	round: z.string().nullable()
};
const chain = { previous: hash, hash };

export const journalLineSchema = z.discriminatedUnion('act', [
	z.strictObject({
		...common,
		act: z.enum(['import', 'import-demo']),
		what: z.strictObject({ files: z.array(importedFileSchema).min(1) }),
		...chain
	}),
	/** the office left the demo: where what was there before has been put */
	z.strictObject({
		...common,
		act: z.literal('start-clean'),
		what: z.strictObject({ put_aside: z.string(), submissions: z.int().min(0) }),
		...chain
	}),
	/** what a committee decided on the letter of the round, and why; for this round only */
	z.strictObject({
		...common,
		act: z.literal('rule'),
		round: z.string(),
		what: z.strictObject({ reason: z.string().min(1), rulings: z.array(rulingSchema).min(1) }),
		...chain
	}),
	/** a letter was put in force for its round; the newest of a round is the one in force */
	z.strictObject({
		...common,
		act: z.literal('agreement'),
		round: z.string(),
		what: z.strictObject({ file: z.string(), sha256: hash, bytes: z.int().min(0) }),
		...chain
	}),
	/** results, with the stamp of the values that were looked at: who owns the indicator holds them to be right */
	z.strictObject({
		...common,
		act: z.literal('approve'),
		round: z.string(),
		what: z.strictObject({
			results: z.array(resultSchema.extend({ stamp: z.string() })).min(1),
			reason: z.string().nullable()
		}),
		...chain
	}),
	/** results go back to who sent them, and why */
	z.strictObject({
		...common,
		act: z.literal('return'),
		round: z.string(),
		what: z.strictObject({
			results: z.array(resultSchema.extend({ stamp: z.string() })).min(1),
			reason: z.string().min(1)
		}),
		...chain
	}),
	/** a round was published: what it was then is kept in the archive under its SHA-256 and never changes */
	z.strictObject({
		...common,
		act: z.literal('publish'),
		round: z.string(),
		what: z.strictObject({
			edition: z.int().min(1),
			sha256: hash,
			bytes: z.int().min(0),
			code: z.string(),
			/** why it was published again; null of the first edition */
			reason: z.string().nullable(),
			/** the office's own font, where its documents are set in one: kept in the archive as well */
			beside: z.array(z.strictObject({ file: z.string(), sha256: hash, bytes: z.int().min(0) })).optional()
		}),
		...chain
	}),
	/** who may do what: an account was invited, made, changed, blocked; never a password or a link */
	z.strictObject({
		...common,
		act: z.literal('person'),
		round: z.null(),
		what: z.strictObject({
			did: z.enum(['invite', 'join', 'change', 'block', 'unblock', 'reset']),
			id: z.string(),
			name: z.string(),
			role: z.enum(roles),
			province: z.string(),
			groups: z.array(z.string()),
			district: z.string().nullable()
		}),
		...chain
	}),
	/** all of the store was copied into one file, up to the line before this one, and read back */
	z.strictObject({
		...common,
		act: z.literal('backup'),
		round: z.null(),
		what: z.strictObject({
			/** its name alone: where it lies may change */
			file: z.string(),
			sha256: hash,
			bytes: z.int().min(0),
			/** the line it goes up to */
			head: z.strictObject({ n: z.int().min(0), hash })
		}),
		...chain
	}),
	/** settings of the office were saved through the program; the file itself stays the truth, as do those beside it */
	z.strictObject({
		...common,
		act: z.literal('office'),
		what: z.strictObject({
			sha256: hash,
			/** emblem and fonts, where there are any */
			beside: z.array(z.strictObject({ file: z.string(), sha256: hash })).optional()
		}),
		...chain
	})
]);
export type JournalLine = z.infer<typeof journalLineSchema>;

type WithoutChain<Line> = Line extends unknown ? Omit<Line, 'n' | 'previous' | 'hash'> : never;
/** A line before the journal numbers and chains it. */
export type Act = WithoutChain<JournalLine>;
