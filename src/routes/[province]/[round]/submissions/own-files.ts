// What a district is shown of files it sends: its own, and nothing that they tell of others.
import { answerOnly } from '$lib/ranking/only-district.ts';
import type { ImportPreview, ScoredPreview } from '$lib/server/imports/preview.ts';

/** Whether files speak of another district than the one that may send them; `only` is null for who may send for all. */
export const speakOfOthers = ({ districts }: Pick<ImportPreview, 'districts'>, only: string | null): boolean =>
	only !== null && districts.some(({ district }) => district !== only);

/** What an auditor would ask of it beside the others'. */
const aboutOthers = new Set(['audit_copied', 'audit_all_equal']);

export function showOwn(preview: ScoredPreview, only: string | null): ScoredPreview {
	if (only === null) return preview;
	const own = (one: { readonly district: string }) => one.district === only;
	const { before, after, moves, changes, entries, districts, problems } = preview;
	return {
		...preview,
		before: answerOnly(before, only),
		after: answerOnly(after, only),
		moves: { scores: moves.scores.filter(own), places: moves.places.filter(own) },
		changes: changes.filter(own),
		entries: entries.filter(own),
		districts: districts.filter(own),
		problems: problems.filter(({ code }) => !aboutOthers.has(code))
	};
}
