// Saving the form: what was typed goes into the district's draft, and what it reads as comes back.
import type { Say } from '$lib/components/say.ts';
import type { App } from '$lib/server/app.ts';
import type { SavedSheet } from '$lib/server/entry/desk.ts';
import { actorOf, type Visitor } from '$lib/server/people/visitor.ts';
import type { SheetOf } from './find-sheet.ts';
import { readPosted } from './read-posted.ts';
import { showLive, type Live } from './show-live.ts';

export interface Answered extends Pick<SavedSheet, 'clashes' | 'fileFaults'> {
	readonly live: Live;
}

export async function saveSheet(
	app: App,
	sheetOf: SheetOf,
	form: FormData,
	visitor: Visitor,
	say: Say
): Promise<Answered> {
	const { view, subject, section, indicator, base } = sheetOf;
	const posted = await readPosted(form, indicator);
	const at = { round: view.id, district: subject.code, section, indicator: indicator.indicator };
	const { draft, clashes, fileFaults } = await app.entry.save(at, posted, base, actorOf(visitor).who);
	return { clashes, fileFaults, live: await showLive(app, sheetOf, draft, say) };
}
