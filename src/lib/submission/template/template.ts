// The workbook a district fills in and sends back, or the province for all of its districts: pure data for the library that writes it.
import { writeXlsx, type WriteOptions } from 'hucre/xlsx';
import { isAppliedTo } from '../../agreement/applies.ts';
import type { Agreement, Section } from '../../agreement/schema.ts';
import type { ProvinceNames } from '../names/name-districts.ts';
import { sayTitle, sayWhose, sheetWords } from '../sentences/template.ts';
import { FONT } from './cells.ts';
import { layCriteria, layGuide } from './guide.ts';
import { listAsked, type AskedInput } from './rows.ts';
import { HEADING_ROW, laySheet, repeatRows, type SheetPlan, type SheetRow } from './sheet.ts';
import { editionOf, writeStamp } from './stamp.ts';

export interface NamedProvince extends ProvinceNames {
	readonly name: string;
}

const MOST_LETTERS = 31;
const letters = new Intl.Segmenter('th', { granularity: 'grapheme' });

/** A name that a sheet may bear and no other of the workbook bears: no brackets, at most 31 characters, no mark parted from its letter. */
export const nameSheet = (title: string, taken: readonly string[]): string => {
	const bare = title
		.replace(/[[\]:*?/\\]/g, ' ')
		.replace(/\s+/g, ' ')
		.trim()
		.replace(/^'+|'+$/g, '');
	const cut = (most: number): string => {
		let name = '';
		for (const { segment } of letters.segment(bare === '' ? sheetWords.section : bare)) {
			if (name.length + segment.length > most) break;
			name += segment;
		}
		return name.trimEnd();
	};
	const used = taken.map((name) => name.toLowerCase());
	for (let nth = 1; ; nth += 1) {
		const after = nth === 1 ? '' : ` (${nth})`;
		const name = cut(MOST_LETTERS - after.length) + after;
		if (!used.includes(name.toLowerCase())) return name;
	}
};

/** Rows of one district, or of the province: an input each. */
const askOne = (asked: readonly AskedInput[], district: string, name: string): readonly SheetRow[] =>
	asked.map((one) => ({ kind: 'ask', district, name, asked: one, bare: false }));

/** Rows of all districts: under each input those that are asked for it. */
const askAll = (asked: readonly AskedInput[], { districts }: NamedProvince): readonly SheetRow[] =>
	asked.flatMap((one): readonly SheetRow[] => {
		const rows = districts
			.filter(({ code }) => isAppliedTo(one.indicator, code))
			.map(({ code, name }): SheetRow => ({ kind: 'ask', district: code, name, asked: one, bare: true }));
		return rows.length === 0 ? [] : [{ kind: 'band', asked: one }, ...rows];
	});

/**
 * The template of a round. `district` is a DOPA code of the province, or null for all its districts in one workbook.
 * Throws where the province has no such district.
 */
export const planTemplate = (agreement: Agreement, province: NamedProvince, district: string | null): WriteOptions => {
	const named = province.districts.find(({ code }) => code === district);
	if (district !== null && named === undefined) throw new RangeError(`no district ${district} in ${province.code}`);
	const whose = sayWhose(named?.name ?? null, province.name);
	const foot = sheetWords.page(agreement.round, whose);
	const asked = listAsked(agreement, province);
	const stamp = writeStamp({
		round: agreement.agreement,
		whom: district ?? province.code,
		edition: editionOf(agreement)
	});

	const names: string[] = [sheetWords.guide, sheetWords.province, sheetWords.criteria];
	const planSheet = (
		name: string,
		title: string,
		rows: readonly SheetRow[],
		hidden: SheetPlan['hidden']
	): readonly SheetPlan[] =>
		rows.length === 0 ? [] : [{ name, title: sayTitle(agreement.round, whose, title), stamp, foot, hidden, rows }];
	const planSection = (section: Section): readonly SheetPlan[] => {
		const name = nameSheet(section.title, names);
		names.push(name);
		const ofSection = asked.filter((one) => one.section === section);
		if (named === undefined) return planSheet(name, section.title, askAll(ofSection, province), ['code', 'section']);
		const mine = ofSection.filter(({ indicator }) => isAppliedTo(indicator, named.code));
		return planSheet(name, section.title, askOne(mine, named.code, named.name), ['code', 'district', 'section']);
	};
	const ofProvince = (): readonly SheetPlan[] =>
		planSheet(sheetWords.province, sheetWords.province, askOne(asked, province.code, ''), ['code', 'district']);
	const sheets = [...agreement.sections.flatMap(planSection), ...(named === undefined ? ofProvince() : [])];
	const shown = new Set(sheets.flatMap(({ rows }) => rows.map((row) => row.asked.indicator)));
	const facts = {
		title: agreement.title,
		round: agreement.round,
		whose,
		province: province.name,
		from: agreement.from,
		to: agreement.to,
		submitBy: agreement.submit_by,
		sheets: sheets.map(({ name, rows }) => ({ name, cells: rows.filter(({ kind }) => kind === 'ask').length })),
		all: named === undefined
	};
	const day = new Date(`${agreement.from}T00:00:00Z`);
	return {
		sheets: [layGuide(facts, stamp, foot), ...sheets.map(laySheet), layCriteria(agreement, shown, foot)],
		namedRanges: [...sheets.map(({ name }) => repeatRows(name, HEADING_ROW + 1)), repeatRows(sheetWords.criteria, 1)],
		defaultFont: FONT,
		// The same template twice is the same file: no clock.
		properties: { title: sayTitle(agreement.round, whose, sheetWords.file), created: day, modified: day }
	};
};

/** The bytes of an .xlsx file. */
export const writeTemplate = (
	agreement: Agreement,
	province: NamedProvince,
	district: string | null
): Promise<Uint8Array> => writeXlsx(planTemplate(agreement, province, district));
