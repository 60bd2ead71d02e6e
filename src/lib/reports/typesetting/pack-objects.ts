// Makes a file small that has a structure tree: thousands of little objects, each plain text when pdfkit writes them. Here they go
// into compressed object streams (ISO 32000-1, 7.5.7 and 7.5.8), and the table of offsets becomes a stream as well.
import { deflate } from 'node:zlib';

const inOneStream = 1000;
const level = 9;
/** In threads of their own: a book has hundreds of streams. */
const squeeze = (content: Buffer): Promise<Buffer> =>
	new Promise((resolve, reject) => {
		deflate(content, { level }, (error, packed) => (error === null ? resolve(packed) : reject(error)));
	});
/** bytes of an entry of the table: kind, offset or stream, index */
const widths = [1, 4, 2] as const;
const rowLength = 7;

interface Written {
	readonly id: number;
	/** from `1 0 obj` to the line after `endobj` */
	readonly bytes: Buffer;
}

const decoder = new TextDecoder('latin1');
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

/** @throws where the file is not as pdfkit 0.19.1 writes it. */
export async function packObjects(file: Buffer): Promise<Buffer> {
	const { header, objects, trailer } = readObjects(file);
	const isStream = ({ bytes }: Written) => bytes.subarray(-20).includes('endstream\nendobj\n');
	const streams = objects.filter(isStream);
	// in the order of their numbers neighbours are much alike, and the index of a stream packs well
	const small = objects.filter((one) => !isStream(one)).sort((one, other) => one.id - other.id);

	const chunks: Buffer[] = [header];
	let offset = header.length;
	const entries = new Map<number, readonly [kind: number, where: number, index: number]>();
	const add = (id: number, bytes: Buffer) => {
		entries.set(id, [1, offset, 0]);
		chunks.push(bytes);
		offset += bytes.length;
	};
	const packed = await Promise.all(streams.map(async ({ id, bytes }) => ({ id, bytes: await packStream(bytes) })));
	for (const { id, bytes } of packed) add(id, bytes);

	const first = objects.length + 1;
	const groups = Array.from({ length: Math.ceil(small.length / inOneStream) }, (_, nth) => {
		const members = small.slice(nth * inOneStream, (nth + 1) * inOneStream);
		members.forEach(({ id }, place) => entries.set(id, [2, first + nth, place]));
		return writeObjectStream(first + nth, members);
	});
	for (const [nth, bytes] of (await Promise.all(groups)).entries()) add(first + nth, bytes);
	const next = first + groups.length;
	entries.set(next, [1, offset, 0]);
	const at = offset;
	chunks.push(await writeTable(next, entries, trailer), latin1(`startxref\n${at}\n%%EOF\n`));
	return Buffer.concat(chunks);
}

function readObjects(file: Buffer): { header: Buffer; objects: readonly Written[]; trailer: string } {
	const tail = decoder.decode(file.subarray(-1024));
	const found = /startxref\n(\d+)\n%%EOF\n$/.exec(tail);
	if (found === null) throw new Error('pdfkit no longer ends a file with its table of objects');
	const table = Number(found[1]);
	const text = decoder.decode(file.subarray(table));
	const head = /^xref\n0 (\d+)\n/.exec(text);
	const trailer = /trailer\n<<([\s\S]*)>>\nstartxref/.exec(text)?.[1];
	if (head === null || trailer === undefined) throw new Error('pdfkit no longer writes the table of objects as it did');
	const count = Number(head[1]);
	const first = head[0].length + 20;
	const places = Array.from({ length: count - 1 }, (_, nth) => ({
		id: nth + 1,
		offset: Number(text.slice(first + nth * 20, first + nth * 20 + 10))
	})).sort((one, other) => one.offset - other.offset);
	const objects = places.map(({ id, offset }, nth) => {
		const bytes = file.subarray(offset, places[nth + 1]?.offset ?? table);
		const start = `${id} 0 obj\n`;
		if (decoder.decode(bytes.subarray(0, start.length)) !== start || !bytes.subarray(-8).includes('endobj\n'))
			throw new Error(`object ${id} is not where the table says`);
		return { id, bytes };
	});
	return { header: file.subarray(0, places[0]?.offset ?? table), objects, trailer };
}

const mark = latin1('>>\nstream\n');
const afterwards = latin1('\nendstream\nendobj\n');
/** Compresses what is not; the metadata of an archive must stay readable without the program. */
async function packStream(bytes: Buffer): Promise<Buffer> {
	const start = bytes.indexOf(mark);
	const about = decoder.decode(bytes.subarray(0, start));
	if (about.includes('/Filter') || about.includes('/Type /Metadata')) return bytes;
	const content = bytes.subarray(start + mark.length, -afterwards.length);
	if (!about.includes(`/Length ${content.length}\n`)) throw new Error('pdfkit no longer writes a stream as it did');
	const packed = await squeeze(content);
	const told = about.replace(/\/Length \d+/, `/Length ${packed.length}\n/Filter /FlateDecode`);
	return Buffer.concat([latin1(told), mark, packed, afterwards]);
}

function writeObjectStream(id: number, members: readonly Written[]): Promise<Buffer> {
	const bodies = members.map(({ id: member, bytes }) => bytes.subarray(`${member} 0 obj\n`.length, -'endobj\n'.length));
	let offset = 0;
	const places = members.map(({ id: member }, nth) => {
		const place = `${member} ${offset}`;
		offset += bodies[nth]?.length ?? 0;
		return place;
	});
	const index = latin1(`${places.join(' ')}\n`);
	const about = `/Type /ObjStm /N ${members.length} /First ${index.length}`;
	return writeStream(id, about, Buffer.concat([index, ...bodies]));
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
	return writeStream(id, about, differences);
}

async function writeStream(id: number, about: string, content: Buffer): Promise<Buffer> {
	const packed = await squeeze(content);
	return Buffer.concat([
		latin1(`${id} 0 obj\n<<${about} /Filter /FlateDecode /Length ${packed.length}>>\nstream\n`),
		packed,
		latin1('\nendstream\nendobj\n')
	]);
}
