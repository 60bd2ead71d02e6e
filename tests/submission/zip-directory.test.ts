import { expect, test } from 'vitest';
import { readZipDirectory } from '../../src/lib/submission/files/zip-directory.ts';
import { makeArchive, type Part } from './make-archive.ts';

const parts: readonly Part[] = [
	{ name: 'ก.csv', content: 'ก'.repeat(100) },
	{ name: 'โฟลเดอร์/ข.csv', content: 'ข' },
	{ name: 'ว่าง.csv', content: '' }
];
const plain = makeArchive(parts);
const END = 22;

/** The same archive with its directory told in 64-bit fields, as programs write it that do not know the sizes beforehand. */
function withWideEnd(bytes: Uint8Array): Uint8Array {
	const from = Buffer.from(bytes);
	const end = from.subarray(-END);
	const record = Buffer.alloc(56);
	record.writeUInt32LE(0x06064b50, 0);
	record.writeBigUInt64LE(44n, 4);
	record.writeBigUInt64LE(BigInt(end.readUInt16LE(10)), 24);
	record.writeBigUInt64LE(BigInt(end.readUInt16LE(10)), 32);
	record.writeBigUInt64LE(BigInt(end.readUInt32LE(12)), 40);
	record.writeBigUInt64LE(BigInt(end.readUInt32LE(16)), 48);
	const locator = Buffer.alloc(20);
	locator.writeUInt32LE(0x07064b50, 0);
	locator.writeBigUInt64LE(BigInt(bytes.length - END), 8);
	const wide = Buffer.from(end);
	wide.fill(0xff, 8, 20);
	return new Uint8Array(Buffer.concat([from.subarray(0, -END), record, locator, wide]));
}

const change = (bytes: Uint8Array, at: number, figure: number): Uint8Array => {
	const changed = Uint8Array.from(bytes);
	new DataView(changed.buffer).setUint32(at < 0 ? changed.length + at : at, figure, true);
	return changed;
};

test('an archive is what its directory says, in the plain form and the wide one', () => {
	for (const bytes of [plain, withWideEnd(plain)]) {
		const read = readZipDirectory(bytes);
		expect(read.kind).toBe('archive');
		if (read.kind !== 'archive') continue;
		expect(read.parts.map(({ name, unfolded }) => [name, unfolded])).toEqual([
			['ก.csv', 300],
			['โฟลเดอร์/ข.csv', 3],
			['ว่าง.csv', 0]
		]);
		expect(read.unfolded).toBe(303);
	}
});

test.each([
	['the wide record is not there', change(plain, -10, 0xffffffff), 'broken'],
	['the wide record stands elsewhere', change(withWideEnd(plain), -34, 7), 'broken'],
	['the directory begins elsewhere', change(plain, -6, 3), 'broken'],
	['the directory begins behind the file', change(plain, -6, 0x7fffffff), 'broken'],
	['a part has no header of its own', change(plain, 0, 0), 'broken'],
	['the end is cut', plain.subarray(0, -1), 'broken'],
	['there is nothing', new Uint8Array(0), 'broken'],
	['a part claims to be empty', makeArchive([{ name: 'a', content: 'x'.repeat(1000), claimed: 0 }]), 'broken'],
	[
		'two parts stand on the same bytes',
		makeArchive([...parts, { name: 'again', content: '', sameAs: 0 }]),
		'overlapping'
	],
	['two parts have one name', makeArchive([...parts, ...parts]), 'overlapping'],
	['more is claimed than is unfolded', makeArchive([{ name: 'a', content: 'x', claimed: 2 ** 31 }]), 'too_big']
])('where %s: %#', (_, bytes, kind) => {
	expect(readZipDirectory(bytes).kind).toBe(kind);
});
