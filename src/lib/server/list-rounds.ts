import type { Province } from '../ranking/round.ts';
import type { Letter, Shelf } from './letters.ts';
import { findProvince } from './places.ts';
import { Refusal } from './refusal.ts';
import type { Store } from './store.ts';
import { storedSubmissions } from './stored-entries.ts';

export interface RoundAtHand {
	/** khon-kaen/2565-2 */
	readonly id: string;
	readonly province: Province;
	/** as people say it: รอบ 2/2565 */
	readonly round: string;
	/** the days it measures, ISO dates */
	readonly from: string;
	readonly to: string;
	readonly demo: boolean;
	/** ISO time of the newest data, null when nothing was received */
	readonly newest: string | null;
}

/** Rounds with a letter in the project or results in the store; those of the demo only when it is loaded. */
export async function listRoundsAtHand(store: Store): Promise<readonly RoundAtHand[]> {
	const submissions = await storedSubmissions(store.connection(), null);
	const shelf = store.shelf();
	const received = submissions.map((one) => one.round);
	const ids = new Set([...shelf.rounds(submissions.some((one) => one.demo)), ...received]);
	return [...ids]
		.flatMap((id): RoundAtHand[] => {
			const letter = usableLetter(shelf, id);
			if (letter === null) return [];
			const mine = submissions.filter((one) => one.round === id);
			const times = mine.map((one) => one.received_at).sort();
			return [
				{
					id,
					province: findProvince(letter.agreement.province),
					round: letter.agreement.round,
					from: letter.agreement.from,
					to: letter.agreement.to,
					demo: letter.agreement.invented || mine.some((one) => one.demo),
					newest: times.at(-1) ?? null
				}
			];
		})
		.sort((a, b) => latestFirst(a.id, b.id));
}

/** One letter that cannot be read must not hide the rounds of the others. */
function usableLetter(shelf: Shelf, id: string): Letter | null {
	try {
		return shelf.find(id);
	} catch (error) {
		if (error instanceof Refusal) return null;
		throw error;
	}
}

/** Order of rounds: the latest first, provinces in the order of their names. */
function latestFirst(a: string, b: string): number {
	const [provinceA = '', roundA = ''] = a.split('/');
	const [provinceB = '', roundB = ''] = b.split('/');
	if (roundA !== roundB) return roundA < roundB ? 1 : -1;
	return provinceA < provinceB ? -1 : 1;
}
