import { json } from '@sveltejs/kit';
import { getApp } from '$lib/server/app.ts';
import { actorOf } from '$lib/server/people/visitor.ts';
import { readSent } from '$lib/server/imports/read-sent.ts';
import { importAnswer, lookAnswer } from '$lib/server/imports/answer.ts';
import { importWords } from '$lib/server/imports/sentences.ts';
import { speakOfOthers } from '../../../../[province]/[round]/submissions/own-files.ts';
import type { RequestHandler } from './$types';

/**
 * Takes files of a round: a form of parts (`files`, `sender`, `answers`), or one file as the body with its name in `x-file-name`.
 * `?preview=true` only says what they would do, `?partly=true` takes what can be used and leaves the rest.
 */
export const POST: RequestHandler = async ({ params, request, url, locals }) => {
	const app = await getApp();
	const round = `${params.province}/${params.round}`;
	if (params.round.includes('@') || (await app.round(round)) === null)
		return json({ error: importWords.noRound }, { status: 404 });
	const sent = await readSent(request);
	if (sent.kind === 'wrong') return json({ error: sent.why }, { status: 400 });
	const files = sent.files.map((file) => ({ ...file, round, sender: sent.sender, received_at: null }));
	const previewed = url.searchParams.get('preview') === 'true';
	if (previewed || locals.only !== null) {
		const preview = await app.imports.look(files, sent.answers);
		if (speakOfOthers(preview, locals.only)) return json({ error: importWords.othersToo }, { status: 403 });
		if (previewed) return json(lookAnswer(preview));
	}
	const partly = url.searchParams.get('partly') === 'true';
	const result = await app.imports.takeNow(
		files,
		{ ...actorOf(locals.visitor), demo: false },
		{ partly, answers: sent.answers }
	);
	return json(importAnswer(result), { status: result.accepted ? 200 : 422 });
};
