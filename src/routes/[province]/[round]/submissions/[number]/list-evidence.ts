import type { App } from '$lib/server/app.ts';

/** The evidence that came with a submission. */
export const listEvidenceOf = (app: App, round: string, number: number) =>
	app.entry.evidence(round).filter(({ submission }) => submission === number);
