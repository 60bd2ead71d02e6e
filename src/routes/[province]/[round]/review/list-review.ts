// Results to be checked, by indicator: what was sent, what it comes to, what is odd about it, and how far it has come.
import type { Indicator, Input, Section } from '$lib/agreement/schema.ts';
import { drawLadderBoxes } from '$lib/charts/ladder-boxes.ts';
import { sectionWords } from '$lib/components/words.ts';
import { scoreKey, type EntryInForce, type RoundView } from '$lib/ranking/round.ts';
import { listGroups, ownsIndicator } from '$lib/ranking/way-groups.ts';
import type { Decision, ResultState } from '$lib/ranking/way.ts';
import type { IndicatorScore } from '$lib/scoring/results.ts';
import type { StandingWarning } from '$lib/server/imports/audit-round.ts';
import type { WayLook } from '$lib/server/rounds/way-look.ts';
import type { Asked } from './asked.ts';
import { writeChosen } from './read-chosen.ts';

export interface ReviewCase {
	readonly view: RoundView;
	readonly look: WayLook;
	readonly warnings: readonly StandingWarning[];
	/** whose indicators the reader decides on; null is all */
	readonly groups: readonly string[] | null;
	readonly asked: Asked;
}

/** A result before it is shown: what is asked for is counted on these. */
interface Found {
	readonly section: Section;
	readonly indicator: Indicator;
	readonly score: IndicatorScore;
	readonly state: ResultState;
}

/** More rows are on the next page. */
export const mostRows = 150;

export const keyOf = (section: string, indicator: string) => `${section}-${indicator}`;

/** All that was sent, in the letter's order and the province's. */
function listAll({ view }: ReviewCase): readonly Found[] {
	const scores = Map.groupBy(view.answer.scores, ({ section, indicator }) => `${section}/${indicator}`);
	return view.agreement.sections.flatMap((section) =>
		section.indicators.flatMap((indicator) =>
			(scores.get(`${section.section}/${indicator.indicator}`) ?? []).flatMap((score): readonly Found[] => {
				const state = view.way.get(scoreKey(score));
				return state === undefined ? [] : [{ section, indicator, score, state }];
			})
		)
	);
}

const isOfGroup = ({ indicator }: Found, { asked, groups }: ReviewCase): boolean => {
	if (asked.group === 'all') return true;
	if (asked.group === null) return groups === null || ownsIndicator(groups, indicator);
	return asked.group === 'none' ? indicator.work_group === null : listGroups(indicator).includes(asked.group);
};

export type ReviewList = ReturnType<typeof listReview>;
export type ReviewCard = ReviewList['cards'][number];
export type ReviewRow = ReviewCard['rows'][number];

export function listReview(asking: ReviewCase) {
	const { asked, view } = asking;
	const own = listAll(asking).filter(
		(one) =>
			isOfGroup(one, asking) &&
			(asked.indicator ?? keyOf(one.section.section, one.indicator.indicator)) ===
				keyOf(one.section.section, one.indicator.indicator) &&
			(asked.district ?? one.score.district) === one.score.district
	);
	const found = own.filter(({ state }) => asked.state === 'all' || state.kind === asked.state);
	const pages = Math.max(1, Math.ceil(found.length / mostRows));
	const page = Math.min(asked.page, pages);
	const shown = found.slice((page - 1) * mostRows, page * mostRows);
	const make = makeRow(asking);
	const byKey = (some: readonly Found[]) =>
		Map.groupBy(some, ({ section, indicator }) => keyOf(section.section, indicator.indicator));
	const whole = byKey(found);
	return {
		counts: {
			sent: own.filter(({ state }) => state.kind === 'sent').length,
			returned: own.filter(({ state }) => state.kind === 'returned').length,
			approved: own.filter(({ state }) => state.kind === 'approved').length
		},
		found: found.length,
		/** results of what is asked for by indicator, on whatever page */
		foundIn: new Map([...whole].map(([key, some]) => [key, some.length])),
		page,
		pages,
		cards: [...byKey(shown)].flatMap(([key, some]) => {
			const [first] = some;
			if (first === undefined) return [];
			return [
				{
					key,
					...nameIndicator(first),
					section: first.section.section,
					group: first.indicator.work_group,
					mine: ownsIndicator(asking.groups, first.indicator),
					/** on all pages */
					count: whole.get(key)?.length ?? some.length,
					...lay(first.indicator, some.map(make))
				}
			];
		}),
		districts: view.province.districts
	};
}

const nameIndicator = ({ section, indicator }: Found) => ({
	words: sectionWords[section.section] ?? section.title,
	indicator: indicator.indicator,
	short: indicator.short
});

function makeRow({ view, look, warnings }: ReviewCase) {
	const names = new Map(view.province.districts.map(({ code, name }) => [code, name]));
	const files = new Map(view.received.map((file) => [file.number, file]));
	const slotOf = new Map(warnings.length === 0 ? [] : view.entries.map((entry) => [placeKey(entry), scoreKey(entry)]));
	const said = Map.groupBy(warnings, ({ at, district }) => slotOf.get(placeKey({ at, district })) ?? '');
	const brought = (values: readonly EntryInForce[]) => {
		const numbers = [...new Set(values.map(({ submission }) => submission))].toSorted((a, b) => b - a);
		return numbers.flatMap((number) => files.get(number) ?? []);
	};
	return ({ indicator, score, state }: Found) => {
		const key = scoreKey(score);
		const values = look.sent.get(key)?.values ?? [];
		const last = look.decisions.get(key) ?? null;
		const held = state.kind === 'sent' ? null : state.decision;
		return {
			key,
			/** what its tick sends: which result, and what of it was looked at */
			chosen: writeChosen({ ...score, stamp: look.stamps.get(key) ?? '', seen: held?.line ?? 0 }),
			district: score.district,
			name: names.get(score.district) ?? score.district,
			status: score.status,
			outcome: score.outcome,
			points: score.points,
			max_points: score.max_points,
			value: score.value,
			boxes: drawLadderBoxes(score, indicator, null),
			values: values.map((entry) => {
				return {
					input: entry.input,
					value: entry.value,
					/** as it was written, where it cannot be used */
					text: entry.value.kind === 'bad' ? entry.text : null,
					before:
						look.before.get(`${entry.district}/${score.section}/${score.indicator}/${entry.input}`)?.value ?? null,
					shared: entry.district !== score.district
				};
			}),
			sources: brought(values),
			warnings: (said.get(key) ?? []).map(({ message }) => message),
			evidence: look.evidence.get(key) ?? [],
			state: state.kind,
			/** what is whole and waits can be approved at once with the others of its indicator */
			approvable: state.kind === 'sent' && score.status !== 'invalid' && score.status !== 'not_reported',
			/** the decision in force; else the last one, which holds no more */
			decision: held ?? last,
			holds: held !== null
		} satisfies { readonly decision: Decision | null } & Record<string, unknown>;
	};
}

/** A place in a file, of one district. */
const placeKey = ({ at: { file, sheet, line, cell }, district }: Pick<EntryInForce, 'at' | 'district'>) =>
	JSON.stringify([district, file, sheet, line, cell]);

const figures: readonly Input['type'][] = ['count', 'pct', 'decimal', 'baht'];

/** A column for each input that some district gave, in the letter's order; a row has a value or null under each. */
function lay<Row extends { readonly values: readonly { readonly input: string }[] }>(
	{ inputs }: Indicator,
	rows: readonly Row[]
) {
	const given = new Set(rows.flatMap(({ values }) => values.map(({ input }) => input)));
	const columns = Object.entries(inputs).flatMap(([input, { label, unit, type }]) =>
		given.has(input) ? [{ input, label, unit: unit ?? null, figure: figures.includes(type) }] : []
	);
	type Value = Row['values'][number];
	return {
		columns,
		rows: rows.map((row) => {
			const values = new Map(row.values.map((value) => [value.input, value]));
			return { ...row, cells: columns.map(({ input }): Value | null => values.get(input) ?? null) };
		})
	};
}
