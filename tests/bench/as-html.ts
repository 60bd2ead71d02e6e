// A document's content as a page of HTML: the same texts, tables and drawings, for a browser to print.
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';

type Node = Readonly<Record<string, unknown>>;

const escape = (text: string) =>
	text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
const points = (value: unknown) => (typeof value === 'number' ? `${value}pt` : null);

function marginOf(margin: unknown): string | null {
	if (typeof margin === 'number') return `${margin}pt`;
	if (!Array.isArray(margin)) return null;
	const [left = 0, top = 0, right = left, bottom = top] = margin as number[];
	return `${top}pt ${right}pt ${bottom}pt ${left}pt`;
}

function styleOf(node: Node): string {
	const { pageBreak, bold, alignment, lineHeight, color, fillColor } = node;
	const rules: Readonly<Record<string, unknown>> = {
		'font-size': points(node['fontSize']),
		'font-weight': bold === true ? 700 : null,
		'text-align': alignment,
		'line-height': lineHeight,
		color,
		background: typeof fillColor === 'string' ? fillColor : null,
		margin: marginOf(node['margin']),
		'break-before': pageBreak === 'before' ? 'page' : null,
		'break-after': pageBreak === 'after' ? 'page' : null
	};
	const said = Object.entries(rules).flatMap(([name, value]) =>
		typeof value === 'string' || typeof value === 'number' ? [`${name}:${value}`] : []
	);
	return said.length === 0 ? '' : ` style="${escape(said.join(';'))}"`;
}

/** Text inside a paragraph. */
function inlineOf(value: unknown): string {
	if (typeof value === 'string' || typeof value === 'number') return escape(String(value));
	if (Array.isArray(value)) return value.map(inlineOf).join('');
	if (!isNode(value)) return '';
	return `<span${styleOf(value)}>${inlineOf(value['text'])}</span>`;
}

function rowOf(row: unknown, heading: boolean): string {
	const cells = (Array.isArray(row) ? row : []).flatMap((cell: unknown) => {
		// What another cell spans stands in a row as an empty thing.
		if (isNode(cell) && (Object.keys(cell).length === 0 || cell['_span'] === true)) return [];
		const spans = isNode(cell)
			? ` colspan="${Number(cell['colSpan'] ?? 1)}" rowspan="${Number(cell['rowSpan'] ?? 1)}"`
			: '';
		const tag = heading ? 'th' : 'td';
		return [`<${tag}${spans}>${blockOf(cell)}</${tag}>`];
	});
	return `<tr>${cells.join('')}</tr>`;
}

function tableOf(node: Node, table: Node): string {
	const body = Array.isArray(table['body']) ? (table['body'] as readonly unknown[]) : [];
	const widths = Array.isArray(table['widths']) ? (table['widths'] as readonly unknown[]) : [];
	const columns = widths
		.map((width) => `<col${typeof width === 'number' ? ` style="width:${width}pt"` : ''}>`)
		.join('');
	const heads = Number(table['headerRows'] ?? 0);
	const part = (rows: readonly unknown[], heading: boolean) => rows.map((row) => rowOf(row, heading)).join('');
	return `<table${styleOf(node)}><colgroup>${columns}</colgroup><thead>${part(body.slice(0, heads), true)}</thead><tbody>${part(body.slice(heads), false)}</tbody></table>`;
}

function listOf(tag: 'ul' | 'ol', node: Node, items: unknown): string {
	const lines = Array.isArray(items) ? items.map((item: unknown) => `<li>${blockOf(item)}</li>`) : [];
	return `<${tag}${styleOf(node)}>${lines.join('')}</${tag}>`;
}

function blockOf(value: unknown): string {
	if (typeof value === 'string' || typeof value === 'number') return `<p>${inlineOf(value)}</p>`;
	if (Array.isArray(value)) return value.map(blockOf).join('');
	if (!isNode(value)) return '';
	const { text, stack, columns, section, table, svg, ul, ol, headlineLevel } = value;
	if (text !== undefined) {
		const tag = typeof headlineLevel === 'number' ? `h${headlineLevel}` : 'p';
		return `<${tag}${styleOf(value)}>${inlineOf(text)}</${tag}>`;
	}
	if (section !== undefined) return `<section>${blockOf(section)}</section>`;
	if (stack !== undefined) return `<div${styleOf(value)}>${blockOf(stack)}</div>`;
	if (Array.isArray(columns)) {
		const parts = columns.map((one: unknown) => {
			const width = isNode(one) ? one['width'] : undefined;
			const flex = typeof width === 'number' ? `0 0 ${width}pt` : width === 'auto' ? '0 0 auto' : '1 1 0';
			return `<div style="flex:${flex}">${blockOf(one)}</div>`;
		});
		return `<div class="columns"${styleOf(value)}>${parts.join('')}</div>`;
	}
	if (isNode(table)) return tableOf(value, table);
	if (typeof svg === 'string') return `<div${styleOf(value)}>${sized(svg, value['width'], value['height'])}</div>`;
	if (ul !== undefined) return listOf('ul', value, ul);
	if (ol !== undefined) return listOf('ol', value, ol);
	return '';
}

const sized = (svg: string, width: unknown, height: unknown) =>
	typeof width === 'number'
		? svg.replace('<svg', `<svg style="width:${width}pt;height:${typeof height === 'number' ? `${height}pt` : 'auto'}"`)
		: svg;

/** `fonts`: bytes of Sarabun, carried inside the page. */
export function asHtml(
	definition: TDocumentDefinitions,
	fonts: { readonly regular: Uint8Array; readonly bold: Uint8Array }
): string {
	const face = (bytes: Uint8Array, weight: number) =>
		`@font-face{font-family:Sarabun;font-weight:${weight};src:url(data:font/ttf;base64,${Buffer.from(bytes).toString('base64')})}`;
	const [left, top, right, bottom] = definition.pageMargins as [number, number, number, number];
	const { fontSize = 12, lineHeight = 1.4 } = definition.defaultStyle ?? {};
	return `<!doctype html><html lang="th"><meta charset="utf-8"><title>${escape(definition.info?.title ?? '')}</title><style>
		${face(fonts.regular, 400)}${face(fonts.bold, 700)}
		@page{size:A4;margin:${top}pt ${right}pt ${bottom}pt ${left}pt}
		body{margin:0;width:${595.28 - left - right}pt;overflow-x:clip;font:${fontSize}pt/${lineHeight} Sarabun}
		p,h1,h2,h3,h4,ul,ol{margin:0;font-size:inherit}
		table{border-collapse:collapse;width:100%;table-layout:fixed}
		th,td{border:0.5pt solid #888;padding:2pt 3pt;text-align:left;font-weight:inherit;vertical-align:top}
		thead{display:table-header-group}tr{break-inside:avoid}
		.columns{display:flex}.columns>div{min-width:0}
		section{break-before:page}
		svg{display:block;max-width:100%}
	</style><body>${blockOf(definition.content)}</body></html>`;
}
