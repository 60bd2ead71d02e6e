// Publishing: a round as it stands is kept as one file, and the line of the journal that says so is what publishes it.
import { compareStates, isUnchanged, type State } from '../../ranking/edition-change.ts';
import type { EditionChange } from '../../ranking/edition.ts';
import type { Office, RoundView } from '../../ranking/round.ts';
import type { EditionHead, ResultState } from '../../ranking/way.ts';
import type { Fonts } from '../../reports/typesetting/print.ts';
import type { Problem } from '../../submission/entry.ts';
import { programVersion } from '../backup/program-version.ts';
import { whoseLine, type Actor } from '../people/visitor.ts';
import { errorAbout, Refusal, refuse } from '../refusal.ts';
import type { Letter } from '../rounds/letters.ts';
import { listEditions } from '../rounds/round-edition.ts';
import { withOffice, type ScoredRound } from '../rounds/round-view.ts';
import { say } from '../sentences.ts';
import { keepFile } from '../store/archive.ts';
import { sha256 } from '../store/durable.ts';
import type { Store } from '../store/store.ts';
import { codeOf } from './edition-code.ts';
import { readEdition, writeEdition, type EditionFile } from './edition-file.ts';
import { editionWords } from './sentences.ts';
import { openEdition } from './view-edition.ts';

/** What would be published, and what stands in the way. */
export interface ToPublish {
	readonly view: RoundView;
	/** the number it would have */
	readonly number: number;
	/** of all that is looked at; when it is another, something was changed */
	readonly stamp: string;
	/** what has to be done first; empty where it can be published */
	readonly obstacles: readonly Problem[];
	/** results that somebody sent and nobody has approved or returned, as keys `district/section/indicator` */
	readonly undecided: readonly string[];
	/** from the last edition; null where there is none */
	readonly change: EditionChange | null;
}

export interface PublishWish {
	/** why it is published again; of the first edition it is not kept */
	readonly reason: string;
	/** of what was looked at */
	readonly stamp: string;
	/** where the pages are: https://kpi.example */
	readonly origin: string;
	readonly actor: Actor;
}

/** What an office's documents are set with. */
export interface Setting {
	readonly office: Office;
	readonly fonts: Fonts | null;
}

interface Standing {
	readonly letter: Letter;
	readonly view: RoundView;
	readonly problems: readonly Problem[];
}

function standing(store: Store, scored: ScoredRound, { office }: Setting): Standing {
	const letter = store.shelf().find(scored.id);
	if (letter === null) throw refuse('unknown_round', say.noSuchRound(scored.id));
	return { letter, view: withOffice(scored, office), problems: scored.problems };
}

const asState = ({ letter, view }: Standing): State => ({ ...view, letter: letter.sha256 });

function fileOf(
	{ letter: { file, sha256: digest, text }, view, problems }: Standing,
	fonts: Fonts | null,
	change: EditionChange | null,
	about: Pick<EditionFile, 'number' | 'published_at' | 'who' | 'reason' | 'origin' | 'program' | 'journal'>
): EditionFile {
	const { id, agreement, province, answer, details, entries, received, newest, demo, way, rulings, office } = view;
	return {
		...about,
		round: id,
		letter: { file, sha256: digest, text },
		...{ agreement, province, answer, details, entries, received, newest, demo, office, problems, change },
		...(rulings === undefined ? {} : { rulings }),
		way: new Map([...way].map(([key, state]) => [key, keepState(state)])),
		fonts: fonts && { regular: sha256(fonts.regular), bold: sha256(fonts.bold) }
	};
}

function keepState(state: ResultState): ResultState {
	if (state.kind === 'sent') return state;
	const { kind, district, section, indicator, stamp, at, who, reason, line } = state.decision;
	return { kind: state.kind, decision: { kind, district, section, indicator, stamp, at, who, reason, line } };
}

/** Who opened the page saw this: the same content, the same stamp. */
function stampOf(stands: Standing, fonts: Fonts | null, number: number): string {
	const nothing = { published_at: '', who: '', reason: null, origin: '', program: '' };
	const journal = { n: 0, hash: '0'.repeat(64) };
	return sha256(writeEdition(fileOf(stands, fonts, null, { ...nothing, number, journal }))).slice(0, 16);
}

/** More names than this are counted. */
const mostNamed = 5;

function findObstacles(
	{ view }: Standing,
	undecided: readonly string[],
	change: EditionChange | null
): readonly Problem[] {
	const { province, received } = view;
	const names = new Map(province.districts.map(({ code, name }) => [code, name]));
	const named = undecided.slice(0, mostNamed).map((key) => {
		const [district = '', , indicator = ''] = key.split('/');
		return `${names.get(district) ?? district} ข้อ ${indicator}`;
	});
	return [
		...(received.length === 0 ? [errorAbout('', 'nothing_received', editionWords.nothingReceived)] : []),
		...(undecided.length === 0
			? []
			: [errorAbout('', 'undecided_results', editionWords.undecidedResults(undecided.length, named))]),
		...(change !== null && isUnchanged(change)
			? [errorAbout('', 'nothing_changed', editionWords.nothingChanged(change.from))]
			: [])
	];
}

/** What differs from the last edition; null where nothing was published. */
export async function changeSince(store: Store, scored: ScoredRound, setting: Setting): Promise<EditionChange | null> {
	const last = listEditions(store.lines(), scored.id).at(-1);
	if (last === undefined) return null;
	const file = await openEdition(store, scored.id, last.number);
	const before: State = { ...file, letter: file.letter.sha256 };
	const change = compareStates(last.number, before, asState(standing(store, scored, setting)));
	const font = setting.fonts && { regular: sha256(setting.fonts.regular), bold: sha256(setting.fonts.bold) };
	return { ...change, office: change.office || JSON.stringify(font) !== JSON.stringify(file.fonts) };
}

export async function prepareEdition(store: Store, scored: ScoredRound, setting: Setting): Promise<ToPublish> {
	const stands = standing(store, scored, setting);
	const number = listEditions(store.lines(), scored.id).length + 1;
	const change = await changeSince(store, scored, setting);
	const undecided = [...scored.way].flatMap(([key, state]) => (state.kind === 'sent' ? [key] : []));
	return {
		view: stands.view,
		number,
		stamp: stampOf(stands, setting.fonts, number),
		obstacles: findObstacles(stands, undecided, change),
		undecided,
		change
	};
}

/**
 * Freezes a round. Refuses while something stands in the way, where something was changed since it was looked at, and a second
 * edition without a reason.
 */
export async function publishEdition(
	store: Store,
	scored: ScoredRound,
	setting: Setting,
	wish: PublishWish
): Promise<EditionHead> {
	const { number, stamp, obstacles, change } = await prepareEdition(store, scored, setting);
	if (obstacles.length > 0) throw new Refusal(obstacles);
	if (stamp !== wish.stamp) throw refuse('moved', editionWords.moved);
	const reason = number === 1 ? null : wish.reason.trim();
	if (reason === '') throw refuse('no_reason', editionWords.needsReason(number));
	const { fonts } = setting;
	const at = store.now();
	const about = {
		...{ number, published_at: at, who: wish.actor.who, reason, origin: wish.origin },
		...{ program: programVersion(), journal: store.head() }
	};
	const bytes = writeEdition(fileOf(standing(store, scored, setting), fonts, change, about));
	// what cannot be read again must not be published
	readEdition(bytes);
	const hash = sha256(bytes);
	const code = codeOf(hash);
	const beside = await keepFonts(store, fonts);
	await keepFile(store.directory, hash, bytes);
	const what = { edition: number, sha256: hash, bytes: bytes.byteLength, code, reason };
	await store.commit(
		{
			...{ at, ...whoseLine(wish.actor), act: 'publish', round: scored.id },
			what: { ...what, ...(beside.length === 0 ? {} : { beside }) }
		},
		() => Promise.resolve([])
	);
	return { number, published_at: at, who: wish.actor.who, code, sha256: hash, reason };
}

async function keepFonts(store: Store, fonts: Fonts | null) {
	const kept: { file: string; sha256: string; bytes: number }[] = [];
	for (const [file, bytes] of fonts === null ? [] : (Object.entries(fonts) as readonly [keyof Fonts, Uint8Array][])) {
		const hash = sha256(bytes);
		await keepFile(store.directory, hash, bytes);
		kept.push({ file: `${file}.ttf`, sha256: hash, bytes: bytes.byteLength });
	}
	return kept;
}
