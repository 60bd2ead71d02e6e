// A preview as its page lays it out.
import type { RoundView } from '$lib/ranking/round.ts';
import { sectionWords } from '$lib/components/words.ts';
import type { IndicatorScore, SectionScore } from '$lib/scoring/results.ts';
import type { ScoredPreview, ShownChange } from '$lib/server/imports/preview.ts';
import type { Problem } from '$lib/submission/entry.ts';

export interface ChangeRow extends ShownChange {
	readonly name: string;
	/** รายทีม ข้อ 1 */
	readonly item: string;
	/** of the indicator it bears on; null for a fact of the whole province */
	readonly was: IndicatorScore | null;
	readonly becomes: IndicatorScore | null;
}

export interface StandingChange {
	readonly district: string;
	readonly name: string;
	readonly section: string;
	readonly words: string;
	readonly was: SectionScore;
	readonly becomes: SectionScore;
	/** what is still open afterwards, and its weight in all; of the districts of the files alone */
	readonly open: { readonly items: readonly string[]; readonly weight: number } | null;
}

export interface ProblemGroup {
	readonly file: string;
	/** with their place in the whole list */
	readonly problems: readonly { readonly problem: Problem; readonly at: number }[];
}

/** The district of a fact of all districts. */
const wholeProvince = 'ทั้งจังหวัด';

export function shapePreview(view: RoundView, preview: ScoredPreview) {
	const names = new Map(view.province.districts.map(({ code, name }) => [code, name]));
	const nameOf = (code: string) => names.get(code) ?? wholeProvince;
	const scoreKey = ({ district, section, indicator }: { district: string; section: string; indicator: string }) =>
		`${district}/${section}/${indicator}`;
	const was = new Map(preview.before.scores.map((score) => [scoreKey(score), score]));
	const becomes = new Map(preview.after.scores.map((score) => [scoreKey(score), score]));
	const row = (change: ShownChange): ChangeRow => ({
		...change,
		name: nameOf(change.district),
		item: `${sectionWords[change.section] ?? change.section} ข้อ ${change.indicator}`,
		was: was.get(scoreKey(change)) ?? null,
		becomes: becomes.get(scoreKey(change)) ?? null
	});
	// What was received before has a card of its own.
	const problems = sortProblems(preview.problems.filter(({ code }) => code !== 'known_file'));
	const rows = preview.changes.map(row);
	const own = new Set(preview.districts.map(({ district }) => district));
	const standings = listStandings(preview, nameOf, own);
	return {
		outcome: preview.outcome,
		files: preview.files,
		known: preview.known,
		problems,
		groups: groupProblems(problems),
		questions: preview.questions,
		usable: preview.usable,
		unusable: preview.unusable,
		counts: preview.counts,
		changes: groupRows(rows),
		entries: groupRows(preview.entries.map(row)),
		districts: preview.districts.map(({ district, counts }) => ({ district, name: nameOf(district), counts })),
		own: standings.filter(({ district }) => own.has(district)),
		others: standings.filter(({ district, was: before, becomes: after }) => !own.has(district) && moved(before, after)),
		stamp: preview.stamp
	};
}

/** Errors first, each kind in the order of the files. */
const sortProblems = (problems: readonly Problem[]): readonly Problem[] => [
	...problems.filter(({ severity }) => severity === 'error'),
	...problems.filter(({ severity }) => severity === 'warning')
];

function groupProblems(problems: readonly Problem[]): readonly ProblemGroup[] {
	const placed = problems.map((problem, at) => ({ problem, at }));
	return [...Map.groupBy(placed, ({ problem }) => problem.at.file)].map(([file, of]) => ({ file, problems: of }));
}

/** By district, in the order they come. */
const groupRows = (rows: readonly ChangeRow[]) =>
	[...Map.groupBy(rows, ({ district }) => district)].map(([district, of]) => ({
		district,
		name: of[0]?.name ?? wholeProvince,
		rows: of
	}));

const moved = (before: SectionScore, after: SectionScore) =>
	before.percent !== after.percent || before.place !== after.place;

/** The districts of the files in every section that the files bear on, then whoever else's percent or place moves. */
function listStandings(
	{ before, after, moves, entries }: ScoredPreview,
	nameOf: (code: string) => string,
	own: ReadonlySet<string>
): readonly StandingChange[] {
	const sections = new Set(entries.map(({ section }) => section));
	const wasIn = new Map(before.sections.map((line) => [`${line.district}/${line.section}`, line]));
	const movedKeys = new Set(moves.places.map(({ district, section }) => `${district}/${section}`));
	return after.sections.flatMap((becomes): readonly StandingChange[] => {
		const { district, section } = becomes;
		const key = `${district}/${section}`;
		const was = wasIn.get(key);
		const isOwn = own.has(district) && sections.has(section);
		if (was === undefined || (!isOwn && !movedKeys.has(key))) return [];
		return [
			{
				district,
				name: nameOf(district),
				section,
				words: sectionWords[section] ?? section,
				was,
				becomes,
				open: isOwn ? listOpen(after.scores, district, section) : null
			}
		];
	});
}

function listOpen(scores: readonly IndicatorScore[], district: string, section: string): StandingChange['open'] {
	const open = scores.filter(
		(score) =>
			score.district === district &&
			score.section === section &&
			score.status !== 'scored' &&
			score.status !== 'not_applicable'
	);
	return {
		items: open.map(({ indicator }) => indicator),
		weight: open.reduce((sum, { weight }) => sum + (weight ?? 0), 0)
	};
}

export type PreviewPage = ReturnType<typeof shapePreview>;
