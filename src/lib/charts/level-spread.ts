// How the districts of a province spread over the outcomes of one indicator: one bar of counts, the highest outcome first.
import type { Indicator } from '../agreement/schema.ts';
import type { IndicatorScore, Outcome, Status } from '../scoring/results.ts';
import { listOutcomes, toneOf, type Tone } from './tones.ts';

export type OpenStatus = Exclude<Status, 'scored' | 'not_applicable'>;
export type SpreadPiece = { readonly count: number; readonly x: number; readonly width: number } & (
	| { readonly kind: 'outcome'; readonly outcome: Outcome; readonly tone: Tone }
	| { readonly kind: 'open'; readonly status: OpenStatus }
);
export interface LevelSpread {
	/** districts it applies to */
	readonly total: number;
	readonly pieces: readonly SpreadPiece[];
}

const openStatuses: readonly OpenStatus[] = ['undecided', 'invalid', 'not_reported'];

export function drawLevelSpread(scores: readonly IndicatorScore[], indicator: Pick<Indicator, 'ladder'>): LevelSpread {
	const applying = scores.filter((s) => s.status !== 'not_applicable');
	const total = applying.length;
	const listed = [...listOutcomes(indicator)].reverse();
	const others = applying.map((s) => s.outcome).filter((o): o is Outcome => o !== null && !listed.includes(o));
	const pieces: SpreadPiece[] = [];
	let x = 0;
	const place = (count: number) => {
		const width = (100 * count) / total;
		const at = { count, x, width };
		x += width;
		return at;
	};
	for (const outcome of [...listed, ...new Set(others)]) {
		const count = applying.filter((s) => s.status === 'scored' && s.outcome === outcome).length;
		if (count > 0) pieces.push({ kind: 'outcome', outcome, tone: toneOf(outcome, indicator), ...place(count) });
	}
	for (const status of openStatuses) {
		const count = applying.filter((s) => s.status === status).length;
		if (count > 0) pieces.push({ kind: 'open', status, ...place(count) });
	}
	return { total, pieces };
}
