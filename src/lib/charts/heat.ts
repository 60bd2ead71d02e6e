// District × indicator: what every district got on everything, with what has no result shown as what it is.
import type { Indicator, Section } from '../agreement/schema.ts';
import { scoreKey, type RoundView } from '../ranking/round.ts';
import type { IndicatorScore, Outcome, ScoreDetail, Status } from '../scoring/results.ts';
import { listOutcomes, toneOf, type Tone } from './tones.ts';

export interface HeatCell {
	readonly status: Status;
	/** null when open */
	readonly outcome: Outcome | null;
	readonly tone: Tone;
	/** of an undecided result: the lowest and the highest outcome still possible, where they differ and the ladder names them */
	readonly between: readonly [Outcome, Outcome] | null;
	/** of an outcome on its own ladder, for sorting; null when open */
	readonly rank: number | null;
}
export interface HeatColumn {
	/** team-1 */
	readonly key: string;
	readonly indicator: string;
	readonly short: string;
	/** null where its results are not levels, or none is decided */
	readonly levels: LevelCount | null;
}
/** Of the districts whose level is decided. */
export interface LevelCount {
	/** two decimals, halves up */
	readonly mean: number;
	readonly counted: number;
	readonly under3: number;
}
export interface HeatGroup {
	readonly section: string;
	readonly title: string;
	readonly columns: readonly HeatColumn[];
}
export interface HeatTotal {
	/** null where nothing of the section was reported */
	readonly percent: number | null;
	readonly place: number | null;
}
export interface HeatRow {
	readonly district: string;
	readonly name: string;
	/** by group, then by column */
	readonly parts: readonly { readonly total: HeatTotal; readonly cells: readonly HeatCell[] }[];
}
export interface HeatMap {
	readonly groups: readonly HeatGroup[];
	/** in the order of the province's list */
	readonly rows: readonly HeatRow[];
}

/** `wanted`: a section's name, or null for all of them. */
export function layHeat(view: RoundView, wanted: string | null): HeatMap {
	const sections = view.agreement.sections.filter(({ section }) => wanted === null || section === wanted);
	const scores = new Map(view.answer.scores.map((score) => [scoreKey(score), score]));
	const totals = new Map(view.answer.sections.map((total) => [`${total.district}/${total.section}`, total]));
	const cellsOf = (district: string, section: Section) =>
		section.indicators.map((indicator) => {
			const key = scoreKey({ district, section: section.section, indicator: indicator.indicator });
			return makeCell(scores.get(key), view.details.get(key), indicator);
		});
	const rows = view.province.districts.map(({ code, name }): HeatRow => ({
		district: code,
		name,
		parts: sections.map((section) => {
			const cells = cellsOf(code, section);
			const total = totals.get(`${code}/${section.section}`);
			const heard = cells.some(({ status }) => status !== 'not_reported' && status !== 'not_applicable');
			return {
				total: { percent: heard ? (total?.percent ?? null) : null, place: heard ? (total?.place ?? null) : null },
				cells
			};
		})
	}));
	const groups = sections.map((section, at): HeatGroup => ({
		section: section.section,
		title: section.title,
		columns: section.indicators.map(({ indicator, short }, nth) => ({
			key: `${section.section}-${indicator}`,
			indicator,
			short,
			levels: countLevels(rows.flatMap(({ parts }) => parts[at]?.cells[nth]?.outcome ?? []))
		}))
	}));
	return { groups, rows };
}

const notApplicable: HeatCell = { status: 'not_applicable', outcome: null, tone: 0, between: null, rank: null };

function makeCell(score: IndicatorScore | undefined, detail: ScoreDetail | undefined, indicator: Indicator): HeatCell {
	if (score === undefined) return notApplicable;
	const { status, outcome } = score;
	if (outcome === null || status !== 'scored') {
		const between = status === 'undecided' ? findBetween(detail, indicator) : null;
		return { status, outcome: null, tone: 0, between, rank: null };
	}
	const rank = typeof outcome === 'number' ? outcome : listOutcomes(indicator).indexOf(outcome);
	return { status, outcome, tone: toneOf(outcome, indicator), between: null, rank };
}

/** Points are told back into outcomes only where nothing is added to them or taken from them. */
function findBetween(detail: ScoreDetail | undefined, indicator: Indicator): readonly [Outcome, Outcome] | null {
	const { points_lowest: least = null, points_highest: most = null } = detail ?? {};
	if (least === null || most === null || least === most || indicator.adjust !== undefined) return null;
	const named = (points: number): Outcome | null => {
		for (const rung of indicator.ladder?.rungs ?? []) {
			if (!('outcome' in rung)) continue;
			const own = rung.points ?? (typeof rung.outcome === 'number' ? rung.outcome : null);
			if (own === points) return rung.outcome;
		}
		const numbered = listOutcomes(indicator).every((outcome) => typeof outcome === 'number');
		return points === 0 && numbered && indicator.ladder?.otherwise === undefined ? 0 : null;
	};
	const [low, high] = [named(least), named(most)];
	return low === null || high === null ? null : [low, high];
}

/** A level under which a district is counted as low. */
const bar = 3;

function countLevels(outcomes: readonly Outcome[]): LevelCount | null {
	const levels = outcomes.filter((outcome) => typeof outcome === 'number');
	const counted = levels.length;
	if (counted === 0 || counted < outcomes.length) return null;
	const sum = levels.reduce((all, one) => all + one, 0);
	return {
		mean: Math.floor((200 * sum + counted) / (2 * counted)) / 100,
		counted,
		under3: levels.filter((level) => level < bar).length
	};
}

/** The column with the most districts under level 3, by their share; null where none is, or nothing is decided. */
export function findLowest(map: HeatMap): { readonly group: HeatGroup; readonly column: HeatColumn } | null {
	const columns = map.groups.flatMap((group) => group.columns.map((column) => ({ group, column })));
	const share = ({ column: { levels } }: (typeof columns)[number]) =>
		levels === null ? 0 : levels.under3 / levels.counted;
	const [first] = columns.toSorted(
		(a, b) => share(b) - share(a) || (b.column.levels?.under3 ?? 0) - (a.column.levels?.under3 ?? 0)
	);
	return first !== undefined && share(first) > 0 ? first : null;
}
