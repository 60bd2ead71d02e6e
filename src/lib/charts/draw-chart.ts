// Draws a chart as SVG without a browser: the picture a page shows before any JavaScript, and the one that is printed.
// The same option gives the same bytes.
import { init, setPlatformAPI, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { kinds, type ChartOption } from './kinds.ts';
import { measureText } from './measure-text.ts';

/** Pixels on screen, points on paper. */
export interface ChartSize {
	readonly width: number;
	readonly height: number;
}

let ready = false;
function prepare(): void {
	if (ready) return;
	setPlatformAPI({ measureText: (text, font) => measureText(text, font ?? '') });
	use([...kinds, SVGRenderer]);
	ready = true;
}

/**
 * An `<svg>` element as text. Leave no text to ECharts to shorten (it counts on a clock how fast it measures, and cuts otherwise
 * on a slow machine) and no label to it to leave out (`interval: 0`); a label outside its mark needs `textBorderWidth: 0`.
 */
export function drawChart(option: ChartOption, { width, height }: ChartSize): string {
	prepare();
	// disposed of at once: a living chart keeps a clock running, and the program would not end
	const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
	try {
		chart.setOption({ ...option, animation: false, textStyle: { fontFamily: 'Sarabun' } });
		return refuseNames(strip(chart.renderToSVGString()));
	} finally {
		chart.dispose();
	}
}

/**
 * Without what only a living chart needs: rules for the pointer, an empty ground, and decimals nobody can see. Nothing is cut
 * off at the edge of its grid either: printed, a cut would be a soft mask, and what lies under it is lost.
 */
const strip = (svg: string): string =>
	svg
		.replace(/<style\b[^]*?<\/style>/g, '')
		.replace(/<clipPath\b[^]*?<\/clipPath>/g, '')
		.replace(/<defs ?>\s*<\/defs>/, '')
		.replace(/ clip-path="[^"]*"/g, '')
		.replace(/ class="zr[^"]*"/g, '')
		.replace(/ ecmeta_\w+="[^"]*"/g, '')
		.replace(/ pointer-events="visible"/g, '')
		.replace(/ style="([^"]*)"/g, (_, style: string) => writeFont(style))
		.replace(/\d+\.\d{4,}/g, (figure) => String(Number(Number(figure).toFixed(3))))
		.replace(/<rect [^>]*fill="none"><\/rect>/, '')
		.replace(/\n+/g, '');

/** Fonts as attributes: a page takes no style along that its policy has not named. */
const writeFont = (style: string): string =>
	[...style.matchAll(/(font-(?:size|family|weight)):([^;]*)/g)]
		.map(([, name = '', value = '']) => ` ${name}="${value.trim().replace(/px$/, '')}"`)
		.join('');

/** What is left with a name carries the number of charts drawn before it: gradients and patterns, which print badly too. */
function refuseNames(svg: string): string {
	if (svg.includes('id="zr')) throw new Error('a chart is drawn without gradients and patterns');
	return svg;
}
