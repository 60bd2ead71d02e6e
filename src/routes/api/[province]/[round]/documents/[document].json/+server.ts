import { json } from '@sveltejs/kit';
import { nameDocument } from '$lib/reports/document-names.ts';
import { printNamed } from '../print-named.ts';
import type { RequestHandler } from './$types';

/** The figures that the document prints, as its attachments hold them. */
export const GET: RequestHandler = ({ params, url, request: asked }) =>
	printNamed({ params, url }, null, asked.signal, ({ id, request, printed: { title, pages, data } }) =>
		json({ round: id, document: nameDocument(request), title, pages, tables: data })
	);
