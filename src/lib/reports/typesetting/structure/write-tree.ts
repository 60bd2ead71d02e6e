// Writes the structure tree of a document: what a reading voice follows, in the order of the definition, not of the drawing.
// Tables without `headerRows` only place things: their cells are read as what they hold.
import type { Node } from 'pdfmake/js/LayoutBuilder.js';
import type { Document, Reference } from 'pdfmake/js/PDFDocument.js';
import type { MarkedContent, Marks } from './mark-content.ts';

type Attributes = Readonly<Record<string, unknown>>;
type Kid = Reference | { readonly page: Reference; readonly mcid: number } | { readonly object: Attributes };
type Fill = (element: Reference) => readonly Kid[];

const nothing: Marks = { contents: [], labels: [], links: [] };

export function writeTree(document: Document, root: Node, marks: ReadonlyMap<number, Marks>): void {
	const tree = document.getStructParentTree();
	const marksOf = (node: Node): Marks => (node.leaf === undefined ? nothing : (marks.get(node.leaf) ?? nothing));

	/** Children know their parent, so it is made first and written last. */
	const write = (parent: Reference, type: string, fill: Fill, attributes: Attributes = {}): Reference => {
		const element = document.ref({ S: type, P: parent, ...attributes });
		const kids = fill(element);
		const first = kids.find((kid) => 'mcid' in kid);
		const page = first !== undefined && 'mcid' in first ? first.page : null;
		if (page !== null) element.data.Pg = page;
		const told = kids.map((kid) => {
			if ('object' in kid) return kid.object;
			if (!('mcid' in kid)) return kid;
			return kid.page === page ? kid.mcid : { Type: 'MCR', Pg: kid.page, MCID: kid.mcid };
		});
		element.data.K = told.length === 1 ? told[0] : told;
		element.end();
		return element;
	};
	/** The marked content, known from the page's side as well. */
	const take = (element: Reference, contents: readonly MarkedContent[]): readonly Kid[] =>
		contents.map((content) => {
			(tree.get(content.page.data.StructParents as number) as unknown[])[content.mcid] = element;
			return content;
		});
	const takeText = (element: Reference, { contents, links }: Marks): readonly Kid[] => {
		if (links.length === 0) return take(element, contents);
		const link = write(element, 'Link', (inside) => [
			...take(inside, contents),
			...links.map(({ annotation, page, key }) => {
				tree.add(key, inside);
				return { object: { Type: 'OBJR', Obj: annotation, Pg: page } };
			})
		]);
		return [link];
	};

	const writeCell = (parent: Reference, cell: Node, head: boolean): readonly Reference[] => {
		if (cell._span === true) return [];
		const { colSpan = 1, rowSpan = 1 } = cell;
		const scope = head ? 'Column' : cell.rowHead === true ? 'Row' : null;
		const table = {
			...(scope === null ? {} : { Scope: scope }),
			...(colSpan > 1 ? { ColSpan: colSpan } : {}),
			...(rowSpan > 1 ? { RowSpan: rowSpan } : {})
		};
		return [
			write(
				parent,
				scope === null ? 'TD' : 'TH',
				(element) => writeInside(element, cell),
				Object.keys(table).length === 0 ? {} : { A: { O: 'Table', ...table } }
			)
		];
	};
	const writeRows = (parent: Reference, { headerRows = 0, body }: NonNullable<Node['table']>): readonly Reference[] =>
		body.map((row, nth) =>
			write(parent, 'TR', (element) => row.flatMap((cell) => writeCell(element, cell, nth < headerRows)))
		);
	const writeList = (parent: Reference, items: readonly Node[], numbered: boolean): Reference =>
		write(
			parent,
			'L',
			(list) =>
				items.map((item) =>
					write(list, 'LI', (one) => {
						const labels = findLabels(item, marksOf);
						const label = labels.length === 0 ? [] : [write(one, 'Lbl', (element) => take(element, labels))];
						return [...label, write(one, 'LBody', (element) => writeInside(element, item))];
					})
				),
			numbered ? { A: { O: 'List', ListNumbering: 'Decimal' } } : {}
		);
	const writeContents = (parent: Reference, { title, _table }: NonNullable<Node['toc']>): readonly Reference[] => [
		...(title == null ? [] : writeNode(parent, title)),
		...(_table?.table === undefined
			? []
			: [
					write(parent, 'TOC', (toc) =>
						(_table.table?.body ?? []).map((row) =>
							write(toc, 'TOCI', (entry) => row.flatMap((cell) => writeNode(entry, cell)))
						)
					)
				])
	];

	/** Text that is all there is in a cell or an item needs no paragraph of its own. */
	const writeInside = (parent: Reference, node: Node): readonly Kid[] => {
		const [only, ...more] = listContent(node).filter(holdsSomething);
		return only?.text !== undefined && more.length === 0 && only.headlineLevel === undefined
			? takeText(parent, marksOf(only))
			: writeNode(parent, node);
	};
	const holdsSomething = (node: Node): boolean => node.leaf === undefined || marksOf(node).contents.length > 0;

	const writeNode = (parent: Reference, node: Node): readonly Reference[] => {
		const children = childrenOf(node);
		if (children !== null) return children.flatMap((child) => writeNode(parent, child));
		if (node.ul !== undefined) return [writeList(parent, node.ul, false)];
		if (node.ol !== undefined) return [writeList(parent, node.ol, true)];
		if (node.table !== undefined) {
			const { table } = node;
			return (table.headerRows ?? 0) > 0
				? [write(parent, 'Table', (element) => writeRows(element, table))]
				: table.body.flatMap((row) => row.flatMap((cell) => (cell._span === true ? [] : writeNode(parent, cell))));
		}
		if (node.toc !== undefined) return writeContents(parent, node.toc);
		const own = marksOf(node);
		if (own.contents.length === 0) return [];
		if (node.text !== undefined)
			return [write(parent, nameText(node.headlineLevel), (element) => takeText(element, own))];
		return [
			write(parent, 'Figure', (element) => take(element, own.contents), {
				Alt: new String(node.alt ?? ''),
				...(own.box === undefined ? {} : { A: { O: 'Layout', Placement: 'Block', BBox: own.box } })
			})
		];
	};

	const top = document.getStructTreeRoot();
	top.data.K = [write(top, 'Document', (element) => writeNode(element, root))];
}

const nameText = (level: number | undefined): string =>
	level === undefined ? 'P' : `H${Math.min(Math.max(level, 1), 6)}`;

/** Of a node that only places others; null for the rest. */
function childrenOf({ stack, columns, section }: Node): readonly Node[] | null {
	if (stack !== undefined) return stack;
	if (columns !== undefined) return columns;
	return section === undefined ? null : [section];
}

/** What a node holds when what only places others is taken away. */
const listContent = (node: Node): readonly Node[] => childrenOf(node)?.flatMap(listContent) ?? [node];

function findLabels(node: Node, marksOf: (node: Node) => Marks): readonly MarkedContent[] {
	const own = marksOf(node).labels;
	if (own.length > 0) return own;
	for (const child of childrenOf(node) ?? []) {
		const found = findLabels(child, marksOf);
		if (found.length > 0) return found;
	}
	return [];
}
