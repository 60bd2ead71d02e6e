// What trying other values comes to: results, total and place before and after, and whom it passes.
import { sectionWords } from '$lib/components/words.ts';
import type { RoundView } from '$lib/ranking/round.ts';
import type { IndicatorScore, ScoreAnswer, SectionScore } from '$lib/scoring/results.ts';
import type { Moves } from '$lib/server/rounds/moves.ts';
import { combineSections } from '../../../combined.ts';
import { hasNothing } from '../../../rank-lines.ts';

export interface TriedStanding {
	/** null where nothing was reported */
	readonly percent: number | null;
	readonly place: number | null;
	/** places still possible; null where it is settled */
	readonly range: { readonly best: number; readonly worst: number } | null;
}
export interface TriedTotal {
	/** team, or `total` for the combined one */
	readonly section: string;
	readonly words: string;
	readonly before: TriedStanding;
	readonly after: TriedStanding;
	readonly changed: boolean;
	/** names of those who stood before it and now stand behind, and the other way round */
	readonly passes: readonly string[];
	readonly passedBy: readonly string[];
	/** everybody else whose place is another, the best place first */
	readonly others: readonly {
		readonly code: string;
		readonly name: string;
		readonly before: number;
		readonly after: number;
	}[];
}

interface Ranked {
	readonly district: string;
	readonly standing: TriedStanding;
}

/** The round's answer with what moved in it. */
function moveAnswer(answer: ScoreAnswer, { scores, places }: Moves): ScoreAnswer {
	const moved = new Map(
		scores.flatMap(({ after }) => (after ? [[`${after.district}/${after.section}/${after.indicator}`, after]] : []))
	);
	const stands = new Map(places.flatMap(({ after }) => (after ? [[`${after.district}/${after.section}`, after]] : [])));
	return {
		...answer,
		scores: answer.scores.map((one) => moved.get(`${one.district}/${one.section}/${one.indicator}`) ?? one),
		sections: answer.sections.map((one) => stands.get(`${one.district}/${one.section}`) ?? one)
	};
}

function rankSection({ scores, sections }: ScoreAnswer, section: string): readonly Ranked[] {
	const own = Map.groupBy(
		scores.filter((score) => score.section === section),
		(score) => score.district
	);
	return sections
		.filter((line) => line.section === section)
		.map((line) => ({ district: line.district, standing: standingOf(line, own.get(line.district) ?? []) }));
}

function standingOf(line: SectionScore, scores: readonly IndicatorScore[]): TriedStanding {
	const { percent, place, place_best: best, place_worst: worst } = line;
	if (hasNothing(scores)) return { percent: null, place: null, range: null };
	return { percent, place, range: best === null || worst === null || best === worst ? null : { best, worst } };
}

const rankCombined = (view: RoundView, answer: ScoreAnswer): readonly Ranked[] | null =>
	combineSections({ ...view, answer })?.map(({ district, percent, place, nothing }) => ({
		district,
		standing: nothing ? { percent: null, place: null, range: null } : { percent, place, range: null }
	})) ?? null;

/** A total for each section that the district has, and last the combined one where the office has set shares. */
export function compareTried(view: RoundView, district: string, moves: Moves): readonly TriedTotal[] {
	const names = new Map(view.province.districts.map(({ code, name }) => [code, name]));
	const moved = moveAnswer(view.answer, moves);
	const sections = view.agreement.sections.map(({ section, title }) => ({
		section,
		words: sectionWords[section] ?? title,
		before: rankSection(view.answer, section),
		after: rankSection(moved, section)
	}));
	const combined = { before: rankCombined(view, view.answer), after: rankCombined(view, moved) };
	const all =
		combined.before === null || combined.after === null
			? sections
			: [...sections, { section: 'total', words: 'รวมทุกส่วน', before: combined.before, after: combined.after }];
	return all.flatMap(({ section, words, before, after }): TriedTotal[] => {
		const was = before.find((one) => one.district === district)?.standing;
		const is = after.find((one) => one.district === district)?.standing;
		if (was === undefined || is === undefined) return [];
		const then = new Map(after.map((one) => [one.district, one.standing]));
		const others = before.flatMap(({ district: code, standing }) => {
			const later = then.get(code)?.place ?? null;
			if (code === district || standing.place === null || later === null) return [];
			return [{ code, name: names.get(code) ?? code, before: standing.place, after: later }];
		});
		const order = (places: { readonly place: number | null }) => places.place ?? Infinity;
		const pick = (holds: (one: (typeof others)[number]) => boolean) => others.filter(holds).map(({ name }) => name);
		return [
			{
				section,
				words,
				before: was,
				after: is,
				changed: JSON.stringify(was) !== JSON.stringify(is),
				passes: pick((one) => one.before < order(was) && one.after > order(is)),
				passedBy: pick((one) => one.before > order(was) && one.after < order(is)),
				others: others
					.filter((one) => one.before !== one.after)
					.toSorted((a, b) => a.after - b.after || (a.code < b.code ? -1 : 1))
			}
		];
	});
}
