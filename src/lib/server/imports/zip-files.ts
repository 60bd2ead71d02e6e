// Several files as one archive to download. They are stored as they are: workbooks are folded already.
import { crc32 } from 'node:zlib';

export interface NamedFile {
	/** also in Thai: names are marked as UTF-8 */
	readonly name: string;
	readonly bytes: Uint8Array;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const UTF8_NAMES = 0x0800;
/** 1 January 1980, the first day an archive can name: the same files twice are the same archive. */
const FIRST_DAY = 0x0021;

/** Up to 65,535 files and 4 GB together, far more than a province has. */
export function zipFiles(files: readonly NamedFile[]): Uint8Array {
	const parts: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const { name, bytes } of files) {
		const label = Buffer.from(name, 'utf8');
		const common = Buffer.alloc(26);
		common.writeUInt16LE(VERSION, 0);
		common.writeUInt16LE(UTF8_NAMES, 2);
		common.writeUInt16LE(FIRST_DAY, 8);
		common.writeUInt32LE(crc32(bytes), 10);
		common.writeUInt32LE(bytes.length, 14);
		common.writeUInt32LE(bytes.length, 18);
		common.writeUInt16LE(label.length, 22);
		const head = [mark(LOCAL), common, label];
		// Made by, then what the file's own head says, then its comment, disk and attributes (none), and where it begins.
		const place = Buffer.alloc(14);
		place.writeUInt32LE(offset, 10);
		directory.push(mark(CENTRAL), short(VERSION), common, place, label);
		parts.push(...head, Buffer.from(bytes));
		offset += 30 + label.length + bytes.length;
	}
	const central = Buffer.concat(directory);
	const end = Buffer.alloc(18);
	end.writeUInt16LE(files.length, 4);
	end.writeUInt16LE(files.length, 6);
	end.writeUInt32LE(central.length, 8);
	end.writeUInt32LE(offset, 12);
	return Buffer.concat([...parts, central, mark(END), end]);
}

function mark(word: number): Buffer {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32LE(word);
	return bytes;
}

function short(number: number): Buffer {
	const bytes = Buffer.alloc(2);
	bytes.writeUInt16LE(number);
	return bytes;
}
