import { json } from '@sveltejs/kit';
import type { RoundView } from '$lib/ranking/round.ts';
import { getApp } from '$lib/server/app.ts';
import { Refusal } from '$lib/server/refusal.ts';
import { nameRoundMoment } from '$lib/server/rounds/round-moment.ts';
import { statusOf } from '$lib/server/printing/send-document.ts';

interface Asked {
	readonly params: { readonly province: string; readonly round: string };
	readonly url: URL;
}

/** The id of the round an address names, at the moment of its `as-of`. Refuses a moment that is none. */
export const roundOf = ({ params, url }: Asked): string =>
	nameRoundMoment(`${params.province}/${params.round}`, url.searchParams.get('as-of') ?? undefined);

/** What is made of the round as JSON; in JSON too why there is none. */
export async function answerOfRound(
	asked: Asked,
	make: (view: RoundView) => object | Promise<object>
): Promise<Response> {
	try {
		const view = await (await getApp()).round(roundOf(asked));
		return view ? json(await make(view)) : json({ error: 'ไม่พบรอบนี้' }, { status: 404 });
	} catch (problem) {
		if (!(problem instanceof Refusal)) throw problem;
		return json({ error: problem.message }, { status: statusOf(problem) });
	}
}
