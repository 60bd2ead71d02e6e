// Makes a file small that has a structure tree: thousands of little objects, each plain text when pdfkit writes them. Here they go
// into compressed object streams (ISO 32000-1, 7.5.7 and 7.5.8), and the table of offsets becomes a stream as well.
import { squeeze, type Collected, type SmallObject, type StreamObject } from './collect-objects.ts';

const inOneStream = 1000;
/** bytes of an entry of the table: kind, offset or stream, index */
const widths = [1, 4, 2] as const;
const rowLength = 7;

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

export async function packObjects({ header, small, streams, trailer }: Collected): Promise<Buffer> {
	// in the order of their numbers neighbours are much alike, and the index of a stream packs well
	const inOrder = small.toSorted((one, other) => one.id - other.id);
	const first = small.length + streams.length + 1;
	const entries = new Map<number, readonly [kind: number, where: number, index: number]>();
	const groups = Array.from({ length: Math.ceil(inOrder.length / inOneStream) }, (_, nth) => {
		const members = inOrder.slice(nth * inOneStream, (nth + 1) * inOneStream);
		members.forEach(({ id }, place) => entries.set(id, [2, first + nth, place]));
		return writeObjectStream(first + nth, members);
	});

	const chunks: Buffer[] = [latin1(header)];
	let offset = header.length;
	const add = (id: number, bytes: Buffer) => {
		entries.set(id, [1, offset, 0]);
		chunks.push(bytes);
		offset += bytes.length;
	};
	for (const stream of streams) add(stream.id, writeStream(stream));
	for (const [nth, bytes] of (await Promise.all(groups)).entries()) add(first + nth, bytes);
	const next = first + groups.length;
	entries.set(next, [1, offset, 0]);
	const at = offset;
	chunks.push(await writeTable(next, entries, trailer), latin1(`startxref\n${at}\n%%EOF\n`));
	return Buffer.concat(chunks);
}

const writeStream = ({ id, about, content }: StreamObject): Buffer =>
	Buffer.concat([latin1(`${id} 0 obj\n${about}>>\nstream\n`), content, latin1('\nendstream\nendobj\n')]);

async function writePacked(id: number, about: string, content: Buffer): Promise<Buffer> {
	const packed = await squeeze(content);
	return writeStream({ id, about: `<<${about} /Filter /FlateDecode /Length ${packed.length}`, content: packed });
}

function writeObjectStream(id: number, members: readonly SmallObject[]): Promise<Buffer> {
	let offset = 0;
	const places = members.map(({ id: member, text }) => {
		const place = `${member} ${offset}`;
		offset += text.length + 1;
		return place;
	});
	const index = `${places.join(' ')}\n`;
	const about = `/Type /ObjStm /N ${members.length} /First ${index.length}`;
	return writePacked(id, about, latin1(`${index}${members.map(({ text }) => text).join('\n')}\n`));
}

function writeTable(
	id: number,
	entries: ReadonlyMap<number, readonly [kind: number, where: number, index: number]>,
	trailer: string
): Promise<Buffer> {
	const rows = Buffer.alloc((id + 1) * rowLength);
	for (let nth = 0; nth <= id; nth++) {
		const [kind, where, index] = entries.get(nth) ?? [0, 0, 0xffff];
		rows.writeUInt8(kind, nth * rowLength);
		rows.writeUInt32BE(where, nth * rowLength + 1);
		rows.writeUInt16BE(index, nth * rowLength + 5);
	}
	// each row as its difference from the one above (predictor 12): neighbours are much alike
	const differences = Buffer.alloc((id + 1) * (rowLength + 1));
	for (let nth = 0; nth <= id; nth++) {
		differences[nth * (rowLength + 1)] = 2;
		for (let byte = 0; byte < rowLength; byte++) {
			const above = nth === 0 ? 0 : (rows[(nth - 1) * rowLength + byte] ?? 0);
			differences[nth * (rowLength + 1) + 1 + byte] = ((rows[nth * rowLength + byte] ?? 0) - above) & 0xff;
		}
	}
	const rest = trailer.replace(/\/Size \d+/, `/Size ${id + 1}`).trim();
	const about =
		`/Type /XRef /W [${widths.join(' ')}] /DecodeParms <</Predictor 12 /Columns ${rowLength}>> ` +
		rest.replace(/\n/g, ' ');
	return writePacked(id, about, differences);
}
