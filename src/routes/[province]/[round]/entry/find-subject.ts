import { error } from '@sveltejs/kit';
import type { RoundView } from '$lib/ranking/round.ts';
import { entryWords } from '$lib/server/entry/sentences.ts';
import { findRound } from '../find-round.ts';
import type { Subject } from './subject.ts';

/** The round as it is now: a round as it was, or as it was published, is not filled in any more. */
export async function findPresent(params: { province: string; round: string }): Promise<RoundView> {
	if (params.round.includes('@')) error(404, entryWords.notPresent);
	return await findRound(params);
}

export function findSubject({ province }: RoundView, code: string): Subject {
	if (code === province.code) return { code, called: `ทั้งจังหวัด${province.name}`, whole: true };
	const district = province.districts.find((one) => one.code === code);
	if (district === undefined) error(404, entryWords.noSuchDistrict);
	return { code, called: `อำเภอ${district.name}`, whole: false };
}
