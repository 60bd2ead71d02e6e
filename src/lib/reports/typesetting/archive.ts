// What an archive asks of a file (PDF/A-3) and pdfkit 0.19.1 does not do: metadata that are sound XML whatever the title holds and
// agree with the document's own, and names in the order of their bytes, in which readers search them.
import type { Tree } from 'pdfmake/js/PDFDocument.js';
import { PDFDocument } from './pdfmake-parts.ts';

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escapeXml = (text: string): string => text.replace(/[&<>]/g, (sign) => signs[sign] ?? sign);
const byBytes = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

let installed = false;
export function installArchive(): void {
	if (installed) return;
	installed = true;
	PDFDocument.prototype._addInfo = function () {
		const text = (key: string): string | null => {
			const value = this.info[key];
			return typeof value === 'string' && value !== '' ? escapeXml(value) : null;
		};
		const date = (key: string): string | null => {
			const value = this.info[key];
			return value instanceof Date ? value.toISOString().replace(/\.\d+Z$/, 'Z') : null;
		};
		const lines: readonly (readonly [string | null, (value: string) => string])[] = [
			[date('CreationDate'), (value) => `<xmp:CreateDate>${value}</xmp:CreateDate>`],
			[date('ModDate'), (value) => `<xmp:ModifyDate>${value}</xmp:ModifyDate>`],
			[text('Creator'), (value) => `<xmp:CreatorTool>${value}</xmp:CreatorTool>`],
			[text('Producer'), (value) => `<pdf:Producer>${value}</pdf:Producer>`],
			[text('Keywords'), (value) => `<pdf:Keywords>${value}</pdf:Keywords>`],
			[
				text('Title'),
				(value) => `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${value}</rdf:li></rdf:Alt></dc:title>`
			],
			[text('Author'), (value) => `<dc:creator><rdf:Seq><rdf:li>${value}</rdf:li></rdf:Seq></dc:creator>`]
		];
		const spaces =
			'xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:dc="http://purl.org/dc/elements/1.1/"';
		const said = lines.flatMap(([value, write]) => (value === null ? [] : [write(value)]));
		this.appendXML(`<rdf:Description rdf:about="" ${spaces}>${said.join('')}</rdf:Description>`);
		const names = (this._root.data.Names as { readonly data: Readonly<Record<string, Tree | undefined>> }).data;
		for (const tree of [names.Dests, names.EmbeddedFiles]) if (tree !== undefined) tree._compareKeys = byBytes;
	};
}
