import type { Alternative, Indicator } from './schema.ts';

/** The indicator as another reading of its words would have it. */
export function underReading(indicator: Indicator, alternative: Alternative): Indicator {
	const ladder = alternative.ladder ?? indicator.ladder;
	return {
		...indicator,
		...(alternative.values ? { values: { ...indicator.values, ...alternative.values } } : {}),
		...(alternative.parts ? { parts: alternative.parts } : {}),
		...(alternative.adjust ? { adjust: alternative.adjust } : {}),
		...(ladder ? { ladder: alternative.mode ? { ...ladder, mode: alternative.mode } : ladder } : {})
	};
}
