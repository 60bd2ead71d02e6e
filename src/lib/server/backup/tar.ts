// The plain form of a backup: ustar, which every system unpacks. Only plain files, and every byte has one right value,
// so that whatever is damaged can be found and said.
export const blockBytes = 512;
/** two blocks of nothing close an archive */
export const endBytes = 2 * blockBytes;
/** eleven octal digits */
const mostBytes = 8 ** 11 - 1;

export interface TarHead {
	/** with `/` between folders, ASCII */
	readonly path: string;
	readonly bytes: number;
	/** seconds since 1970 */
	readonly modified: number;
}

/** How many bytes of nothing follow a file, so that the next begins on a block. */
export const paddingAfter = (bytes: number): number => (blockBytes - (bytes % blockBytes)) % blockBytes;

/** The block before a file. Throws where ustar has no room for its path or size. */
export function writeHead({ path, bytes, modified }: TarHead): Buffer {
	const [prefix, name] = splitPath(path);
	if (bytes > mostBytes) throw new RangeError(`too large for ustar: ${path}`);
	const head = Buffer.alloc(blockBytes);
	const octal = (value: number, at: number, digits: number) =>
		head.write(value.toString(8).padStart(digits, '0'), at, 'latin1');
	head.write(name, 0, 'latin1');
	octal(0o644, 100, 7);
	octal(0, 108, 7);
	octal(0, 116, 7);
	octal(bytes, 124, 11);
	octal(modified, 136, 11);
	head.write(' '.repeat(8), 148, 'latin1');
	head.write('0', 156, 'latin1');
	head.write('ustar\0' + '00', 257, 'latin1');
	octal(0, 329, 7);
	octal(0, 337, 7);
	head.write(prefix, 345, 'latin1');
	const sum = head.reduce((total, byte) => total + byte, 0);
	head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
	return head;
}

function splitPath(path: string): readonly [prefix: string, name: string] {
	if (path.length <= 100) return ['', path];
	// The name takes all it can hold.
	const cut = path.indexOf('/', path.length - 101);
	if (cut < 0 || cut > 155) throw new RangeError(`too long for ustar: ${path}`);
	return [path.slice(0, cut), path.slice(cut + 1)];
}

const textAt = (block: Buffer, at: number, most: number): string => {
	const text = block.toString('latin1', at, at + most);
	const end = text.indexOf('\0');
	return end < 0 ? text : text.slice(0, end);
};

/** What a block says of the file after it; null where it is not a block that `writeHead` writes, to the last byte. */
export function readHead(block: Buffer): TarHead | null {
	const numberAt = (at: number) => Number.parseInt(textAt(block, at, 12), 8);
	const prefix = textAt(block, 345, 155);
	const name = textAt(block, 0, 100);
	const head = { path: prefix === '' ? name : `${prefix}/${name}`, bytes: numberAt(124), modified: numberAt(136) };
	if (!(head.bytes >= 0 && head.bytes <= mostBytes && head.modified >= 0 && head.modified <= mostBytes)) return null;
	if (/[^\x20-\x7e]/.test(head.path)) return null;
	try {
		return writeHead(head).equals(block) ? head : null;
	} catch (error) {
		if (error instanceof RangeError) return null;
		throw error;
	}
}
