import { building } from '$app/environment';
import { admit } from '$lib/server/http/admit.ts';
import { limitUpload } from '$lib/server/http/upload-of-page.ts';
import { closeApp, getApp, type App } from '$lib/server/app.ts';
import { originOfServer } from '$lib/server/people/people.ts';
import { peopleWords } from '$lib/server/people/sentences.ts';
import { nameVisitor } from '$lib/server/people/visitor.ts';
import { openForTerminals, closeForTerminals } from '$lib/server/terminal-door.ts';
import { makePageShelf, sendPage } from '$lib/server/http/kept-pages.ts';
import { redirectToMoment } from './routes/redirect-to-moment.ts';
import type { Handle, ServerInit } from '@sveltejs/kit';
import process from 'node:process';

/** Opens the store before the first request, so that whatever is wrong with it is said at the start. */
export const init: ServerInit = async () => {
	if (building) return;
	const app = await getApp();
	for (const notice of app.notices) console.error(notice.message);
	await openForTerminals();
	if (!app.isDemo()) await printFirstLink(app);
	process.once('sveltekit:shutdown', () => {
		void closeForTerminals().then(closeApp);
	});
};

/** While nobody has an account, whoever sees the server's window decides who gets the first. */
async function printFirstLink({ people }: App): Promise<void> {
	const path = await people.firstLink();
	if (path !== null) console.error(peopleWords.first(originOfServer() + path));
}

const pages = makePageShelf(96 * 1024 * 1024);

/** Pages of rounds and their answers as JSON depend on the store, on who reads and how they look at them, on nothing else. */
export const handle: Handle = async ({ event, resolve }) => {
	const { request, route, url, cookies } = event;
	const app = await getApp();
	const closed = await admit(event, app);
	if (closed !== null) return closed;
	const ofRound = route.id?.startsWith('/[province]') ?? false;
	const asJson = route.id?.startsWith('/api/[province]') ?? false;
	if (request.body !== null) return await limitUpload(event, resolve);
	if (request.method !== 'GET' || event.isDataRequest || !(ofRound || asJson)) return await resolve(event);
	if (ofRound && event.params.round !== undefined && url.searchParams.has('as-of')) return redirectToMoment(url);
	const version = app.version();
	const looks = [cookies.get('theme'), cookies.get('digits'), cookies.get('columns')];
	const key = [url.pathname, url.search, ...looks, nameVisitor(event.locals.visitor)].join('\n');
	const kept = pages.find(version, key);
	if (kept !== undefined) return sendPage(kept, request.headers);
	// scripts come after the first paint, which needs none of them
	const response = await resolve(event, { preload: ({ type }) => type === 'css' });
	return mayKeep(response) ? sendPage(await pages.keep(version, key, response), request.headers) : response;
};

function mayKeep({ status, headers }: Response): boolean {
	const type = headers.get('content-type') ?? '';
	return (
		status === 200 &&
		/^(?:text\/html|application\/json)/.test(type) &&
		!headers.has('set-cookie') &&
		!headers.get('cache-control')?.includes('no-store')
	);
}
