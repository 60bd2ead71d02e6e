// The auditor's list as a table for a sheet and as a text for a chat.
import type { DataTable } from '$lib/charts/chart-sheet.ts';
import { sayPlace } from '$lib/components/place.ts';
import type { RoundView } from '$lib/ranking/round.ts';
import type { StandingWarning } from '$lib/server/imports/audit-round.ts';
import { auditWords } from '$lib/server/imports/sentences-audit.ts';
import { importWords } from '$lib/server/imports/sentences.ts';
import { presentOf } from '$lib/server/rounds/round-moment.ts';

/** 2565-0147; empty where nobody knows. */
export const receiptOf = (view: RoundView, { received }: StandingWarning): string =>
	received === null ? '' : importWords.receiptNumber(presentOf(view.id), received.number);

export const tableAudit = (view: RoundView, warnings: readonly StandingWarning[]): DataTable => ({
	name: 'audit',
	title: auditWords.title(view.agreement.round),
	columns: auditWords.columns,
	rows: warnings.map((one) => [
		auditWords.kinds[one.code] ?? one.code,
		one.message,
		one.district,
		one.at.file,
		one.at.sheet ?? null,
		one.at.line ?? null,
		one.at.cell ?? null,
		receiptOf(view, one),
		one.received?.received_at ?? null,
		one.received?.sender ?? null
	])
});

/** A heading, then a line for each warning with its place and who sent it. */
export function textAudit(view: RoundView, warnings: readonly StandingWarning[]): string {
	const lines = warnings.map((one, nth) => {
		const sender = one.received?.sender ?? null;
		const from = [`แฟ้ม ${one.at.file}`, sayPlace(one.at), sender === null ? '' : `ส่งโดย ${sender}`];
		return `${nth + 1}. ${one.message} (${from.filter((part) => part !== '').join(' ')})`;
	});
	return [`${auditWords.title(view.agreement.round)} จังหวัด${view.province.name}`, ...lines].join('\n');
}
