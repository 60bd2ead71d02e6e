// A store proved as the command proves it, and a journal forged so that its lines still follow one another.
import { Refusal } from '../../src/lib/server/refusal.ts';
import type { Act } from '../../src/lib/server/store/acts.ts';
import { chainAct, noLines, type Head } from '../../src/lib/server/store/journal.ts';
import { verifyStore, verifyUnopened, type Verified } from '../../src/lib/server/store/verify.ts';
import type { Compared } from '../../src/lib/server/store/verify-heads.ts';
import { withApp } from './with-store.ts';

/** As the command does: in the open store, or where it does not open, on what lies there. */
export async function prove(folder: string, compared?: Compared): Promise<Verified> {
	try {
		return await withApp(folder, (app) => app.withStore((store) => verifyStore(store, compared)));
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		return await verifyUnopened(folder, error.problems, compared);
	}
}
export function splitLines(bytes: Buffer): readonly string[] {
	return bytes.toString('utf8').split('\n').slice(0, -1);
}

/** The same acts, one of them with another word, numbered and chained as if nothing had happened. */
export function forge(bytes: Buffer, from: string, to: string): string {
	let head: Head = noLines;
	return splitLines(bytes)
		.map((text) => {
			const {
				n: _,
				previous: __,
				hash: ___,
				...changed
			} = JSON.parse(text.replace(from, to)) as Act & {
				n: number;
				previous: string;
				hash: string;
			};
			const { line, text: written } = chainAct(changed, head);
			head = line;
			return written + '\n';
		})
		.join('');
}
