// What went wrong in this process: logged, and the last of it kept for whoever looks after the program, in memory and in the
// store's folder `log`. Keeping it must never itself fail: a disk that takes nothing is often what went wrong.
import { randomInt } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { bangkokTime } from '../clock.ts';
import { log, mostOfStack } from './log.ts';
import { cutLong, escapeControls, hideSecrets } from './log-text.ts';
import { faultPlaces, runningWords, type FaultPlace } from './sentences.ts';

const places = Object.keys(faultPlaces) as [FaultPlace, ...FaultPlace[]];

const faultSchema = z.object({
	/** said to whom it befell, and found by it: `K7M-2QX` */
	ref: z.string(),
	/** local time with offset, of the last time */
	at: z.string(),
	place: z.enum(places),
	/** the route's folder, where it was a request */
	route: z.string().nullable(),
	/** the id of whose request it was; `demo` or `nobody` of those without an account */
	who: z.string().nullable(),
	what: z.string(),
	stack: z.string().nullable(),
	/** how often, since it was first kept */
	times: z.int().min(1)
});
export type Fault = z.infer<typeof faultSchema>;

const mostKept = 100;
/** The file is written anew from what is kept when it grows past this. */
export const mostBytes = 512 * 1024;
/** Of the page that lists them, a first line is enough. */
const mostOfWhat = 500;

export const faultsFile = (store: string) => join(store, 'log', 'errors.jsonl');

interface Kept {
	faults: Fault[];
	file: string | null;
	bytes: number;
}

// On the global object: the command line's source and the built server are two copies of this module in one process.
const place = Symbol.for('watphon.faults');
const shared = globalThis as { [place]?: Kept | undefined };
function kept(): Kept {
	shared[place] ??= { faults: [], file: null, bytes: 0 };
	return shared[place];
}

/** Without signs that are taken for others when read out. */
const signs = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const drawSigns = (count: number) => Array.from({ length: count }, () => signs[randomInt(signs.length)]).join('');

function readFaults(file: string): readonly Fault[] {
	let text: string;
	try {
		text = readFileSync(file, 'utf8');
	} catch {
		// None yet, or not to be read: then it begins here.
		return [];
	}
	return text
		.split('\n')
		.slice(-mostKept - 1)
		.flatMap((line) => {
			try {
				const parsed = faultSchema.safeParse(JSON.parse(line));
				return parsed.success ? [parsed.data] : [];
			} catch {
				// A line that was cut off by a power cut says nothing.
				return [];
			}
		});
}

/** Keeps faults in this store from now on, and knows those that were kept there before. */
export function keepFaultsIn(store: string): void {
	const own = kept();
	const file = faultsFile(store);
	if (own.file === file) return;
	own.faults = [...readFaults(file), ...own.faults].slice(-mostKept);
	own.file = file;
	// As if full: the first that is kept writes the file anew, cut to what is known.
	own.bytes = mostBytes;
}

function writeKept(fault: Fault): void {
	const own = kept();
	if (own.file === null) return;
	const line = `${JSON.stringify(fault)}\n`;
	try {
		mkdirSync(join(own.file, '..'), { recursive: true });
		if (own.bytes + line.length > mostBytes) {
			const all = own.faults.map((one) => `${JSON.stringify(one)}\n`).join('');
			writeFileSync(`${own.file}.part`, all, { mode: 0o600 });
			renameSync(`${own.file}.part`, own.file);
			own.bytes = all.length;
			return;
		}
		appendFileSync(own.file, line, { mode: 0o600 });
		own.bytes += line.length;
	} catch (error) {
		log({ level: 'warn', event: 'log_unwritten', message: error instanceof Error ? error.message : String(error) });
	}
}

interface About {
	readonly place: FaultPlace;
	readonly route?: string | null;
	readonly who?: string | null;
	readonly method?: string | null;
}

const cleanLines = (text: string) => hideSecrets(text).split('\n').map(escapeControls).join('\n');

function describe(error: unknown): Pick<Fault, 'what' | 'stack'> {
	const isError = error instanceof Error;
	// a thread tells of its error by its stack alone
	const [first = ''] = isError ? [] : String(error).split('\n');
	const cause =
		isError && error.cause instanceof Error ? `\ncaused by ${error.cause.stack ?? error.cause.message}` : '';
	const what = isError ? `${error.name}: ${error.message}` : first;
	const stack = isError ? (error.stack ?? error.message) + cause : first === String(error) ? null : String(error);
	return {
		what: cutLong(escapeControls(hideSecrets(what)), mostOfWhat),
		stack: stack === null ? null : cutLong(cleanLines(stack), mostOfStack)
	};
}

/** Logs what went wrong, keeps it, and answers the code by which it is found. */
export function tellFault(error: unknown, { place: where, route = null, who = null, method = null }: About): string {
	const own = kept();
	const at = bangkokTime(new Date());
	const { what, stack } = describe(error);
	const before = own.faults.find((one) => one.what === what && one.route === route && one.place === where);
	const ref = before?.ref ?? `${drawSigns(3)}-${drawSigns(3)}`;
	log({
		...{ level: 'error', event: 'fault', message: runningWords.fault(where, ref, what) },
		more: { ref, place: where, route, method, who },
		stack: before === undefined ? stack : null
	});
	const fault = { ref, at, place: where, route, who, what, stack, times: (before?.times ?? 0) + 1 };
	own.faults = [...own.faults.filter((one) => one !== before), fault].slice(-mostKept);
	// Of a flood of the same the first is on disk; how many there were is known while the process lives.
	if (before === undefined) writeKept(fault);
	return ref;
}

/** The newest first. */
export const listFaults = (): readonly Fault[] => kept().faults.toReversed();
