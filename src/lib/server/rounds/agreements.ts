// A letter that an office brings itself: read strictly, proved, looked at beforehand, and put in force for its round. Every
// version is kept.
import type { Finding } from '../../agreement/check.ts';
import { applyRulings } from '../../agreement/rule.ts';
import { readRoundId } from '../../agreement/round-id.ts';
import { compileAgreement } from '../../scoring/compile.ts';
import { proveAgreement } from '../../scoring/prove.ts';
import type { Entry, Problem } from '../../submission/entry.ts';
import { keepFile } from '../store/archive.ts';
import type { KeptLetter } from '../store/kept-letters.ts';
import { districtsOf, readLetterText, shelfWith, type Letter } from './letters.ts';
import { compareAnswers, type Moves } from './moves.ts';
import { findProvince, hasProvince } from '../places.ts';
import { whoseLine, type Actor } from '../people/visitor.ts';
import { errorAbout, Refusal, warningAbout } from '../refusal.ts';
import { readFromArchive } from '../store/replay.ts';
import { viewRound } from './round-view.ts';
import { givenRulings } from './rulings.ts';
import { scoreOnce } from '../scoring/score-once.ts';
import { say } from '../sentences.ts';
import type { Store } from '../store/store.ts';
import { storedSubmissions } from '../store/stored-entries.ts';

/** A letter on its way in. */
export interface ArrivingLetter {
	readonly name: string;
	readonly bytes: Uint8Array;
}

export interface ProvedLetter {
	/** null where it cannot be put in force */
	readonly letter: Letter | null;
	/** all that is wrong with it, errors and warnings */
	readonly problems: readonly Problem[];
	/** the same text is in force already */
	readonly known: boolean;
}

const mostBytes = 2_000_000;

function readText({ name, bytes }: ArrivingLetter): string {
	if (bytes.byteLength > mostBytes) throw new Refusal([errorAbout(name, 'letter', say.letterTooLarge)]);
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		throw new Refusal([errorAbout(name, 'letter', say.letterNotText)]);
	}
}

/** Reads and proves a letter; changes nothing. */
export function proveLetter(store: Store, file: ArrivingLetter): ProvedLetter {
	try {
		const letter = readLetterText(readText(file), file.name, false);
		const problems = findProblems(letter);
		const wrong = problems.some((problem) => problem.severity === 'error');
		const known = store.shelf().digest(letter.agreement.agreement) === letter.sha256;
		return { letter: wrong ? null : letter, problems, known };
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		return { letter: null, problems: error.problems, known: false };
	}
}

/** All at once what keeps a letter from being put in force, and what should be looked at. */
function findProblems(letter: Letter): readonly Problem[] {
	const { agreement, file } = letter;
	const id = readRoundId(agreement.agreement);
	if (id === null) return [errorAbout(file, 'round', say.letterRound(agreement.agreement))];
	if (!hasProvince(agreement.province)) return [errorAbout(file, 'province', say.noSuchProvince(agreement.province))];
	const { slug, name } = findProvince(agreement.province);
	const place = slug === id.province ? [] : [errorAbout(file, 'province', say.letterProvince(id.province, name, slug))];
	const findings = proveAgreement(agreement, districtsOf(letter)).flatMap((finding) => asProblem(file, finding));
	const problems = [...place, ...findings];
	return problems.some((problem) => problem.severity === 'error') ? problems : [...problems, ...findUnscorable(letter)];
}

function asProblem(file: string, { severity, code, at, message }: Finding): readonly Problem[] {
	if (severity === 'error') return [errorAbout(file, code, `${at}: ${message}`)];
	return severity === 'warning' ? [warningAbout(file, code, `${at}: ${message}`)] : [];
}

/** What the machine cannot turn into rules: it would fail at every look at the round. */
function findUnscorable(letter: Letter): readonly Problem[] {
	try {
		compileAgreement(letter.agreement, districtsOf(letter));
		return [];
	} catch (error) {
		if (!(error instanceof Error)) throw error;
		return [errorAbout(letter.file, 'unscorable', say.letterUnscorable(error.message))];
	}
}

export interface LetterPreview extends ProvedLetter {
	/** whose score and place would change; null where the round has no results yet, or the letter cannot be put in force */
	readonly moves: Moves | null;
}

/** What a letter would do to its round; nothing is stored. */
export async function previewLetter(store: Store, file: ArrivingLetter): Promise<LetterPreview> {
	const proved = proveLetter(store, file);
	if (proved.letter === null) return { ...proved, moves: null };
	const { agreement } = proved.letter;
	const before = await viewRound(store, agreement.agreement);
	const submissions = await storedSubmissions(store.connection(), agreement.agreement);
	if (before === null || submissions.length === 0) return { ...proved, moves: null };
	const noticed: Problem[] = [];
	const entriesOf = readFromArchive(store.directory, shelfWith(store.shelf(), proved.letter), noticed);
	const entries = new Map<string, Entry>();
	for (const submission of submissions)
		for (const entry of await entriesOf({ ...submission, districts: [...submission.districts] }))
			entries.set(`${entry.district}/${entry.section}/${entry.indicator}/${entry.input}`, entry);
	const ruled = applyRulings(agreement, givenRulings(store.lines(), agreement.agreement));
	const after = await scoreOnce(store.instance(), ruled, [...entries.values()]);
	return {
		...proved,
		problems: [...proved.problems, ...noticed],
		moves: compareAnswers(before.province, before.answer, after.answer)
	};
}

export interface AddedLetter {
	readonly accepted: boolean;
	/** false where the same text was in force already */
	readonly changed: boolean;
	readonly round: string | null;
	readonly problems: readonly Problem[];
	/** what of the round is kept now, the oldest first */
	readonly versions: readonly KeptLetter[];
}

/** Puts a letter in force; what was received of its round is read again under it. With errors nothing is stored. */
export async function addLetter(store: Store, file: ArrivingLetter, actor: Actor): Promise<AddedLetter> {
	const { letter, problems, known } = proveLetter(store, file);
	if (letter === null) return { accepted: false, changed: false, round: null, problems, versions: [] };
	const round = letter.agreement.agreement;
	if (known) {
		const warning = warningAbout(file.name, 'known_letter', say.knownLetter(round));
		const versions = store.shelf().versions(round);
		return { accepted: true, changed: false, round, problems: [...problems, warning], versions };
	}
	await keepLetter(store, { file: letter.file, round, text: letter.text, sha256: letter.sha256 }, actor);
	const submissions = await storedSubmissions(store.connection(), round);
	const noticed = submissions.length === 0 ? [] : await store.rebuild();
	const versions = store.shelf().versions(round);
	return { accepted: true, changed: true, round, problems: [...problems, ...noticed], versions };
}

async function keepLetter(
	store: Store,
	{ file, round, text, sha256 }: { file: string; round: string; text: string; sha256: string },
	actor: Actor
): Promise<void> {
	const bytes = new TextEncoder().encode(text);
	await keepFile(store.directory, sha256, bytes);
	const what = { file, sha256, bytes: bytes.byteLength };
	await store.commit({ at: store.now(), ...whoseLine(actor), act: 'agreement', round, what }, () =>
		Promise.resolve([])
	);
}

/** The letters an office put in force, taken along when it begins its store anew. */
export function takeLettersAlong(store: Store): (actor: Actor) => Promise<void> {
	const letters = store
		.shelf()
		.rounds(false)
		.flatMap((round) => (store.shelf().versions(round).length === 0 ? [] : [store.shelf().find(round)]))
		.filter((letter) => letter !== null);
	return async (actor) => {
		for (const { file, agreement, text, sha256 } of letters)
			await keepLetter(store, { file, round: agreement.agreement, text, sha256 }, actor);
	};
}
