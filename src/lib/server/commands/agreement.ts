// The next round without an engineer: the last letter copied for it, and a letter put in force.
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { copyLetter } from '../../agreement/next-round.ts';
import { monthsOf, readRoundId, type RoundId } from '../../agreement/round-id.ts';
import type { App } from '../app.ts';
import type { Letter } from '../rounds/letters.ts';
import { atTerminal } from '../people/visitor.ts';
import { Refusal, wrongUse } from '../refusal.ts';
import { say } from '../sentences.ts';
import type { Store } from '../store/store.ts';
import type { Command, Desk, Exit, Words } from './command.ts';
import { movesText } from './rule-text.ts';

const usage = 'agreement new --round รอบ [--from รอบ] --out แฟ้ม.yaml | agreement add <แฟ้ม.yaml> [--preview] [--json]';

export const agreement: Command = {
	name: 'agreement',
	usage,
	least: 1,
	most: 2,
	options: ['round', 'from', 'out'],
	flags: ['preview'],
	json: true,
	needs: 'store',
	async run(words, desk, app) {
		const [verb, file] = words.names;
		if (verb === 'new' && file === undefined) return await startNext(words, desk, app);
		if (verb === 'add' && file !== undefined) return await add(file, words, desk, app);
		throw wrongUse(say.usage(usage));
	}
};

async function startNext({ options, json }: Words, desk: Desk, app: App): Promise<Exit> {
	const { round, out } = options;
	if (round === undefined || out === undefined) throw wrongUse(say.usage(usage));
	const to = readRoundId(round);
	if (to === null) throw wrongUse(say.roundShape(round));
	const from = await app.withStore((store) => Promise.resolve(findOriginal(store, options.from, round, to)));
	const old = readRoundId(from.agreement.agreement);
	if (old === null || old.province !== to.province || old.months !== to.months)
		throw wrongUse(say.sameKindOfRound(from.agreement.agreement, round));
	const copied = copyLetter(from.text, old, to);
	await desk.write(resolve(desk.cwd, out), new TextEncoder().encode(copied.text));
	const { moved, marked } = copied;
	const told = { round, from: from.agreement.agreement, out, moved, marked };
	desk.print(json ? JSON.stringify(told, null, '\t') + '\n' : say.letterCopied(out, moved, marked) + '\n');
	return 0;
}

/** The letter named, or the last of the province before the new round. */
function findOriginal(store: Store, named: string | undefined, round: string, to: RoundId): Letter {
	const shelf = store.shelf();
	const before = shelf.rounds(false).filter((id) => {
		const one = readRoundId(id);
		return one?.province === to.province && one.months === to.months && monthsOf(one) < monthsOf(to);
	});
	const id = named ?? before.at(-1);
	if (id === undefined) throw wrongUse(say.noEarlierLetter(round));
	const letter = shelf.find(id);
	if (letter === null) throw wrongUse(say.noSuchLetter(id, shelf.rounds(true)));
	return letter;
}

async function add(file: string, words: Words, desk: Desk, app: App): Promise<Exit> {
	const arriving = { name: basename(file), bytes: await readLetterFile(resolve(desk.cwd, file), file) };
	if (words.flags.includes('preview')) {
		const { letter, problems, known, moves } = await app.previewLetter(arriving);
		desk.tell(problems);
		const round = letter?.agreement.agreement ?? null;
		if (words.json) desk.print(JSON.stringify({ round, known, problems, moves }, null, '\t') + '\n');
		else if (moves !== null) desk.print(movesText(moves));
		return letter === null ? refused(problems, desk) : 0;
	}
	const added = await app.addLetter(arriving, atTerminal(desk.who));
	desk.tell(added.problems);
	if (words.json) desk.print(JSON.stringify(added, null, '\t') + '\n');
	if (!added.accepted) return refused(added.problems, desk);
	if (!words.json && added.changed) desk.print(say.letterAdded(added.round ?? '', added.versions.length) + '\n');
	return 0;
}

async function readLetterFile(path: string, named: string): Promise<Uint8Array> {
	try {
		return await readFile(path);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw wrongUse(say.noSuchFile(named));
		throw error;
	}
}

function refused(problems: Refusal['problems'], desk: Desk): Exit {
	desk.remark(say.letterRefused(problems.filter((problem) => problem.severity === 'error').length));
	return 1;
}
