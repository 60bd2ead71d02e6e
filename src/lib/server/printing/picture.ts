// A chart as PNG, drawn from the same SVG that stands on the page and on paper.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

const { resolve } = createRequire(import.meta.url);

async function prepare(): Promise<Uint8Array[]> {
	await initWasm(await readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')));
	return await Promise.all(
		['400Regular/Sarabun_400Regular.ttf', '600SemiBold/Sarabun_600SemiBold.ttf', '700Bold/Sarabun_700Bold.ttf'].map(
			(file) => readFile(resolve(`@expo-google-fonts/sarabun/${file}`))
		)
	);
}

let fonts: Promise<Uint8Array[]> | null = null;

/** The drawing program sets SARA AM over the next letter; written as its two halves it stands where it should. */
const halveSaraAm = (svg: string): string => svg.replace(/([\u0e48-\u0e4b]?)\u0e33/g, '\u0e4d$1\u0e32');

/** PNG bytes, `scale` pixels to a CSS pixel. */
export async function drawPng(svg: string, scale = 2): Promise<Uint8Array> {
	fonts ??= prepare();
	const picture = new Resvg(halveSaraAm(svg), {
		background: '#ffffff',
		font: { fontBuffers: await fonts, defaultFontFamily: 'Sarabun', loadSystemFonts: false },
		fitTo: { mode: 'zoom', value: scale }
	});
	try {
		return picture.render().asPng();
	} finally {
		picture.free();
	}
}
