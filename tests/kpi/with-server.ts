import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { closeApp, getApp } from '../../src/lib/server/app.ts';
import { answerTerminal, closeForTerminals, openForTerminals } from '../../src/lib/server/terminal-door.ts';

/** The pages' server cut down to the one door the command line uses. */
export async function withServer(store: string, use: (url: string) => Promise<void>): Promise<void> {
	async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const asked = new Request(`http://localhost${request.url ?? ''}`, {
			method: 'POST',
			headers: { authorization: request.headers.authorization ?? '' },
			body: await text(request)
		});
		const answered = await answerTerminal(asked, request.socket.remoteAddress ?? '');
		response.writeHead(answered.status).end(await answered.text());
	}
	const server = createServer((request, response) => {
		answer(request, response).catch(() => response.writeHead(500).end());
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	Object.assign(process.env, { KPI_STORE: store, PORT: String(port), HOST: '127.0.0.1' });
	try {
		await getApp();
		await openForTerminals();
		await use(`http://127.0.0.1:${port}`);
	} finally {
		await closeForTerminals();
		await closeApp();
		server.close();
		for (const name of ['KPI_STORE', 'PORT', 'HOST']) Reflect.deleteProperty(process.env, name);
	}
}
