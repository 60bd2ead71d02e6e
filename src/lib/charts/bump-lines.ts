// The places of a section's districts through rounds, and which of them are worth following with the eye.
import { isSilent, placesGained, type DistrictChange, type RoundChange, type Standing } from '../ranking/compare.ts';

export interface BumpLine {
	readonly district: string;
	readonly name: string;
	/** in each round; null where it had no results */
	readonly places: readonly (number | null)[];
	/** the height its line has in each round: its place, or one of those below all places */
	readonly rows: readonly number[];
	/** the row of its name beside the last round: districts of one place stand under each other */
	readonly label: number;
	readonly fate: 'up' | 'down' | 'same' | 'silent';
	readonly lit: boolean;
}
export interface Bump {
	/** the earliest first, as short as they can be told apart */
	readonly rounds: readonly string[];
	/** in the order of the last round */
	readonly lines: readonly BumpLine[];
}

/** Lines lit of all that moved. */
export const mostLit = 5;

/** A section's places through all rounds, null for the combined total; null where a round has no such section or nobody has results. */
export function listBump(
	steps: readonly RoundChange[],
	section: string | null,
	rounds: readonly string[]
): Bump | null {
	const changes = steps.map((step) => step.sections.find((one) => one.section === section));
	const last = changes.at(-1);
	if (last === undefined || changes.some((change) => change === undefined)) return null;
	if (changes.every((change) => change?.districts.every(({ before, after }) => isSilent(before) && isSilent(after))))
		return null;
	const standings = new Map(
		last.districts.map(({ district }) => {
			const own = changes.flatMap(
				(change) => change?.districts.find((one) => one.district.code === district.code) ?? []
			);
			return [district.code, [own[0]?.before ?? null, ...own.map(({ after }) => after)]] as const;
		})
	);
	const all = last.districts.map(({ district }) => standings.get(district.code) ?? []);
	const rowsOf = rounds.map((_, nth) => rankRows(all.map((own) => own[nth] ?? null)));
	const lit = chooseLit(last.districts);
	return {
		rounds,
		lines: last.districts.map((change, at): BumpLine => {
			const own = all[at] ?? [];
			return {
				district: change.district.code,
				name: change.district.name,
				places: own.map((standing) => (isSilent(standing) ? null : (standing?.place ?? null))),
				rows: rowsOf.map((rows) => rows[at]?.row ?? 0),
				label: rowsOf.at(-1)?.[at]?.label ?? 0,
				fate: fateOf(change),
				lit: lit.has(change.district.code)
			};
		})
	};
}

/** The same lines with fates by another change (of all rounds together), lit those chosen or else those that moved most. */
export function relight(bump: Bump, changes: readonly DistrictChange[], chosen: readonly string[]): Bump {
	const fates = new Map(changes.map((change) => [change.district.code, fateOf(change)]));
	const known = chosen.filter((code) => fates.has(code)).slice(0, mostLit);
	const lit = known.length > 0 ? new Set(known) : chooseLit(changes);
	return {
		...bump,
		lines: bump.lines.map((line) => ({
			...line,
			fate: fates.get(line.district) ?? line.fate,
			lit: lit.has(line.district)
		}))
	};
}

interface Row {
	readonly row: number;
	readonly label: number;
}

/** Those without results stand under each other below all that have a place; a name never stands over another. */
function rankRows(standings: readonly (Standing | null)[]): readonly Row[] {
	const placed = standings.filter((standing) => !isSilent(standing)).length;
	let below = placed;
	let labelled = 0;
	return standings.map((standing) => {
		const silent = isSilent(standing) || standing?.place == null;
		if (silent) below += 1;
		const row = silent ? below : (standing.place ?? below);
		labelled = Math.max(row, labelled + 1);
		return { row, label: labelled };
	});
}

function fateOf(change: DistrictChange): BumpLine['fate'] {
	const gained = placesGained(change);
	if (gained === null) return 'silent';
	return gained > 0 ? 'up' : gained < 0 ? 'down' : 'same';
}

/** Two that rose most and two that fell most, then who lost or has no result, then the next that moved. */
function chooseLit(changes: readonly DistrictChange[]): ReadonlySet<string> {
	const moved = changes.flatMap((change) => {
		const gained = placesGained(change);
		return gained === null || gained === 0 ? [] : [{ code: change.district.code, gained }];
	});
	const up = moved.filter(({ gained }) => gained > 0).toSorted((a, b) => b.gained - a.gained);
	const down = moved.filter(({ gained }) => gained < 0).toSorted((a, b) => a.gained - b.gained);
	const silent = changes.filter((change) => isSilent(change.after) && !isSilent(change.before));
	const wanted = [
		...[...up.slice(0, 2), ...down.slice(0, 2)].map(({ code }) => code),
		...silent.map(({ district }) => district.code),
		...[...up.slice(2), ...down.slice(2)].map(({ code }) => code)
	];
	return new Set(wanted.slice(0, mostLit));
}
