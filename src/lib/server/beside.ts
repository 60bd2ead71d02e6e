// A running server beside the command line: it says where it is in server.json, and does the command line's work when asked
// with the token that stands there. Only who may read the store's files can read the token.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { z } from 'zod';
import { makeFolder, sha256, writeWhole } from './store/durable.ts';
import { refuse } from './refusal.ts';
import { say } from './sentences.ts';

const serverFile = (store: string) => join(store, 'server.json');

const announcedSchema = z.object({ pid: z.int(), url: z.url(), token: z.string().min(32) });
export type Announced = z.infer<typeof announcedSchema>;

/** What the command line asks: its words, where it stands so that relative paths mean the same, and its stdin if it reads it. */
export const commandSchema = z.strictObject({
	argv: z.array(z.string()),
	cwd: z.string(),
	who: z.string(),
	input: z.string().optional()
});
export type Command = z.infer<typeof commandSchema>;

/** What comes back: what to print, what to write, and how to exit. */
export const outcomeSchema = z.strictObject({
	out: z.string(),
	err: z.string(),
	files: z.array(z.strictObject({ path: z.string(), base64: z.base64() })),
	exit: z.int()
});
export type Outcome = z.infer<typeof outcomeSchema>;

export function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

/** Where a server that listens on a host is reached from the same machine. */
export function localUrl(host: string, port: number): string {
	if (host === '0.0.0.0') return `http://127.0.0.1:${port}`;
	if (host === '::') return `http://[::1]:${port}`;
	return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Says where this process serves the store; gives the token to compare with. */
export async function announceServer(store: string, url: string): Promise<string> {
	const announced: Announced = { pid: process.pid, url, token: randomBytes(32).toString('hex') };
	await makeFolder(store);
	await writeWhole(serverFile(store), JSON.stringify(announced, null, '\t') + '\n', 0o600);
	return announced.token;
}

/** The server that serves a store, null when there is none that lives. */
export async function findServer(store: string): Promise<Announced | null> {
	try {
		const announced = announcedSchema.safeParse(JSON.parse(await readFile(serverFile(store), 'utf8')));
		return announced.success && isAlive(announced.data.pid) ? announced.data : null;
	} catch (error) {
		if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
		throw error;
	}
}

export async function withdrawServer(store: string): Promise<void> {
	const announced = await findServer(store);
	if (announced?.pid === process.pid) await rm(serverFile(store), { force: true });
}

/** Whether a bearer token is the one announced, in a time that says nothing about it. */
export function isToken(given: string | null, token: string): boolean {
	const digest = (text: string) => Buffer.from(sha256(text), 'hex');
	return given !== null && timingSafeEqual(digest(given), digest(`Bearer ${token}`));
}

/** Asks a server to do a command; null when what answers there is not it, or nothing answers. Refuses when it failed. */
export async function askServer(server: Announced, command: Command): Promise<Outcome | null> {
	try {
		const response = await fetch(new URL('/api/command', server.url), {
			method: 'POST',
			headers: { 'content-type': 'application/json', authorization: `Bearer ${server.token}` },
			body: JSON.stringify(command)
		});
		if (response.status >= 500) throw refuse('server_failed', say.serverFailed(server.url));
		if (!response.ok) return null;
		return outcomeSchema.parse(await response.json());
	} catch (error) {
		// Not listening yet or no longer: the caller looks again, and an import that was cut off is known when sent again.
		if (error instanceof TypeError) return null;
		throw error;
	}
}
