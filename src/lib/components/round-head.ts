// What the top of every page of a round says.
import type { RoundView } from '../ranking/round.ts';
import { countWay, type WayCounts } from '../ranking/way-next.ts';
import { sectionWords } from './words.ts';

export interface EditionShown {
	readonly number: number;
	readonly published_at: string;
	/** the office, as it was called then */
	readonly by: string;
	readonly code: string;
	/** number of the newest edition */
	readonly newest: number;
}

export interface RoundHead {
	readonly id: string;
	/** name of the province without จังหวัด */
	readonly province: string;
	/** รอบ 2/2565 */
	readonly round: string;
	readonly demo: boolean;
	readonly newest: string | null;
	/** the moment it is shown at, local; null as it is now */
	readonly as_of: string | null;
	/** it is as it stands now and may be changed: neither as it was nor as it was published */
	readonly present: boolean;
	/** only of a published edition */
	readonly edition: EditionShown | null;
	/** number of the newest edition; 0 while nothing is published */
	readonly published: number;
	readonly districts: number;
	/** what its scores stand on */
	readonly way: WayCounts;
	readonly sections: readonly { readonly section: string; readonly words: string }[];
}

export const headOf = (view: RoundView): RoundHead => ({
	id: view.id,
	province: view.province.name,
	round: view.agreement.round,
	demo: view.demo,
	newest: view.newest,
	as_of: view.as_of ?? null,
	present: view.as_of === undefined && view.edition === undefined,
	edition: view.edition === undefined ? null : showEdition(view, view.edition),
	published: view.editions.at(-1)?.number ?? 0,
	districts: view.province.districts.length,
	way: countWay(view),
	sections: view.agreement.sections.map(({ section, title }) => ({ section, words: sectionWords[section] ?? title }))
});

const showEdition = (
	{ office, editions }: RoundView,
	{ number, published_at, code }: NonNullable<RoundView['edition']>
): EditionShown => ({ number, published_at, by: office.name, code, newest: editions.at(-1)?.number ?? number });
