import { expect, test } from 'vitest';
import { zipFiles } from '../../src/lib/server/imports/zip-files.ts';
import { readZipDirectory } from '../../src/lib/submission/files/zip-directory.ts';

const encode = (text: string) => new TextEncoder().encode(text);

test('files are archived under their Thai names and come out byte for byte', () => {
	const files = [
		{ name: 'แบบกรอก-ชุมแพ.xlsx', bytes: encode('PK ก') },
		{ name: 'ว่าง.txt', bytes: new Uint8Array() }
	];
	const archive = zipFiles(files);
	const read = readZipDirectory(archive);
	expect(read.kind === 'archive' ? [...read.names] : read).toEqual(files.map(({ name }) => name));
	expect(Buffer.from(archive).includes(Buffer.from('PK ก'))).toBe(true);
});

test('the same files twice are the same archive', () => {
	const files = [{ name: 'ก.txt', bytes: encode('ก') }];
	expect(Buffer.from(zipFiles(files)).equals(Buffer.from(zipFiles(files)))).toBe(true);
});
