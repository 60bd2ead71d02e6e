import { json } from '@sveltejs/kit';
import { nameDocument } from '$lib/reports/document-names.ts';
import { listDocuments, titleDocument } from '$lib/reports/list-documents.ts';
import type { DocumentsAnswer } from '$lib/server/api-schemas.ts';
import { getApp } from '$lib/server/app.ts';
import type { RequestHandler } from './$types';

/** Every document the round can be asked for, and where it is. */
export const GET: RequestHandler = async ({ params, url }) => {
	const app = await getApp();
	const view = await app.round(`${params.province}/${params.round}`);
	if (!view) return json({ error: 'ไม่พบรอบนี้' }, { status: 404 });
	const others = (await app.rounds()).filter(
		({ id, province, newest }) => id < view.id && province.code === view.province.code && newest !== null
	);
	const answer: DocumentsAnswer = {
		round: view.id,
		documents: listDocuments(
			view,
			others.map(({ id }) => id)
		).map((request) => {
			const document = nameDocument(request);
			const address = `${url.pathname}/${document}`;
			const title = titleDocument(request, view);
			return { document, kind: request.kind, title, pdf: `${address}.pdf`, json: `${address}.json` };
		})
	};
	return json(answer);
};
