import type { IndicatorSpread } from './indicator-spread.ts';
import type { ChartLook } from './look.ts';
import { drawSpreadCounts } from './spread-counts.ts';
import { drawSpreadLine, type Drawing } from './spread-line.ts';

/** Districts on one indicator: on the line of the figure it judges, or counted by outcome. */
export const drawSpread = (spread: IndicatorSpread, look: ChartLook, width: number): Drawing =>
	spread.kind === 'line' ? drawSpreadLine(spread, look, width) : drawSpreadCounts(spread.spread, look, width);
