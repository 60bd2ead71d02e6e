// The charts of a round by the name of their files, so that whatever stands on a page can be taken away as it stands there.
import type { RoundView } from '../ranking/round.ts';
import type { ChartSheet } from './chart-sheet.ts';
import { findGradeSpread } from './grade-spread.ts';
import { findHeatSheet } from './heat-sheet.ts';
import { findPlaceSheet } from './place-sheet.ts';
import { findRanking } from './ranking-sheet.ts';
import { findSensitivitySheet } from './sensitivity-sheet.ts';
import { findSpreadSheet } from './spread-sheet.ts';
import { findTileMap } from './tile-map.ts';

/** Makes a chart from what follows its kind in the file's name (`team`, `team-1`, `4001`); null when there is none of that name. */
export type ChartMaker = (view: RoundView, rest: string, earlier: readonly RoundView[]) => ChartSheet | null;

const makers: Readonly<Record<string, ChartMaker>> = {
	grades: findGradeSpread,
	ranking: findRanking,
	heat: findHeatSheet,
	path: findPlaceSheet,
	sensitivity: findSensitivitySheet,
	spread: findSpreadSheet,
	tiles: findTileMap
};

/** `name`: `<kind>-<rest>`, as `spread-team-1`. `earlier`: the rounds before it, the latest first. */
export function findChart(view: RoundView, name: string, earlier: readonly RoundView[]): ChartSheet | null {
	const [, kind = '', rest = ''] = /^([a-z]+)(?:-(.+))?$/.exec(name) ?? [];
	return makers[kind]?.(view, rest, earlier) ?? null;
}
