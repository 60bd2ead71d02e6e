// Rulings at the terminal: what is asked, whose place would change, and giving one with its reason.
import { parse } from 'yaml';
import type { Ruling, Take } from '../../agreement/ruling.ts';
import { conditionSchema } from '../../agreement/schema.ts';
import type { RoundView } from '../../ranking/round.ts';
import type { App } from '../app.ts';
import { districtNamed, mustHaveIndicator } from '../printing/document-fit.ts';
import { wrongUse } from '../refusal.ts';
import { refuseUnknownRound } from '../rounds/round-named.ts';
import { listProposals, type AskedQuestion, type RulingDesk } from '../rounds/rulings.ts';
import { say } from '../sentences.ts';
import type { Command, Desk, Exit, Words } from './command.ts';
import { movesText, questionsText } from './rule-text.ts';

const usage =
	'rule list|take|take-all|switch|withdraw|exempt|include <รอบ> [การตีความ] [ส่วน/ตัวชี้วัด] [--as คำตอบ] [--districts อำเภอ,อำเภอ] --reason เหตุผล [--preview] [--json]';

export const rule: Command = {
	name: 'rule',
	usage,
	least: 2,
	most: 4,
	options: ['as', 'case', 'districts', 'reason'],
	flags: ['preview'],
	json: true,
	needs: 'store',
	async run(words, desk, app) {
		const [verb = '', round = ''] = words.names;
		const view = (await app.round(round)) ?? refuseUnknownRound(round);
		const open = await app.rulings(round);
		if (verb === 'list') {
			if (words.names.length > 2) throw wrongUse(say.usage(usage));
			desk.print(
				words.json ? JSON.stringify({ round, ...open }, null, '\t') + '\n' : questionsText(open, view.province)
			);
			return 0;
		}
		const asked =
			verb === 'exempt' || verb === 'include' ? [askedExemption(verb, words, view)] : askedRulings(verb, words, open);
		return await give(asked, words, desk, app);
	}
};

async function give(rulings: readonly Ruling[], words: Words, desk: Desk, app: App): Promise<Exit> {
	const [, round = ''] = words.names;
	const reason = words.options.reason ?? '';
	if (words.flags.includes('preview')) {
		const moves = await app.previewRulings(round, rulings);
		desk.print(words.json ? JSON.stringify({ round, rulings, ...moves }, null, '\t') + '\n' : movesText(moves));
		return 0;
	}
	if (reason === '') throw wrongUse(say.rulingNeedsReason);
	await app.rule(round, rulings, { who: desk.who, reason });
	desk.print(
		words.json ? JSON.stringify({ round, rulings, reason }, null, '\t') + '\n' : say.ruled(rulings.length) + '\n'
	);
	return 0;
}

/** An indicator taken out for the districts named; put back for them, or for all where none is named. */
function askedExemption(verb: 'exempt' | 'include', words: Words, view: RoundView): Ruling {
	const [, , indicator = ''] = words.names;
	const named = words.options.districts?.split(',').map((one) => districtNamed(view, one.trim()));
	if (words.names.length !== 3 || (verb === 'exempt' && named === undefined)) throw wrongUse(say.usage(usage));
	mustHaveIndicator(view, ...splitPlace(indicator));
	if (verb === 'exempt') return { reading: null, indicator, take: { kind: 'exempt', districts: named ?? [] } };
	return { reading: null, indicator, take: { kind: 'withdraw', ...(named ? { districts: named } : {}) } };
}

const splitPlace = (at: string): [string, string] => [at.split('/')[0] ?? '', at.split('/').slice(1).join('/')];

/** The rulings that the words ask for, one for each indicator the reading bears on unless one is named. */
function askedRulings(verb: string, words: Words, open: RulingDesk): readonly Ruling[] {
	const [, round = '', reading, indicator] = words.names;
	if (verb === 'take-all') {
		if (reading !== undefined) throw wrongUse(say.usage(usage));
		return listProposals(open);
	}
	if (!['take', 'switch', 'withdraw'].includes(verb) || reading === undefined) throw wrongUse(say.usage(usage));
	const here = open.questions.filter(
		(one) => one.reading === reading && (indicator === undefined || one.indicator === indicator)
	);
	if (here.length === 0) throw wrongUse(say.noReading(reading, round));
	const places = [...new Set(here.map((one) => one.indicator))];
	if (verb === 'withdraw') return places.map((at) => ({ reading, indicator: at, take: { kind: 'withdraw' } }));
	return places.flatMap((at) => {
		const mine = here.filter((one) => one.indicator === at && (one.kind === 'switch') === (verb === 'switch'));
		if (mine.length === 0) return [];
		const { as, case: nth } = words.options;
		return [{ reading, indicator: at, take: verb === 'switch' ? otherReading(mine, as) : readAnswer(mine, as, nth) }];
	});
}

/** Without a number, the only other reading there is. */
function otherReading(questions: readonly AskedQuestion[], as: string | undefined): Take {
	const options = questions.flatMap((one) => one.options);
	const chosen = as === undefined ? (options.length === 1 ? options[0] : undefined) : options[Number(as) - 1];
	if (chosen === undefined) throw wrongUse(say.whichAnswer(questions[0]?.reading ?? ''));
	return chosen.take;
}

/** `met unmet better worse`, an outcome, figure or condition as the question asks for; nothing is the recommendation. */
function readAnswer(questions: readonly AskedQuestion[], as: string | undefined, nth: string | undefined): Take {
	if (as === undefined) return { kind: 'recommended' };
	const lost = questions.filter((one) => one.kind === 'words');
	if (lost.length > 0 && lost.length === questions.length) {
		const words = lost[nth === undefined ? 0 : Number(nth) - 1]?.options[0]?.take;
		if (words?.kind !== 'words' || (lost.length > 1 && nth === undefined))
			throw wrongUse(say.whichCase(lost[0]?.reading ?? '', lost.length));
		return { kind: 'words', as: readTaken(as), text: words.text };
	}
	if (as === 'met' || as === 'unmet') return { kind: 'edge', as };
	if (as === 'better' || as === 'worse') return { kind: 'tie', share: as };
	const figure = /^-?\d+(\.\d{1,6})?$/.test(as) ? Number(as) : null;
	const silent = questions.filter((one) => one.kind === 'outcome');
	if (silent.length > 0) {
		const chosen = nth === undefined ? null : silent[Number(nth) - 1];
		if (chosen === undefined) throw wrongUse(say.whichAnswer(questions[0]?.reading ?? ''));
		const [option] = chosen?.options ?? [];
		const text = option?.take.kind === 'outcome' ? option.take.text : null;
		return { kind: 'outcome', outcome: figure ?? as, text };
	}
	if (figure === null) throw wrongUse(say.whichAnswer(questions[0]?.reading ?? ''));
	return questions.some((one) => one.kind === 'zero') ? { kind: 'zero', figure } : { kind: 'edge', as: figure };
}

/** A condition is written as in the letter: `{value: name, at_least: 12}`. */
function readTaken(as: string): Extract<Take, { kind: 'words' }>['as'] {
	if (as === 'met' || as === 'unmet') return as;
	const read = conditionSchema.safeParse(parseYaml(as));
	if (!read.success) throw wrongUse(say.noCondition(as));
	return read.data;
}

function parseYaml(text: string): unknown {
	try {
		return parse(text);
	} catch {
		return null;
	}
}
