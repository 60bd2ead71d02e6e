// What is still open, who has to act on it, and by when: every result that was not sent, cannot be used or waits for a ruling.
import type { Agreement, Indicator, Section } from '$lib/agreement/schema.ts';
import { sectionWords } from '$lib/components/words.ts';
import { scoreKey, type EntryInForce, type RoundView } from '$lib/ranking/round.ts';
import type { Reason, Recommended, Status } from '$lib/scoring/results.ts';
import { compareThai } from '$lib/thai/words.ts';
import { findLate } from '../rank-lines.ts';

export const openStatuses = ['not_reported', 'invalid', 'undecided'] as const;
export type OpenStatus = (typeof openStatuses)[number];
export const isOpenStatus = (status: string | null): status is OpenStatus => openStatuses.some((one) => one === status);

export interface Owed {
	readonly district: string;
	readonly name: string;
	readonly status: OpenStatus;
	readonly reason: Reason | null;
	readonly recommended: Recommended | null;
	/** of one that cannot be used: the values as they were sent, with their names */
	readonly wrong: readonly { readonly label: string; readonly text: string }[];
}
export interface OwedItem {
	/** team-1 */
	readonly key: string;
	readonly section: string;
	/** รายทีม */
	readonly words: string;
	readonly indicator: string;
	readonly short: string;
	/** the letter's own cut-off date of the indicator, null where it prints none */
	readonly cutOff: string | null;
	/** how many districts it applies to */
	readonly applies: number;
	/** by status, then by name; never empty */
	readonly owed: readonly Owed[];
}
export interface OwedGroup {
	/** null where the letter names no work group */
	readonly group: string | null;
	readonly items: readonly OwedItem[];
}
export interface OwedDistrict {
	readonly district: string;
	readonly name: string;
	readonly late: boolean;
	/** nothing at all was received of it */
	readonly silent: boolean;
	readonly items: readonly { readonly item: OwedItem; readonly owed: Owed }[];
}

/** How an address names the group of what the letter gives to none. */
export const noGroup = 'none';

/** What the reader wants to see of it; null is all. */
export interface Wanted {
	readonly group: string | null;
	readonly section: string | null;
	readonly status: OpenStatus | null;
	readonly district: string | null;
}

/** In the letter's order; groups and indicators of which nothing is open are left out. */
export function listOwed(view: RoundView, wanted: Wanted): readonly OwedGroup[] {
	const scores = Map.groupBy(view.answer.scores, ({ section, indicator }) => `${section}/${indicator}`);
	const names = new Map(view.province.districts.map(({ code, name }) => [code, name]));
	const bad = Map.groupBy(
		view.entries.filter(({ value }) => value.kind === 'bad'),
		(entry) => scoreKey(entry)
	);
	const items = view.agreement.sections
		.filter(({ section }) => wanted.section === null || section === wanted.section)
		.flatMap((section) =>
			section.indicators.map((indicator) => {
				const own = scores.get(`${section.section}/${indicator.indicator}`) ?? [];
				const owed = own.flatMap((score): readonly Owed[] => {
					const { district, status, reason, recommended } = score;
					if (!isOpenStatus(status) || (wanted.status ?? status) !== status) return [];
					if ((wanted.district ?? district) !== district) return [];
					const wrong = status === 'invalid' ? nameWrong(bad.get(scoreKey(score)) ?? [], indicator) : [];
					return [{ district, name: names.get(district) ?? district, status, reason, recommended, wrong }];
				});
				return { group: indicator.work_group, item: makeItem(section, indicator, own, owed) };
			})
		)
		.filter(
			({ group, item }) => item.owed.length > 0 && (wanted.group === null || (group ?? noGroup) === wanted.group)
		);
	return [...Map.groupBy(items, ({ group }) => group)].map(([group, own]) => ({
		group,
		items: own.map(({ item }) => item)
	}));
}

const makeItem = (
	{ section, title }: Section,
	{ indicator, short, cut_off }: Indicator,
	scores: readonly { readonly status: Status }[],
	owed: readonly Owed[]
): OwedItem => ({
	key: `${section}-${indicator}`,
	section,
	words: sectionWords[section] ?? title,
	indicator,
	short,
	cutOff: cut_off ?? null,
	applies: scores.filter(({ status }) => status !== 'not_applicable').length,
	owed: owed.toSorted(
		(a, b) => openStatuses.indexOf(a.status) - openStatuses.indexOf(b.status) || compareThai(a.name, b.name)
	)
});

const nameWrong = (entries: readonly EntryInForce[], { inputs }: Indicator) =>
	entries.map(({ input, text }) => ({ label: inputs[input]?.label ?? input, text }));

/** The same by district: the most open first, then by name; within a district in the letter's order. */
export function byDistrict(view: RoundView, groups: readonly OwedGroup[]): readonly OwedDistrict[] {
	const late = findLate(view);
	const heard = new Set(
		view.answer.scores.flatMap(({ district, status }) =>
			status === 'not_reported' || status === 'not_applicable' ? [] : [district]
		)
	);
	const order = view.agreement.sections.flatMap(({ section, indicators }) =>
		indicators.map(({ indicator }) => `${section}-${indicator}`)
	);
	const flat = groups
		.flatMap(({ items }) => items.flatMap((item) => item.owed.map((owed) => ({ item, owed }))))
		.toSorted((a, b) => order.indexOf(a.item.key) - order.indexOf(b.item.key));
	return [...Map.groupBy(flat, ({ owed }) => owed.district)]
		.map(([district, items]) => ({
			district,
			name: items[0]?.owed.name ?? district,
			late: late.has(district),
			silent: !heard.has(district),
			items
		}))
		.toSorted((a, b) => b.items.length - a.items.length || compareThai(a.name, b.name));
}

export const countOwed = (groups: readonly OwedGroup[], status?: OpenStatus): number =>
	groups.reduce(
		(sum, { items }) =>
			sum +
			items.reduce((all, { owed }) => all + owed.filter((one) => (status ?? one.status) === one.status).length, 0),
		0
	);

export interface Due {
	/** the letter's own day for sending, else the round's last */
	readonly day: string;
	readonly printed: boolean;
	/** whole days from the newest data to it, below 0 past it; null while nothing was received */
	readonly left: number | null;
}

/** Counted from the newest data, not from the clock: the page says the same for as long as nothing is received. */
export function findDue({ submit_by, to }: Agreement, newest: string | null): Due {
	const day = submit_by ?? to;
	return { day, printed: submit_by !== undefined, left: newest === null ? null : countDays(newest, day) };
}

/** Whole days from one moment's day to another's. */
export const countDays = (from: string, to: string): number =>
	Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000);
