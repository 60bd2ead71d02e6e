import { error } from '@sveltejs/kit';
import type { DataTable } from '$lib/charts/chart-sheet.ts';
import { readDigits } from '$lib/components/display.ts';
import { makeSay } from '$lib/components/say.ts';
import { statusWords } from '$lib/components/words.ts';
import type { RoundView } from '$lib/ranking/round.ts';
import { fileNameOf } from '$lib/server/printing/send-document.ts';
import { formatDay } from '$lib/thai/write-date.ts';
import { findRound } from '../../find-round.ts';
import { readAsked } from '../asked.ts';
import { byDistrict, findDue, listOwed, type OwedGroup } from '../list-owed.ts';
import { dutyWords, writeByDistrict, writeByGroup } from '../write-line.ts';
import type { RequestHandler } from './$types';

const types: ReadonlyMap<string, string> = new Map([
	['line.txt', 'text/plain; charset=utf-8'],
	['list.csv', 'text/csv; charset=utf-8'],
	['list.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']
]);

/** What is owed, as the page's filters leave it: `line.txt` for a chat, `list.csv` and `list.xlsx` for a sheet. */
export const GET: RequestHandler = async ({ params, url, cookies }) => {
	const type = types.get(params.file);
	if (type === undefined) error(404, 'ไม่พบไฟล์นี้');
	const view = await findRound(params);
	const asked = readAsked(url.searchParams);
	const groups = listOwed(view, asked);
	const headers = { 'content-type': type, 'cache-control': 'no-cache' };
	if (params.file === 'line.txt') {
		const digits = readDigits(url.searchParams.get('digits')) ?? readDigits(cookies.get('digits')) ?? 'arabic';
		const heading = {
			round: `${view.agreement.round} จังหวัด${view.province.name}`,
			newest: view.newest,
			due: findDue(view.agreement, view.newest)
		};
		const text =
			asked.by === 'district'
				? writeByDistrict(byDistrict(view, groups), heading, makeSay(digits))
				: writeByGroup(groups, heading, makeSay(digits));
		return new Response(text, { headers });
	}
	const { writeCsv, writeWorkbook } = await import('$lib/server/http/table-file.ts');
	const table = tableOf(view, groups);
	const bytes = params.file === 'list.csv' ? writeCsv(table) : await writeWorkbook(table);
	const disposition = `attachment; filename="${fileNameOf(view.id)}-owed.${params.file.split('.')[1] ?? ''}"`;
	return new Response(new Uint8Array(bytes), { headers: { ...headers, 'content-disposition': disposition } });
};

const tableOf = (view: RoundView, groups: readonly OwedGroup[]): DataTable => ({
	name: 'owed',
	title: `รายการค้าง ${view.agreement.round}`,
	columns: ['กลุ่มงาน', 'ส่วน', 'ข้อ', 'ตัวชี้วัด', 'ตัดรอบ', 'รหัส', 'อำเภอ', 'สถานะ', 'สิ่งที่ต้องทำ', 'ค่าที่ส่งมา'],
	rows: groups.flatMap(({ group, items }) =>
		items.flatMap(({ words, indicator, short, cutOff, owed }) =>
			owed.map(({ district, name, status, wrong }) => [
				...[group, words, indicator, short, cutOff === null ? null : formatDay(cutOff)],
				...[district, name, statusWords[status], dutyWords[status]],
				wrong.map(({ label, text }) => `${label}: ${text}`).join('; ') || null
			])
		)
	)
});
