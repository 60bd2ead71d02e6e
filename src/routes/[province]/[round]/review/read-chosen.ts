// A tick on the page: which result, the stamp of its values and the decision that held when it was looked at.
import { textOf } from '$lib/components/form-text.ts';
import type { ChosenResult } from '$lib/server/rounds/way-desk.ts';

export const chosenField = 'result';
export const reasonField = 'reason';

/** `4004/team/1 0123456789abcdef 12` */
export const writeChosen = ({ district, section, indicator, stamp, seen }: ChosenResult): string =>
	`${district}/${section}/${indicator} ${stamp} ${seen}`;

/** What is no tick of the page's own is left out. */
export function readChosen(form: FormData): readonly ChosenResult[] {
	return form.getAll(chosenField).flatMap((value): readonly ChosenResult[] => {
		if (typeof value !== 'string') return [];
		const [, district, section, indicator, stamp, seen] =
			/^(\d{4})\/([a-z0-9_]+)\/([\d.]+) ([0-9a-f]{16}) (\d{1,9})$/.exec(value) ?? [];
		if (!district || !section || !indicator || !stamp || !seen) return [];
		return [{ district, section, indicator, stamp, seen: Number(seen) }];
	});
}

export const readReason = (form: FormData): string => textOf(form, reasonField);
