// What a chart is drawn from, light enough to be sent with the page so that the chart can be drawn again where it is seen.
import type { BridgeRow } from '../charts/bridge.ts';
import type { BumpTable } from '../charts/bump-table.ts';
import type { IndicatorSpread } from '../charts/indicator-spread.ts';
import type { RangeRow } from '../charts/place-ranges.ts';
import type { Digits } from '../thai/digits.ts';

/** `size`: of its text in the picture of the server, pixels. */
export type LiveData = { readonly size: number; readonly digits: Digits } & (
	| { readonly kind: 'bump'; readonly table: BumpTable }
	| {
			readonly kind: 'bridge';
			readonly rows: readonly BridgeRow[];
			/** what is said of each row */
			readonly words: readonly (readonly string[])[];
	  }
	| { readonly kind: 'spread'; readonly spread: IndicatorSpread }
	| { readonly kind: 'ranges'; readonly rows: readonly RangeRow[] }
);
