import { error } from '@sveltejs/kit';
import { getApp } from '$lib/server/app.ts';
import { entryWords } from '$lib/server/entry/sentences.ts';
import { findRound } from '../../../../find-round.ts';
import { sendKept } from '../../../send-kept.ts';
import { readReceiptNumber } from '../../read-receipt-number.ts';
import type { RequestHandler } from './$types';

/** A file that came as evidence with this submission. */
export const GET: RequestHandler = async ({ params }) => {
	const number = readReceiptNumber(params.number);
	const { received } = await findRound(params);
	const seen = received.some((one) => one.number === number);
	const { entry } = await getApp();
	const round = `${params.province}/${params.round}`;
	const file = number === null || !seen ? null : await entry.evidenceOf(round, number, params.sha);
	if (file === null) error(404, entryWords.noEvidence);
	return sendKept(file);
};
