import { error } from '@sveltejs/kit';
import { getApp } from '$lib/server/app.ts';
import { importWords } from '$lib/server/imports/sentences.ts';
import { sayWhoAndRole } from '$lib/server/journal/act-words.ts';
import { findRound } from '../../find-round.ts';
import { listEvidenceOf } from './list-evidence.ts';
import { readReceiptNumber } from './read-receipt-number.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals: { only } }) => {
	const view = await findRound(params);
	const number = readReceiptNumber(params.number);
	// What was received stays received, whichever moment of the round is looked at.
	const [round = ''] = view.id.split('@');
	const seen = view.received.some((one) => one.number === number);
	const app = await getApp();
	const receipt = number === null || !seen ? null : await app.imports.receipt(round, number);
	if (receipt === null) error(404, importWords.noReceipt);
	const inputs = new Map<string, string>(
		view.agreement.sections.flatMap(({ section, indicators }) =>
			indicators.flatMap(({ indicator, inputs: of }) =>
				Object.entries(of).map(([name, { label }]) => [`${section}/${indicator}/${name}`, label] as const)
			)
		)
	);
	const { province } = (await app.round(round)) ?? view;
	const others = only === null ? [] : province.districts.filter(({ code }) => code !== only).map(({ name }) => name);
	return {
		/** what was said of it beside other districts is for who may see those */
		receipt: { ...receipt, warnings: receipt.warnings.filter(({ why }) => !others.some((name) => why.includes(name))) },
		takenBy: sayWhoAndRole(receipt.who, receipt.role),
		receiptNumber: importWords.receiptNumber(round, receipt.received.number),
		evidence: listEvidenceOf(app, round, receipt.received.number),
		fresh: url.searchParams.has('taken'),
		names: new Map(view.province.districts.map(({ code, name }) => [code, name])),
		inputs
	};
};
