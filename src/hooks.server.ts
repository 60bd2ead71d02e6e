import { building } from '$app/environment';
import { admit } from '$lib/server/http/admit.ts';
import { readAddress } from '$lib/server/http/client-address.ts';
import { makeTurnstile } from '$lib/server/http/hold-back.ts';
import { resolvePage } from '$lib/server/http/resolve-page.ts';
import { limitUpload } from '$lib/server/http/upload-of-page.ts';
import { closeApp, getApp, type App } from '$lib/server/app.ts';
import { breathe } from '$lib/server/breathe.ts';
import { readCookie } from '$lib/server/people/cookies.ts';
import { originOfServer } from '$lib/server/people/people.ts';
import { tellFirstLink } from '$lib/server/people/tell-first-link.ts';
import { nameVisitor } from '$lib/server/people/visitor.ts';
import { storeDirectory } from '$lib/server/root.ts';
import { keepFaultsIn } from '$lib/server/running/faults.ts';
import { log } from '$lib/server/running/log.ts';
import { logRequest, logsRequests } from '$lib/server/running/request-log.ts';
import { tellError } from '$lib/server/running/tell-error.ts';
import { watchProcess } from '$lib/server/running/watch-process.ts';
import { openForTerminals, closeForTerminals } from '$lib/server/terminal-door.ts';
import { makePageShelf, sendPage } from '$lib/server/http/kept-pages.ts';
import { redirectToMoment } from './routes/redirect-to-moment.ts';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import process from 'node:process';

/** Opens the store before the first request, so that whatever is wrong with it is said at the start. */
export const init: ServerInit = async () => {
	if (building) return;
	const app = await getApp();
	keepFaultsIn(storeDirectory());
	watchProcess();
	for (const { message } of app.notices) log({ level: 'warn', event: 'store_notice', message });
	await openForTerminals();
	if (!app.isDemo()) await printFirstLink(app);
	process.once('sveltekit:shutdown', () => {
		void closeForTerminals().then(closeApp);
	});
};

/** While nobody has an account, whoever sees the server's window decides who gets the first. */
async function printFirstLink({ people }: App): Promise<void> {
	const path = await people.firstLink();
	if (path !== null) tellFirstLink(originOfServer() + path);
}

const pages = makePageShelf(96 * 1024 * 1024);
const turnstile = makeTurnstile(() => performance.now());

/** Pages of rounds and their answers as JSON depend on the store, on who reads and how they look at them, on nothing else. */
const answer: Handle = async ({ event, resolve: resolveBare }) => {
	const { request, route, url } = event;
	const resolve = resolvePage(resolveBare);
	const address = readAddress(event);
	event.getClientAddress = () => address;
	const held = turnstile.hold(event);
	if (held !== null) return held;
	const app = await getApp();
	const closed = await admit(event, app);
	if (closed !== null) return closed;
	const ofRound = route.id?.startsWith('/[province]') ?? false;
	const asJson = route.id?.startsWith('/api/[province]') ?? false;
	if (request.body !== null) return await limitUpload(event, resolve);
	if (request.method !== 'GET' || event.isDataRequest || !(ofRound || asJson)) return await resolve(event);
	if (ofRound && event.params.round !== undefined && url.searchParams.has('as-of')) return redirectToMoment(url);
	const version = app.version();
	const looks = ['theme', 'digits', 'columns'].map((name) => readCookie(request.headers, name));
	const key = [url.pathname, url.search, ...looks, nameVisitor(event.locals.visitor)].join('\n');
	const kept = pages.find(version, key);
	if (kept !== undefined) {
		turnstile.spare(event);
		return sendPage(kept, request.headers);
	}
	// scripts come after the first paint, which needs none of them
	const make = async () => {
		await breathe();
		return await resolve(event, { preload: ({ type }) => type === 'css' });
	};
	const made = await pages.share(version, key, make, mayKeep);
	return made instanceof Response ? made : sendPage(made, request.headers);
};

export const handle: Handle = logsRequests() ? (asked) => logRequest(asked.event, () => answer(asked)) : answer;

export const handleError: HandleServerError = ({ error, event, status, message }) =>
	tellError(error, event, status, message);

function mayKeep({ status, headers }: Response): boolean {
	const type = headers.get('content-type') ?? '';
	return (
		status === 200 &&
		/^(?:text\/html|application\/json)/.test(type) &&
		!headers.has('set-cookie') &&
		!headers.get('cache-control')?.includes('no-store')
	);
}
