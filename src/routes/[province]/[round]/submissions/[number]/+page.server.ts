import { error } from '@sveltejs/kit';
import { getApp } from '$lib/server/app.ts';
import { importWords } from '$lib/server/imports/sentences.ts';
import { findRound } from '../../find-round.ts';
import { readReceiptNumber } from './read-receipt-number.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
	const view = await findRound(params);
	const number = readReceiptNumber(params.number);
	// What was received stays received, whichever moment of the round is looked at.
	const [round = ''] = view.id.split('@');
	const receipt = number === null ? null : await (await getApp()).imports.receipt(round, number);
	if (receipt === null) error(404, importWords.noReceipt);
	const inputs = new Map<string, string>(
		view.agreement.sections.flatMap(({ section, indicators }) =>
			indicators.flatMap(({ indicator, inputs: of }) =>
				Object.entries(of).map(([name, { label }]) => [`${section}/${indicator}/${name}`, label] as const)
			)
		)
	);
	return {
		receipt,
		receiptNumber: importWords.receiptNumber(round, receipt.received.number),
		fresh: url.searchParams.has('taken'),
		names: new Map(view.province.districts.map(({ code, name }) => [code, name])),
		inputs
	};
};
