// The id of a round: khon-kaen/2565-2 is the second half of fiscal year 2565, chachoengsao/2567-q2 its second quarter.

export interface RoundId {
	/** khon-kaen */
	readonly province: string;
	/** fiscal year, พ.ศ. */
	readonly year: number;
	/** the first is 1 */
	readonly part: number;
	/** months that a round lasts */
	readonly months: 3 | 6;
}

/** Null where the text is no id of a round. */
export function readRoundId(id: string): RoundId | null {
	const [, province = '', year = '', quarter = '', part = ''] = /^([a-z-]+)\/(\d{4})-(q?)(\d)$/.exec(id) ?? [];
	const months = quarter === '' ? 6 : 3;
	if (province === '' || Number(part) < 1 || Number(part) > 12 / months) return null;
	return { province, year: Number(year), part: Number(part), months };
}

/** Months since the beginning of fiscal year 0. */
export const monthsOf = ({ year, part, months }: RoundId) => year * 12 + (part - 1) * months;
