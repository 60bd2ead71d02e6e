// Every request with a body goes through its limits here, before any page reads it.
import { error, type RequestEvent } from '@sveltejs/kit';
import { uploadWords } from './sentences-upload.ts';
import { documentLimits, fileLimits, formLimits, limitBody, type UploadFault } from './upload.ts';

const takesFiles = /\/(?:submissions|agreement|settings|entry)(?:\/|$)/;
const statuses: Readonly<Record<UploadFault['kind'], 408 | 413 | 503>> = {
	too_big: 413,
	too_many_parts: 413,
	too_slow: 408,
	too_many_at_once: 503
};

/** What Kit answers with the status and the sentence, thrown by whoever reads the body. */
function asError(fault: UploadFault): unknown {
	try {
		error(statuses[fault.kind], uploadWords.refused(fault));
	} catch (refused) {
		return refused;
	}
}

export async function limitUpload(
	event: RequestEvent,
	resolve: (event: RequestEvent) => Response | Promise<Response>
): Promise<Response> {
	const route = event.route.id ?? '';
	const limits = route === '/verify' ? documentLimits : takesFiles.test(route) ? fileLimits : formLimits;
	const { request, release } = limitBody(event.request, limits, asError);
	event.request = request;
	try {
		return await resolve(event);
	} finally {
		release();
	}
}
