// A document over HTTP: the bytes, or nothing where the reader has them, or a sentence why there is none.
import { readRoundId } from '../../agreement/round-id.ts';
import { nameDocument } from '../../reports/document-names.ts';
import type { DocumentRequest } from '../../reports/documents.ts';
import type { PrintedDocument } from './document-desk.ts';
import type { Refusal } from '../refusal.ts';
import { presentOf } from '../rounds/round-moment.ts';

/** What a document of a round is saved as: memo-khon-kaen-2565-2.pdf */
export const documentFile = (id: string, request: DocumentRequest) => `${nameDocument(request)}-${fileNameOf(id)}.pdf`;

/** The id of a round as a part of a file's name; a time of the day has colons, which no file may have. */
export const fileNameOf = (id: string) => id.replace('/', '-').replaceAll(':', '.');

export function sendDocument(printed: PrintedDocument, file: string, asked: Headers): Response {
	const headers = {
		etag: printed.etag,
		'cache-control': 'private, no-cache',
		'content-type': 'application/pdf',
		'content-disposition': `inline; filename="${file}"`
	};
	return hasAlready(asked, printed.etag)
		? new Response(null, { status: 304, headers })
		: new Response(printed.bytes, { headers: { ...headers, 'content-length': String(printed.bytes.length) } });
}

/** Whether the reader holds what carries this mark. */
export function hasAlready(asked: Headers, etag: string): boolean {
	const known = asked.get('if-none-match') ?? '';
	return known.split(',').some((one) => ['*', etag].includes(one.trim().replace(/^W\//, '')));
}

/** Seconds after which who was refused for want of room may ask again. */
export const askAgainAfter = 5;

/** How HTTP says a refusal to print. */
export function statusOf(refusal: Refusal): 400 | 404 | 500 | 503 {
	const code = refusal.problems[0]?.code ?? '';
	if (code === 'print_busy') return 503;
	if (code === 'print_failed') return 500;
	return code.startsWith('unknown_') ? 404 : 400;
}

/**
 * The rounds an address names, short (2565-2, 2567-q2@2024-02-20 for what it was on a day, 2565-2@e1 for what was published) and separated by commas or by
 * repeating: full ids, the latest first.
 */
export function readRounds(province: string, given: readonly string[]): readonly string[] {
	const ids = given.flatMap((one) => one.split(',')).map((round) => `${province}/${round.trim()}`);
	const known = [...new Set(ids)].filter((id) => readRoundId(presentOf(id)) !== null);
	// A round as it stands comes after what it was on any day.
	const late = (id: string) => (id.includes('@') ? id : `${id}@9999`);
	return known.sort((a, b) => (late(a) < late(b) ? 1 : -1));
}
