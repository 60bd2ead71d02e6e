// A letter laid out as officers know it: a row for each indicator, and beside it what has to be known about its words.
import { sayOutcome } from '$lib/agreement/say.ts';
import { listReadings } from '$lib/agreement/names.ts';
import { listQuestions } from '$lib/agreement/questions.ts';
import type { Case } from '$lib/agreement/cases.ts';
import type { Indicator, Ladder } from '$lib/agreement/schema.ts';
import type { RoundView } from '$lib/ranking/round.ts';
import type { LetterOnDesk } from '$lib/server/rounds/letter-desk.ts';

export function laySections(view: RoundView, { findings, cases }: LetterOnDesk) {
	const { agreement, province } = view;
	const names = new Map(province.districts.map((district) => [district.code, district.name]));
	const open = new Set(
		listQuestions(agreement).flatMap((one) => (one.kind === 'switch' ? [] : [`${one.reading} ${one.indicator}`]))
	);
	return agreement.sections.map((section) => ({
		section: section.section,
		title: section.title,
		weight: section.weight,
		indicators: section.indicators.map((indicator) => {
			const at = `${section.section}/${indicator.indicator}`;
			const mine = findings.filter((one) => one.at === at);
			return {
				indicator: indicator.indicator,
				title: indicator.title,
				unit: indicator.unit,
				weight: indicator.weight,
				group: indicator.work_group,
				districts: indicator.applies_to === 'all' ? null : indicator.applies_to.map((code) => names.get(code) ?? code),
				excepted: (indicator.except ?? []).map(({ districts, why }) => ({
					names: districts.map((code) => names.get(code) ?? code),
					why
				})),
				ladders: layLadders(indicator),
				adjusts: (indicator.adjust ?? []).map(({ text }) => text),
				readings: listReadings(indicator).flatMap((id) => {
					const reading = agreement.readings[id];
					const waits = reading?.kind === 'filler' && open.has(`${id} ${at}`);
					return reading ? [{ id, taken: reading.taken, waits }] : [];
				}),
				findings: mine.filter(({ severity }) => severity === 'error' || severity === 'warning'),
				answered: mine.filter(({ severity }) => severity === 'answered'),
				cases: cases.filter((one) => one.indicator === at).map(layCase)
			};
		})
	}));
}

/** The ladder of an indicator, or of each of its parts with the one that puts them together last. */
function layLadders(indicator: Indicator) {
	const parts = (indicator.parts ?? []).map(({ title, ladder }) => ({ title, rungs: layRungs(ladder) }));
	const whole = indicator.ladder ? [{ title: null, rungs: layRungs(indicator.ladder) }] : [];
	return [...parts, ...whole];
}

function layRungs({ rungs, otherwise }: Ladder) {
	return [...(otherwise ? [otherwise] : []), ...rungs].map((row) => ({
		outcome: 'outcome' in row ? row.outcome : null,
		points: 'outcome' in row && row.points !== row.outcome ? (row.points ?? null) : null,
		text: row.text
	}));
}

const statusWords = {
	scored: '',
	not_reported: 'ยังไม่ส่ง',
	invalid: 'ค่าใช้ไม่ได้',
	undecided: 'ยังชี้ขาดไม่ได้',
	not_applicable: 'ไม่ใช้กับอำเภอนี้'
} as const;

function layCase({ case: words, status, outcome, points, recommended }: Case) {
	const proposed = recommended === undefined ? '' : ` เสนอ${sayOutcome(recommended)}`;
	const given = outcome === undefined ? '' : sayOutcome(outcome);
	const after = points !== undefined && points !== outcome ? ` ${points} คะแนน` : '';
	return { words, expected: status === 'scored' ? given + after : statusWords[status] + proposed };
}
