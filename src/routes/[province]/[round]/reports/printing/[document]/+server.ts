import { error } from '@sveltejs/kit';
import { readDigits } from '$lib/components/display.ts';
import { readDocumentName } from '$lib/reports/document-names.ts';
import { getApp } from '$lib/server/app.ts';
import { policyOf } from '$lib/server/http/resolve-page.ts';
import type { PrintProgress } from '$lib/server/printing/print.ts';
import { Refusal } from '$lib/server/refusal.ts';
import { tellFault } from '$lib/server/running/faults.ts';
import { say } from '$lib/server/sentences.ts';
import { findRound } from '../../../find-round.ts';
import { addressDocument, inDigits } from '../../address-document.ts';
import { placeholder, shellHeader } from '../shell.ts';
import { sayDone, sayProgress, sayStart, sayTrouble } from './say-progress.ts';
import type { RequestHandler } from './$types';

/**
 * A page that grows while the document is printed: its head is sent at once, a line for each step as it comes, the rest at
 * the end. Nothing of it needs a script, and who leaves the page cancels what is being printed for it.
 */
export const GET: RequestHandler = async ({ params, url, fetch, cookies }) => {
	const view = await findRound(params);
	const request = readDocumentName(params.document, params.province);
	if (request === null) error(404, 'ไม่พบเอกสารนี้');
	const digits = readDigits(url.searchParams.get('digits')) ?? view.office.paper.digits;
	const seen = readDigits(cookies.get('digits')) ?? 'arabic';
	const app = await getApp();
	const gone = new AbortController();
	const shell = await fetch(`/${view.id}/reports/printing?document=${params.document}`, {
		headers: { [shellHeader]: params.document }
	});
	const [before = '', after = ''] = (await shell.text()).split(placeholder);
	const file = inDigits(addressDocument(view.id, request), digits);
	const again = `${url.pathname}?digits=${digits}`;

	const body = new ReadableStream<Uint8Array>({
		async start(controller) {
			const encoder = new TextEncoder();
			const send = (text: string) => {
				if (!gone.signal.aborted) controller.enqueue(encoder.encode(text));
			};
			let said = sayStart();
			send(before + said);
			const onProgress = (progress: PrintProgress) => {
				const line = sayProgress(progress, seen);
				if (line !== said) send(line);
				said = line;
			};
			try {
				const printed = await app.document(view.id, request, digits, { signal: gone.signal, onProgress });
				send(sayDone(printed, file, seen) + after);
			} catch (problem) {
				if (gone.signal.aborted) return;
				if (!(problem instanceof Refusal))
					tellFault(problem, { place: 'print', route: '/[province]/[round]/reports/printing/[document]' });
				send(sayTrouble(problem instanceof Refusal ? problem.message : say.printFailed, again) + after);
			}
			controller.close();
		},
		cancel: () => gone.abort()
	});
	return new Response(body, {
		headers: {
			...policyOf(shell),
			'content-type': 'text/html; charset=utf-8',
			'cache-control': 'no-store',
			// A server before this one must not hold the lines back.
			'x-accel-buffering': 'no'
		}
	});
};
