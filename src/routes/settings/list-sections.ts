import { sectionWords } from '$lib/components/words.ts';
import type { App } from '$lib/server/app.ts';

/** The sections of all letters at hand, each once. */
export async function listSections(app: App): Promise<readonly { readonly section: string; readonly words: string }[]> {
	const rounds = await app.rounds();
	const views = await Promise.all(rounds.map((round) => app.round(round.id)));
	const sections = new Map<string, string>();
	for (const view of views) {
		for (const { section, title } of view?.agreement.sections ?? []) {
			if (!sections.has(section)) sections.set(section, sectionWords[section] ?? title);
		}
	}
	return [...sections].map(([section, words]) => ({ section, words }));
}
