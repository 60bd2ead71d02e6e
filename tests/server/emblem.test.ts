import { crc32, deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { checkEmblem, emblemBytes, mostEmblemBytes } from '../../src/lib/server/office/emblem.ts';
import { canPrint } from '../../src/lib/server/printing/try-print.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const svg = (inside: string, attributes = 'viewBox="0 0 10 10"') =>
	bytesOf(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>\n`);
const png = (width: number, height: number) => new Uint8Array(PNG.sync.write(new PNG({ width, height })));

const asData = (bytes: Uint8Array) => `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`;

test('a PNG and an SVG are taken, kept as they are, and print', async () => {
	for (const [kind, bytes] of [
		['png', png(20, 30)],
		['svg', svg('<circle cx="5" cy="5" r="4"/><use href = "#a"/>')],
		['svg', svg(`<image width="9" height="9" href="${asData(png(4, 4))}"/>`)]
	] as const) {
		const checked = checkEmblem(bytes);
		expect(checked.kind).toBe('taken');
		if (checked.kind !== 'taken') continue;
		expect(checked.emblem.kind).toBe(kind);
		expect(checkEmblem(emblemBytes(checked.emblem))).toEqual(checked);
		expect(await canPrint({ emblem: checked.emblem, fonts: null })).toBe(true);
	}
});

const refused: readonly [string, Uint8Array, string][] = [
	['a script', svg('<script>alert(1)</script>'), 'สคริปต์'],
	['an act on a click', svg('<path onclick="go()" d="M0 0"/>'), 'สคริปต์'],
	['an address', svg('<image href="https://example.org/a.png"/>'), 'นอกแฟ้ม'],
	['an address in the old way', svg("<image xlink:href='file:///etc/hostname'/>"), 'นอกแฟ้ม'],
	['an address without quotes', svg('<image href=a.png />'), 'นอกแฟ้ม'],
	['a style from elsewhere', svg('<style>@import "a.css"</style>'), 'นอกแฟ้ม'],
	['a colour from elsewhere', svg('<path fill="url(https://example.org/#a)"/>'), 'นอกแฟ้ม'],
	['a page inside', svg('<foreignObject/>'), 'สคริปต์'],
	['something that moves', svg('<animate attributeName="x"/>'), 'สคริปต์'],
	['entities', bytesOf('<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 1 1">&a;</svg>'), 'สคริปต์'],
	['a picture inside that is broken', svg(`<image href="${asData(png(9, 9).slice(0, 50))}"/>`), 'เสียหาย'],
	['no size', svg('<path d="M0 0"/>', ''), 'เสียหาย'],
	['no end', bytesOf('<svg viewBox="0 0 1 1"><path'), 'เสียหาย'],
	['another kind', bytesOf('GIF89a'), 'PNG หรือ SVG'],
	['no text', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'PNG หรือ SVG'],
	['a page', bytesOf('<html><body>ตรา</body></html>'), 'PNG หรือ SVG'],
	['a PNG cut short', png(20, 30).slice(0, 50), 'เสียหาย'],
	['a PNG of too many pixels', png(4001, 1), 'จุด'],
	['too much', new Uint8Array(mostEmblemBytes + 1), '1 MB']
];
test.each(refused)('a file with %s is refused in a sentence', (_what, bytes, part) => {
	const checked = checkEmblem(bytes);
	expect(checked.kind).toBe('refused');
	if (checked.kind === 'refused') expect(checked.why).toContain(part);
});

/** A PNG whose chunk says what it likes, with the sum that makes it look whole. */
function altered(type: string, change: (data: Uint8Array) => Uint8Array): Uint8Array {
	const bytes = Buffer.from(png(20, 30));
	const at = bytes.indexOf(type, 0, 'latin1');
	const length = bytes.readUInt32BE(at - 4);
	const data = change(Uint8Array.from(bytes.subarray(at + 4, at + 4 + length)));
	const size = Buffer.alloc(4);
	size.writeUInt32BE(data.length);
	const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const sum = Buffer.alloc(4);
	sum.writeUInt32BE(crc32(named));
	return new Uint8Array(
		Buffer.concat([bytes.subarray(0, at - 4), size, named, sum, bytes.subarray(at + 4 + length + 4)])
	);
}

const broken: readonly [string, Uint8Array][] = [
	['pixels that do not unpack', altered('IDAT', (data) => data.fill(0xaa))],
	['pixels too few', altered('IDAT', () => new Uint8Array(deflateSync(Buffer.alloc(100))))],
	['pixels too many', altered('IDAT', () => new Uint8Array(deflateSync(Buffer.alloc(1_000_000))))],
	['a colour there is not', altered('IHDR', (data) => data.with(9, 5))],
	['a palette that is not there', altered('IHDR', (data) => data.with(9, 3))],
	['no width', altered('IHDR', (data) => data.fill(0, 0, 4))],
	['a byte altered on the way', png(20, 30).with(45, 0x55)]
];
test.each(broken)('a PNG with %s is refused before it is printed', (_what, bytes) => {
	expect(checkEmblem(bytes)).toMatchObject({ kind: 'refused', why: expect.stringContaining('เสียหาย') as string });
});

test('what cannot be printed is found out by printing it', async () => {
	const nonsense = new Uint8Array(100);
	expect(await canPrint({ emblem: null, fonts: { regular: nonsense, bold: nonsense } })).toBe(false);
});
