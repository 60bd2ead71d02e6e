// How far each indicator of a district is: what is typed, sent, returned, approved.
import type { Indicator } from '$lib/agreement/schema.ts';
import type { EntryInForce, RoundView } from '$lib/ranking/round.ts';
import type { Draft, DraftSheet } from '$lib/server/entry/draft.ts';
import { valueKey } from '$lib/server/entry/fields.ts';
import { asks, type Subject } from './subject.ts';

export type EntryState = 'never' | 'draft' | 'sent' | 'returned' | 'approved';

export interface EntryItem {
	readonly section: string;
	readonly indicator: string;
	readonly title: string;
	/** null where the letter's page is lost */
	readonly weight: number | null;
	readonly group: string | null;
	/** of what was sent; `draft` only where nothing was */
	readonly state: EntryState;
	/** something is typed that was not sent */
	readonly drafted: boolean;
	/** why it came back, from whom and when; null where it did not */
	readonly returned: { readonly reason: string; readonly who: string; readonly at: string } | null;
	/** inputs that have a value, typed or in force, of those that decide something */
	readonly filled: number;
	readonly inputs: number;
}

export type OwnEntries = ReadonlyMap<string, readonly EntryInForce[]>;

/** What is in force of each indicator, by `district/section/indicator`. */
export const groupEntries = (view: RoundView): OwnEntries =>
	Map.groupBy(view.entries, (entry) => `${entry.district}/${entry.section}/${entry.indicator}`);

const isThere = ({ value }: EntryInForce) => value.kind !== 'withdrawn';

function countFilled(
	indicator: Indicator,
	sheet: DraftSheet | undefined,
	own: readonly EntryInForce[],
	ofProvince: readonly EntryInForce[]
) {
	const inputs = Object.entries(indicator.inputs).filter(([, { information }]) => information !== true);
	const sent = new Set([...own, ...ofProvince].filter(isThere).map(({ input }) => input));
	const filled = inputs.filter(([input, { given }]) => {
		const typed = sheet?.cells[valueKey(input)]?.text;
		return typed === undefined ? sent.has(input) || given !== undefined : typed.trim() !== '';
	});
	return { filled: filled.length, inputs: inputs.length };
}

/** In the letter's order. */
export function listItems(
	view: RoundView,
	subject: Subject,
	draft: Draft | null,
	entries: OwnEntries = groupEntries(view)
): readonly EntryItem[] {
	return view.agreement.sections.flatMap(({ section, indicators }) =>
		indicators
			.filter((indicator) => asks(indicator, subject))
			.map((indicator): EntryItem => {
				const at = `${section}/${indicator.indicator}`;
				const key = `${subject.code}/${at}`;
				const own = entries.get(key) ?? [];
				const ofProvince = subject.whole ? [] : (entries.get(`${view.province.code}/${at}`) ?? []);
				const sheet = draft?.sheets[at];
				const way = view.way.get(key);
				const sent = way !== undefined || own.some(isThere);
				const returned = way?.kind === 'returned' ? way.decision : null;
				return {
					section,
					indicator: indicator.indicator,
					title: indicator.title,
					weight: indicator.weight,
					group: indicator.work_group,
					state: sent ? (way?.kind ?? 'sent') : sheet === undefined ? 'never' : 'draft',
					drafted: sheet !== undefined,
					returned: returned && { reason: returned.reason ?? '', who: returned.who, at: returned.at },
					...countFilled(indicator, sheet, own, ofProvince)
				};
			})
	);
}
