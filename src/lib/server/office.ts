// The settings of the office: a file of the store that may be edited by hand.
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { figure } from '../agreement/schema.ts';
import type { Office } from '../ranking/round.ts';
import { makeFolder, writeWhole } from './durable.ts';
import { officeFilesVersion, readEmblem, writeEmblem } from './office-files.ts';
import { paperSchema } from './paper-settings.ts';
import { errorAbout, Refusal } from './refusal.ts';
import { officeComment, say } from './sentences.ts';

export const officeFile = (store: string) => join(store, 'office.yaml');

/** Changes when the file does: it may be edited by hand while the server runs. */
export async function officeVersion(store: string): Promise<string> {
	try {
		const { mtimeMs, size } = await stat(officeFile(store));
		return `${mtimeMs} ${size}`;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
		throw error;
	}
}

const text = (most: number) => z.string().trim().max(most, say.tooLong(most));
const optional = z
	.union([text(200), z.null()])
	.optional()
	.transform((value) => (value === undefined || value === '' ? null : value));

const millionths = (n: number) => BigInt(Math.round(n * 1e6));

const sharesSchema = z
	.record(
		z.string().regex(/^[a-z][a-z0-9_]*$/, say.shareName),
		figure.refine((n) => n >= 0, say.shareNegative)
	)
	.refine(
		(shares) => Object.values(shares).reduce((sum, share) => sum + millionths(share), 0n) === 100_000_000n,
		say.sharesSum
	);
const bandsSchema = z
	.array(
		z.strictObject({
			grade: text(20).min(1, say.bandGrade),
			name: text(100).min(1, say.bandName),
			from: figure.refine((n) => n >= 0 && n <= 100, say.bandRange)
		})
	)
	.min(1, say.bandsEmpty)
	.refine((bands) => bands.every((band, at) => at === 0 || band.from < (bands[at - 1]?.from ?? 0)), say.bandsFall);

/** What office.yaml may say. Everything may be left out; shares sum to 100, bands fall strictly. Errors are in Thai. */
export const officeSchema = z.strictObject({
	name: text(200).default(''),
	document_number: optional,
	signer: optional,
	signer_position: optional,
	shares: sharesSchema.nullable().default(null),
	bands: bandsSchema.nullable().default(null),
	paper: paperSchema.prefault({})
});


function checkOffice(raw: unknown): Office {
	const parsed = officeSchema.safeParse(raw ?? {});
	if (parsed.success) return parsed.data;
	throw new Refusal(
		parsed.error.issues.map((issue) =>
			errorAbout(
				'office.yaml',
				'office',
				say.officeWrong(
					issue.path.join('.'),
					issue.code === 'custom' || /[ก-๙]/.test(issue.message) ? issue.message : say.officeShape
				)
			)
		)
	);
}

/** The settings in force; a missing file is all defaults. Refuses a file that cannot be taken. */
export async function readOffice(store: string): Promise<Office> {
	let written: string;
	try {
		written = await readFile(officeFile(store), 'utf8');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return checkOffice({});
		throw error;
	}
	try {
		return checkOffice(parse(written));
	} catch (error) {
		if (error instanceof YAMLParseError) {
			throw new Refusal([errorAbout('office.yaml', 'office', say.officeYaml, error.linePos?.[0].line)]);
		}
		throw error;
	}
}

/** Checks and writes the settings; gives the text written. */
export async function writeOffice(store: string, office: Office): Promise<string> {
	const written = officeComment + stringify(checkOffice(office));
	await makeFolder(store);
	await writeWhole(officeFile(store), written);
	return written;
}
