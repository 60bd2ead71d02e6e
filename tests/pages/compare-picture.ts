// A page as a picture beside the one known. A page that changed is written beside the old one as *.new.png; rename it when the
// change is meant.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { expect } from 'vitest';

/** Edges of letters may differ by a shade between machines; this share of pixels may. */
const tolerated = 0.0001;
const picture = (name: string) => fileURLToPath(new URL(`${name}.png`, import.meta.url));

function countDifferent(before: PNG, after: PNG): number {
	if (before.width !== after.width || before.height !== after.height) return Number.POSITIVE_INFINITY;
	return pixelmatch(before.data, after.data, undefined, before.width, before.height, { threshold: 0.2 });
}

/** `name` of the known picture in this folder, without ending; `drawn` is PNG. */
export function expectPicture(name: string, drawn: Uint8Array): void {
	const [known, changed] = [picture(name), picture(`${name}.new`)];
	rmSync(changed, { force: true });
	const after = PNG.sync.read(Buffer.from(drawn));
	const different = existsSync(known)
		? countDifferent(PNG.sync.read(readFileSync(known)), after)
		: Number.POSITIVE_INFINITY;
	const allowed = after.width * after.height * tolerated;
	if (different > allowed) writeFileSync(changed, drawn);
	expect(different).toBeLessThanOrEqual(allowed);
}
