// Whom an indicator is applied to.
import type { Indicator } from './schema.ts';

/** Why an indicator that the letter prints for a district is not applied to it after all; null where it is applied as printed. */
export function exceptionOf({ except = [] }: Indicator, district: string): string | null {
	return except.findLast(({ districts }) => districts.includes(district))?.why ?? null;
}

/** Whether the letter prints an indicator for a district (DOPA code). */
export const isPrintedFor = ({ applies_to }: Indicator, district: string): boolean =>
	applies_to === 'all' || applies_to.includes(district);

/** Whether an indicator is applied to a district: printed for it and not taken out. */
export const isAppliedTo = (indicator: Indicator, district: string): boolean =>
	isPrintedFor(indicator, district) && exceptionOf(indicator, district) === null;
