// Names of files as somebody else wrote them.

const mostLetters = 200;

/** What systems leave in folders, and nobody sends on purpose. */
export const isLeftover = (path: string): boolean =>
	/(?:^|\/)(?:\.[^/]*|~\$[^/]*|Thumbs\.db|desktop\.ini)$|(?:^|\/)__MACOSX\//i.test(path.replaceAll('\\', '/'));

/** The file's own name where it came alone, else its path in the folder: nothing unprintable, nothing that climbs. */
export function cleanName(name: string): string {
	const plain = name
		.replaceAll('\\', '/')
		.replace(/[\p{Cc}\p{Bidi_C}]/gu, '')
		.split('/')
		.filter((part) => part !== '' && part !== '.' && part !== '..')
		.join('/');
	return [...plain].slice(-mostLetters).join('') || 'ไฟล์ไม่มีชื่อ';
}

/** The header that saves a file under its own last name: no path, no quotes, nothing that a file system refuses. */
export function nameDownload(name: string): string {
	const last = cleanName(name).split('/').at(-1) ?? '';
	const plain = last.replace(/["<>|:*?]/g, '').replace(/^\.+/, '') || 'file';
	const ascii = plain.replace(/[^\x20-\x7e]|%/g, '_');
	const encoded = encodeURIComponent(plain).replace(/['()]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
	return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
