// The settings of the office: a file of the store that may be edited by hand.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { figure } from '../../agreement/schema.ts';
import type { Emblem, Office } from '../../ranking/round.ts';
import type { Fonts } from '../../reports/typesetting/print.ts';
import { makeFolder, sha256, writeWhole } from '../store/durable.ts';
import { listOfficeFiles, officeFilesVersion, readEmblem, stampOf, writeEmblem, writeFonts } from './office-files.ts';
import { fitFont } from './own-font.ts';
import { paperSchema } from './paper-settings.ts';
import { errorAbout, refuse, Refusal } from '../refusal.ts';
import { officeComment, say } from '../sentences.ts';
import type { Trial } from '../printing/try-print.ts';

export const officeFile = (store: string) => join(store, 'office.yaml');

/** Changes when the settings or a file beside them do: they may be edited by hand while the server runs. */
export function officeVersion(store: string): string {
	return `${stampOf(officeFile(store))} ${officeFilesVersion(store)}`.trim();
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

type WrittenOffice = z.infer<typeof officeSchema>;

/** The settings that office.yaml would say; refuses those that cannot be taken, all at once. */
export function checkOffice(raw: unknown): WrittenOffice {
	const parsed = officeSchema.safeParse(raw ?? {});
	if (parsed.success) return parsed.data;
	throw new Refusal(
		parsed.error.issues.map((issue) =>
			errorAbout('office.yaml', 'office', say.officeWrong(issue.path.join('.'), sayIssue(issue)))
		)
	);
}

/** What zod found, in Thai. */
export function sayIssue({ code, message }: { readonly code?: string | undefined; readonly message: string }): string {
	return code === 'custom' || /[ก-๙]/.test(message) ? message : say.officeShape;
}

/** The settings in force; a missing file is all defaults. Refuses files that cannot be taken. */
export async function readOffice(store: string): Promise<Office> {
	const [written, emblem] = await Promise.all([readSettings(store), readEmblem(store)]);
	return { ...written, paper: { ...written.paper, emblem } };
}

async function readSettings(store: string): Promise<WrittenOffice> {
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

/** Checks and writes the settings and the emblem; gives the text written. */
export async function writeOffice(store: string, office: Office): Promise<string> {
	const { emblem, ...paper } = office.paper;
	const written = officeComment + stringify(checkOffice({ ...office, paper }));
	await makeFolder(store);
	await writeEmblem(store, emblem);
	await writeWhole(officeFile(store), written);
	return written;
}

/**
 * Proves and keeps settings, emblem and fonts; `undefined` leaves the fonts as they are, `null` takes them away.
 * Gives what the journal says of it. Refuses what cannot be taken.
 */
export async function saveOffice(store: string, office: Office, fonts: Fonts | null | undefined) {
	const { emblem } = office.paper;
	const known = await readEmblem(store).catch((error: unknown) => {
		// what is there cannot be read, so it is not the same
		if (error instanceof Refusal) return null;
		throw error;
	});
	if (emblem !== null && !isSame(emblem, known))
		await mustPrint({ emblem, fonts: null }, 'emblem', say.emblemWillNotPrint);
	if (fonts != null) await mustPrint({ emblem: null, fonts: fitFonts(fonts) }, 'font.regular', say.fontWillNotPrint);
	const written = await writeOffice(store, office);
	if (fonts !== undefined) await writeFonts(store, fonts);
	const beside = await listOfficeFiles(store);
	return { sha256: sha256(written), ...(beside.length === 0 ? {} : { beside: [...beside] }) };
}

const isSame = (one: Emblem, other: Emblem | null): boolean => JSON.stringify(one) === JSON.stringify(other);

function fitFonts(fonts: Fonts): Fonts {
	const fit = (bytes: Uint8Array): Uint8Array => {
		const fitted = fitFont(bytes);
		if (fitted.kind === 'refused') throw refuse('font.regular', fitted.why);
		return fitted.bytes;
	};
	return { regular: fit(fonts.regular), bold: fit(fonts.bold) };
}

/** `code` names what is refused. */
async function mustPrint(what: Trial, code: string, why: string) {
	const { canPrint } = await import('../printing/try-print.ts');
	if (!(await canPrint(what))) throw refuse(code, why);
}
