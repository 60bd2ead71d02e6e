import { resolve } from 'node:path';
import type { App } from '../app.ts';
import { writeCsv, writeWorkbook } from '../http/table-file.ts';
import { actWords, journalWords, sayWhoAndRole } from '../journal/act-words.ts';
import { everyLine, type LinesWanted } from '../journal/narrow-lines.ts';
import { sayPieces, type SaidAct } from '../journal/say-line.ts';
import { wrongUse } from '../refusal.ts';
import { refuseUnknownRound } from '../rounds/round-named.ts';
import { say } from '../sentences.ts';
import type { Command } from './command.ts';
import { textTable } from './text-table.ts';

const usage = 'journal [--round รอบ] [--out แฟ้ม.jsonl|.csv|.xlsx] [--json]';

async function writeLines(app: App, wanted: LinesWanted, out: string): Promise<Uint8Array> {
	if (out.endsWith('.jsonl')) return await app.journal.raw(wanted);
	const table = await app.journal.table(wanted, 'journal');
	if (out.endsWith('.csv')) return writeCsv(table);
	if (out.endsWith('.xlsx')) return await writeWorkbook(table);
	throw wrongUse(journalWords.outKind(out, usage));
}

function tableOf(acts: readonly SaidAct[]): string {
	const rows = acts.map(({ n, at, who, role, kind, pieces, reason }) => [
		String(n),
		at.slice(0, 16).replace('T', ' '),
		sayWhoAndRole(who, role),
		actWords[kind],
		reason === null ? sayPieces(pieces) : `${sayPieces(pieces)}: ${reason}`
	]);
	return `${textTable(rows, [0])}\n`;
}

/** The lines as they are, the oldest first, as a reader of JSON wants them. */
async function linesAsJson(app: App, wanted: LinesWanted): Promise<unknown> {
	const raw = Buffer.from(await app.journal.raw(wanted)).toString('utf8');
	const lines = raw.split('\n').slice(0, -1);
	return { head: await app.journal.head(), lines: lines.map((line): unknown => JSON.parse(line)) };
}

export const journal: Command = {
	name: 'journal',
	usage,
	least: 0,
	most: 0,
	options: ['round', 'out'],
	json: true,
	needs: 'store',
	async run(words, desk, app) {
		const { round = null, out } = words.options;
		if (round !== null && (await app.round(round)) === null) refuseUnknownRound(round);
		const wanted = { ...everyLine, round };
		if (out !== undefined) {
			const path = resolve(desk.cwd, out);
			await desk.write(path, await writeLines(app, wanted, out));
			if (!words.json) desk.remark(say.wrote(path));
		}
		if (words.json) desk.print(JSON.stringify(await linesAsJson(app, wanted), null, '\t') + '\n');
		if (words.json || out !== undefined) return 0;
		const acts = await app.journal.all(wanted);
		if (acts.length > 0) desk.print(tableOf(acts.toReversed()));
		const { n, hash } = await app.journal.head();
		desk.print(journalWords.head(n, hash) + '\n');
		return 0;
	}
};
