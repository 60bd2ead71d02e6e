import { readDigits } from '$lib/components/display.ts';
import { documentFile, sendDocument } from '$lib/server/printing/send-document.ts';
import { printNamed } from '../print-named.ts';
import type { RequestHandler } from './$types';

/** The same bytes as the pages give. */
export const GET: RequestHandler = ({ params, url, request: asked }) =>
	printNamed({ params, url }, readDigits(url.searchParams.get('digits')), asked.signal, ({ id, request, printed }) =>
		sendDocument(printed, documentFile(id, request), asked.headers)
	);
