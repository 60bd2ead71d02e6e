// Archives built by hand, so that they can hold what no spreadsheet program writes.
import { crc32, deflateRawSync } from 'node:zlib';

export interface Part {
	readonly name: string;
	readonly content: string | Uint8Array;
	/** the size the archive claims it unfolds to */
	readonly claimed?: number;
	readonly encrypted?: boolean;
	/** the bytes it is kept in, where they are not made from the content */
	readonly deflated?: Uint8Array;
	/** the part, by its place, whose bytes it stands on instead of its own */
	readonly sameAs?: number;
}

const header = (part: Part, offset: number | undefined): { readonly head: Buffer; readonly body: Buffer } => {
	const content = Buffer.from(part.content);
	const body = Buffer.from(part.deflated ?? deflateRawSync(content));
	const name = Buffer.from(part.name);
	const central = offset !== undefined;
	const head = Buffer.alloc((central ? 46 : 30) + name.length);
	head.writeUInt32LE(central ? 0x02014b50 : 0x04034b50, 0);
	const at = central ? 6 : 4;
	head.writeUInt16LE(20, at);
	head.writeUInt16LE(part.encrypted === true ? 1 : 0, at + 2);
	head.writeUInt16LE(8, at + 4);
	head.writeUInt32LE(part.deflated === undefined ? crc32(content) : 0, at + 10);
	head.writeUInt32LE(body.length, at + 14);
	head.writeUInt32LE(part.claimed ?? content.length, at + 18);
	head.writeUInt16LE(name.length, at + 22);
	if (central) head.writeUInt32LE(offset, 42);
	name.copy(head, central ? 46 : 30);
	return { head, body };
};

export const makeArchive = (parts: readonly Part[]): Uint8Array => {
	const locals: Buffer[] = [];
	const directory: Buffer[] = [];
	const offsets: number[] = [];
	let offset = 0;
	for (const part of parts) {
		const { head, body } = header(part, undefined);
		if (part.sameAs !== undefined) {
			directory.push(header({ ...parts[part.sameAs], name: part.name } as Part, offsets[part.sameAs]).head);
			continue;
		}
		offsets.push(offset);
		directory.push(header(part, offset).head);
		locals.push(head, body);
		offset += head.length + body.length;
	}
	const central = Buffer.concat(directory);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(parts.length, 8);
	end.writeUInt16LE(parts.length, 10);
	end.writeUInt32LE(central.length, 12);
	end.writeUInt32LE(offset, 16);
	return new Uint8Array(Buffer.concat([...locals, central, end]));
};

const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** A workbook of one sheet from the XML of its rows. */
export const workbookParts = (rows: string): readonly Part[] => [
	{
		name: '[Content_Types].xml',
		content: `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`
	},
	{
		name: '_rels/.rels',
		content: `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`
	},
	{
		name: 'xl/workbook.xml',
		content: `<workbook xmlns="${SPREADSHEET}" xmlns:r="${OFFICE}"><sheets><sheet name="ผล" sheetId="1" r:id="rId1"/></sheets></workbook>`
	},
	{
		name: 'xl/_rels/workbook.xml.rels',
		content: `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`
	},
	{
		name: 'xl/worksheets/sheet1.xml',
		content: `<worksheet xmlns="${SPREADSHEET}"><sheetData>${rows}</sheetData></worksheet>`
	}
];
