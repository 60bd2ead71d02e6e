import { error } from '@sveltejs/kit';
import { getRequestEvent } from '$app/server';
import { showOnly } from '$lib/ranking/only-district.ts';
import type { RoundView } from '$lib/ranking/round.ts';
import { getApp } from '$lib/server/app.ts';
import { Refusal } from '$lib/server/refusal.ts';
import { readRoundEdition } from '$lib/server/rounds/round-edition.ts';
import { readMoment } from '$lib/server/rounds/round-moment.ts';
import { say } from '$lib/server/sentences.ts';
import { statusOf } from '$lib/server/printing/send-document.ts';

/**
 * The round an address names, `2565-2@2022-09-12` for what it was at a moment, `2565-2@e1` for what was published; 404 where there is none. Who may see but one
 * district is given that district of it.
 */
export async function findRound(params: { province: string; round: string }): Promise<RoundView> {
	const { only } = getRequestEvent().locals;
	const app = await getApp();
	const [, moment] = params.round.split('@');
	const id = `${params.province}/${params.round}`;
	if (moment !== undefined && readMoment(moment) === null && readRoundEdition(id) === null)
		error(400, say.notAMoment(moment));
	try {
		const view = await app.round(id);
		if (view) return only === null ? view : showOnly(view, only);
	} catch (problem) {
		if (!(problem instanceof Refusal)) throw problem;
		error(statusOf(problem), problem.message);
	}
	error(404, 'ไม่พบรอบนี้');
}
