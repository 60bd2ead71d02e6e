import { allGroups } from '$lib/ranking/way-groups.ts';
import type { App } from '$lib/server/app.ts';
import { compareThai } from '$lib/thai/words.ts';

/** Work groups that the letters of a province name: whoever is of another owns nothing. */
export async function listGroups(app: App, province: string): Promise<readonly string[]> {
	const rounds = (await app.rounds()).filter((round) => round.province.slug === province);
	const letters = await app.withStore((store) => Promise.resolve(rounds.map(({ id }) => store.shelf().find(id))));
	const named = letters.flatMap((letter) => (letter === null ? [] : allGroups(letter.agreement)));
	return [...new Set(named)].sort(compareThai);
}
