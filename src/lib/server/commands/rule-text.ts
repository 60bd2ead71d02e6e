import type { Take } from '../../agreement/ruling.ts';
import type { Province } from '../../ranking/round.ts';
import type { SectionScore } from '../../scoring/results.ts';
import type { MovedScore, Moves } from '../rounds/moves.ts';
import type { AskedQuestion, RulingDesk } from '../rounds/rulings.ts';
import { outcomeWords, ruleWords, say, statusMarks } from '../sentences.ts';
import { percentText, placeText } from './score-tables.ts';
import { textTable } from './text-table.ts';

/** What to write after --as. */
function answerOf(take: Take, at: number): string {
	switch (take.kind) {
		case 'recommended':
			return ruleWords.proposed;
		case 'edge':
			return `--as ${take.as}`;
		case 'outcome':
			return `--as ${take.outcome}`;
		case 'words':
			return `--as ${typeof take.as === 'string' ? take.as : JSON.stringify(take.as)}`;
		case 'tie':
			return `--as ${take.share}`;
		default:
			return `--as ${at + 1}`;
	}
}

function questionText(question: AskedQuestion, nth: number): string {
	const { reading, indicator, kind, asks, options, figure, ruled, districts } = question;
	const which = nth === 0 ? '' : ` --case ${nth}`;
	const head = `${reading} ${indicator}${which}  ${asks}${districts === 0 ? '' : `  (${ruleWords.districts(districts, kind === 'switch' || ruled !== null)})`}`;
	const answers = options.map(
		(option, at) => `    ${answerOf(option.take, at)}  ${option.words}${option.proposed ? ruleWords.isProposed : ''}`
	);
	const bounds =
		figure === null
			? []
			: [`    --as ${(kind === 'zero' ? ruleWords.figure : ruleWords.bound)(figure.bounds, figure.unit)}`];
	const condition = kind === 'words' ? [`    --as ${ruleWords.condition}`] : [];
	const given = ruled === null ? [] : [`    ${ruleWords.given(ruled.at, ruled.who, ruled.reason)}`];
	return [head, ...answers, ...bounds, ...condition, ...given].join('\n');
}

export function questionsText({ questions, idle, exemptions }: RulingDesk, { districts }: Province): string {
	const seen = new Map<string, number>();
	const text = (one: AskedQuestion) => {
		const key = `${one.reading} ${one.indicator} ${one.kind}`;
		const several =
			questions.filter(
				(other) => other.kind === one.kind && `${other.reading} ${other.indicator} ${other.kind}` === key
			).length > 1;
		const nth = (one.kind === 'outcome' || one.kind === 'words') && several ? (seen.get(key) ?? 0) + 1 : 0;
		seen.set(key, nth);
		return questionText(one, nth);
	};
	const nameOf = (code: string) => districts.find((one) => one.code === code)?.name ?? code;
	const open = questions.filter((one) => one.kind !== 'switch');
	const switches = questions.filter((one) => one.kind === 'switch');
	const parts = [
		ruleWords.open(open.filter((one) => one.ruled === null).length),
		...open.map(text),
		'',
		ruleWords.switches,
		...switches.map(text),
		...(exemptions.length === 0
			? []
			: [
					'',
					ruleWords.exempt,
					...exemptions.map(({ ruling, districts: codes }) => {
						const { indicator, at, who, reason } = ruling;
						return `${indicator}  ${ruleWords.exemptFrom(codes.map(nameOf))}\n    ${ruleWords.given(at, who, reason)}`;
					})
				]),
		...(idle.length === 0
			? []
			: ['', ruleWords.idle(idle.map((one) => `${one.reading ?? ruleWords.exempt} ${one.indicator}`))])
	];
	return parts.join('\n') + '\n';
}

const scoreText = (score: MovedScore['before']) =>
	score === null ? '' : score.status === 'scored' ? outcomeWords(score.outcome) : statusMarks[score.status];
const place = (line: SectionScore | null) => (line === null ? '' : placeText(line));
const percent = (line: SectionScore | null) => (line === null ? '' : percentText(line.percent));

export function movesText({ scores, places }: Moves): string {
	const head = say.wouldMove(scores.length, places.length);
	if (scores.length === 0 && places.length === 0) return head + '\n';
	const one = scores.map(({ district, name, before, after }) => {
		const at = after ?? before;
		return [district, name, `${at?.section ?? ''}/${at?.indicator ?? ''}`, scoreText(before), '→', scoreText(after)];
	});
	const two = places.map(({ district, name, section, before, after }) => [
		district,
		name,
		section,
		percent(before),
		'→',
		percent(after),
		ruleWords.place,
		place(before),
		'→',
		place(after)
	]);
	return [head, '', textTable(one), '', textTable(two), ''].join('\n');
}
