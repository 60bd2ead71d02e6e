// A district's place from round to round: the best place on top, the others faint behind it, and the places still possible as
// a soft bar where results were open.
import type { ChartOption } from './kinds.ts';
import type { ChartLook } from './look.ts';
import { drawBox } from './shapes.ts';

export interface PathPoint {
	/** รอบ 2/2565 */
	readonly label: string;
	/** null where nothing was reported in the round */
	readonly place: number | null;
	readonly best: number | null;
	readonly worst: number | null;
}

/** A line for each run of rounds that gave a place. */
function drawFaint(
	places: readonly (number | null)[],
	at: (round: number, place: number) => [number, number],
	look: ChartLook
) {
	const runs: [number, number][][] = [[]];
	for (const [round, place] of places.entries()) {
		if (place === null) runs.push([]);
		else runs.at(-1)?.push(at(round, place));
	}
	return runs
		.filter(({ length }) => length > 1)
		.map((points) => ({
			type: 'polyline' as const,
			shape: { points },
			style: { stroke: look.edge, lineWidth: 0.8, opacity: 0.45, fill: 'none' }
		}));
}

/** `others`: places of each other district, a round at the same position as in `path`; `districts`: how many are ranked. */
export function makePlacePath(
	path: readonly PathPoint[],
	others: readonly (readonly (number | null)[])[],
	districts: number,
	look: ChartLook
): ChartOption {
	const { size } = look;
	const words = { fontSize: size, color: look.soft };
	const ticks = [1, ...[5, 10, 15, 20, 25, 30].filter((place) => place < districts - 2), districts];
	return {
		grid: { left: size * 2.6, right: size * 2, top: size * 1.4, bottom: size * 2, outerBoundsMode: 'none' },
		xAxis: {
			type: 'category',
			data: path.map(({ label }) => label),
			axisLabel: { ...words, interval: 0, margin: 5 },
			axisLine: { show: false },
			axisTick: { show: false }
		},
		yAxis: {
			type: 'value',
			inverse: true,
			min: 1,
			max: Math.max(2, districts),
			axisLabel: { ...words, customValues: ticks },
			axisLine: { show: false },
			axisTick: { show: false },
			splitLine: { show: false }
		},
		series: [
			// one series for all of them: a series each would take most of the time of a district's page
			{
				type: 'custom',
				silent: true,
				data: [[0, 1]],
				renderItem: (_, api) => {
					const at = (round: number, place: number): [number, number] => {
						const [x = 0, y = 0] = api.coord([round, place]);
						return [x, y];
					};
					return { type: 'group', children: others.flatMap((places) => drawFaint(places, at, look)) };
				}
			},
			{
				type: 'custom',
				data: path.map(({ worst }, nth) => [nth, worst ?? districts]),
				renderItem: ({ dataIndex }, api) => {
					const { best = null, worst = null } = path[dataIndex] ?? {};
					if (best === null || worst === null || best === worst) return null;
					const [x = 0, top = 0] = api.coord([dataIndex, best]);
					const bottom = api.coord([dataIndex, worst])[1] ?? top;
					const box = { x: x - size * 0.35, y: top, width: size * 0.7, height: bottom - top };
					const shape = drawBox(box, look.line, { stroke: look.edge, width: 0.6 });
					return { type: 'group', children: [shape] };
				}
			},
			{
				type: 'line',
				z: 5,
				symbol: 'circle',
				symbolSize: size * 0.8,
				// Beside the last point there is room; above the others the label keeps off the line.
				data: path.map(({ place }, nth) =>
					place === null ? null : { value: place, label: { position: nth === path.length - 1 ? 'right' : 'top' } }
				),
				lineStyle: { color: look.text, width: 1.6 },
				itemStyle: { color: look.text },
				label: {
					show: true,
					position: 'right',
					formatter: ({ value }) => (typeof value === 'number' ? String(value) : ''),
					fontSize: size * 1.1,
					fontWeight: 'bold',
					color: look.text,
					textBorderWidth: 0,
					textBorderColor: 'transparent'
				}
			}
		]
	};
}
