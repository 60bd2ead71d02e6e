// A spreadsheet as an officer makes it in LibreOffice, written as its own flat XML: titles, headings of two rows merged, values
// as text, numbers, percents, days, formulas with and without an error, a hidden row, a total, remarks and a signature.
const text = (content: string, more = ''): string =>
	`<table:table-cell office:value-type="string"${more}><text:p>${content}</text:p></table:table-cell>`;
const number = (value: string, more = ''): string =>
	`<table:table-cell office:value-type="float" office:value="${value}"${more}><text:p>${value}</text:p></table:table-cell>`;
const percent = (value: string): string =>
	`<table:table-cell table:style-name="ร้อยละ" office:value-type="percentage" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`;
const day = (iso: string): string =>
	`<table:table-cell table:style-name="วันที่" office:value-type="date" office:date-value="${iso}"><text:p>${iso}</text:p></table:table-cell>`;
const covered = (count = 1): string => `<table:covered-table-cell table:number-columns-repeated="${count}"/>`;
const empty = (count = 1): string => `<table:table-cell table:number-columns-repeated="${count}"/>`;
const row = (cells: string, more = ''): string => `<table:table-row${more}>${cells}</table:table-row>`;
const over = (columns: number, rows: number): string =>
	` table:number-columns-spanned="${columns}" table:number-rows-spanned="${rows}"`;

const STYLES = `<office:automatic-styles>
<number:percentage-style style:name="P0"><number:number number:decimal-places="2" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>
<number:date-style style:name="D0"><number:day/><number:text>/</number:text><number:month/><number:text>/</number:text><number:year number:style="long" number:calendar="buddhist"/></number:date-style>
<style:style style:name="ร้อยละ" style:family="table-cell" style:data-style-name="P0"/>
<style:style style:name="วันที่" style:family="table-cell" style:data-style-name="D0"/>
<style:style style:name="เครื่องหมาย" style:family="table-cell"><style:text-properties style:font-name="Wingdings"/></style:style>
<style:style style:name="ซ่อน" style:family="table"><style:table-properties table:display="false"/></style:style>
</office:automatic-styles>`;

const ROWS = [
	row(text('ผลการดำเนินงานตามข้อตกลง รอบ 2/2565', over(6, 1)) + covered(5)),
	row(empty(6)),
	`<table:table-header-rows>${row(
		text('ที่', over(1, 2)) + text('อำเภอ', over(1, 2)) + text('ตัวชี้วัดที่ ๑', over(3, 1)) + covered(2) + text('ตัวชี้วัดที่ ๒')
	)}${row(
		covered(2) + text('ร้อยละการใช้จ่าย') + text('เบิกจ่ายแล้ว') + text('วันที่รายงาน') + text('ร้อยละที่เพิ่มขึ้น')
	)}</table:table-header-rows>`,
	row(number('1') + text('เมืองขอนแก่น') + percent('0.955') + number('1234.5') + day('2022-09-01') + number('1')),
	row(
		number('2') +
			text('อ.ชุมแพ<office:annotation><text:p>ถามเพิ่ม</text:p></office:annotation>') +
			percent('0.07') +
			`<table:table-cell table:formula="of:=[.D5]*2" office:value-type="float" office:value="2469"><text:p>2,469.00</text:p></table:table-cell>` +
			text('๒ ก.ย. ๒๕๖๕') +
			`<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>`
	),
	row(
		number('3') + text('น้ำพอง') + percent('0.285') + text('๑,๙๐๐') + empty() + number('2'),
		' table:visibility="collapse"'
	),
	row(empty() + text('รวม') + empty() + number('5603.5') + empty(2)),
	row(empty(6), ' table:number-rows-repeated="3"'),
	row(empty(3) + text('ลงชื่อ ....................... ผู้รายงาน') + empty(2)),
	row(empty(3) + text('(.......................)') + empty(2)),
	row(empty(6), ' table:number-rows-repeated="1048560"')
].join('\n');

const HIDDEN = row(text('อำเภอ') + text('เบิกจ่ายแล้ว')) + row(text('ชุมแพ') + number('1'));

const NAMESPACES = Object.entries({
	office: 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
	table: 'urn:oasis:names:tc:opendocument:xmlns:table:1.0',
	text: 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
	style: 'urn:oasis:names:tc:opendocument:xmlns:style:1.0',
	number: 'urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0',
	of: 'urn:oasis:names:tc:opendocument:xmlns:of:1.2',
	calcext: 'urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0'
})
	.map(([prefix, name]) => `xmlns:${prefix}="${name}"`)
	.join(' ');
const BODY = `<office:body><office:spreadsheet>
<table:table table:name="ผล"><table:table-column table:number-columns-repeated="6"/>${ROWS}</table:table>
<table:table table:name="เก่า" table:style-name="ซ่อน"><table:table-column table:number-columns-repeated="2"/>${HIDDEN}</table:table>
</office:spreadsheet></office:body>`;
const MIMETYPE = 'application/vnd.oasis.opendocument.spreadsheet';

/** As LibreOffice saves it in one file (.fods). */
export const flatDocument = `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${NAMESPACES} office:version="1.3" office:mimetype="${MIMETYPE}">${STYLES}${BODY}</office:document>`;

/** The parts of an .ods with this in it. */
export const documentParts = (
	content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${NAMESPACES} office:version="1.3">${STYLES}${BODY}</office:document-content>`,
	mimetype = MIMETYPE
) => [
	{ name: 'mimetype', content: mimetype },
	{ name: 'content.xml', content },
	{ name: 'META-INF/manifest.xml', content: '<manifest/>' }
];

/** A sheet of its own with these rows. */
export const documentWith = (rows: string): string =>
	`<office:document-content ${NAMESPACES}><office:body><office:spreadsheet><table:table table:name="ผล">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`;

export const cellsOfDocument = { text, number, percent, day, covered, empty, row, over };

/** What is to be read of it, in whichever form it comes. */
export const documentRead = {
	readable: true,
	entries: [
		'4001 team/1/budget_used_pct = 95.5',
		'4001 team/1/spent_baht = 1234.5',
		'4001 team/1/reported_on = 2022-09-01',
		'4001 team/2/growth_pct = 1',
		'4005 team/1/budget_used_pct = 7',
		'4005 team/1/spent_baht = 2469',
		'4005 team/1/reported_on = 2022-09-02',
		'4005 team/2/growth_pct = bad',
		'4007 team/1/budget_used_pct = 28.5',
		'4007 team/1/spent_baht = 1900',
		'4007 team/2/growth_pct = 2'
	],
	problems: ['broken_cell 6 F6', 'total_rows 8', 'note_rows 12', 'hidden_rows 7', 'hidden_sheet']
};
