// The rungs of a ladder as one district stands to them: which of their conditions hold, fail, wait, or are not said.
import { listConditions } from '../agreement/names.ts';
import { sayCondition, sayOutcome } from '../agreement/say.ts';
import type { Condition, Indicator, Ladder, Outcome, Rung } from '../agreement/schema.ts';
import { formatNumber } from '../thai/numbers.ts';
import type { Unit } from './compile.ts';
import { allRows, type Need } from './needs.ts';
import type { PartDetail, ScoreDetail } from './results.ts';

export type Truth = 'met' | 'unmet' | 'open' | 'unclear';

export interface ExplainedCondition {
	readonly text: string;
	readonly state: Truth;
}
export interface ExplainedRung {
	readonly outcome: string;
	/** the clause, verbatim */
	readonly text: string;
	readonly evidence: string | null;
	/** of its own conditions; in a cumulative ladder the lower rungs are asked as well */
	readonly state: Truth;
	/** the rung the district stands on */
	readonly reached: boolean;
	readonly conditions: readonly ExplainedCondition[];
}
export interface ExplainedPart {
	readonly title: string;
	/** ระดับ 3 ได้ 75 คะแนน, or why it is open */
	readonly result: string;
	readonly rungs: readonly ExplainedRung[];
}
/** A rung with what it was worked out from, for what is said of it elsewhere. */
export interface WorkedRung extends ExplainedRung {
	readonly source: Rung;
	readonly truths: readonly { readonly condition: Condition; readonly truth: Truth }[];
}

export function explainRungs(
	indicator: Indicator,
	ladder: Ladder | undefined,
	unit: Unit,
	detail: Pick<ScoreDetail, 'met' | 'seen'>,
	outcome: Outcome | null
): readonly WorkedRung[] {
	const { conditions } = unit;
	if (!conditions || !ladder) return [];
	const may = detail.met | (unit.bits & ~detail.seen);
	return ladder.rungs.map((rung) => {
		const truths = listConditions(rung)
			.flatMap((condition) => ('all' in condition ? condition.all : [condition]))
			.map((condition) => ({ condition, truth: truthOf(conditions.rows(condition), detail.met, may) }));
		const own = allRows(listConditions(rung).map((condition) => conditions.rows(condition)));
		return {
			outcome: 'outcome' in rung ? sayOutcome(rung.outcome) : 'ข้อตกลงไม่ได้บอก',
			text: rung.text,
			evidence: 'evidence' in rung ? (rung.evidence ?? null) : null,
			state: truthOf(own, detail.met, may),
			reached: 'outcome' in rung && outcome === rung.outcome,
			conditions: truths.map(({ condition, truth }) => ({ text: sayCondition(condition, indicator), state: truth })),
			source: rung,
			truths
		};
	});
}

/** A part stands on its own ladder, judged like any other. */
export function explainPart(indicator: Indicator, detail: PartDetail, units: readonly Unit[], section: string) {
	const part = indicator.parts?.find((one) => one.part === detail.part);
	const unit = units.find(
		(u) =>
			u.section === section && u.indicator === indicator.indicator && u.part === detail.part && u.alternative === null
	);
	const worked = unit ? explainRungs(indicator, part?.ladder, unit, detail, detail.outcome) : [];
	const result = detail.points === null ? (PART_OPEN[detail.status] ?? '') : `ได้ ${formatNumber(detail.points)} คะแนน`;
	return { title: part?.title ?? detail.part, result, worked };
}
const PART_OPEN: Readonly<Record<string, string>> = {
	not_reported: 'ยังไม่ได้รับ',
	invalid: 'ค่าที่ส่งมาใช้ไม่ได้',
	undecided: 'รอคำวินิจฉัย'
};

function truthOf(rows: readonly Need[], met: bigint, may: bigint): Truth {
	const possible = rows.filter((row) => (row.possible & ~may) === 0n);
	if (possible.length === 0) return 'unmet';
	if (possible.some((row) => (row.sure & ~met) === 0n)) return 'met';
	return possible.some((row) => (row.possible & ~met) === 0n) ? 'unclear' : 'open';
}
