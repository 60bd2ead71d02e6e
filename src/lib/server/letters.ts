// The letters at hand: those of data/agreements, those invented for the demo, and any named by its file.
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { checkAgreement } from '../agreement/check.ts';
import { readAgreement } from '../agreement/read.ts';
import type { Agreement } from '../agreement/schema.ts';
import { sha256 } from './durable.ts';
import { findProvince } from './places.ts';
import { errorAbout, refuse, Refusal, wrongUse } from './refusal.ts';
import { projectRoot } from './root.ts';
import { say } from './sentences.ts';

/** A letter with the file it was read from. */
export interface Letter {
	readonly agreement: Agreement;
	/** as people are told it: relative to the project where it lies in it */
	readonly file: string;
	/** of the file's text */
	readonly sha256: string;
	/** it lies among the demo's data */
	readonly demo: boolean;
}

const realLetters = join(projectRoot, 'data', 'agreements');
export const demoFolder = join(projectRoot, 'data', 'demo');

/** Whether a path lies in a folder; another drive does not. */
export function isInside(folder: string, path: string): boolean {
	const way = relative(folder, path);
	return !way.startsWith('..') && !isAbsolute(way);
}

export const isRoundId = (text: string) => /^[a-z-]+\/\d{4}-q?\d$/.test(text);

function fileOfRound(id: string): { readonly path: string; readonly demo: boolean } | null {
	const [, round] = id.split('/');
	const real = join(realLetters, `${id}.yaml`);
	if (existsSync(real)) return { path: real, demo: false };
	const invented = join(demoFolder, id, `${round ?? ''}.yaml`);
	return existsSync(invented) ? { path: invented, demo: true } : null;
}

/** Ids of the rounds whose letters lie in the project, with those of the demo or without. */
export function listRounds(demo: boolean): readonly string[] {
	const withSlashes = (path: string) => path.split(sep).join('/');
	const real = globSync('*/*.yaml', { cwd: realLetters }).map((path) => withSlashes(path).slice(0, -'.yaml'.length));
	const invented = demo
		? globSync('*/*/*.yaml', { cwd: demoFolder }).map((path) => withSlashes(path).replace(/\/[^/]*$/, ''))
		: [];
	return [...new Set([...real, ...invented])].filter((id) => isRoundId(id) && fileOfRound(id) !== null).sort();
}

/** Reads the letter of a file. Refuses with all its problems when it is none. */
export function readLetter(path: string, demo: boolean): Letter {
	const text = readFileSync(path, 'utf8');
	const file = isInside(projectRoot, path) ? relative(projectRoot, path) : path;
	const { agreement, problems } = readAgreement(text, file);
	if (agreement === null) {
		throw new Refusal(problems.map(({ line, message }) => errorAbout(file, 'letter', message, line ?? undefined)));
	}
	return { agreement, file, sha256: sha256(text), demo };
}

/** Findings without an answer to which no score can be worked out. */
const unusable = new Set(['name', 'type', 'parts']);

/** Every district code of the letter's province, in order. */
export function districtsOf({ agreement }: Letter): readonly string[] {
	return findProvince(agreement.province).districts.map((district) => district.code);
}

/** Refuses a letter whose rules speak of what is not there. */
function mustBeUsable(letter: Letter): Letter {
	const broken = checkAgreement(letter.agreement, districtsOf(letter)).filter(
		(finding) => finding.severity === 'error' && unusable.has(finding.code)
	);
	if (broken.length === 0) return letter;
	throw new Refusal(broken.map(({ code, at, message }) => errorAbout(letter.file, code, `${at}: ${message}`)));
}

// A letter is read once and kept as long as the store stays open: what is stored was read under it.
const remembered = new Map<string, Letter>();

function readUsable(path: string, demo: boolean): Letter {
	const letter = remembered.get(path) ?? mustBeUsable(readLetter(path, demo));
	remembered.set(path, letter);
	return letter;
}

/** The letter of a round of the project, null when there is none. */
export function findLetter(id: string): Letter | null {
	const found = isRoundId(id) ? fileOfRound(id) : null;
	if (found === null) return null;
	const letter = readUsable(found.path, found.demo);
	const inside = letter.agreement.agreement;
	if (inside !== id) throw refuse('other_round', say.otherRound(letter.file, id, inside), letter.file);
	return letter;
}

/** SHA-256 of the letter that a round is read under; empty when there is none. */
export function letterDigest(id: string): string {
	const found = isRoundId(id) ? fileOfRound(id) : null;
	if (found === null) return '';
	return remembered.get(found.path)?.sha256 ?? sha256(readFileSync(found.path, 'utf8'));
}

/** Lets letters be read anew; for who opens or rebuilds a store, when everything stored is read under them again. */
export function forgetLetters(): void {
	remembered.clear();
}

/** Where the letter lies that the command line names by its round or by its file. */
export function locateLetter(name: string, cwd: string): { readonly path: string; readonly demo: boolean } {
	const found = isRoundId(name) ? fileOfRound(name) : null;
	if (found !== null) return found;
	const path = resolve(cwd, name);
	if (!existsSync(path) || !statSync(path).isFile()) throw wrongUse(say.noSuchLetter(name, listRounds(true)));
	return { path, demo: isInside(demoFolder, path) };
}

/** A letter by its round or by its file, ready to score with. */
export function letterNamed(name: string, cwd: string): Letter {
	const { path, demo } = locateLetter(name, cwd);
	return readUsable(path, demo);
}
