// A line for each request, where LOG_REQUESTS asks for it: what was asked by its route, so that no link or name stands in it.
import type { RequestEvent } from '@sveltejs/kit';
import process from 'node:process';
import type { Visitor } from '../people/visitor.ts';
import { log } from './log.ts';
import { runningWords } from './sentences.ts';

export const logsRequests = (): boolean => /^(?:1|true|yes|on)$/i.test(process.env.LOG_REQUESTS ?? '');

/** An account's id, never its name; without an account what it is let in as. */
export const whoOf = (visitor: Visitor | undefined): string =>
	visitor === undefined ? 'unknown' : visitor.kind === 'person' ? visitor.person.id : visitor.kind;

function countBytes(body: ReadableStream<Uint8Array>, tell: (bytes: number) => void): ReadableStream<Uint8Array> {
	const reader = body.getReader();
	let bytes = 0;
	return new ReadableStream<Uint8Array>({
		async pull(controller) {
			const { done, value } = await reader.read();
			if (done) {
				controller.close();
				tell(bytes);
				return;
			}
			bytes += value.byteLength;
			controller.enqueue(value);
		},
		async cancel(reason) {
			tell(bytes);
			await reader.cancel(reason);
		}
	});
}

/** Answers, and logs when the last byte has gone out or the reader has left. */
export async function logRequest(event: RequestEvent, answer: () => Response | Promise<Response>): Promise<Response> {
	const began = performance.now();
	const route = event.route.id ?? 'none';
	// whoever looks every second whether the server is there has nothing to be looked up
	if (route === '/healthz') return await answer();
	const { method } = event.request;
	const tell = (status: number, bytes: number) => {
		const ms = Math.round(performance.now() - began);
		const more = { method, route, status, ms, bytes, who: whoOf(event.locals.visitor) };
		log({ level: 'info', event: 'request', message: runningWords.request(method, route, status, ms), more });
	};
	const response = await answer();
	const { status, headers, body } = response;
	if (body === null || method === 'HEAD') {
		tell(status, 0);
		return response;
	}
	const counted = countBytes(body, (bytes) => tell(status, bytes));
	return new Response(counted, { status, statusText: response.statusText, headers });
}
