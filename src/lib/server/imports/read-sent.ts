// Files as a machine sends them: a form of parts, or one file as the whole body.
import { z } from 'zod';
import type { Answer } from '../../submission/question.ts';
import { answerSchema } from '../store/acts.ts';
import { cleanName, isLeftover } from './clean-name.ts';
import { importWords } from './sentences.ts';

export type Sent =
	| {
			readonly kind: 'files';
			readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
			readonly sender: string | null;
			readonly answers: readonly Answer[];
	  }
	| { readonly kind: 'wrong'; readonly why: string };

const mostSender = 200;

/** The files of a form, by their paths where a folder was chosen; what systems leave in folders is not among them. */
export async function filesOfForm(form: FormData) {
	// A form sent without a choice carries one nameless empty file.
	const chosen = form
		.getAll('files')
		.filter((file): file is File => file instanceof File && (file.name !== '' || file.size > 0))
		.filter(({ name }) => !isLeftover(name));
	return await Promise.all(
		chosen.map(async (file) => ({ name: cleanName(file.name), bytes: new Uint8Array(await file.arrayBuffer()) }))
	);
}

export function senderOf(text: FormDataEntryValue | null): string | null {
	const sender = typeof text === 'string' ? text.trim().slice(0, mostSender) : '';
	return sender === '' ? null : sender;
}

function answersOf(text: FormDataEntryValue | null): readonly Answer[] | null {
	if (typeof text !== 'string' || text === '') return [];
	try {
		const parsed = z.array(answerSchema).safeParse(JSON.parse(text));
		return parsed.success ? parsed.data : null;
	} catch (error) {
		if (error instanceof SyntaxError) return null;
		throw error;
	}
}

/** Header text is Latin-1: other names come percent-encoded. */
function decodeHeader(text: string | null): string {
	try {
		return decodeURIComponent(text ?? '');
	} catch (error) {
		if (error instanceof URIError) return text ?? '';
		throw error;
	}
}

export async function readSent(request: Request): Promise<Sent> {
	const isForm = request.headers.get('content-type')?.startsWith('multipart/form-data') === true;
	const form = isForm ? await request.formData() : null;
	const name = decodeHeader(request.headers.get('x-file-name'));
	if (form === null && name === '') return { kind: 'wrong', why: importWords.noFileName };
	const files =
		form === null
			? [{ name: cleanName(name), bytes: new Uint8Array(await request.arrayBuffer()) }]
			: await filesOfForm(form);
	const answers = answersOf(form === null ? decodeHeader(request.headers.get('x-answers')) : form.get('answers'));
	if (answers === null) return { kind: 'wrong', why: importWords.answersJson };
	if (files.length === 0) return { kind: 'wrong', why: importWords.noFile };
	const sender = senderOf(form === null ? decodeHeader(request.headers.get('x-sender')) : form.get('sender'));
	return { kind: 'files', files, sender, answers };
}
