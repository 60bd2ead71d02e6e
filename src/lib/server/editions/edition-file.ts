// What is kept of a published round, as one file: the letter's text, what was in force, what came of it, and how the office set
// its documents. Nothing of it is ever worked out again; its SHA-256 is what the journal holds and its code is made of.
import { z } from 'zod';
import { rulingSchema } from '../../agreement/ruling.ts';
import type { Agreement } from '../../agreement/schema.ts';
import type { EditionChange } from '../../ranking/edition.ts';
import type { Problem } from '../../submission/entry.ts';
import type { Emblem, Office, RoundView } from '../../ranking/round.ts';
import { officeSchema } from '../office/office.ts';
import {
	changeSchema,
	detailSchema,
	hash,
	problemSchema,
	scoresSchema,
	sectionsSchema,
	stateSchema
} from './edition-parts.ts';
import { entrySchema, receivedSchema } from './edition-entries.ts';

/** Raised when an older program could no longer read what this one writes. */
const format = 1;

export type KeptView = Pick<
	RoundView,
	'agreement' | 'province' | 'answer' | 'details' | 'entries' | 'received' | 'newest' | 'demo' | 'way' | 'rulings'
>;

export interface EditionFile extends KeptView {
	/** khon-kaen/2565-2 */
	readonly round: string;
	readonly number: number;
	/** ISO time with offset */
	readonly published_at: string;
	readonly who: string;
	/** null of the first edition */
	readonly reason: string | null;
	/** where the pages were when it was published: https://kpi.example */
	readonly origin: string;
	/** version of the program that wrote it */
	readonly program: string;
	/** the end of the journal before it */
	readonly journal: { readonly n: number; readonly hash: string };
	readonly letter: { readonly file: string; readonly sha256: string; readonly text: string };
	readonly problems: readonly Problem[];
	readonly office: Office;
	/** SHA-256 of the office's own font as it is set, kept in the archive; null where there is none */
	readonly fonts: { readonly regular: string; readonly bold: string } | null;
	readonly change: EditionChange | null;
}

const province = z.strictObject({
	code: z.string(),
	slug: z.string(),
	name: z.string(),
	english: z.string(),
	districts: z.array(z.strictObject({ code: z.string(), name: z.string(), english: z.string() })),
	tiles: z.array(z.array(z.string().nullable())).exactOptional()
});

const emblem = z
	.discriminatedUnion('kind', [
		z.strictObject({ kind: z.literal('svg'), svg: z.string() }),
		z.strictObject({ kind: z.literal('png'), base64: z.string() })
	])
	.nullable();

/** The letter as it was ruled on. Its own schema may ask more one day than it did; what was published stays as it is. */
const agreement = z
	.looseObject({
		agreement: z.string(),
		province: z.string(),
		sections: z.array(z.looseObject({ section: z.string() }))
	})
	.transform((letter) => letter as unknown as Agreement);

const schema = z.strictObject({
	form: z.literal('watphon-edition'),
	format: z.literal(format),
	round: z.string(),
	number: z.int().min(1),
	published_at: z.string(),
	who: z.string(),
	reason: z.string().nullable(),
	origin: z.string(),
	program: z.string(),
	journal: z.strictObject({ n: z.int().min(0), hash }),
	letter: z.strictObject({ file: z.string(), sha256: hash, text: z.string() }),
	rulings: z.array(
		z.intersection(rulingSchema, z.object({ reason: z.string(), at: z.string(), who: z.string(), line: z.int() }))
	),
	office: z.strictObject({ settings: officeSchema, emblem }),
	fonts: z.strictObject({ regular: hash, bold: hash }).nullable(),
	agreement,
	province,
	newest: z.string().nullable(),
	demo: z.boolean(),
	received: z.array(receivedSchema),
	entries: z.array(entrySchema),
	answer: z.strictObject({ agreement: z.string(), scores: scoresSchema, sections: sectionsSchema }),
	details: z.array(z.tuple([z.string(), detailSchema])),
	way: z.array(z.tuple([z.string(), stateSchema])),
	problems: z.array(problemSchema),
	change: changeSchema.nullable()
});

const withoutEmblem = ({ paper: { emblem: _, ...paper }, ...office }: Office) => ({ ...office, paper });
const asText = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);

/** The same content, the same bytes. */
export function writeEdition(edition: EditionFile): Uint8Array {
	const { round, number, published_at, who, reason, origin, program, journal, letter, rulings, office, fonts } =
		edition;
	const { agreement: letterRuled, province: where, newest, demo, received, entries, answer, details, way } = edition;
	const content = {
		...{ form: 'watphon-edition', format, round, number, published_at, who, reason, origin, program, journal },
		...{
			letter,
			rulings: rulings ?? [],
			office: { settings: withoutEmblem(office), emblem: office.paper.emblem },
			fonts
		},
		...{ agreement: letterRuled, province: where, newest, demo, received, entries, answer },
		...{ details: [...details], way: [...way], problems: edition.problems, change: edition.change }
	};
	return new TextEncoder().encode(`${JSON.stringify(content, asText)}\n`);
}

/** @throws where the bytes are no edition that this program knows; they must be those of the journal. */
export function readEdition(bytes: Uint8Array): EditionFile {
	const {
		form: _,
		format: __,
		office,
		details,
		way,
		rulings,
		...rest
	} = schema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
	const { settings, emblem: picture } = office;
	const kept: Emblem | null = picture;
	return {
		...rest,
		...(rulings.length === 0 ? {} : { rulings }),
		office: { ...settings, paper: { ...settings.paper, emblem: kept } },
		details: new Map(details),
		way: new Map(way)
	};
}
