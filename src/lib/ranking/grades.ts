// The grade of a total by the office's bands, and what takes its place while it has set none.
import type { Office } from './round.ts';
import type { SectionScore } from '../scoring/results.ts';

/** A grade with its rank among the bands, 0 the highest. */
export interface Grade {
	readonly grade: string;
	readonly name: string;
	readonly rank: number;
}
type Reach = Pick<SectionScore, 'percent_best' | 'percent_worst'>;
export interface GradeSpan {
	/** null: under the lowest band, where there is no grade */
	readonly lowest: Grade | null;
	readonly highest: Grade | null;
}

/** The grade that a total has for sure, or the lowest and the highest it can still have; null while no bands are set. */
export const spreadGrade = ({ bands }: Pick<Office, 'bands'>, line: Reach): GradeSpan | null =>
	bands === null ? null : findSpan(bands, line);

type Bands = NonNullable<Office['bands']>;

function findSpan(bands: Bands, { percent_best: best, percent_worst: worst }: Reach): GradeSpan | null {
	if (best === null || worst === null) return null;
	return { lowest: gradeOf(bands, worst), highest: gradeOf(bands, best) };
}

/** Bands are listed from the highest; under the lowest there is no grade. */
function gradeOf(bands: Bands, percent: number): Grade | null {
	const rank = bands.findIndex((band) => percent >= band.from);
	const band = bands[rank];
	return band ? { grade: band.grade, name: band.name, rank } : null;
}

/** Fifths of the percent, for an office without bands; they have no letter. */
const fifths: Bands = [
	{ grade: '', name: '80 ขึ้นไป', from: 80 },
	{ grade: '', name: '60 แต่ไม่ถึง 80', from: 60 },
	{ grade: '', name: '40 แต่ไม่ถึง 60', from: 40 },
	{ grade: '', name: '20 แต่ไม่ถึง 40', from: 20 },
	{ grade: '', name: 'ไม่ถึง 20', from: 0 }
];

/** The office's bands, or the fifths. */
export const stepsOf = ({ bands }: Pick<Office, 'bands'>): Bands => bands ?? fifths;

/** The step a total stands on for sure, or the lowest and the highest it can still reach. */
export const spreadSteps = (office: Pick<Office, 'bands'>, line: Reach): GradeSpan | null =>
	findSpan(stepsOf(office), line);
