import { say } from '../sentences.ts';
import { storedSubmissions } from '../store/stored-entries.ts';
import type { Command } from './command.ts';

export const rebuild: Command = {
	name: 'rebuild',
	usage: 'rebuild',
	least: 0,
	most: 0,
	needs: 'store',
	async run(_, desk, app) {
		desk.tell(await app.rebuild());
		const counted = await app.withStore(async (store) => ({
			lines: store.head().n,
			submissions: (await storedSubmissions(store.connection(), null)).length
		}));
		desk.print(say.rebuilt(counted.lines, counted.submissions) + '\n');
		return 0;
	}
};
