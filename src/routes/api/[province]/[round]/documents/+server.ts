import { nameDocument } from '$lib/reports/document-names.ts';
import { listDocuments, titleDocument } from '$lib/reports/list-documents.ts';
import type { DocumentsAnswer } from '$lib/server/http/api-schemas.ts';
import { listBeside } from '../../../../[province]/[round]/list-beside.ts';
import { answerOfRound } from '../answer-of-round.ts';
import type { RequestHandler } from './$types';

/** Every document the round can be asked for, and where it is; `?as-of=` for those of a moment. */
export const GET: RequestHandler = (event) =>
	answerOfRound(event, async (view): Promise<DocumentsAnswer> => {
		const others = (await listBeside(view)).filter(({ id }) => id < view.id);
		return {
			round: view.id,
			documents: listDocuments(
				view,
				others.map(({ id }) => id)
			).map((request) => {
				const document = nameDocument(request);
				const address = `/api/${view.id}/documents/${document}`;
				const title = titleDocument(request, view);
				return { document, kind: request.kind, title, pdf: `${address}.pdf`, json: `${address}.json` };
			})
		};
	});
