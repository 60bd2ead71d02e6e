// A chart that answers to the pointer, drawn over the server's picture of it in the same size and place.
import { CustomChart } from 'echarts/charts';
import { TooltipComponent } from 'echarts/components';
import { init, use, type ECharts } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { drawBridge } from '../charts/bridge-picture.ts';
import { drawBumpTable } from '../charts/bump-table.ts';
import { screenLook, type ChartLook } from '../charts/look.ts';
import { drawPlaceRanges } from '../charts/place-ranges.ts';
import type { Shape } from '../charts/shapes.ts';
import type { Drawing, PictureMark } from '../charts/spread-line.ts';
import { drawSpread } from '../charts/draw-spread.ts';
import { writeDigits, type Digits } from '../thai/digits.ts';
import type { LiveData } from './live-data.ts';

use([CustomChart, TooltipComponent, SVGRenderer]);

function draw(data: LiveData, look: ChartLook, width: number): Drawing {
	switch (data.kind) {
		case 'bump':
			return drawBumpTable(data.table, look, width);
		case 'bridge':
			return drawBridge(data.rows, data.words, look, width);
		case 'spread':
			return drawSpread(data.spread, look, width);
		case 'ranges':
			return drawPlaceRanges(data.rows, look, width);
	}
}

/** Answers how to put it to sleep again. */
export function wakeChart(box: HTMLElement, data: LiveData): () => void {
	const still = box.querySelector('svg');
	const drawn = Number(still?.getAttribute('width') ?? 0);
	const living = document.createElement('div');
	living.className = 'living';
	living.setAttribute('aria-hidden', 'true');
	box.append(living);
	let chart: ECharts | null = null;

	function show() {
		const { width, height } = box.getBoundingClientRect();
		if (width === 0 || drawn === 0) return;
		chart?.dispose();
		chart = init(living, null, { renderer: 'svg', width, height });
		const drawing = draw(data, { ...screenLook, size: (data.size * width) / drawn }, width);
		chart.setOption(makeOption(drawing, data.digits));
		box.classList.add('awake');
	}
	show();
	const watcher = new ResizeObserver(show);
	watcher.observe(box);
	return () => {
		watcher.disconnect();
		chart?.dispose();
		living.remove();
		box.classList.remove('awake');
	};
}

function makeOption({ shapes, marks }: Drawing, digits: Digits) {
	const still = shapes.map((shape) => inDigits(shape, digits));
	return {
		animation: false,
		textStyle: { fontFamily: 'Sarabun' },
		tooltip: {
			trigger: 'item',
			confine: true,
			transitionDuration: 0,
			backgroundColor: 'var(--surface)',
			borderColor: 'var(--line2)',
			padding: [6, 12],
			textStyle: { color: 'var(--ink)', fontFamily: 'Sarabun', fontSize: 14, lineHeight: 22 },
			extraCssText:
				'box-shadow: 0 8px 28px rgb(10 14 20 / 14%); border-radius: 8px; max-width: 300px; white-space: normal;',
			formatter: ({ dataIndex }: { readonly dataIndex: number }) => sayMark(marks[dataIndex], digits)
		},
		series: [
			{
				type: 'custom',
				coordinateSystem: 'none',
				silent: true,
				clip: false,
				data: [[0, 0]],
				renderItem: () => ({ type: 'group', children: still })
			},
			{
				type: 'custom',
				coordinateSystem: 'none',
				clip: false,
				z: 5,
				data: marks.map(() => [0, 0]),
				renderItem: ({ dataIndex }: { readonly dataIndex: number }) => ({
					type: 'group',
					children: lay(marks[dataIndex], digits)
				})
			}
		]
	};
}

/** Built as elements, so that nobody's name is read as markup. */
function sayMark(mark: PictureMark | undefined, digits: Digits): HTMLElement {
	const box = document.createElement('div');
	for (const [nth, words] of (mark?.words ?? []).entries()) {
		const line = document.createElement('div');
		line.textContent = writeDigits(words, digits);
		if (nth === 0) line.style.fontWeight = '600';
		box.append(line);
	}
	return box;
}

/** Unseen until it is pointed at. */
const lay = (mark: PictureMark | undefined, digits: Digits) => [
	...(mark?.hit ?? []).map((shape) => ({ ...shape, style: { ...styleOf(shape), opacity: 0 } })),
	...(mark?.lit ?? [])
		.map((shape) => inDigits(shape, digits))
		.map((shape) => ({
			...shape,
			silent: true,
			style: { ...styleOf(shape), opacity: 0 },
			emphasis: { style: { ...styleOf(shape), opacity: 1 } }
		}))
];

const styleOf = (shape: Shape): Readonly<Record<string, unknown>> => ('style' in shape ? { ...shape.style } : {});

function inDigits(shape: Shape, digits: Digits): Shape {
	if (shape.type !== 'text') return shape;
	const { text } = shape.style ?? {};
	return typeof text === 'string' ? { ...shape, style: { ...shape.style, text: writeDigits(text, digits) } } : shape;
}
