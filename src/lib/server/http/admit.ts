// Before any page, form, answer or file is made: who asks, and whether that is theirs to ask.
import { redirect, type RequestEvent } from '@sveltejs/kit';
import process from 'node:process';
import type { App } from '../app.ts';
import { policyOf } from './resolve-page.ts';
import { judgeAccess, type Verdict } from '../people/access.ts';
import { isSameMachine } from '../people/demo-open.ts';
import { tellClosed } from '../people/tell-door.ts';
import type { Visitor } from '../people/visitor.ts';
import { accessWords, type Closed } from '../people/sentences-access.ts';
import { readRounds } from '../printing/send-document.ts';
import { presentOf } from '../rounds/round-moment.ts';

async function findVisitor({ request, isSubRequest, getClientAddress }: RequestEvent, app: App): Promise<Visitor> {
	const session = await app.people.personOf(request.headers);
	if (session !== null) return { kind: 'person', person: session.person };
	const { headers } = request;
	// what a page asks of this server for itself came in with its page
	const host = isSubRequest ? 'localhost' : headers.get('host');
	const way = { address: getClientAddress(), host, bound: process.env.HOST, headers };
	return app.isDemo() && isSameMachine(way) ? { kind: 'demo' } : { kind: 'nobody' };
}

/** `GET`, `POST`, or `POST take` for a form with a name. */
function actOf({ request: { method }, url }: RequestEvent): string {
	if (method === 'HEAD') return 'GET';
	const action = [...url.searchParams.keys()].find((key) => key.startsWith('/'));
	return action === undefined || method !== 'POST' ? method : `${method} ${action.slice(1)}`;
}

/** The rounds an address names, whole: those of the path, or those compared. */
function roundsOf({ params, url }: RequestEvent): readonly string[] {
	const { province, round, rounds } = params;
	if (province === undefined) return [];
	if (round !== undefined) return [`${province}/${round}`];
	return readRounds(province, rounds === undefined ? url.searchParams.getAll('rounds') : [rounds]);
}

const isEdition = (round: string) => /@e\d+$/.test(round);

/** Sets who asks; answers in the place of the page where it is not theirs. */
export async function admit(event: RequestEvent, app: App): Promise<Response | null> {
	const { locals, params, route, url } = event;
	locals.visitor = await findVisitor(event, app);
	locals.only = null;
	// an address that leads nowhere is told so by the page that says it
	if (route.id === null) return null;
	const rounds = roundsOf(event);
	const verdict = judgeAccess(locals.visitor, {
		route: route.id,
		act: actOf(event),
		provinces: params.province === undefined ? [] : [provinceOf(app, params.province, rounds)],
		district: params.code ?? null,
		published: rounds.length > 0 && rounds.every(isEdition) && !url.searchParams.has('as-of')
	});
	if (verdict.kind === 'own') locals.only = verdict.district;
	return await answer(event, app, verdict, rounds);
}

/** A letter may lie in a folder of another name than its province. */
function provinceOf(app: App, folder: string, rounds: readonly string[]): string {
	const [first] = rounds;
	return (first === undefined ? null : app.provinceOf(presentOf(first))) ?? folder;
}

async function answer(
	event: RequestEvent,
	app: App,
	verdict: Verdict,
	rounds: readonly string[]
): Promise<Response | null> {
	switch (verdict.kind) {
		case 'yes':
		case 'own':
			return null;
		case 'sign_in':
			return askToSignIn(event);
		case 'no':
			if (event.locals.visitor.kind === 'person')
				tellClosed(event.locals.visitor.person.id, event.route.id ?? '', actOf(event), verdict.why);
			return await close(event, verdict.why);
		case 'published': {
			const there = await findPublished(event, app, rounds);
			if (there !== null) redirect(303, there);
			const own = findOwn(event);
			if (own !== null) redirect(303, own);
			return await close(event, 'unpublished');
		}
	}
}

const isApi = ({ route }: RequestEvent) => route.id?.startsWith('/api/') ?? false;

function askToSignIn(event: RequestEvent): Response {
	const { request, url } = event;
	if (isApi(event)) return Response.json({ error: accessWords.signIn }, { status: 401 });
	redirect(303, `/sign-in${request.method === 'GET' ? `?back=${encodeURIComponent(url.pathname + url.search)}` : ''}`);
}

/** The page that says why, under the address that was asked for. */
async function close(event: RequestEvent, why: Closed): Promise<Response> {
	const headers = { 'cache-control': 'no-store' };
	if (isApi(event)) return Response.json({ error: accessWords.closed[why] }, { status: 403, headers });
	const page = await event.fetch(`/closed?why=${why}`);
	return new Response(await page.text(), {
		status: 403,
		headers: { ...headers, ...policyOf(page), 'content-type': 'text/html; charset=utf-8' }
	});
}

/** The same address with each round as it was last published; null where one of them never was. */
async function findPublished(
	{ params, url }: RequestEvent,
	app: App,
	rounds: readonly string[]
): Promise<string | null> {
	const { province = '', round } = params;
	if (params.rounds !== undefined || rounds.length === 0) return null;
	const names: string[] = [];
	for (const one of rounds) {
		const last = (await app.round(presentOf(one)))?.editions.at(-1);
		if (last === undefined) return null;
		names.push(`${presentOf(one).slice(province.length + 1)}@e${last.number}`);
	}
	const there = new URL(url);
	there.searchParams.delete('as-of');
	if (round === undefined) there.searchParams.set('rounds', names.toReversed().join());
	else there.pathname = url.pathname.replace(`/${province}/${round}`, `/${province}/${names[0] ?? ''}`);
	return there.pathname + there.search;
}

/** A district that asks for a round not published yet is led to its own results. */
function findOwn({ locals: { visitor }, params, route }: RequestEvent): string | null {
	if (visitor.kind !== 'person' || visitor.person.district === null || route.id !== '/[province]/[round]') return null;
	const round = presentOf(`${params.province ?? ''}/${params.round ?? ''}`);
	return `/${round}/districts/${visitor.person.district}`;
}
