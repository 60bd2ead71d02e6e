// Pages held against the pictures known of them. A page that changed is written beside the old one as *.new.png; rename it when
// the change is meant.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** Edges of letters may differ by a shade between machines; this share of pixels may. */
const tolerated = 0.0001;
const picture = (name: string) => fileURLToPath(new URL(name, import.meta.url));

function countDifferent(before: PNG, after: PNG): number {
	if (before.width !== after.width || before.height !== after.height) return Number.POSITIVE_INFINITY;
	return pixelmatch(before.data, after.data, undefined, before.width, before.height, { threshold: 0.2 });
}

/** Whether the page looks as the picture `<name>.png` beside this file; writes `<name>.new.png` where it does not. */
export function looksAsKnown(name: string, drawn: Uint8Array): boolean {
	const [known, changed] = [picture(`${name}.png`), picture(`${name}.new.png`)];
	rmSync(changed, { force: true });
	const after = PNG.sync.read(Buffer.from(drawn));
	const different = existsSync(known)
		? countDifferent(PNG.sync.read(readFileSync(known)), after)
		: Number.POSITIVE_INFINITY;
	const same = different <= after.width * after.height * tolerated;
	if (!same) writeFileSync(changed, drawn);
	return same;
}
