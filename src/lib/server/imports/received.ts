// A submission as people are told of it: with the mark of lateness, which is the letter's to say.
import type { Agreement } from '../../agreement/schema.ts';
import type { Received } from '../../ranking/round.ts';
import { endOfMoment } from '../clock.ts';
import type { Letter } from '../rounds/letters.ts';
import { importWords } from './sentences.ts';
import type { Stored } from '../store/stored-entries.ts';

/** After the letter's closing time, or after the round's last day where it prints none. Local; a bare date lasts to the end of its day. */
export function isLate(letter: Pick<Agreement, 'submit_by' | 'to'>, receivedAt: string): boolean {
	return receivedAt > endOfMoment(letter.submit_by ?? letter.to);
}

export function asReceived({ round: _, demo: __, ...stored }: Stored, letter: Pick<Letter, 'agreement'>): Received {
	return { ...stored, late: isLate(letter.agreement, stored.received_at) };
}

/** A submission with the number that its receipt bears. */
export type Receipted = Received & { readonly round: string; readonly receipt: string };

export const asReceipted = (stored: Stored, letter: Pick<Letter, 'agreement'>): Receipted => ({
	...asReceived(stored, letter),
	round: stored.round,
	receipt: importWords.receiptNumber(stored.round, stored.number)
});
