// A district's places over rounds as a chart with its figures.
import type { RoundView } from '../ranking/round.ts';
import type { ChartSheet } from './chart-sheet.ts';
import { drawChart } from './draw-chart.ts';
import { isUnheard, linesOf } from './lines-of.ts';
import { makePlacePath, type PathPoint } from './place-path.ts';

/** A district in one section of one round; nothing of it where it was not ranked or has sent nothing. */
export interface PlaceThen extends PathPoint {
	readonly percent: number | null;
}

/** Where every district stood in a round, by its code. */
type Standings = ReadonlyMap<string, PlaceThen>;

function standThen(view: RoundView, section: string): { readonly label: string; readonly standings: Standings } {
	// rounds as they were all stand at one moment, which the page says
	const label = view.agreement.round.replace(/^รอบ(?:ที่)?\s*/, '').replace(/ ณ .*$/, '');
	const standings = linesOf(view, section)
		.filter((line) => !isUnheard(line))
		.map((line) => {
			const { place, place_best: best, place_worst: worst, percent } = line;
			return [line.district, { label, place, best, worst, percent }] as const;
		});
	return { label, standings: new Map(standings) };
}

/** Places of the districts round by round, the earliest first; `earlier` is given the latest first. */
function followPlaces(view: RoundView, section: string, earlier: readonly RoundView[]) {
	const rounds = [...earlier.toReversed(), view].map((round) => standThen(round, section));
	return (district: string): readonly PlaceThen[] =>
		rounds.map(
			({ label, standings }) =>
				standings.get(district) ?? { label, place: null, best: null, worst: null, percent: null }
		);
}

/** Places of one district; `section` may be `total`. */
export const listPlaces = (
	view: RoundView,
	section: string,
	district: string,
	earlier: readonly RoundView[]
): readonly PlaceThen[] => followPlaces(view, section, earlier)(district);

/** What became of its place since the round before that gave it one. */
export function titlePlaces(name: string, places: readonly PlaceThen[]): string {
	const now = places.at(-1)?.place ?? null;
	const before = places.slice(0, -1).findLast(({ place }) => place !== null);
	if (now === null) return `${name}ยังไม่มีอันดับในรอบนี้`;
	if (before?.place == null) return `${name}มีอันดับเป็นรอบแรก`;
	const gained = before.place - now;
	if (gained === 0) return `${name}อันดับ ${now} เท่ากับรอบ ${before.label}`;
	return `${name}${gained > 0 ? 'ขึ้น' : 'ลง'} ${Math.abs(gained)} อันดับจากรอบ ${before.label}`;
}

/** A path hangs on nothing but what it is drawn from, takes a while, and many open it: the last ones are kept. */
const drawn = new Map<string, string>();
const mostDrawn = 300;

function keepDrawn(key: string, svg: string): void {
	drawn.delete(key);
	drawn.set(key, svg);
	const [oldest] = drawn.keys();
	if (drawn.size > mostDrawn && oldest !== undefined) drawn.delete(oldest);
}

/** Null where no two rounds give the district a place. */
export function makePlaceSheet(
	view: RoundView,
	section: string,
	district: string,
	earlier: readonly RoundView[]
): ChartSheet | null {
	const name = view.province.districts.find(({ code }) => code === district)?.name;
	const follow = followPlaces(view, section, earlier);
	const places = follow(district);
	if (name === undefined || places.filter(({ place }) => place !== null).length < 2) return null;
	const others = view.province.districts
		.filter(({ code }) => code !== district)
		.map(({ code }) => follow(code).map(({ place }) => place));
	const ranked = linesOf(view, section).length;
	return {
		title: titlePlaces(name, places),
		alt: places
			.map(({ label, place, best, worst }) => {
				const range = best === null || worst === null || best === worst ? '' : ` ยังเป็นได้ ${best} ถึง ${worst}`;
				return place === null ? `รอบ ${label} ไม่มีผล` : `รอบ ${label} อันดับ ${place}${range}`;
			})
			.join('; '),
		draw(look, width) {
			const size = { width, height: Math.round(Math.min(width * 0.62, 320)) };
			const key = JSON.stringify([places, others, ranked, look, size]);
			const svg = drawn.get(key) ?? drawChart(makePlacePath(places, others, ranked, look), size);
			keepDrawn(key, svg);
			return { svg, size };
		},
		table: {
			name: `path-${section}-${district}`,
			title: `อันดับของอำเภอ${name}ทีละรอบ`,
			columns: ['รอบ', 'อันดับ', 'ร้อยละ', 'ดีที่สุดที่เป็นได้', 'แย่ที่สุดที่เป็นได้'],
			rows: places.map(({ label, place, percent, best, worst }) => [label, place, percent, best, worst])
		}
	};
}

/** `rest`: `team-4004` or `total-4004`, the section and the district. */
export function findPlaceSheet(view: RoundView, rest: string, earlier: readonly RoundView[]): ChartSheet | null {
	const [, section = '', district = ''] = /^(.+)-(\d{4})$/.exec(rest) ?? [];
	return makePlaceSheet(view, section, district, earlier);
}
