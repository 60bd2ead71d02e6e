// The server's side of the command line beside it: where it is announced, and who may ask.
import process from 'node:process';
import { announceServer, commandSchema, isToken, localUrl, withdrawServer } from './beside.ts';
import { getApp } from './app.ts';
import { runForTerminal } from './commands/run.ts';
import { storeDirectory } from './root.ts';

let token: string | null = null;

/** Announces this server, where it was told which port it listens on. */
export async function openForTerminals(): Promise<void> {
	const { PORT, HOST } = process.env;
	if (PORT === undefined) return;
	token = await announceServer(storeDirectory(), localUrl(HOST ?? '0.0.0.0', Number(PORT)));
}

export async function closeForTerminals(): Promise<void> {
	token = null;
	await withdrawServer(storeDirectory());
}

function isOwnMachine(address: string): boolean {
	const plain = address.replace(/^::ffff:/, '');
	return plain === '::1' || plain.startsWith('127.') || plain === process.env.HOST;
}

/** Answers a terminal of the same machine that holds the token; to all others there is nothing here. */
export async function answerTerminal(request: Request, address: string): Promise<Response> {
	const nothing = new Response(null, { status: 404 });
	if (token === null || !isOwnMachine(address)) return nothing;
	if (!isToken(request.headers.get('authorization'), token)) return nothing;
	const command = commandSchema.safeParse(await request.json());
	if (!command.success) return new Response(null, { status: 400 });
	return Response.json(await runForTerminal(command.data, await getApp(), request.signal));
}
