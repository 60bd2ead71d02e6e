// The office's settings at the terminal: what they are, and setting them as the settings page does.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Emblem, Office } from '../../ranking/round.ts';
import type { Fonts } from '../../reports/typesetting/print.ts';
import type { App } from '../app.ts';
import { checkEmblem } from '../office/emblem.ts';
import { checkOffice } from '../office/office.ts';
import { besideNames, fieldNames, officeWords } from '../office/sentences.ts';
import { readPairs, setFields, showFields } from '../office/set-fields.ts';
import { atTerminal } from '../people/visitor.ts';
import { refuse, wrongUse } from '../refusal.ts';
import { say } from '../sentences.ts';
import type { Command, Desk, Exit, Words } from './command.ts';
import { textTable } from './text-table.ts';

const usage =
	'office show | office set ช่อง=ค่า … | office emblem <แฟ้ม.svg|แฟ้ม.png> | office font <ตัวปกติ.ttf> <ตัวหนา.ttf> | office emblem|font --remove [--json]';

/** What is kept beside the fields; what is left out stays as it is, null is taken away. */
interface Beside {
	readonly emblem?: Emblem | null;
	readonly fonts?: Fonts | null;
}

export const office: Command = {
	name: 'office',
	usage,
	least: 1,
	most: 100,
	flags: ['remove'],
	json: true,
	needs: 'store',
	async run(words, desk, app) {
		const [verb = '', ...given] = words.names;
		const remove = words.flags.includes('remove');
		if (verb === 'show' && given.length === 0 && !remove) return await show(words, desk, app);
		if (verb === 'set' && given.length > 0 && !remove) return await set(given, words, desk, app);
		const files = verb === 'emblem' ? 1 : verb === 'font' ? 2 : null;
		if (files === null || given.length !== (remove ? 0 : files)) throw wrongUse(say.usage(usage));
		const [first = '', second = ''] = given;
		const told =
			verb === 'emblem'
				? remove
					? officeWords.emblemRemoved
					: officeWords.emblemSaved(first)
				: remove
					? officeWords.fontRemoved
					: officeWords.fontSaved(first, second);
		const beside =
			verb === 'emblem' ? { emblem: await readEmblem(given, desk) } : { fonts: await readFonts(given, desk) };
		await save(await app.office(), beside, desk, app);
		return await tell(told, words, desk, app);
	}
};

async function set(pairs: readonly string[], words: Words, desk: Desk, app: App): Promise<Exit> {
	const given = readPairs(pairs);
	const before = await app.office();
	const { paper, ...rest } = checkOffice(setFields(before, given));
	await save({ ...rest, paper: { ...paper, emblem: before.paper.emblem } }, {}, desk, app);
	return await tell(officeWords.saved([...given.keys()]), words, desk, app);
}

async function save(settings: Office, { emblem, fonts }: Beside, desk: Desk, app: App): Promise<void> {
	const paper = emblem === undefined ? settings.paper : { ...settings.paper, emblem };
	await app.saveOffice({ ...settings, paper }, atTerminal(desk.who), fonts);
}

async function tell(told: string, words: Words, desk: Desk, app: App): Promise<Exit> {
	if (words.json) return await show(words, desk, app);
	desk.print(`${told}\n`);
	return 0;
}

async function show({ json }: Words, desk: Desk, app: App): Promise<Exit> {
	const [settings, ownFont] = [await app.office(), await app.hasOwnFont()];
	const emblem = settings.paper.emblem?.kind ?? null;
	if (json) {
		const shown = { ...settings, paper: { ...settings.paper, emblem }, own_font: ownFont };
		desk.print(JSON.stringify(shown, null, '\t') + '\n');
		return 0;
	}
	const names: Readonly<Record<string, string>> = fieldNames;
	const rows = [...showFields(settings)].flatMap(([field, values]) =>
		(values.length === 0 ? [officeWords.none] : values).map((value, nth) => [
			nth === 0 ? field : '',
			nth === 0 ? (names[field] ?? fieldNames.shares) : '',
			value
		])
	);
	const beside = [
		['emblem', besideNames.emblem, emblem ?? officeWords.hasNot],
		['font', besideNames.font, ownFont ? officeWords.has : officeWords.hasNot]
	];
	desk.print(textTable([...rows, ...beside]) + '\n');
	return 0;
}

async function readEmblem([file]: readonly string[], desk: Desk): Promise<Emblem | null> {
	if (file === undefined) return null;
	const checked = checkEmblem(await readNamed(file, desk));
	if (checked.kind === 'refused') throw refuse('emblem', checked.why, file);
	return checked.emblem;
}

async function readFonts([regular, bold]: readonly string[], desk: Desk): Promise<Fonts | null> {
	if (regular === undefined || bold === undefined) return null;
	return { regular: await readNamed(regular, desk), bold: await readNamed(bold, desk) };
}

async function readNamed(file: string, desk: Desk): Promise<Uint8Array> {
	try {
		return await readFile(resolve(desk.cwd, file));
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw wrongUse(say.noSuchFile(file));
		throw error;
	}
}
