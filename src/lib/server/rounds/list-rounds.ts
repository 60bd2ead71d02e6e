import type { Province } from '../../ranking/round.ts';
import { endOfMoment } from '../clock.ts';
import type { Letter, Shelf } from './letters.ts';
import { findProvince } from '../places.ts';
import { Refusal } from '../refusal.ts';
import { storeAt } from './round-moment.ts';
import type { Store } from '../store/store.ts';
import { storedSubmissions } from '../store/stored-entries.ts';

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

/**
 * Rounds with a letter in the project or results in the store; those of the demo only when it is loaded. At a moment (local) those
 * of then, each named as it was.
 */
export async function listRoundsAtHand(now: Store, moment: string | null): Promise<readonly RoundAtHand[]> {
	const store = moment === null ? now : storeAt(now, endOfMoment(moment));
	const all = await storedSubmissions(store.connection(), null);
	const submissions = moment === null ? all : all.filter((one) => one.received_at <= endOfMoment(moment));
	const shelf = store.shelf();
	const received = submissions.map((one) => one.round);
	const ids = new Set([...shelf.rounds(all.some((one) => one.demo)), ...received]);
	return [...ids]
		.flatMap((id): RoundAtHand[] => {
			const letter = usableLetter(shelf, id);
			if (letter === null) return [];
			const mine = submissions.filter((one) => one.round === id);
			const times = mine.map((one) => one.received_at).sort();
			return [
				{
					id: moment === null ? id : `${id}@${moment}`,
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

/** The province of a round as addresses name it; null where it has no letter that can be read. */
export function findProvinceOf(store: Store, round: string): string | null {
	const letter = usableLetter(store.shelf(), round);
	return letter === null ? null : findProvince(letter.agreement.province).slug;
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
