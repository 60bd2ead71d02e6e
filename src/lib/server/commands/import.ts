import type { Problem } from '../../submission/entry.ts';
import { isError } from '../../submission/outcome.ts';
import type { Answer, Question } from '../../submission/question.ts';
import type { App } from '../app.ts';
import type { Arriving } from '../imports/arriving.ts';
import { gatherFiles } from '../imports/gather-files.ts';
import { importAnswer, lookAnswer } from '../imports/answer.ts';
import type { Whose } from '../imports/commit.ts';
import type { ImportWish } from '../imports/import-files.ts';
import type { ImportPreview } from '../imports/preview.ts';
import { errorAbout, wrongUse } from '../refusal.ts';
import { importWords } from '../imports/sentences.ts';
import { matchAnswers, readGiven, sayQuestion } from './answer-options.ts';
import type { Command, Desk, Exit, Words } from './command.ts';

/** An answer may bring up the next question; more rounds than this are a circle. */
const mostRounds = 5;

const asProblem = (question: Question): Problem => ({
	...errorAbout(question.at.file, `unclear_${question.kind}`, sayQuestion(question)),
	at: question.at
});

/** Finds what the answers given at the terminal answer; refuses one that answers nothing. */
async function findAnswers(app: App, files: readonly Arriving[], texts: readonly string[]): Promise<readonly Answer[]> {
	const given = readGiven(texts);
	const used = new Set<string>();
	let answers: readonly Answer[] = [];
	for (let round = 0; round < mostRounds; round++) {
		const { questions } = await app.imports.look(files, answers);
		const fresh = matchAnswers(given, questions);
		if (fresh.length === 0) break;
		for (const one of given) if (matchAnswers([one], questions).length > 0) used.add(one.text);
		answers = [...answers, ...fresh];
	}
	const idle = given.find(({ text }) => !used.has(text));
	if (idle !== undefined) throw wrongUse(importWords.noSuchQuestion(idle.text));
	return answers;
}

function printPreview(preview: ImportPreview, problems: readonly Problem[], words: Words, desk: Desk): Exit {
	const { usable, unusable, counts, questions } = preview;
	desk.print(
		words.json
			? JSON.stringify(lookAnswer(preview, problems), null, '\t') + '\n'
			: `${importWords.previewOnly(usable, unusable)}\n${importWords.counts(counts)}\n`
	);
	return problems.some(isError) || questions.length > 0 ? 1 : 0;
}

/** With what it changes only where that is asked for: it takes time over many values. */
async function take(app: App, files: readonly Arriving[], whose: Whose, wish: ImportWish, json: boolean) {
	if (!json) return { result: await app.importArriving(files, whose, wish), answer: null };
	const result = await app.imports.takeNow(files, whose, wish);
	return { result, answer: (problems: readonly Problem[]) => importAnswer(result, problems) };
}

export const importResults: Command = {
	name: 'import',
	usage:
		"import <แฟ้มหรือโฟลเดอร์…> [--round รอบ] [--sender ผู้ส่ง] [--partly] [--dry-run] [--answer 'ชนิด:ที่เขียน=คำตอบ'] [--json]",
	least: 1,
	most: Infinity,
	options: ['round', 'sender', 'answer'],
	flags: ['partly', 'dry-run'],
	json: true,
	needs: 'store',
	async run(words, desk, app) {
		const { round = null, sender = null } = words.options;
		const gathered = await gatherFiles(words.names, desk.cwd, { round, sender });
		const partly = words.flags.includes('partly');
		const texts = words.every['answer'] ?? [];
		const answers = texts.length === 0 ? [] : await findAnswers(app, gathered.files, texts);
		if (words.flags.includes('dry-run')) {
			const preview = await app.imports.look(gathered.files, answers);
			const problems = [...gathered.problems, ...preview.problems, ...preview.questions.map(asProblem)];
			desk.tell(problems);
			return printPreview(preview, problems, words, desk);
		}
		const whose = { who: desk.who, demo: gathered.demo };
		const { result, answer } = await take(app, gathered.files, whose, { partly, answers }, words.json);
		const problems = [...gathered.problems, ...result.problems, ...result.questions.map(asProblem)];
		desk.tell(problems);
		if (answer !== null) desk.print(JSON.stringify(answer(problems), null, '\t') + '\n');
		if (!result.accepted) {
			desk.remark(
				importWords.nothingStored(problems.filter(isError).length - result.questions.length, result.questions.length)
			);
			if (result.usable > 0) desk.remark(importWords.mayTakePart(result.usable));
			return 1;
		}
		if (!words.json) {
			for (const { receipt, file, entries, districts, late } of result.receipts)
				desk.print(importWords.accepted(receipt, file, entries, districts.length, late) + '\n');
		}
		return result.outcome === 'partly_accepted' ? 1 : 0;
	}
};
