import { lastSecond } from '../agreement/closing.ts';

/** Moments as the program writes them: Bangkok time to the second, `2022-09-12T10:00:00+07:00`. */
export function bangkokTime(moment: Date): string {
	return new Date(moment.getTime() + 7 * 3_600_000).toISOString().slice(0, 19) + '+07:00';
}

/** A local moment without offset (`2022-09-12`, `2022-09-12T10:00`) as the last second it covers. */
export const endOfMoment = (local: string): string => `${lastSecond(local)}+07:00`;

/** A local moment without offset as the first second it covers. */
export function startOfMoment(local: string): string {
	if (local.length === 10) return `${local}T00:00:00+07:00`;
	return local.length === 16 ? `${local}:00+07:00` : `${local}+07:00`;
}
