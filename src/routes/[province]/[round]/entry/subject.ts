// Whose results are filled in: a district's, or what holds for all of the province.
import { isAppliedTo } from '$lib/agreement/applies.ts';
import type { Indicator } from '$lib/agreement/schema.ts';

export interface Subject {
	/** DOPA code of the district, or of the province */
	readonly code: string;
	/** อำเภอชุมแพ, ทั้งจังหวัดขอนแก่น */
	readonly called: string;
	readonly whole: boolean;
}

/** Whether an indicator asks anything of them. */
export const asks = (indicator: Indicator, { code, whole }: Subject): boolean =>
	Object.keys(indicator.inputs).length > 0 && (whole || isAppliedTo(indicator, code));
