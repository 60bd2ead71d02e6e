// Screens held against the pictures known of them. One that changed is written beside the old as *.new.png, with *.diff.png where
// what changed is red; rename the new one when the change is meant.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** Pixels of the side of a square. Other edges of letters are spread thinly over all squares; a block that moved fills some. */
const side = 32;
/** This many pixels of one square may differ beyond the smoothing of edges: two hairlines through it are 64. */
const inSquare = 64;
/** This share of all pixels may. */
const inAll = 0.001;
/** The least difference of colour that counts, of 1: the card's edge on white does. */
const threshold = 0.06;

export interface Change {
	/** what changed and where, in words for whoever reads the test */
	readonly said: string;
	/** the picture with what changed in red; null where the sizes differ */
	readonly diff: Uint8Array | null;
}

/** What an eye would see changed from one PNG to the other; null for nothing. */
export function seeChange(before: Uint8Array, after: Uint8Array): Change | null {
	if (Buffer.from(before).equals(after)) return null;
	const [known, drawn] = [PNG.sync.read(Buffer.from(before)), PNG.sync.read(Buffer.from(after))];
	const { width, height } = known;
	if (width !== drawn.width || height !== drawn.height) {
		return { said: `${width} × ${height} became ${drawn.width} × ${drawn.height}`, diff: null };
	}
	const diff = new PNG({ width, height });
	const different = pixelmatch(known.data, drawn.data, diff.data, width, height, { threshold });
	if (different === 0) return null;
	const worst = findWorst(diff);
	if (different <= width * height * inAll && worst.count <= inSquare) return null;
	const said = `${different} pixels differ, ${worst.count} of them in the square at ${worst.x}, ${worst.y}`;
	return { said, diff: PNG.sync.write(diff) };
}

/** The square with the most red pixels. */
function findWorst({ data, width, height }: PNG): { readonly x: number; readonly y: number; readonly count: number } {
	const across = Math.ceil(width / side);
	const counts = new Uint32Array(across * Math.ceil(height / side));
	for (let at = 0; at < width * height; at += 1) {
		if (data[at * 4] !== 255 || data[at * 4 + 1] !== 0) continue;
		const square = Math.floor(at / width / side) * across + Math.floor((at % width) / side);
		counts[square] = (counts[square] ?? 0) + 1;
	}
	const count = counts.reduce((most, one) => Math.max(most, one), 0);
	const square = counts.indexOf(count);
	return { x: (square % across) * side, y: Math.floor(square / across) * side, count };
}

const picture = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** null where the screen looks as `<name>.png` beside this file; else what changed and the file to look at, which is written. */
export function holdLook(name: string, drawn: Uint8Array): string | null {
	const [known, fresh, diff] = [`${name}.png`, `${name}.new.png`, `${name}.diff.png`].map(picture) as [
		string,
		string,
		string
	];
	for (const old of [fresh, diff]) rmSync(old, { force: true });
	const change = existsSync(known)
		? seeChange(readFileSync(known), drawn)
		: { said: 'no picture is known of it', diff: null };
	if (change === null) return null;
	writeFileSync(fresh, drawn);
	if (change.diff !== null) writeFileSync(diff, change.diff);
	return `${change.said}: look at ${fresh}`;
}
