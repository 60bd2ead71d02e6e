// The fourth chapter: the sheet of every district, as it is printed alone, each on pages of its own.
import type { Content } from 'pdfmake/interfaces.js';
import type { District, RoundView } from '../../ranking/round.ts';
import { makeIndex } from './district-index.ts';
import { makePart } from './pieces.ts';
import { idOfDistrict, type Plan } from './plan.ts';
import { gatherDistrict } from '../district/facts.ts';
import { layDistrict } from '../district/district.ts';
import type { MemoFacts } from '../memo/facts.ts';
import type { PaperPart } from '../paper.ts';
import type { Sheet } from '../sheet.ts';

export const makeDistricts = (view: RoundView, facts: MemoFacts, plan: Plan, sheet: Sheet): readonly PaperPart[] => [
	makePart(plan.districts, '', makeIndex(view, facts, plan, sheet)),
	...view.province.districts.map((district) => {
		const content = [...layDistrict(view, gatherDistrict(view, district.code), sheet)];
		return makePart(plan.districts, `อำเภอ${district.name}`, embed(content, district, plan));
	})
];

/** A sheet's content inside the book: its ids are its own, its title is bookmarked, its headings stand one step lower. */
export function embed(content: Content, district: District, plan: Plan): Content {
	const id = idOfDistrict(district.code);
	let titled = false;
	const walk = (value: unknown): unknown => {
		if (Array.isArray(value)) return value.map(walk);
		if (typeof value !== 'object' || value === null) return value;
		const node: Record<string, unknown> = {};
		for (const [key, inner] of Object.entries(value)) node[key] = nested.has(key) ? walk(inner) : (inner as unknown);
		if (typeof node.id === 'string') node.id = `${id}-${node.id}`;
		if (typeof node.headlineLevel !== 'number') return node;
		const first = !titled && 'text' in node;
		titled ||= first;
		return {
			...node,
			headlineLevel: Math.min(4, node.headlineLevel + 1),
			...(node.headlineLevel > 1 ? { room: sheetRoom } : {}),
			...(first ? { id, outline: true, outlineText: `อำเภอ${district.name}`, outlineParentId: plan.districts.id } : {})
		};
	};
	return walk(content) as Content;
}

/** Under a heading of a sheet: the head of a table and a row of several lines. */
const sheetRoom = 90;
const nested = new Set(['stack', 'columns', 'table', 'body', 'ul', 'ol', 'text']);
