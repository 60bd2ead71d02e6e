// What whoever looks after the program asks of it: how it stands, whether it is backed up, and a proof of all that it keeps.
import { version as duckdbVersion } from '@duckdb/node-api';
import { totalmem } from 'node:os';
import { basename } from 'node:path';
import process from 'node:process';
import { programVersion } from '../backup/program-version.ts';
import type { WrittenBackup } from '../backup/write.ts';
import { bangkokTime } from '../clock.ts';
import { listDraftFiles } from '../entry/draft.ts';
import { listBundles } from '../imports/waiting.ts';
import { whoseLine, type Actor } from '../people/visitor.ts';
import type { JournalLine } from '../store/acts.ts';
import { layout } from '../store/database.ts';
import type { Head } from '../store/journal.ts';
import type { Store } from '../store/store.ts';
import type { Verified } from '../store/verify.ts';
import { listFaults, tellFault, type Fault } from './faults.ts';
import { takePulse, type Pulse, type PulseTaker } from './pulse.ts';
import { measureStore, type StoreSize } from './store-size.ts';
import { noteVerified, proveWhileOpen, readVerifyNote, type VerifyNote } from './verifying.ts';

export interface BackupNote {
	/** local time with offset */
	readonly at: string;
	readonly who: string;
	readonly file: string;
	readonly bytes: number;
	/** lines of the journal that it does not hold, but for those that tell of backups */
	readonly linesSince: number;
}

export interface Running {
	/** local time with offset */
	readonly now: string;
	/** when this process began */
	readonly since: string;
	readonly versions: {
		readonly program: string;
		readonly node: string;
		readonly duckdb: string;
		/** of the database's tables: it is built again where it is another */
		readonly layout: number;
		readonly platform: string;
	};
	/** bytes */
	readonly memory: { readonly held: number; readonly most: number; readonly machine: number };
	/** null in a process that answers no readers */
	readonly pulse: Pulse | null;
	readonly directory: string;
	readonly size: StoreSize;
	readonly head: Head;
	/** the newest first */
	readonly backups: readonly BackupNote[];
	readonly verified: VerifyNote | null;
	/** since when it is being proved; null while it is not */
	readonly verifying: string | null;
	/** bundles that wait for a decision, the newest first */
	readonly waiting: readonly {
		readonly id: string;
		readonly round: string;
		readonly at: string;
		readonly files: number;
	}[];
	/** districts that have begun to fill in, and have not sent */
	readonly drafts: number;
	/** the newest first */
	readonly faults: readonly Fault[];
}

export interface RunningDesk {
	look(): Promise<Running>;
	/** proves the store beside its work, or joins the proof that runs; null where it failed, which is then among the faults */
	verify(actor: Actor): Promise<VerifyNote | null>;
	/** a proof that somebody else made of this store */
	note(verified: Verified, who: string, seconds: number): Promise<void>;
	/** journals a backup that was made */
	recordBackup(written: WrittenBackup, actor: Actor): Promise<void>;
	/** this process begins to answer readers */
	beginServing(): void;
	close(): void;
}

const mostBackups = 5;

function listBackupNotes(lines: readonly JournalLine[]): readonly BackupNote[] {
	const made = lines.flatMap((line) => (line.act === 'backup' ? [line] : []));
	return made
		.slice(-mostBackups)
		.toReversed()
		.map(({ at, who, what: { file, bytes, head } }) => ({
			...{ at, who, file, bytes },
			linesSince: lines.slice(head.n).filter(({ act }) => act !== 'backup').length
		}));
}

const kilobyte = 1024;

export function openRunning(
	store: Store,
	inTurn: <Answer>(work: () => Promise<Answer>) => Promise<Answer>
): RunningDesk {
	let pulse: PulseTaker | null = null;
	let proving: { readonly since: string; readonly end: Promise<VerifyNote | null> } | null = null;

	async function prove({ who }: Actor): Promise<VerifyNote | null> {
		const began = performance.now();
		try {
			const verified = await proveWhileOpen(store, inTurn);
			return await noteVerified(store.directory, verified, who, seconds(began));
		} catch (error) {
			tellFault(error, { place: 'verify' });
			return null;
		} finally {
			proving = null;
		}
	}

	return {
		async look() {
			const { directory } = store;
			const [size, verified, waiting, { drafts }] = await Promise.all([
				measureStore(directory),
				readVerifyNote(directory),
				listBundles(directory),
				listDraftFiles(directory)
			]);
			const now = new Date();
			return {
				now: bangkokTime(now),
				since: bangkokTime(new Date(now.getTime() - process.uptime() * 1000)),
				versions: {
					program: programVersion(),
					node: process.versions.node,
					duckdb: duckdbVersion().replace(/^v/, ''),
					layout,
					platform: `${process.platform} ${process.arch}`
				},
				memory: {
					held: process.memoryUsage.rss(),
					most: process.resourceUsage().maxRSS * kilobyte,
					// what a container or a service may take, where it is bound
					machine: process.constrainedMemory() > 0 ? Math.min(process.constrainedMemory(), totalmem()) : totalmem()
				},
				pulse: pulse?.take() ?? null,
				...{ directory, size, verified },
				head: store.head(),
				backups: listBackupNotes(store.lines()),
				verifying: proving?.since ?? null,
				waiting: waiting.map(({ id, round, arrived_at, files }) => ({
					id,
					round,
					at: arrived_at,
					files: files.length
				})),
				drafts: drafts.length,
				faults: listFaults()
			};
		},
		verify(actor) {
			proving ??= { since: bangkokTime(new Date()), end: prove(actor) };
			return proving.end;
		},
		async note(verified, who, took) {
			await noteVerified(store.directory, verified, who, took);
		},
		recordBackup: ({ file, sha256, bytes, head }, actor) =>
			inTurn(async () => {
				const what = { file: basename(file), sha256, bytes, head };
				const act = { at: bangkokTime(new Date()), ...whoseLine(actor), act: 'backup', round: null, what } as const;
				await store.commit(act, () => Promise.resolve([]));
			}),
		beginServing() {
			pulse ??= takePulse();
		},
		close() {
			pulse?.stop();
		}
	};
}

const seconds = (began: number) => Math.round((performance.now() - began) / 100) / 10;
