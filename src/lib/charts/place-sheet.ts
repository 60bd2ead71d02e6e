// A district's places over rounds as a chart with its figures.
import type { RoundView } from '../ranking/round.ts';
import type { ChartSheet } from './chart-sheet.ts';
import { drawChart } from './draw-chart.ts';
import { makePlacePath, type PathPoint } from './place-path.ts';

/** A district in one section of one round; nothing of it where it was not ranked or has sent nothing. */
export interface PlaceThen extends PathPoint {
	readonly percent: number | null;
}

function standThen(view: RoundView, section: string, district: string): PlaceThen {
	const label = view.agreement.round.replace(/^รอบ(?:ที่)?\s*/, '');
	const line = view.answer.sections.find((one) => one.section === section && one.district === district);
	const silent = view.answer.scores
		.filter((one) => one.section === section && one.district === district)
		.every(({ status }) => status === 'not_reported' || status === 'not_applicable');
	if (line === undefined || silent) return { label, place: null, best: null, worst: null, percent: null };
	return { label, place: line.place, best: line.place_best, worst: line.place_worst, percent: line.percent };
}

/** Places of a district round by round, the earliest first; `earlier` is given the latest first. */
export const listPlaces = (
	view: RoundView,
	section: string,
	district: string,
	earlier: readonly RoundView[]
): readonly PlaceThen[] => [...earlier.toReversed(), view].map((round) => standThen(round, section, district));

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

/** Null where no two rounds give the district a place. */
export function makePlaceSheet(
	view: RoundView,
	section: string,
	district: string,
	earlier: readonly RoundView[]
): ChartSheet | null {
	const name = view.province.districts.find(({ code }) => code === district)?.name;
	const places = listPlaces(view, section, district, earlier);
	if (name === undefined || places.filter(({ place }) => place !== null).length < 2) return null;
	const others = view.province.districts
		.filter(({ code }) => code !== district)
		.map(({ code }) => listPlaces(view, section, code, earlier).map(({ place }) => place));
	const ranked = view.answer.sections.filter((one) => one.section === section).length;
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
			return { svg: drawChart(makePlacePath(places, others, ranked, look), size), size };
		},
		table: {
			name: `path-${section}-${district}`,
			title: `อันดับของอำเภอ${name}ทีละรอบ`,
			columns: ['รอบ', 'อันดับ', 'ร้อยละ', 'ดีที่สุดที่เป็นได้', 'แย่ที่สุดที่เป็นได้'],
			rows: places.map(({ label, place, percent, best, worst }) => [label, place, percent, best, worst])
		}
	};
}

/** `rest`: `team-4004`, the section and the district. */
export function findPlaceSheet(view: RoundView, rest: string, earlier: readonly RoundView[]): ChartSheet | null {
	const [, section = '', district = ''] = /^(.+)-(\d{4})$/.exec(rest) ?? [];
	return makePlaceSheet(view, section, district, earlier);
}
