// The addresses that are documents: print, or say why not on a page of ours.
import type { RequestEvent } from '@sveltejs/kit';
import { readDigits } from '$lib/components/display.ts';
import type { DocumentRequest } from '$lib/reports/documents.ts';
import { getApp } from '$lib/server/app.ts';
import { policyOf } from '$lib/server/http/resolve-page.ts';
import { Refusal } from '$lib/server/refusal.ts';
import { askAgainAfter, documentFile, sendDocument, statusOf } from '$lib/server/printing/send-document.ts';

/** Carries a sentence to the page of reports; no link can set it. */
export const troubleHeader = 'x-watphon-trouble';

/** In the office's digits unless the address asks for `?digits=thai` or `?digits=arabic`. */
export async function answerDocument(event: RequestEvent, id: string, request: DocumentRequest): Promise<Response> {
	const { signal, headers } = event.request;
	const digits = readDigits(event.url.searchParams.get('digits'));
	try {
		const app = await getApp();
		return sendDocument(await app.document(id, request, digits, { signal }), documentFile(id, request), headers);
	} catch (error) {
		// Nobody is there to be answered.
		if (signal.aborted) return new Response(null, { status: 499 });
		if (!(error instanceof Refusal)) throw error;
		return await answerRefusal(event, id, error);
	}
}

/** The page of the round's reports with the sentence at its head; the page that says there is no such round where there is none. */
export async function answerRefusal(event: RequestEvent, id: string, refusal: Refusal): Promise<Response> {
	const page = await event.fetch(`/${id}/reports`, {
		headers: { [troubleHeader]: encodeURIComponent(refusal.message) }
	});
	const status = page.ok ? statusOf(refusal) : page.status;
	return new Response(await page.text(), {
		status,
		headers: {
			...policyOf(page),
			'content-type': 'text/html; charset=utf-8',
			'cache-control': 'no-store',
			...(status === 503 ? { 'retry-after': String(askAgainAfter) } : {})
		}
	});
}
