import { bridgeParts } from '../../ranking/bridge.ts';
import {
	changeOf,
	isSilent,
	placesGained,
	type RoundChange,
	type SectionChange,
	type Standing
} from '../../ranking/compare.ts';
import type { IndicatorPair } from '../../ranking/pair-indicators.ts';
import type { RoundsCompared } from '../../reports/comparison/facts.ts';
import { showChange, showExact } from '../../reports/show-change.ts';
import { compareAnswer } from '../rounds/compare-answer.ts';
import { refuseUnknownRound } from '../rounds/round-named.ts';
import { nameRoundMoment, presentOf } from '../rounds/round-moment.ts';
import { compareWords, tableWords } from '../sentences.ts';
import type { Command } from './command.ts';
import { percentText } from './score-tables.ts';
import { textTable } from './text-table.ts';

const percentOf = (standing: Standing | null) => (isSilent(standing) ? '–' : percentText(standing?.percent ?? null));
const placeOf = (standing: Standing | null) => (isSilent(standing) ? '–' : String(standing?.place ?? '–'));

function gainedText(gained: number | null): string {
	if (gained === null) return '–';
	return gained === 0 ? '=' : gained > 0 ? `▲${gained}` : `▼${-gained}`;
}

function sectionTable({ title, mean, districts }: SectionChange): string {
	const head = [
		...[tableWords.code, tableWords.district, ...compareWords.places, compareWords.gained],
		...[...compareWords.percents, compareWords.change, ...bridgeParts.map((part) => compareWords.parts[part])],
		compareWords.like
	];
	const rows = districts.map((change) => {
		const { district, before, after, bridge, like } = change;
		return [
			district.code,
			district.name,
			placeOf(before),
			placeOf(after),
			gainedText(placesGained(change)),
			percentOf(before),
			percentOf(after),
			bridge === null || isSilent(before) || isSilent(after) ? '–' : showChange(changeOf(bridge)),
			...bridgeParts.map((part) => (bridge === null ? '–' : showChange(bridge.parts[part]))),
			like === null ? '–' : `${showExact(like.before)} → ${showExact(like.after)}`
		];
	});
	const last =
		mean === null
			? []
			: [
					[
						'',
						compareWords.mean(mean.districts),
						...['', '', ''],
						showExact(mean.before),
						showExact(mean.after),
						showChange(changeOf(mean)),
						...bridgeParts.map((part) => showChange(mean.parts[part])),
						''
					]
				];
	const right = head.map((_, at) => at).filter((at) => at > 1);
	return `${title}\n${textTable([head, ...rows, ...last], right)}\n`;
}

function pairText(pair: IndicatorPair): string | null {
	const number = `${pair.section}/${(pair.after ?? pair.before)?.indicator ?? ''}`;
	if (pair.kind === 'incomparable') return compareWords.incomparable(number, pair.reason);
	if (pair.sameRule && pair.sameWeight) return null;
	const remark = pair.hindrance === null ? '' : ` ${compareWords.hindered(pair.hindrance)}`;
	return `${number}: ${pair.changes.join(' · ')}${remark}`;
}

function changeText({ before, after, pairs, sections, alone }: RoundChange): string {
	const told = pairs.flatMap((pair) => pairText(pair) ?? []);
	const same = pairs.length - told.length;
	return [
		`${before.agreement.round} → ${after.agreement.round} (${before.id} → ${after.id})\n`,
		...sections.map(sectionTable),
		...alone.before.map(({ title }) => compareWords.sectionAlone(title, before.agreement.round)),
		...alone.after.map(({ title }) => compareWords.sectionAlone(title, after.agreement.round)),
		compareWords.same(same, pairs.length),
		...told.map((line) => `  ${line}`)
	].join('\n');
}

function compareText({ steps, whole }: RoundsCompared): string {
	const shown = steps.length === 1 ? steps : [...steps, whole];
	return `${shown.map(changeText).join('\n\n')}\n\n${compareWords.key}\n`;
}

export const compare: Command = {
	name: 'compare',
	usage: 'compare <รอบ[@วันที่]> [รอบ[@วันที่]…] [--as-of วันหรือเวลา] [--json]',
	least: 1,
	most: 8,
	options: ['as-of'],
	json: true,
	needs: 'store',
	async run(words, desk, app) {
		const names = words.names.map((name) => nameRoundMoment(name, words.options['as-of']));
		for (const name of names) if ((await app.round(name)) === null) refuseUnknownRound(presentOf(name));
		const compared = await app.compare(names);
		desk.print(words.json ? JSON.stringify(compareAnswer(compared), null, '\t') + '\n' : compareText(compared));
		return 0;
	}
};
