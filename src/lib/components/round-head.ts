// What the top of every page of a round says.
import type { RoundView } from '../ranking/round.ts';
import { sectionWords } from './words.ts';

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
	readonly districts: number;
	readonly sections: readonly { readonly section: string; readonly words: string }[];
}

export const headOf = (view: RoundView): RoundHead => ({
	id: view.id,
	province: view.province.name,
	round: view.agreement.round,
	demo: view.demo,
	newest: view.newest,
	as_of: view.as_of ?? null,
	districts: view.province.districts.length,
	sections: view.agreement.sections.map(({ section, title }) => ({ section, words: sectionWords[section] ?? title }))
});
