// What of the form changes as somebody types: how each field reads, what is attached, and what it comes to.
import type { Say } from '$lib/components/say.ts';
import { sayValue } from '$lib/components/say-value.ts';
import { reasonWords } from '$lib/components/words.ts';
import type { IndicatorScore } from '$lib/scoring/results.ts';
import type { App } from '$lib/server/app.ts';
import type { Draft, DraftSheet } from '$lib/server/entry/draft.ts';
import { emptySheet } from '$lib/server/entry/draft.ts';
import { listLevels, noteKey, ticked, tickKey, valueKey } from '$lib/server/entry/fields.ts';
import { readField, type FieldReading } from '$lib/submission/entered/read-field.ts';
import { writeField } from '$lib/submission/entered/write-field.ts';
import { likelyYears } from '$lib/submission/read.ts';
import { formatScaled } from '$lib/thai/numbers.ts';
import type { SheetOf } from './find-sheet.ts';

export interface LiveField {
	/** value.spent_baht */
	readonly key: string;
	readonly text: string;
	/** a Thai sentence, what is wrong and what to write; null where it can be sent */
	readonly fault: string | null;
	/** as it was read, where the field itself shows it otherwise: a day of the Buddhist era, a long number */
	readonly shown: string | null;
	/** Thai sentences on how it was read */
	readonly notes: readonly string[];
}
export interface LiveLevel {
	readonly level: string;
	readonly ticked: boolean;
	readonly note: string;
	readonly files: readonly { readonly name: string; readonly sha256: string; readonly bytes: number }[];
}
export interface Live {
	/** of the whole draft; 0 where there is none */
	readonly version: number;
	/** when the draft was last saved and by whom; null where nothing of this indicator is in it */
	readonly saved: { readonly at: string; readonly by: string } | null;
	readonly fields: readonly LiveField[];
	readonly levels: readonly LiveLevel[];
	/** what it comes to, and more about it; null where it is about the whole province */
	readonly outcome: { readonly words: string; readonly more: string | null; readonly open: boolean } | null;
}

export async function showLive(app: App, sheetOf: SheetOf, draft: Draft | null, say: Say): Promise<Live> {
	const { section, indicator, view, base } = sheetOf;
	const sheet = draft?.sheets[`${section}/${indicator.indicator}`];
	const cells = sheet?.cells ?? {};
	const years = likelyYears(view.agreement);
	const read = Object.entries(indicator.inputs).map(([input, rule]) => {
		const key = valueKey(input);
		const text = cells[key]?.text ?? base.get(key) ?? '';
		return { input, key, text, reading: readField(text, rule, years), changed: cells[key] !== undefined };
	});
	return {
		version: draft?.version ?? 0,
		saved: draft === null || sheet === undefined ? null : { at: draft.saved_at, by: draft.saved_by },
		fields: read.map(({ key, text, reading }) => ({
			key,
			text,
			fault: reading.kind === 'bad' ? reading.why : null,
			shown: reading.kind === 'value' ? sayRead(say, reading, text) : null,
			notes: reading.kind === 'bad' ? [] : reading.notes
		})),
		levels: showLevels(sheetOf, sheet ?? emptySheet),
		outcome: sheetOf.subject.whole ? null : await sayOutcomeOf(app, sheetOf, read, say)
	};
}

/** Nothing where the field shows it just as well. */
function sayRead(say: Say, { value }: Extract<FieldReading, { kind: 'value' }>, text: string): string | null {
	if (value.kind === 'moment') return value.iso === null ? null : sayValue(say, value);
	if (value.kind !== 'number') return null;
	return formatScaled(value.scaled, { decimals: value.decimals }) === text.replace(/^-/, '−')
		? null
		: sayValue(say, value);
}

const showLevels = ({ indicator }: SheetOf, { cells, files }: DraftSheet): readonly LiveLevel[] =>
	listLevels(indicator).map(({ level, outcome }) => ({
		level,
		ticked: cells[tickKey(level)]?.text === ticked,
		note: cells[noteKey(level)]?.text ?? '',
		files: files.filter((file) => file.outcome === outcome).map(({ name, sha256, bytes }) => ({ name, sha256, bytes }))
	}));

async function sayOutcomeOf(
	app: App,
	{ view, subject, section, indicator }: SheetOf,
	read: readonly { input: string; text: string; reading: FieldReading; changed: boolean }[],
	say: Say
): Promise<Live['outcome']> {
	const changes = read
		.filter(({ changed }) => changed)
		.map(({ input, text, reading }) => ({
			section,
			indicator: indicator.indicator,
			input,
			value: reading.kind === 'value' ? writeField(reading.value) : reading.kind === 'bad' ? text : ''
		}));
	const scores = changes.length === 0 ? view.answer.scores : (await app.whatIf(view.id, subject.code, changes)).scores;
	const score = scores.find(
		(one) => one.district === subject.code && one.section === section && one.indicator === indicator.indicator
	);
	return score === undefined ? null : sayScore(say, score, changes.length > 0);
}

function sayScore(say: Say, score: IndicatorScore, typed: boolean): NonNullable<Live['outcome']> {
	const { status, outcome, weighted, weight, reason, recommended } = score;
	const according = typed ? 'ตามที่กรอก' : 'ตามค่าที่ใช้อยู่';
	if (status === 'scored' && outcome !== null) {
		const more =
			weighted === null || weight === null ? null : `คะแนนถ่วงน้ำหนัก ${say.fixed(weighted, 2)} จาก ${say.figure(weight)}`;
		return { words: `ได้${say.outcome(outcome)} ${according}`, more, open: false };
	}
	const why = reason === null ? null : reasonWords[reason];
	if (status === 'undecided') {
		const offer = recommended === null ? '' : ` เสนอ${say.outcome(recommended.outcome)}`;
		return { words: `ยังชี้ขาดไม่ได้${offer} ${according}`, more: why, open: true };
	}
	if (status === 'invalid') return { words: 'ยังบอกระดับไม่ได้ มีค่าที่ใช้ไม่ได้', more: 'แก้ช่องที่บอกไว้', open: true };
	return { words: 'ยังบอกระดับไม่ได้ กรอกยังไม่พอ', more: why, open: true };
}
