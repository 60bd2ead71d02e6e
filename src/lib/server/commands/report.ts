// Documents as files: one at a time, or a file for each district or indicator into a folder.
import { resolve } from 'node:path';
import type { RoundView } from '../../ranking/round.ts';
import { nameDocument } from '../../reports/document-names.ts';
import type { DocumentRequest } from '../../reports/documents.ts';
import { districtNamed } from '../printing/document-fit.ts';
import { wrongUse } from '../refusal.ts';
import { nameRoundMoment } from '../rounds/round-moment.ts';
import { refuseUnknownRound } from '../rounds/round-named.ts';
import { say } from '../sentences.ts';
import type { Command, Words } from './command.ts';

const kinds = ['memo', 'letter', 'district', 'indicator', 'comparison', 'book'] as const;
type Kind = (typeof kinds)[number];

const usage =
	'report memo|letter|district|indicator|comparison|book --round รอบ [--district อำเภอ] [--section ส่วน --indicator ข้อ] [--with รอบ,รอบ] [--as-of วันหรือเวลา] [--digits thai|arabic] --out แฟ้ม.pdf';

/** The options that say which one is meant, by kind of document. */
const takes: Readonly<Record<Kind, readonly string[]>> = {
	memo: [],
	letter: ['district'],
	district: ['district'],
	indicator: ['section', 'indicator'],
	comparison: ['with'],
	book: []
};

export const report: Command = {
	name: 'report',
	usage,
	least: 1,
	most: 1,
	options: ['round', 'as-of', 'district', 'section', 'indicator', 'with', 'digits', 'out'],
	needs: 'store',
	async run(words, desk, app) {
		const kind = readKind(words);
		const { digits } = words.options;
		if (digits !== undefined && digits !== 'thai' && digits !== 'arabic') throw wrongUse(say.digitsWrong(digits));
		const [named, out] = [needed(words, 'round'), needed(words, 'out')];
		const round = nameRoundMoment(named, words.options['as-of']);
		const view = (await app.round(round)) ?? refuseUnknownRound(round);
		const folder = /[/\\]$/.test(out);
		for (const request of folder ? listRequests(kind, words, view) : [readRequest(kind, words, view)]) {
			const file = folder ? `${out}${nameDocument(request)}.pdf` : out;
			const { bytes } = await app.document(round, request, digits ?? null, { signal: desk.signal });
			await desk.write(resolve(desk.cwd, file), bytes);
			desk.print(say.wrote(file) + '\n');
		}
		return 0;
	}
};

function readKind({ names, options }: Words): Kind {
	const [named = ''] = names;
	const kind = kinds.find((one) => one === named);
	if (kind === undefined) throw wrongUse(say.noSuchReport(named, kinds));
	const known = ['round', 'as-of', 'digits', 'out', ...takes[kind]];
	for (const option of Object.keys(options)) {
		if (!known.includes(option)) throw wrongUse(say.reportTakesNo(`--${option}`, usage));
	}
	return kind;
}

function needed({ options }: Words, name: string): string {
	const given = options[name];
	if (given === undefined) throw wrongUse(say.reportNeeds(`--${name}`, usage));
	return given;
}

function readRequest(kind: Kind, words: Words, view: RoundView): DocumentRequest {
	switch (kind) {
		case 'memo':
		case 'book':
			return { kind };
		case 'letter': {
			const { district } = words.options;
			return { kind, district: district === undefined ? null : districtNamed(view, district) };
		}
		case 'district':
			return { kind, district: districtNamed(view, needed(words, 'district')) };
		case 'indicator':
			return { kind, section: needed(words, 'section'), indicator: needed(words, 'indicator') };
		case 'comparison':
			return { kind, rounds: readRounds(view, words.options) };
	}
}

/** Rounds named whole or without their province; none compares the round at its own reporting dates. */
function readRounds({ id }: RoundView, { with: given, 'as-of': moment }: Words['options']): readonly string[] {
	const home = id.slice(0, id.indexOf('/') + 1);
	const named = given === undefined ? [] : given.split(',').map((round) => round.trim());
	return named.map((round) => nameRoundMoment(round.includes('/') ? round : home + round, moment));
}

/** Into a folder: what is not named is made for each. */
function listRequests(kind: Kind, words: Words, view: RoundView): readonly DocumentRequest[] {
	const { district, section, indicator } = words.options;
	if ((kind === 'letter' || kind === 'district') && district === undefined)
		return view.province.districts.map(({ code }) => ({ kind, district: code }));
	if (kind === 'indicator' && indicator === undefined)
		return view.agreement.sections
			.filter((one) => section === undefined || one.section === section)
			.flatMap((one) => one.indicators.map((two) => ({ kind, section: one.section, indicator: two.indicator })));
	return [readRequest(kind, words, view)];
}
