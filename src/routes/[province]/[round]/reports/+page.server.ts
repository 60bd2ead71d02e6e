import { readDigits } from '$lib/components/display.ts';
import type { DocumentRequest } from '$lib/reports/documents.ts';
import { getApp } from '$lib/server/app.ts';
import { troubleHeader } from '../../../answer-document.ts';
import { findRound } from '../find-round.ts';
import { listBeside } from '../list-beside.ts';
import { addressDocument, inDigits } from './address-document.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, request, setHeaders }) => {
	const view = await findRound(params);
	const app = await getApp();
	const digits = readDigits(url.searchParams.get('paper')) ?? view.office.paper.digits;
	// What is printed already changes by printing, not by data.
	setHeaders({ 'cache-control': 'no-store' });

	const show = async (document: DocumentRequest) => {
		const printed = await app.documentAtHand(view.id, document, digits);
		return {
			href: inDigits(addressDocument(view.id, document), digits),
			printed: printed && { pages: printed.pages, bytes: printed.bytes.length }
		};
	};
	const others = await listBeside(view);
	return {
		trouble: decodeURIComponent(request.headers.get(troubleHeader) ?? ''),
		digits,
		memo: await show({ kind: 'memo' }),
		book: await show({ kind: 'book' }),
		letters: await show({ kind: 'letter', district: null }),
		districts: await Promise.all(
			view.province.districts.map(async ({ code, name }) => ({
				code,
				name,
				letter: await show({ kind: 'letter', district: code }),
				sheet: await show({ kind: 'district', district: code })
			}))
		),
		sections: await Promise.all(
			view.agreement.sections.map(async ({ section, title, indicators }) => ({
				section,
				title,
				indicators: await Promise.all(
					indicators.map(async ({ indicator, short, work_group }) => ({
						indicator,
						short,
						group: work_group,
						report: await show({ kind: 'indicator', section, indicator })
					}))
				)
			}))
		),
		others: others.map(({ id, round }) => ({ round, short: id.slice(id.indexOf('/') + 1) })),
		short: params.round
	};
};
