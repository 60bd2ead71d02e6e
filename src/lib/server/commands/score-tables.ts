import type { Agreement } from '../../agreement/schema.ts';
import type { Province } from '../../ranking/round.ts';
import { showPercent } from '../../reports/percent.ts';
import type { IndicatorScore, ScoreAnswer, SectionScore } from '../../scoring/results.ts';
import { outcomeWords, statusMarks, tableWords } from '../sentences.ts';
import { textTable } from './text-table.ts';

export const percentText = (percent: number | null) => (percent === null ? '–' : showPercent(percent));

export function placeText({ place, place_best, place_worst }: SectionScore): string {
	if (place === null) return '–';
	return place_best === place_worst ? String(place) : `${place} (${place_best ?? '–'}–${place_worst ?? '–'})`;
}

function cellText(score: IndicatorScore | undefined): string {
	if (score === undefined) return '';
	if (score.status !== 'scored') return statusMarks[score.status];
	return outcomeWords(score.outcome);
}

/** For each section a table: districts down, indicators across, with percent and place. */
export function scoreTables(agreement: Agreement, province: Province, answer: ScoreAnswer): string {
	const scores = new Map(answer.scores.map((one) => [`${one.district}/${one.section}/${one.indicator}`, one]));
	const tables = agreement.sections.map((section) => {
		const head = [
			tableWords.code,
			tableWords.district,
			...section.indicators.map((one) => one.indicator),
			tableWords.percent,
			tableWords.worst,
			tableWords.best,
			tableWords.place
		];
		const rows = province.districts.map(({ code, name }) => {
			const mine = answer.sections.find((one) => one.district === code && one.section === section.section);
			return [
				code,
				name,
				...section.indicators.map((one) => cellText(scores.get(`${code}/${section.section}/${one.indicator}`))),
				percentText(mine?.percent ?? null),
				percentText(mine?.percent_worst ?? null),
				percentText(mine?.percent_best ?? null),
				mine === undefined ? '' : placeText(mine)
			];
		});
		const right = head.map((_, at) => at).filter((at) => at > 1);
		return `${section.title}\n${textTable([head, ...rows], right)}\n`;
	});
	return `${tables.join('\n')}\n${tableWords.key}\n`;
}
