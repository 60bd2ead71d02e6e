// Proving the store while it goes on being used, and what came of it the last time.
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { Problem } from '../../submission/entry.ts';
import { isError } from '../../submission/outcome.ts';
import { bangkokTime } from '../clock.ts';
import { projectRoot } from '../root.ts';
import { makeFolder, writeWhole } from '../store/durable.ts';
import type { Store } from '../store/store.ts';
import { standOf, type StandingStore, type Verified } from '../store/verify.ts';
import { log } from './log.ts';
import type { VerifyJob } from './verify-worker.ts';

const noteSchema = z.object({
	/** local time with offset */
	at: z.string(),
	who: z.string(),
	lines: z.int(),
	files: z.int(),
	hash: z.string(),
	errors: z.int(),
	warnings: z.int(),
	/** the first sentences, errors before warnings */
	said: z.array(z.string()),
	seconds: z.number()
});
/** What is left of a proof: when, by whom, and what it found. */
export type VerifyNote = z.infer<typeof noteSchema>;

const mostSaid = 12;
const noteFile = (store: string) => join(store, 'log', 'verified.json');

export async function readVerifyNote(store: string): Promise<VerifyNote | null> {
	try {
		const parsed = noteSchema.safeParse(JSON.parse(await readFile(noteFile(store), 'utf8')));
		return parsed.success ? parsed.data : null;
	} catch {
		// Never proved, or a note that cannot be read: it is proved anew and written anew.
		return null;
	}
}

/** A disk that takes nothing takes no note either; the proof stands all the same. */
export async function noteVerified(
	store: string,
	verified: Verified,
	who: string,
	seconds: number
): Promise<VerifyNote> {
	const { problems, lines, files, head } = verified;
	const errors = problems.filter(isError);
	const warnings = problems.filter((one) => !isError(one));
	const note = {
		...{ at: bangkokTime(new Date()), who, lines, files, hash: head.hash, seconds },
		...{ errors: errors.length, warnings: warnings.length },
		said: [...errors, ...warnings].slice(0, mostSaid).map(({ message }: Problem) => message)
	};
	try {
		await makeFolder(join(store, 'log'));
		await writeWhole(noteFile(store), JSON.stringify(note, null, '\t') + '\n');
	} catch (error) {
		log({ level: 'warn', event: 'log_unwritten', message: error instanceof Error ? error.message : String(error) });
	}
	return note;
}

const source = (path: string) => pathToFileURL(join(projectRoot, 'src', path));

async function proveApart(directory: string, standing: StandingStore): Promise<Verified> {
	const worker = new Worker(source('lib/server/running/verify-worker.ts'), {
		workerData: { directory, standing } satisfies VerifyJob,
		execArgv: ['--import', source('load-text.js').href],
		resourceLimits: { maxOldGenerationSizeMb: 1024 }
	});
	// a server that is told to stop does not wait for it
	worker.unref();
	const ended = new Promise<never>((_, reject) => {
		worker.once('error', reject);
		worker.once('exit', (code) => reject(new Error(`the proving worker ended with ${code}`)));
	});
	try {
		const [verified] = (await Promise.race([once(worker, 'message'), ended])) as [Verified];
		return verified;
	} finally {
		await worker.terminate();
	}
}

/** What was written while it was read may look like damage: then it is looked at again, but not for ever. */
const mostTries = 4;

export async function proveWhileOpen(
	store: Store,
	inTurn: <Answer>(work: () => Promise<Answer>) => Promise<Answer>
): Promise<Verified> {
	for (let tries = 1; ; tries++) {
		const verified = await proveApart(store.directory, await inTurn(() => standOf(store)));
		const { problems, head } = verified;
		const moved = await inTurn(() => Promise.resolve(store.head().hash !== head.hash));
		if (problems.length === 0 || !moved || tries === mostTries) return verified;
	}
}
