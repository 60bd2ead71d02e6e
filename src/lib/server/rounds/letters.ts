// The letters at hand: those the office put in force in its store, those of data/agreements, those invented for the demo, and
// any named by its file.
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { checkAgreement } from '../../agreement/check.ts';
import { readAgreement } from '../../agreement/read.ts';
import type { Agreement } from '../../agreement/schema.ts';
import { compileAgreement } from '../../scoring/compile.ts';
import type { JournalLine } from '../store/acts.ts';
import { archiveFolder } from '../store/archive.ts';
import { sha256 } from '../store/durable.ts';
import { keptLetters, lettersInForce, peekLines, type KeptLetter } from '../store/kept-letters.ts';
import { findProvince } from '../places.ts';
import { errorAbout, refuse, Refusal, wrongUse } from '../refusal.ts';
import { projectRoot, storeDirectory } from '../root.ts';
import { say } from '../sentences.ts';

/** A letter with the file it was read from. */
export interface Letter {
	readonly agreement: Agreement;
	/** as people are told it: relative to the project where it lies in it */
	readonly file: string;
	/** the text itself, with its comments */
	readonly text: string;
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

/** Where a letter lies, and what people are told it is called. */
interface Place {
	readonly path: string;
	readonly demo: boolean;
	readonly file: string;
	/** what its text must be, where that is known */
	readonly sha256: string | null;
}

const placeOf = (path: string, demo: boolean): Place => ({
	path,
	demo,
	file: isInside(projectRoot, path) ? relative(projectRoot, path) : path,
	sha256: null
});

function projectPlace(id: string): Place | null {
	const [, round] = id.split('/');
	const real = join(realLetters, `${id}.yaml`);
	if (existsSync(real)) return placeOf(real, false);
	const invented = join(demoFolder, id, `${round ?? ''}.yaml`);
	return existsSync(invented) ? placeOf(invented, true) : null;
}

const keptPlace = (store: string, { file, sha256 }: KeptLetter): Place => ({
	path: join(archiveFolder(store), sha256),
	demo: false,
	file,
	sha256
});

/** Ids of the rounds whose letters lie in the project, with those of the demo or without. */
export function listRounds(demo: boolean): readonly string[] {
	const withSlashes = (path: string) => path.split(sep).join('/');
	const real = globSync('*/*.yaml', { cwd: realLetters }).map((path) => withSlashes(path).slice(0, -'.yaml'.length));
	const invented = demo
		? globSync('*/*/*.yaml', { cwd: demoFolder }).map((path) => withSlashes(path).replace(/\/[^/]*$/, ''))
		: [];
	return [...new Set([...real, ...invented])].filter((id) => isRoundId(id) && projectPlace(id) !== null).sort();
}

/** A text as a letter, under the name people know it by. Refuses with all its problems when it is none. */
export function readLetterText(text: string, file: string, demo: boolean): Letter {
	const { agreement, problems } = readAgreement(text, file);
	if (agreement === null) {
		throw new Refusal(problems.map(({ line, message }) => errorAbout(file, 'letter', message, line ?? undefined)));
	}
	return { agreement, file, text, sha256: sha256(text), demo };
}

/** Reads the letter of a file. Refuses with all its problems when it is none. */
export function readLetter(path: string, demo: boolean): Letter {
	return readLetterText(readFileSync(path, 'utf8'), placeOf(path, demo).file, demo);
}

/** Findings without an answer to which no score can be worked out. */
const unusable = new Set(['name', 'type', 'parts']);

/** Every district code of the letter's province, in order. */
export function districtsOf({ agreement }: Letter): readonly string[] {
	return findProvince(agreement.province).districts.map((district) => district.code);
}

/** Refuses a letter whose rules speak of what is not there. */
export function mustBeUsable(letter: Letter): Letter {
	const broken = checkAgreement(letter.agreement, districtsOf(letter)).filter(
		(finding) => finding.severity === 'error' && unusable.has(finding.code)
	);
	if (broken.length === 0) return mustCompile(letter);
	throw new Refusal(broken.map(({ code, at, message }) => errorAbout(letter.file, code, `${at}: ${message}`)));
}

/** A rule that has no rows, such as a bound between two worked-out values, is the letter's fault and is said as such. */
function mustCompile(letter: Letter): Letter {
	try {
		compileAgreement(letter.agreement, districtsOf(letter));
		return letter;
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		throw new Refusal([errorAbout(letter.file, 'rule', say.ruleHasNoRows(why))]);
	}
}

// A letter is read once and kept as long as the store stays open: what is stored was read under it.
const remembered = new Map<string, Letter>();

function readUsable({ path, demo, file, sha256: expected }: Place): Letter {
	const known = remembered.get(path);
	if (known !== undefined) return known;
	if (expected !== null && !existsSync(path)) throw refuse('letter_missing', say.letterDamaged(file, null), file);
	const letter = mustBeUsable(readLetterText(readFileSync(path, 'utf8'), file, demo));
	if (expected !== null && letter.sha256 !== expected)
		throw refuse('letter_altered', say.letterDamaged(file, letter.agreement.agreement), file);
	remembered.set(path, letter);
	return letter;
}

/** Lets letters be read anew; for who opens or rebuilds a store, when everything stored is read under them again. */
export function forgetLetters(): void {
	remembered.clear();
}

/** The letters at hand in a store. */
export interface Shelf {
	/** the letter in force of a round, null when there is none; refuses one that cannot be used */
	find(id: string): Letter | null;
	/** SHA-256 of the letter in force of a round; empty when there is none */
	digest(id: string): string;
	/** ids of the rounds with a letter, those of the demo with them or not */
	rounds(demo: boolean): readonly string[];
	/** what the office put in force for a round, the oldest first */
	versions(id: string): readonly KeptLetter[];
}

/** The letters at hand in a store with this journal. */
export function shelfOf(store: string, lines: readonly JournalLine[]): Shelf {
	const kept = keptLetters(lines);
	const inForce = lettersInForce(kept);
	const placeFor = (id: string): Place | null => {
		const own = inForce.get(id);
		if (own !== undefined) return keptPlace(store, own);
		return isRoundId(id) ? projectPlace(id) : null;
	};
	return {
		find(id) {
			const place = placeFor(id);
			if (place === null) return null;
			const letter = readUsable(place);
			const inside = letter.agreement.agreement;
			if (inside !== id) throw refuse('other_round', say.otherRound(letter.file, id, inside), letter.file);
			return letter;
		},
		digest(id) {
			const place = placeFor(id);
			if (place === null) return '';
			return place.sha256 ?? remembered.get(place.path)?.sha256 ?? sha256(readFileSync(place.path, 'utf8'));
		},
		rounds: (demo) => [...new Set([...listRounds(demo), ...inForce.keys()])].sort(),
		versions: (id) => kept.filter((letter) => letter.round === id)
	};
}

/** A shelf on which one letter stands in the place of what is in force of its round. */
export function shelfWith(shelf: Shelf, letter: Letter): Shelf {
	const { agreement } = letter.agreement;
	return {
		...shelf,
		find: (id) => (id === agreement ? letter : shelf.find(id)),
		digest: (id) => (id === agreement ? letter.sha256 : shelf.digest(id))
	};
}

/** Where the letter lies that the command line names by its round or by its file. */
export function locateLetter(name: string, cwd: string): Place {
	if (isRoundId(name)) {
		const own = lettersInForce(keptLetters(peekLines(storeDirectory()))).get(name);
		const found = own === undefined ? projectPlace(name) : keptPlace(storeDirectory(), own);
		if (found !== null) return found;
	}
	const path = resolve(cwd, name);
	if (!existsSync(path) || !statSync(path).isFile()) throw wrongUse(say.noSuchLetter(name, listRounds(true)));
	return placeOf(path, isInside(demoFolder, path));
}

/** A letter by its round or by its file, ready to score with. */
export function letterNamed(name: string, cwd: string): Letter {
	return readUsable(locateLetter(name, cwd));
}
