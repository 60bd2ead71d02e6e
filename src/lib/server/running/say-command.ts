import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../root.ts';

/** A command as it is written at a terminal here: an installation from one archive has a starter of its own, and no npm. */
export const sayCommand = (words: string): string =>
	existsSync(join(projectRoot, 'watphon')) ? `./watphon ${words}` : `npm run --silent kpi -- ${words}`;
