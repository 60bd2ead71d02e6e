// Draws the pages of a PDF as pictures, as a viewer shows them.
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface Drawing {
	readonly canvas: { toBuffer(kind: 'image/png'): Uint8Array };
	readonly context: CanvasRenderingContext2D;
}
interface CanvasFactory {
	create(width: number, height: number): Drawing;
}

/** PNG bytes of every page, a point of the page as `scale` pixels. */
export async function drawPages(bytes: Uint8Array, scale: number): Promise<readonly Uint8Array[]> {
	const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: false }).promise;
	const factory = pdf.canvasFactory as CanvasFactory;
	const pictures: Uint8Array[] = [];
	for (let number = 1; number <= pdf.numPages; number++) {
		const page = await pdf.getPage(number);
		const viewport = page.getViewport({ scale });
		const { canvas, context } = factory.create(Math.round(viewport.width), Math.round(viewport.height));
		await page.render({ canvas: null, canvasContext: context, viewport }).promise;
		pictures.push(canvas.toBuffer('image/png'));
	}
	await pdf.destroy();
	return pictures;
}
