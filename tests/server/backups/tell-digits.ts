// What of a round must stay the same whichever version opens it.
import { createHash } from 'node:crypto';
import type { RoundView } from '../../../src/lib/ranking/round.ts';

export interface Digits {
	/** district, section, percent, place */
	readonly sections: readonly (readonly [string, string, number | null, number | null])[];
	/** SHA-256 of all scores to the last digit */
	readonly scores: string;
}

export function tellDigits({ answer }: RoundView): Digits {
	const scores = answer.scores.map((score) => {
		const { district, section, indicator, status, outcome, points, max_points, weight, weighted, value, reason } =
			score;
		return [district, section, indicator, status, outcome, points, max_points, weight, weighted, value, reason];
	});
	return {
		sections: answer.sections.map(({ district, section, percent, place }) => [district, section, percent, place]),
		scores: createHash('sha256').update(JSON.stringify(scores)).digest('hex')
	};
}
