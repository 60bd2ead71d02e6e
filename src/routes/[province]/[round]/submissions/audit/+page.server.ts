import { getApp } from '$lib/server/app.ts';
import { auditWords } from '$lib/server/imports/sentences-audit.ts';
import { findRound } from '../../find-round.ts';
import type { PageServerLoad } from './$types';
import { receiptOf, textAudit } from './write-audit.ts';

/** All that an auditor would ask of the values in force, by what is asked. */
export const load: PageServerLoad = async ({ params }) => {
	const view = await findRound(params);
	const warnings = await (await getApp()).audit(view.id);
	const byKind = Map.groupBy(warnings, ({ code }) => code);
	return {
		count: warnings.length,
		kinds: Object.entries(auditWords.kinds).map(([code, words]) => ({
			code,
			words,
			warnings: (byKind.get(code) ?? []).map((one) => ({
				message: one.message,
				at: one.at,
				number: one.received?.number ?? null,
				receipt: receiptOf(view, one),
				sender: one.received?.sender ?? null,
				received_at: one.received?.received_at ?? null
			}))
		})),
		text: warnings.length === 0 ? '' : textAudit(view, warnings)
	};
};
