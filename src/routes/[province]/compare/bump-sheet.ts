// The places of a section's districts over rounds, as the picture of the page and its figures.
import { drawBumpTable, type BumpRow, type BumpTable } from '$lib/charts/bump-table.ts';
import { listBump, relight } from '$lib/charts/bump-lines.ts';
import type { ChartSheet } from '$lib/charts/chart-sheet.ts';
import { drawShapes } from '$lib/charts/draw-shapes.ts';
import {
	isSilent,
	placesGained,
	type DistrictChange,
	type SectionChange,
	type Standing
} from '$lib/ranking/compare.ts';
import type { RoundsCompared } from '$lib/reports/comparison/facts.ts';
import { shortRound } from '$lib/reports/comparison/words.ts';
import { nameSection } from '$lib/reports/rank-lines.ts';
import { writeDigits, type Digits } from '$lib/thai/digits.ts';
import { showPercent } from '$lib/reports/percent.ts';

/** More lines than these are no picture. */
const mostLines = 60;

export const showPlace = (standing: Standing | null): string =>
	isSilent(standing) || standing?.place == null ? '—' : String(standing.place);
export const showStanding = (standing: Standing | null): string =>
	isSilent(standing) || standing?.percent == null ? '—' : showPercent(standing.percent);

/** Its own results are not all known; that others' are open moves its place too, but says nothing of it. */
const isOpen = (standing: Standing | null): boolean => standing !== null && standing.scored < standing.due;
export const isSettled = ({ before, after }: DistrictChange): boolean => !isOpen(before) && !isOpen(after);

/** ▲3, ▼2, hollow where results of its own are open; คงที่ where it stayed, — where it has no place in one of the rounds. */
export function showGained(change: DistrictChange): string {
	const gained = placesGained(change);
	if (gained === null) return '—';
	if (gained === 0) return 'คงที่';
	const open = !isSettled(change);
	return `${gained > 0 ? (open ? '△' : '▲') : open ? '▽' : '▼'}${Math.abs(gained)}`;
}

/** Null where the places cannot be drawn: too many districts, or a round without results in the section. */
export function makeBumpTable(
	compared: RoundsCompared,
	section: SectionChange,
	chosen: readonly string[],
	digits: Digits = 'arabic'
): BumpTable | null {
	const write = (text: string) => writeDigits(text, digits);
	const end = (standing: Standing | null) => ({
		place: write(showPlace(standing)),
		percent: write(showStanding(standing))
	});
	const { rounds, steps, whole } = compared;
	const found = listBump(
		steps,
		section.section,
		rounds.map((round) => shortRound(round, rounds))
	);
	const own = whole.sections.find((one) => one.section === section.section);
	if (found === null || own === undefined || found.lines.length > mostLines) return null;
	const bump = relight(found, own.districts, chosen);
	const changes = new Map(own.districts.map((change) => [change.district.code, change]));
	const starts = spreadStarts(bump.lines.map(({ rows }) => rows[0] ?? 0));
	return {
		heads: bump.rounds.map(write),
		rows: bump.lines.flatMap((line, at): BumpRow[] => {
			const change = changes.get(line.district);
			if (change === undefined) return [];
			const rows = line.rows.map((row, nth) =>
				nth === 0 ? (starts[at] ?? row) : nth === line.rows.length - 1 ? line.label : row
			);
			return [
				{
					name: line.name,
					rows,
					placed: line.places.map((place) => place !== null),
					fate: line.fate,
					lit: line.lit,
					first: end(change.before),
					last: end(change.after),
					change: write(showGained(change)),
					settled: isSettled(change),
					words: [
						line.name,
						...line.places.map(
							(place, nth) => `${bump.rounds[nth] ?? ''} ${place === null ? 'ยังไม่มีผล' : `อันดับ ${place}`}`
						),
						`ร้อยละ ${showStanding(change.before)} → ${showStanding(change.after)}`
					]
				}
			];
		})
	};
}

/** A row for each, in the order of the rows given: of several on one row the next stand under the first. */
function spreadStarts(rows: readonly number[]): readonly number[] {
	const order = rows.map((row, at) => ({ row, at })).toSorted((a, b) => a.row - b.row || a.at - b.at);
	const starts = new Map<number, number>();
	let last = 0;
	for (const { row, at } of order) {
		last = Math.max(row, last + 1);
		starts.set(at, last);
	}
	return rows.map((_, at) => starts.get(at) ?? 0);
}

/** หนองเรือขึ้น 8 อันดับ ซำสูงลง 7: who moved farthest; counted where several moved as far. */
export function titleBump({ districts }: SectionChange): string {
	const moved = districts.flatMap((change) => {
		const gained = placesGained(change);
		return gained === null || gained === 0 ? [] : [{ name: change.district.name, gained }];
	});
	const farthest = (sign: 1 | -1, word: string) => {
		const far = Math.max(0, ...moved.map(({ gained }) => gained * sign));
		const names = moved.filter(({ gained }) => gained * sign === far).map(({ name }) => name);
		return far === 0 ? [] : [`${names.length === 1 ? (names[0] ?? '') : `${names.length} อำเภอ`}${word} ${far} อันดับ`];
	};
	const parts = [...farthest(1, 'ขึ้น'), ...farthest(-1, 'ลง')];
	if (parts.length > 0) return parts.join(' ');
	return districts.some((change) => placesGained(change) !== null) ? 'ไม่มีอำเภอใดเปลี่ยนอันดับ' : 'ยังไม่มีอำเภอใดมีผลทั้งสองรอบ';
}

/** The picture in the digits chosen; its figures are numbers. */
export function makeBumpSheet(
	compared: RoundsCompared,
	section: SectionChange,
	chosen: readonly string[],
	digits: Digits = 'arabic'
): ChartSheet | null {
	const table = makeBumpTable(compared, section, chosen, digits);
	const own = compared.whole.sections.find((one) => one.section === section.section);
	if (table === null || own === undefined) return null;
	const { rounds } = compared;
	const heads = rounds.map((round) => shortRound(round, rounds));
	return {
		title: titleBump(own),
		alt: `อันดับ${nameSection(section)}: ${table.rows
			.map(({ name, first, last }) => `${name} ${first.place} ไป ${last.place}`)
			.join('; ')}`,
		draw(look, width) {
			const drawing = drawBumpTable(table, look, width);
			const size = { width, height: drawing.height };
			return { svg: drawShapes(drawing.shapes, size), size };
		},
		table: {
			name: `places-${section.section ?? 'total'}`,
			title: `อันดับ ${nameSection(section)}`,
			columns: [...['รหัส', 'อำเภอ'], ...heads.flatMap((head) => [`อันดับ ${head}`, `ร้อยละ ${head}`]), 'อันดับที่เปลี่ยน'],
			rows: own.districts.map((change) => [
				change.district.code,
				change.district.name,
				...listStandings(compared, section.section, change.district.code).flatMap((standing) =>
					isSilent(standing) ? [null, null] : [standing?.place ?? null, standing?.percent ?? null]
				),
				placesGained(change)
			])
		}
	};
}

function listStandings({ steps }: RoundsCompared, section: string | null, code: string): readonly (Standing | null)[] {
	const own = steps.map((step) =>
		step.sections.find((one) => one.section === section)?.districts.find(({ district }) => district.code === code)
	);
	return [own[0]?.before ?? null, ...own.map((change) => change?.after ?? null)];
}
