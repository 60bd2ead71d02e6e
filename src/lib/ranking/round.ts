// A round as everybody looks at it: the letter, what was received, what it scored. Pages, documents and the API read this and nothing else.
import type { RulingGiven } from '../agreement/ruling.ts';
import type { Agreement } from '../agreement/schema.ts';
import type { EntryValue, Place } from '../submission/entry.ts';
import type { PublishedEdition } from './edition.ts';
import type { EditionHead, ResultState } from './way.ts';
import type { IndicatorScore, ScoreAnswer, ScoreDetail, SectionScore } from '../scoring/results.ts';

export interface District {
	/** DOPA code, 4 digits */
	readonly code: string;
	/** Thai name without อำเภอ */
	readonly name: string;
	readonly english: string;
}
export interface Province {
	/** DOPA code, 2 digits */
	readonly code: string;
	/** as in addresses: khon-kaen */
	readonly slug: string;
	readonly name: string;
	readonly english: string;
	readonly districts: readonly District[];
	/** where they lie, roughly: rows of codes from the north, each from the west; left out where nobody has drawn it */
	readonly tiles?: readonly (readonly (string | null)[])[];
}

/** The value in force of one input of one district, and where it came from. */
export interface EntryInForce {
	readonly district: string;
	readonly section: string;
	readonly indicator: string;
	readonly input: string;
	readonly value: EntryValue;
	readonly text: string;
	readonly at: Place;
	/** number of the submission that brought it */
	readonly submission: number;
}

/** A received file that was accepted. */
export interface Received {
	/** running number within the store, printed on the receipt */
	readonly number: number;
	readonly file: string;
	readonly sha256: string;
	readonly bytes: number;
	/** who sent it, as given on import; null when not said */
	readonly sender: string | null;
	/** ISO time it was received, with offset +07:00 */
	readonly received_at: string;
	/** received after the round's closing time */
	readonly late: boolean;
	readonly entries: number;
	/** codes of the districts it speaks of */
	readonly districts: readonly string[];
}

/** Settings of the office; everything optional is off until set. */
export interface Office {
	readonly name: string;
	readonly document_number: string | null;
	/** position of who signs, no person's name required */
	readonly signer: string | null;
	readonly signer_position: string | null;
	/** shares of sections in a combined total, by section name, in percent */
	readonly shares: Readonly<Record<string, number>> | null;
	/** bands of grades on percent, from the highest; null when not set */
	readonly bands: readonly { readonly grade: string; readonly name: string; readonly from: number }[] | null;
	readonly paper: PaperSettings;
}

/** How the office sets its documents; the defaults are the regulation on correspondence (ระเบียบงานสารบรรณ). */
export interface PaperSettings {
	readonly digits: 'thai' | 'arabic';
	/** centimetres */
	readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
	/** points of TH Sarabun, as the regulation gives them: the words บันทึกข้อความ, the labels, the body */
	readonly sizes: { readonly title: number; readonly label: number; readonly body: number };
	/** of a paragraph's first line, centimetres */
	readonly indent: number;
	/** marked ร่าง on every page */
	readonly draft: boolean;
	/** stands at the head and foot of every page; null when open to all */
	readonly secrecy: 'ลับ' | 'ลับมาก' | 'ลับที่สุด' | null;
	/** lines under the name of the office on an outgoing letter: where it sits */
	readonly address: readonly string[];
	/** the lines at the foot of an outgoing letter: the group that answers for it, its telephone, its mail */
	readonly contact: readonly string[];
	/** the office's own picture; where there is none its place stays empty, nothing is drawn instead */
	readonly emblem: Emblem | null;
}
export type Emblem = { readonly kind: 'svg'; readonly svg: string } | { readonly kind: 'png'; readonly base64: string };

export const regulationPaper: PaperSettings = {
	digits: 'thai',
	margins: { top: 2, right: 2, bottom: 2, left: 3 },
	sizes: { title: 29, label: 20, body: 16 },
	indent: 2.5,
	draft: false,
	secrecy: null,
	address: [],
	contact: [],
	emblem: null
};

export interface RoundView {
	/** khon-kaen/2565-2 */
	readonly id: string;
	readonly agreement: Agreement;
	readonly province: Province;
	readonly answer: ScoreAnswer;
	/** by `district/section/indicator` */
	readonly details: ReadonlyMap<string, ScoreDetail>;
	readonly entries: readonly EntryInForce[];
	readonly received: readonly Received[];
	/** ISO time of the newest data, null when nothing was received */
	readonly newest: string | null;
	/**
	 * Only of a round as it was: the moment up to which data were received, local, a day or a minute. Its id then is
	 * `khon-kaen/2565-2@2022-09-12`, and its letter and rulings are those in force at that moment.
	 */
	readonly as_of?: string;
	/** it shows invented results */
	readonly demo: boolean;
	readonly office: Office;
	/** how far each result has come that was sent, by `district/section/indicator` */
	readonly way: ReadonlyMap<string, ResultState>;
	/** what was published of the round up to now, or up to its moment, the first edition first */
	readonly editions: readonly EditionHead[];
	/** Only of a published edition, whose id is `khon-kaen/2565-2@e1`: it is as it was then, and stays so. */
	readonly edition?: PublishedEdition;
	/** what a committee ruled on the letter and is in force in these results, the oldest first; left out where nothing was */
	readonly rulings?: readonly RulingGiven[];
	/**
	 * Only for a district that may not see the others yet: its code. Scores, entries and files are its own alone, and what rests on
	 * others (places, best and worst of the province) is null.
	 */
	readonly only?: string;
	/**
	 * Only of a round that is compared: by the id of an earlier round, how these results would have scored under that round's
	 * rules with this round's dates, by this round's numbers, for indicators whose rule changed (see pair-indicators.ts).
	 */
	readonly under?: ReadonlyMap<string, readonly IndicatorScore[]>;
}

export const scoreKey = (s: { district: string; section: string; indicator: string }) =>
	`${s.district}/${s.section}/${s.indicator}`;

/** A line of a ranking: a district in one section. */
export interface RankLine extends SectionScore {
	readonly name: string;
	readonly late: boolean;
	readonly scores: readonly IndicatorScore[];
}
