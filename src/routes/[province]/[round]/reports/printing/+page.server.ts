import { error, redirect } from '@sveltejs/kit';
import { readDocumentName } from '$lib/reports/document-names.ts';
import { titleDocument } from '$lib/reports/list-documents.ts';
import { findRound } from '../../find-round.ts';
import { shellHeader } from './shell.ts';
import type { PageServerLoad } from './$types';

/** The page around the lines of progress. Who comes here by the address is sent to where the lines are. */
export const load: PageServerLoad = async ({ params, url, request, setHeaders }) => {
	const name = url.searchParams.get('document') ?? '';
	const view = await findRound(params);
	const document = readDocumentName(name, params.province);
	if (document === null) error(404, 'ไม่พบเอกสารนี้');
	if (request.headers.get(shellHeader) !== name) redirect(303, `/${view.id}/reports/printing/${name}`);
	setHeaders({ 'cache-control': 'no-store' });
	return { title: titleDocument(document, view) };
};
