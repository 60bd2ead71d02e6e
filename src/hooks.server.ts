import { building } from '$app/environment';
import { closeApp, getApp } from '$lib/server/app.ts';
import { openForTerminals, closeForTerminals } from '$lib/server/terminal-door.ts';
import type { ServerInit } from '@sveltejs/kit';
import process from 'node:process';

/** Opens the store before the first request, so that whatever is wrong with it is said at the start. */
export const init: ServerInit = async () => {
	if (building) return;
	const app = await getApp();
	for (const notice of app.notices) console.error(notice.message);
	await openForTerminals();
	process.once('sveltekit:shutdown', () => {
		void closeForTerminals().then(closeApp);
	});
};
