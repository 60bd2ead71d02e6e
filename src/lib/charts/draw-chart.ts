// Draws a chart as SVG without a browser: the picture a page shows before any JavaScript, and the one that is printed.
// The same option gives the same bytes: what ECharts numbers as it goes is named after the picture itself.
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
	const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
	try {
		chart.setOption({ ...option, animation: false, textStyle: { fontFamily: 'Sarabun' } });
		return nameByContent(strip(chart.renderToSVGString()));
	} finally {
		chart.dispose();
	}
}

/** Without what only a living chart needs: rules for the pointer, an empty ground, and decimals nobody can see. */
const strip = (svg: string): string =>
	svg
		.replace(/<style\b[^]*?<\/style>/g, '')
		.replace(/ class="zr[^"]*"/g, '')
		.replace(/ ecmeta_\w+="[^"]*"/g, '')
		.replace(/ pointer-events="visible"/g, '')
		.replace(/\d+\.\d{4,}/g, (figure) => String(Number(Number(figure).toFixed(3))))
		.replace(/<rect [^>]*fill="none"><\/rect>/, '')
		.replace(/\n+/g, '');

/** Two pictures on a page may not share an id, and none may carry the number of charts drawn before it. */
function nameByContent(svg: string): string {
	const plain = svg.replace(/\bzr\d+-/g, 'zr-');
	return plain.replace(/\bzr-/g, `${hash(plain)}-`);
}

/** FNV-1a, as letters a–p, so that it is a name. */
function hash(text: string): string {
	let value = 0x811c9dc5;
	for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
	return [...value.toString(16).padStart(8, '0')]
		.map((digit) => String.fromCharCode(97 + parseInt(digit, 16)))
		.join('');
}
