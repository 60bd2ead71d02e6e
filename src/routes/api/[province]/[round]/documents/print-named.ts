import { json } from '@sveltejs/kit';
import { readDocumentName } from '$lib/reports/document-names.ts';
import type { DocumentRequest } from '$lib/reports/documents.ts';
import { getApp, type PrintedDocument } from '$lib/server/app.ts';
import { Refusal } from '$lib/server/refusal.ts';
import { askAgainAfter, statusOf } from '$lib/server/printing/send-document.ts';
import type { Digits } from '$lib/thai/digits.ts';
import { roundOf } from '../answer-of-round.ts';

interface Named {
	readonly id: string;
	readonly request: DocumentRequest;
	readonly printed: PrintedDocument;
}

interface NamedAsked {
	readonly params: { readonly province: string; readonly round: string; readonly document: string };
	readonly url: URL;
}

/** Prints what an address of the API names and answers with it, or says in JSON why not. */
export async function printNamed(
	{ params, url }: NamedAsked,
	digits: Digits | null,
	signal: AbortSignal,
	answer: (named: Named) => Response
): Promise<Response> {
	const request = readDocumentName(params.document, params.province);
	if (request === null) return json({ error: 'ไม่พบเอกสารนี้' }, { status: 404 });
	try {
		const id = roundOf({ params, url });
		const printed = await (await getApp()).document(id, request, digits, { signal });
		return answer({ id, request, printed });
	} catch (error) {
		// Nobody is there to be answered.
		if (signal.aborted) return new Response(null, { status: 499 });
		if (!(error instanceof Refusal)) throw error;
		const status = statusOf(error);
		const headers = {
			'cache-control': 'no-store',
			...(status === 503 ? { 'retry-after': String(askAgainAfter) } : {})
		};
		return json({ error: error.message }, { status, headers });
	}
}
