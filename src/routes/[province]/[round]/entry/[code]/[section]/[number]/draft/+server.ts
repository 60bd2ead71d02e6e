import { json } from '@sveltejs/kit';
import { readDigits } from '$lib/components/display.ts';
import { makeSay } from '$lib/components/say.ts';
import { getApp } from '$lib/server/app.ts';
import { findSheet } from '../find-sheet.ts';
import { saveSheet } from '../save-sheet.ts';
import type { RequestHandler } from './$types';

/** Saves the draft while somebody types; 409 where somebody else changed the same field, 422 where a file is not taken. */
export const POST: RequestHandler = async ({ params, request, locals, cookies }) => {
	const sheetOf = await findSheet(params);
	const say = makeSay(readDigits(cookies.get('digits')) ?? 'arabic');
	const answered = await saveSheet(await getApp(), sheetOf, await request.formData(), locals.visitor, say);
	const status = answered.clashes.length > 0 ? 409 : answered.fileFaults.length > 0 ? 422 : 200;
	return json(answered, { status, headers: { 'cache-control': 'no-store' } });
};
