// The journal: one JSON line per act, each with the hash of the line before. Appending a line is what commits an act.
import { appendFile, open, readFile, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../../submission/entry.ts';
import { journalLineSchema, type Act, type JournalLine } from './acts.ts';
import { sha256, syncFolder } from './durable.ts';
import { errorAbout, refuse } from '../refusal.ts';
import { say } from '../sentences.ts';

export const journalFile = (store: string) => join(store, 'journal.jsonl');
export const tornFile = (store: string) => join(store, 'journal.torn');

/** Where the journal stands: how many lines, and the hash of the last. */
export interface Head {
	readonly n: number;
	readonly hash: string;
}
/** The head of a journal without lines. */
export const noLines: Head = { n: 0, hash: '0'.repeat(64) };

export interface Journal {
	readonly lines: readonly JournalLine[];
	readonly head: Head;
	/** lines that are not what was written; nothing after the first of them can be trusted */
	readonly problems: readonly Problem[];
	/** what stands after the last whole line: a write that was cut off, and where it begins */
	readonly torn: { readonly from: number; readonly bytes: Uint8Array } | null;
}

const chained = /^(\{.*),"hash":"([0-9a-f]{64})"\}(.*)$/s;

interface Chained {
	/** what is said to be the hash of all before it */
	readonly hash: string;
	/** it is */
	readonly intact: boolean;
	/** undefined where it is no JSON */
	readonly content: unknown;
}

function parseOrNothing(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		if (error instanceof SyntaxError) return undefined;
		throw error;
	}
}

/** A text that was written as a line, altered since or not; null where it is only the beginning of one. */
export function chainedLine(text: string): Chained | null {
	const [, body, hash, behind] = chained.exec(text) ?? [];
	if (body === undefined || hash === undefined) return null;
	const intact = behind === '' && sha256(body + '}') === hash;
	return { hash, intact, content: intact ? parseOrNothing(text) : undefined };
}

/** One line as an act, or the sentence that says what is wrong with it. The hash covers every byte before it. */
function readLine(text: string, before: Head): JournalLine | string {
	const whole = chainedLine(text);
	if (whole === null || !whole.intact) return say.journalLineAltered(before.n + 1);
	const parsed = journalLineSchema.safeParse(whole.content);
	if (!parsed.success) return say.journalLineUnknown(before.n + 1);
	if (parsed.data.n !== before.n + 1 || parsed.data.previous !== before.hash)
		return say.journalLineOutOfChain(before.n + 1);
	return parsed.data;
}

/** The journal as it stands on disk, nothing changed. A missing file is a journal without lines. */
export async function readJournal(store: string): Promise<Journal> {
	return parseJournal(await readJournalBytes(store));
}

/** None where there is no journal. */
export async function readJournalBytes(store: string): Promise<Buffer> {
	try {
		return await readFile(journalFile(store));
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
		throw error;
	}
}

/** A journal from its bytes. */
export function parseJournal(bytes: Buffer): Journal {
	// The cut is made in bytes: a write may have been cut off in the middle of a letter.
	const whole = bytes.lastIndexOf(10) + 1;
	const pieces = bytes.toString('utf8', 0, whole).split('\n').slice(0, -1);
	const rest = bytes.subarray(whole);
	const lines: JournalLine[] = [];
	let head = noLines;
	for (const piece of pieces) {
		const line = readLine(piece, head);
		if (typeof line === 'string') {
			return { lines, head, problems: [errorAbout('journal.jsonl', 'journal_broken', line, head.n + 1)], torn: null };
		}
		lines.push(line);
		head = { n: line.n, hash: line.hash };
	}
	if (rest.length === 0) return { lines, head, problems: [], torn: null };
	const last = readLine(rest.toString('utf8'), head);
	// A whole line that only lost its line end (an editor does that) is no torn one, nor is one with something else in its place.
	if (typeof last === 'string' && chainedLine(rest.toString('utf8')) !== null)
		return { lines, head, problems: [errorAbout('journal.jsonl', 'journal_broken', last, head.n + 1)], torn: null };
	if (typeof last === 'string') return { lines, head, problems: [], torn: { from: whole, bytes: rest } };
	return { lines: [...lines, last], head: { n: last.n, hash: last.hash }, problems: [], torn: null };
}

/** Puts a cut-off write beside the journal, so that the last whole line is the last again. */
export async function putTornAside(store: string, torn: NonNullable<Journal['torn']>): Promise<void> {
	await appendFile(tornFile(store), Buffer.concat([torn.bytes, Buffer.from('\n')]), { flush: true });
	await truncate(journalFile(store), torn.from);
	await syncFolder(store);
}

/** Numbers and chains an act after a head. */
export function chainAct(act: Act, after: Head): { readonly line: JournalLine; readonly text: string } {
	const { at, who, person, round, what } = act;
	const whose = person === undefined ? { who } : { who, person };
	const body = JSON.stringify({ n: after.n + 1, at, ...whose, act: act.act, round, what, previous: after.hash });
	const hash = sha256(body);
	const text = `${body.slice(0, -1)},"hash":"${hash}"}`;
	return { line: journalLineSchema.parse(JSON.parse(text)), text };
}

/** Bytes; 0 where there is no journal. */
export async function journalSize(store: string): Promise<number> {
	try {
		return (await stat(journalFile(store))).size;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
		throw error;
	}
}

/** Takes the last line away again, which nobody was told of: `size` is what the journal had before it. */
export async function takeBack(store: string, size: number): Promise<void> {
	const handle = await open(journalFile(store), 'r+');
	try {
		await handle.truncate(size);
		await handle.sync();
	} finally {
		await handle.close();
	}
}

/** Commits an act: when this returns, it is on disk. Refuses when the journal does not end where this process left it. */
export async function appendAct(store: string, act: Act, after: Head): Promise<JournalLine> {
	const { line, text } = chainAct(act, after);
	const handle = await open(journalFile(store), 'a+');
	try {
		const { size } = await handle.stat();
		const tail = Buffer.alloc(Math.min(size, after.hash.length + 3));
		await handle.read(tail, 0, tail.length, size - tail.length);
		const ended = tail.toString('utf8');
		if (!(after.n === 0 ? size === 0 : ended.trimEnd().endsWith(`${after.hash}"}`)))
			throw refuse('journal_moved', say.journalMoved);
		try {
			await handle.appendFile(size > 0 && !ended.endsWith('\n') ? `\n${text}\n` : `${text}\n`);
			await handle.sync();
		} catch (error) {
			// A full disk: what was written of the line must not stand before the next one.
			await handle.truncate(size);
			throw error;
		}
	} finally {
		await handle.close();
	}
	if (after.n === 0) await syncFolder(store);
	return line;
}
