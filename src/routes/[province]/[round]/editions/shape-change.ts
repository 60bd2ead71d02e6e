// What differs between two states of a round, in words for a page; digits are Arabic here.
import { countMovedPlaces, type EditionChange } from '$lib/ranking/edition.ts';
import type { RoundView } from '$lib/ranking/round.ts';
import {
	nameDistrict,
	namePlace,
	nameOfSection,
	sayPercent,
	sayPlace,
	sayResult
} from '$lib/reports/edition/changes.ts';
import { listCounts } from '$lib/reports/edition/words.ts';

export interface ShownChange {
	/** number of the edition it is compared with */
	readonly from: number;
	/** ค่าเปลี่ยน 2 ค่า, อันดับเปลี่ยน 3 แห่ง …; empty where nothing is another */
	readonly counts: readonly string[];
	readonly letter: boolean;
	readonly office: boolean;
	readonly rulings: readonly {
		readonly at: string;
		readonly who: string;
		readonly place: string;
		readonly words: string;
		readonly reason: string;
	}[];
	readonly values: readonly {
		readonly district: string;
		readonly href: string;
		readonly place: string;
		readonly label: string;
		readonly before: string;
		readonly after: string;
		readonly file: string | null;
		readonly sender: string | null;
		readonly received_at: string | null;
	}[];
	readonly results: readonly Sides[];
	readonly places: readonly (Sides & { readonly percents: readonly [string, string]; readonly up: boolean | null })[];
	/** places themselves, not percents alone */
	readonly moved: number;
}

interface Sides {
	readonly district: string;
	readonly href: string;
	readonly place: string;
	readonly before: string;
	readonly after: string;
}

const nothing = '—';

export function shapeChange(view: RoundView, change: EditionChange): ShownChange {
	const name = (code: string) => nameDistrict(view, code);
	const hrefOf = (district: string, section: string, indicator: string) =>
		`/${view.id}/districts/${district}#${section}-${indicator}`;
	return {
		from: change.from,
		counts: listCounts(change),
		letter: change.letter,
		office: change.office,
		moved: countMovedPlaces(change),
		rulings: change.rulings.map(({ indicator, words, reason, at, who }) => ({
			...{ words, reason, at, who: who === 'web' ? '' : who, place: namePlace(view, indicator) }
		})),
		values: change.values.map((one) => ({
			district: name(one.district),
			href: hrefOf(one.district, one.section, one.indicator),
			place: namePlace(view, `${one.section}/${one.indicator}`),
			label: one.label,
			before: one.before ?? nothing,
			after: one.after ?? nothing,
			...{ file: one.file, sender: one.sender, received_at: one.received_at }
		})),
		results: change.results.map(({ district, section, indicator, before, after }) => ({
			district: name(district),
			href: hrefOf(district, section, indicator),
			place: namePlace(view, `${section}/${indicator}`),
			before: sayResult(before),
			after: sayResult(after)
		})),
		places: change.places.map(({ district, section, before, after }) => ({
			district: name(district),
			href: `/${view.id}/districts/${district}`,
			place: nameOfSection(view.agreement, section),
			before: sayPlace(before),
			after: sayPlace(after),
			percents: [sayPercent(before), sayPercent(after)] as const,
			up:
				before?.place == null || after?.place == null || before.place === after.place
					? null
					: after.place < before.place
		}))
	};
}
