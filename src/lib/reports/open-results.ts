// What is still open: who owes which result, which values can't be used, and what waits for a ruling of the committee.
import type { Indicator } from '../agreement/schema.ts';
import type { RankLine, RoundView } from '../ranking/round.ts';
import type { IndicatorScore, Reason, Recommended } from '../scoring/results.ts';
import { isSilent, type Ranking } from './rank-lines.ts';

export interface OpenItem {
	readonly score: IndicatorScore;
	readonly indicator: Indicator;
}
/** A district's open results in one section. */
export interface OpenLine {
	readonly line: RankLine;
	readonly sectionTitle: string;
	readonly missing: readonly OpenItem[];
	readonly invalid: readonly OpenItem[];
	readonly undecided: readonly OpenItem[];
	/** how many indicators apply */
	readonly applies: number;
}

export function listOpen(view: RoundView, rankings: readonly Ranking[]): readonly OpenLine[] {
	return rankings.flatMap(({ section, title, lines }) => {
		const known = view.agreement.sections.find((one) => one.section === section);
		return lines.flatMap((line): OpenLine[] => {
			const items = line.scores.flatMap((score) => {
				const indicator = known?.indicators.find((one) => one.indicator === score.indicator);
				return indicator === undefined ? [] : [{ score, indicator }];
			});
			const having = (status: string) => items.filter(({ score }) => score.status === status);
			const open = {
				line,
				sectionTitle: title,
				missing: having('not_reported'),
				invalid: having('invalid'),
				undecided: having('undecided'),
				applies: items.length - having('not_applicable').length
			};
			return open.missing.length + open.invalid.length + open.undecided.length > 0 ? [open] : [];
		});
	});
}

/** All that one district owes stands together; sections keep their order. */
export const byDistrict = (open: readonly OpenLine[]): readonly OpenLine[] =>
	open.toSorted((a, b) => (a.line.district < b.line.district ? -1 : a.line.district > b.line.district ? 1 : 0));

/** Codes of districts that have sent nothing at all, in any section. */
export function listSilent(rankings: readonly Ranking[]): ReadonlySet<string> {
	const silent = new Set<string>();
	const heard = new Set<string>();
	for (const line of rankings.flatMap(({ lines }) => lines)) {
		const nothing =
			isSilent(line) && line.scores.every((s) => s.status === 'not_reported' || s.status === 'not_applicable');
		(nothing ? silent : heard).add(line.district);
	}
	return silent.difference(heard);
}

/** Undecided results that wait for the same words to be read. */
export interface Question {
	readonly sectionTitle: string;
	readonly indicator: Indicator;
	readonly reason: Reason | null;
	/** id of the reading that would settle it, null where the letter proposes none */
	readonly reading: string | null;
	readonly districts: readonly {
		readonly name: string;
		readonly value: number | null;
		readonly recommended: Recommended | null;
	}[];
}

export function listQuestions(open: readonly OpenLine[]): readonly Question[] {
	const questions = new Map<string, Question>();
	for (const { line, sectionTitle, undecided } of open) {
		for (const { score, indicator } of undecided) {
			const reading = score.recommended?.reading ?? score.reading;
			const key = [line.section, score.indicator, reading, score.reason].join('/');
			const before = questions.get(key) ?? { sectionTitle, indicator, reason: score.reason, reading, districts: [] };
			const asked = { name: line.name, value: score.value, recommended: score.recommended };
			questions.set(key, { ...before, districts: [...before.districts, asked] });
		}
	}
	return [...questions.values()];
}
