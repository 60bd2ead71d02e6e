import { error } from '@sveltejs/kit';
import { getRequestEvent } from '$app/server';
import { getApp, type RoundAtHand } from '$lib/server/app.ts';
import { Refusal } from '$lib/server/refusal.ts';
import { readRounds } from '$lib/server/printing/send-document.ts';
import { listComparable } from '../../list-visible.ts';
import type { RoundsCompared } from '$lib/reports/comparison/facts.ts';
import type { RoundChange } from '$lib/ranking/compare.ts';

export interface Asked {
	/** rounds of the province, the earliest first */
	readonly all: readonly RoundAtHand[];
	/** ids asked for, the earliest first */
	readonly asked: readonly string[];
}

/** The rounds an address asks for; where it names none, the newest with results and the one before it. */
export async function readAsked(province: string, given: readonly string[]): Promise<Asked> {
	const rounds = await listComparable(getRequestEvent().locals.visitor);
	const all = rounds
		.filter(({ id }) => id.startsWith(`${province}/`))
		.toSorted((a, b) => (a.from + a.id < b.from + b.id ? -1 : 1));
	if (all.length === 0) error(404, 'ไม่พบจังหวัดนี้');
	const named = readRounds(province, given).toReversed();
	const reporting = all.filter(({ newest }) => newest !== null);
	const usual = (reporting.length >= 2 ? reporting : all).slice(-2).map(({ id }) => id);
	return { all, asked: named.length > 0 ? named : usual };
}

export type Found =
	| { readonly kind: 'compared'; readonly compared: RoundsCompared }
	/** why not, in Thai */
	| { readonly kind: 'refused'; readonly message: string };

const oneRound = 'เลือกไว้รอบเดียว และรอบนี้ไม่มีวันรายงานผลระหว่างรอบให้เทียบ เลือกอีกรอบหนึ่งที่ “+ เพิ่มรอบ”';
const onlyRound = 'จังหวัดนี้มีข้อตกลงรอบเดียว และรอบนี้ไม่มีวันรายงานผลระหว่างรอบ จึงยังไม่มีอะไรให้เทียบ';

/** 404 where a round is unknown. */
export async function findCompared({ asked, all }: Asked): Promise<Found> {
	const app = await getApp();
	try {
		return { kind: 'compared', compared: await app.compare(asked) };
	} catch (problem) {
		if (!(problem instanceof Refusal)) throw problem;
		if (problem.problems[0]?.code.startsWith('unknown_')) error(404, problem.message);
		const alone = problem.problems[0]?.code === 'one_round';
		return { kind: 'refused', message: alone ? (all.length > 1 ? oneRound : onlyRound) : problem.message };
	}
}

/** `whole`, or the number of the step from 1. */
export function findStep({ steps, whole }: RoundsCompared, step: string | null): { step: string; change: RoundChange } {
	const change = steps.length > 1 ? steps[Number(step) - 1] : undefined;
	return change === undefined ? { step: 'whole', change: whole } : { step: step ?? '', change };
}
