import { listRounds } from './letters.ts';
import { wrongUse } from '../refusal.ts';
import { say } from '../sentences.ts';

/** A round that the command line named and that has no letter. */
export function refuseUnknownRound(id: string): never {
	throw wrongUse(say.noSuchLetter(id, listRounds(true)));
}
