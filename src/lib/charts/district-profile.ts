// Each indicator of a district against its province, in percent of the points it can give: where the district stands, the
// middle of the province and its best. What is open is the range it can still become, hollow.
import type { Indicator } from '../agreement/schema.ts';
import { scoreKey, type RoundView } from '../ranking/round.ts';
import type { IndicatorScore } from '../scoring/results.ts';
import type { OpenStatus } from './level-spread.ts';
import type { ChartLook } from './look.ts';
import { measureEm } from './measure-text.ts';
import { middleValue } from './middle.ts';
import { drawProfileRow } from './profile-row.ts';
import { drawLine, drawText, type Shape } from './shapes.ts';
import { toneOf, type Tone } from './tones.ts';

/** All figures in percent of the points the indicator gives at most. */
export interface ProfileRow {
	readonly section: string;
	readonly indicator: string;
	/** ข้อ 4 หนี้กองทุนสตรี */
	readonly label: string;
	readonly own:
		| { readonly kind: 'scored'; readonly at: number; readonly tone: Tone }
		| { readonly kind: 'open'; readonly status: OpenStatus; readonly from: number; readonly to: number };
	/** median and best of the districts that have a result; null where none has */
	readonly middle: number | null;
	readonly best: number | null;
}

/** A row for each indicator of a section that applies and gives points, in the letter's order. */
export function listProfile(view: RoundView, district: string, section: string): readonly ProfileRow[] {
	const known = view.agreement.sections.find((one) => one.section === section);
	const scores = view.answer.scores.filter((one) => one.section === section);
	return (known?.indicators ?? []).flatMap((indicator): ProfileRow[] => {
		const all = scores.filter((one) => one.indicator === indicator.indicator);
		const score = all.find((one) => one.district === district);
		const own = score === undefined ? null : standOf(view, score, indicator);
		if (own === null) return [];
		const peers = all.flatMap((one) => (one.status === 'scored' ? (shareOf(one.points, one.max_points) ?? []) : []));
		return [
			{
				section,
				indicator: indicator.indicator,
				label: indicator.short.startsWith('ข้อ ') ? indicator.short : `ข้อ ${indicator.indicator} ${indicator.short}`,
				own,
				middle: middleValue(peers),
				best: peers.length === 0 ? null : Math.max(...peers)
			}
		];
	});
}

function standOf(view: RoundView, score: IndicatorScore, indicator: Indicator): ProfileRow['own'] | null {
	if (score.status === 'not_applicable') return null;
	const detail = view.details.get(scoreKey(score));
	if (score.status !== 'scored') {
		const from = shareOf(detail?.points_lowest ?? null, score.max_points);
		const to = shareOf(detail?.points_highest ?? null, score.max_points);
		return from === null || to === null ? null : { kind: 'open', status: score.status, from, to };
	}
	const at = shareOf(score.points, score.max_points);
	return at === null || score.outcome === null ? null : { kind: 'scored', at, tone: toneOf(score.outcome, indicator) };
}

const shareOf = (points: number | null, most: number | null): number | null =>
	points === null || most === null || most <= 0 ? null : (100 * points) / most;

/** A line of the picture: a section's title, or one of its indicators. */
export type ProfileLine = { readonly kind: 'title'; readonly label: string } | ({ readonly kind: 'row' } & ProfileRow);

export interface ProfileGroup {
	readonly title: string;
	readonly rows: readonly ProfileRow[];
}

/** All groups under each other in so many columns of one height; a group cut in two says so over its rest. */
export function splitProfile(groups: readonly ProfileGroup[], columns: number): readonly (readonly ProfileLine[])[] {
	const filled = groups.filter(({ rows }) => rows.length > 0);
	const most = Math.ceil(filled.reduce((sum, { rows }) => sum + rows.length + 1, 0) / columns);
	const parts: ProfileLine[][] = [[]];
	for (const { title, rows } of filled) {
		rows.forEach((row, nth) => {
			const full = (parts.at(-1)?.length ?? 0) + (nth === 0 ? 1 : 0) >= most;
			if (full && parts.length < columns) parts.push([]);
			const part = parts.at(-1) ?? [];
			if (nth === 0) part.push({ kind: 'title', label: title });
			else if (part.length === 0) part.push({ kind: 'title', label: `${title} (ต่อ)` });
			part.push({ kind: 'row', ...row });
		});
	}
	return parts;
}

/** In em: lines high enough for the marks of Thai above and below, and the axis under them. */
const lineHeight = 1.4;
const axisHeight = 1.9;

export const profileHeight = (lines: number, { size }: ChartLook): number => size * (lines * lineHeight + axisHeight);
/** Room the longest label needs. */
export const labelRoom = (rows: readonly ProfileRow[], { size }: ChartLook): number =>
	Math.ceil(Math.max(0, ...rows.map(({ label }) => measureEm(label))) * size) + 8;

/** `labels`: width of the column of labels, so that pictures beside or under each other line up. */
export function drawDistrictProfile(
	lines: readonly ProfileLine[],
	look: ChartLook,
	labels: number,
	width: number
): readonly Shape[] {
	const { size } = look;
	const across = width - labels - size;
	const foot = lines.length * lineHeight * size;
	const x = (share: number) => labels + (share / 100) * across;
	const grid = [0, 20, 40, 60, 80, 100].flatMap((share) => [
		drawLine(x(share), 0, x(share), foot, { stroke: look.line, width: 0.5 }),
		drawText(x(share), foot + size * 0.95, String(share), { size, fill: look.soft, align: 'center' })
	]);
	const rows = lines.flatMap((line, nth): readonly Shape[] => {
		const y = (nth + 0.5) * lineHeight * size;
		const label = drawText(0, y, line.label, { size, fill: look.text, bold: line.kind === 'title' });
		return line.kind === 'title' ? [label] : [label, ...drawProfileRow(line, x, y, look)];
	});
	return [...grid, ...rows];
}
