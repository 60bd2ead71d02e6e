// The one sheet of a workbook that programs write: rows of texts, numbers and yes or no, without formulas, merged cells, rich text
// or anything hidden. It is read twice as fast as by the library, and as the library reads it; any other sheet is the library's.
import type { Sheet } from './sheet-rows.ts';
import { unfoldPart } from './unfold-part.ts';
import { readZipDirectory } from './zip-directory.ts';
import type { ArchivePart } from './zip-records.ts';

type Rows = Sheet['rows'];

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;
const STRINGS = 'xl/sharedStrings.xml';
const STYLES = 'xl/styles.xml';
const LINKS = 'xl/_rels/workbook.xml.rels';

const STRING = /<si><t(?: xml:space="preserve")?>([^<]*)<\/t><\/si>/y;
const ROW = /<row r="(\d+)"([^<>]*)>/y;
const CELL = /<c r="([A-Z])(\d+)"(?: s="(\d+)")?(?: t="([sn])")?(?:><v>([^<&]*)<\/v><\/c>|\/>)/y;
const ROW_END = '</row>';
/** Rows without cells that may stand between two with cells. */
const MOST_BETWEEN = 1000;
/** Formats of numbers that are shown as they are: general, with decimals, with commas, as text. */
const SHOWN_AS_IS = new Set(['0', '1', '2', '3', '4', '49']);

const ENTITIES: ReadonlyMap<string, string> = new Map([
	['amp', '&'],
	['lt', '<'],
	['gt', '>'],
	['quot', '"'],
	['apos', "'"]
]);

/** Undefined where a text is written in a way that is the library's to tell. */
const readString = (written: string): string | undefined => {
	if (written.includes('_x') || written.trim() !== written) return undefined;
	if (!written.includes('&')) return written;
	const known = [...written.matchAll(/&([^;]*);?/g)].every(([, name = '']) => ENTITIES.has(name));
	return known ? written.replace(/&(\w+);/g, (_, name: string) => ENTITIES.get(name) ?? '') : undefined;
};

/** Between two marks that stand once each. */
const partBetween = (xml: string, from: string, to: string) => {
	const start = xml.indexOf(from);
	const end = xml.lastIndexOf(to);
	if (start < 0 || end < start || xml.indexOf(from, start + 1) >= 0) return undefined;
	return { before: xml.slice(0, start), inside: xml.slice(start + from.length, end), after: xml.slice(end) };
};

const readStrings = (xml: string): readonly string[] | undefined => {
	const start = xml.indexOf('<si>');
	const end = xml.indexOf('</sst>');
	if (start < 0) return [];
	const strings: string[] = [];
	STRING.lastIndex = start;
	while (STRING.lastIndex < end) {
		const text = readString(STRING.exec(xml)?.[1] ?? '_x');
		if (text === undefined) return undefined;
		strings.push(text);
	}
	return strings;
};

/** Styles of cells whose numbers are shown as they are; undefined where a font shows pictures for letters. */
const readStyles = (xml: string): ReadonlySet<string> | undefined => {
	if (/dings/i.test(xml)) return undefined;
	const formats = partBetween(xml, '<cellXfs', '</cellXfs>')?.inside.match(/<xf [^<>]*>/g) ?? [];
	const plain = formats.flatMap((format, nth) => {
		const [, number = ''] = /\bnumFmtId="(\d+)"/.exec(format) ?? [];
		return SHOWN_AS_IS.has(number) ? [String(nth)] : [];
	});
	return new Set(plain);
};

interface Means {
	readonly strings: readonly string[];
	readonly styles: ReadonlySet<string>;
}

/** The value of a cell; undefined where it is not plain. */
const readValue = (type: string | undefined, style: string | undefined, written: string, means: Means) => {
	if (written === '') return null;
	const number = Number(written);
	if (type === 's') return means.strings[number];
	return Number.isNaN(number) || (style !== undefined && !means.styles.has(style)) ? undefined : number;
};

const readRows = (xml: string, means: Means): Rows | undefined => {
	const rows: Rows = [];
	let at = 0;
	while (at < xml.length) {
		ROW.lastIndex = at;
		const [whole, numbered, attributes = ''] = ROW.exec(xml) ?? [];
		const number = Number(numbered);
		if (whole === undefined || attributes.includes('hidden') || number <= rows.length) return undefined;
		if (number > rows.length + MOST_BETWEEN) return undefined;
		while (rows.length < number - 1) rows.push([]);
		at += whole.length;
		const row: Rows[number] = [];
		rows.push(row);
		if (attributes.endsWith('/')) continue;
		while (!xml.startsWith(ROW_END, at)) {
			CELL.lastIndex = at;
			const [cell, letter = '', line, style, type, written = ''] = CELL.exec(xml) ?? [];
			const column = letter.charCodeAt(0) - 65;
			const value = readValue(type, style, written, means);
			if (cell === undefined || line !== numbered || column < row.length || value === undefined) return undefined;
			while (row.length < column) row.push(null);
			row.push(value);
			at += cell.length;
		}
		at += ROW_END.length;
	}
	return rows;
};

const readPart = (bytes: Uint8Array, part: ArchivePart): string | undefined => {
	const unfolded = unfoldPart(bytes, part);
	if (unfolded === undefined) return undefined;
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(unfolded);
	} catch {
		return undefined; // not written in the way that is read here
	}
};

/** Rows of the only sheet, each as long as its last cell; undefined where there are more sheets or it is not plain. */
export const readPlainRows = (bytes: Uint8Array): Rows | undefined => {
	const archive = readZipDirectory(bytes);
	if (archive.kind !== 'archive') return undefined;
	const [sheet, ...others] = archive.parts.filter(({ name }) => SHEET.test(name));
	if (sheet === undefined || others.length > 0) return undefined;
	/** empty where there is no such part, undefined where it is broken */
	const textOf = (wanted: string) => {
		const part = archive.parts.find(({ name }) => name === wanted);
		return part === undefined ? '' : readPart(bytes, part);
	};
	const links = textOf(LINKS) ?? '';
	const written = { strings: textOf(STRINGS), styles: textOf(STYLES), sheet: readPart(bytes, sheet) };
	if (written.strings === undefined || written.styles === undefined || written.sheet === undefined) return undefined;
	const isLinked = (path: string) => links.includes(`"${path}"`) || links.includes(`"/xl/${path}"`);
	if (!isLinked(sheet.name.slice('xl/'.length)) || (written.strings !== '' && !isLinked('sharedStrings.xml')))
		return undefined;
	const strings = readStrings(written.strings);
	const styles = readStyles(written.styles);
	const xml = written.sheet;
	if (styles === undefined || strings === undefined) return undefined;
	const data = partBetween(xml, '<sheetData>', '</sheetData>');
	if (data === undefined || data.before.includes('hidden') || /<!|mergeCell/.test(data.before + data.after))
		return undefined;
	return readRows(data.inside, { strings, styles });
};
