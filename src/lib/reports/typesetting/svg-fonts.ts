// Labels of a picture in the fonts of the document. svg-to-pdfkit would open a font anew for every label, and goes on in the one
// before, without a word, when the document has not used it yet. It also leaves out what has no width, as the marks of a cluster.
import { Renderer } from './pdfmake-parts.ts';

let installed = false;
export function installSvgFonts(): void {
	if (installed) return;
	installed = true;
	const { renderSVG } = Renderer.prototype;
	Renderer.prototype.renderSVG = function (svg) {
		const document = this.pdfDocument;
		const family = typeof svg.font === 'string' ? svg.font : 'Sarabun';
		const [regular, bold] = [document.provideFont(family, false, false), document.provideFont(family, true, false)];
		// pdfkit finds a font that is open by its name
		document.getFontFile = (_, heavy) => (heavy ? bold : regular).name;
		for (const font of [regular, bold]) font.spreadsMarks = true;
		try {
			renderSVG.call(this, svg);
		} finally {
			for (const font of [regular, bold]) font.spreadsMarks = false;
			Reflect.deleteProperty(document, 'getFontFile');
		}
	};
}
