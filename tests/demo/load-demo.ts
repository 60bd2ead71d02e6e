// The demo as `import data/demo` loads it.
import type { RoundView } from '../../src/lib/ranking/round.ts';
import type { IndicatorScore, SectionScore } from '../../src/lib/scoring/results.ts';
import { gatherFiles, type Gathered } from '../../src/lib/server/imports/gather-files.ts';
import type { ImportResult } from '../../src/lib/server/imports/import-files.ts';
import { demoFolder } from '../../src/lib/server/rounds/letters.ts';
import { withApp, withFolder } from '../server/with-store.ts';

export const earliest = 'khon-kaen/2564-2';
export const earlier = 'khon-kaen/2565-1';
export const later = 'khon-kaen/2565-2';
export const correction = 'สพอ-บ้านไผ่-แก้ไขงบประมาณ.csv';
export const sections = ['team', 'individual', 'competency'] as const;

export interface Demo {
	readonly gathered: Gathered;
	readonly result: ImportResult;
	readonly earliest: RoundView;
	readonly earlier: RoundView;
	readonly later: RoundView;
	/** the later round without the file that corrects a value of it */
	readonly uncorrected: RoundView;
}

export function mustBe<T>(found: T | null | undefined): T {
	if (found === null || found === undefined) throw new Error('not in the demo');
	return found;
}

/** Imports the demo into a store of its own, first without the correction, then all of it. */
export async function loadDemo(): Promise<Demo> {
	const gathered = await gatherFiles([demoFolder], demoFolder, { round: null, sender: null });
	const whose = { who: 'demo', demo: true };
	return await withFolder(
		async (folder) =>
			await withApp(folder, async (app) => {
				await app.importArriving(
					gathered.files.filter((file) => file.round === later && !file.name.endsWith(correction)),
					whose
				);
				const uncorrected = mustBe(await app.round(later));
				await app.startClean({ who: 'demo' });
				const result = await app.importArriving(gathered.files, whose);
				return {
					gathered,
					result,
					earliest: mustBe(await app.round(earliest)),
					earlier: mustBe(await app.round(earlier)),
					later: mustBe(await app.round(later)),
					uncorrected
				};
			})
	);
}

export const scoreOf = ({ answer }: RoundView, district: string, section: string, indicator: string): IndicatorScore =>
	mustBe(answer.scores.find((s) => s.district === district && s.section === section && s.indicator === indicator));

export const totalOf = ({ answer }: RoundView, district: string, section: string): SectionScore =>
	mustBe(answer.sections.find((s) => s.district === district && s.section === section));
