import { drawForScreen, type DrawnChart } from '$lib/charts/chart-sheet.ts';
import { screenLook } from '$lib/charts/look.ts';
import { mostLit } from '$lib/charts/bump-lines.ts';
import type { LiveData } from '$lib/components/live-data.ts';
import { headOf } from '$lib/components/round-head.ts';
import { bridgeParts } from '$lib/ranking/bridge.ts';
import { isNought } from '$lib/scoring/fraction.ts';
import { nameSection } from '$lib/reports/rank-lines.ts';
import { sayCompared, sayGaps, sayLeaders, sayMean, sayParts, shortRound } from '$lib/reports/comparison/words.ts';
import { getApp } from '$lib/server/app.ts';
import { crossDistrict, crossMean, makeBridgeSheet, pictureBridge, type Crossing } from './bridge-sheet.ts';
import { makeBumpSheet, makeBumpTable } from './bump-sheet.ts';
import { listDistrictRows, listPairRows, meanLike, tellItems } from './compare-rows.ts';
import { findCompared, findStep, readAsked, type Asked } from './find-compared.ts';
import type { PageServerLoad } from './$types';

/** Of a card of half the page; text is as large there as in the tables beside it. */
const width = 620;
const look = { ...screenLook, size: 13 };

/** A chart of the page, and what it is drawn from. */
interface Shown {
	readonly chart: DrawnChart;
	readonly live: LiveData;
}

export const load: PageServerLoad = async ({ params, url, parent }) => {
	const { digits } = (await parent()).display;
	const given = url.searchParams.getAll('rounds');
	const asked = await readAsked(params.province, given);
	const found = await findCompared(asked);
	const menus = listMenus(asked);
	if (found.kind === 'refused') {
		const view = await (await getApp()).round(asked.all.at(-1)?.id ?? '');
		return { round: view && headOf(view), menus, refused: found.message, comparison: null };
	}
	const { compared } = found;
	const { rounds, steps, whole } = compared;
	const { step, change } = findStep(compared, url.searchParams.get('step'));
	const wanted = url.searchParams.get('section');
	const section = change.sections.find((one) => (one.section ?? 'total') === wanted) ?? change.sections[0];
	if (section === undefined)
		return {
			round: headOf(whole.after),
			menus,
			refused: 'ข้อตกลงของสองรอบไม่มีส่วนใดชื่อเดียวกัน จึงไม่มีคะแนนให้เทียบ',
			comparison: null
		};
	const name = section.section ?? 'total';
	const rest = asked.asked.map((id) => id.slice(params.province.length + 1)).join(',');
	const files = `/${params.province}/compare/charts/${encodeURIComponent(rest)}`;
	const lit = (url.searchParams.get('lit') ?? '').split(',').filter((code) => code !== '');
	const chosen = url.searchParams.get('district');
	const parts = bridgeParts.filter((part) =>
		section.districts.some(({ bridge }) => bridge !== null && !isNought(bridge.parts[part]))
	);
	const showBridge = (crossing: Crossing, what: string, code: string | null): Shown => {
		const { rows, words } = pictureBridge(crossing, change, digits);
		const href = `${files}/bridge-${name}-${step}${code === null ? '' : `-${code}`}`;
		return {
			chart: drawForScreen(makeBridgeSheet(crossing, change, what, `bridge-${name}`, digits), href, look, width),
			live: { kind: 'bridge', rows, words, size: look.size, digits }
		};
	};
	const mean = crossMean(section);
	const one = chosen === null ? null : crossDistrict(section, chosen);
	const oneName = section.districts.find(({ district }) => district.code === chosen)?.district.name ?? '';
	return {
		round: headOf(whole.after),
		menus,
		refused: null,
		comparison: {
			titles: rounds.map((round) => shortRound(round, rounds)),
			before: shortRound(change.before, [change.after]),
			after: shortRound(change.after, [change.before]),
			pdf: `/${params.province}/compare.pdf?rounds=${rest}`,
			steps:
				steps.length === 1
					? []
					: [
							{ step: 'whole', words: 'ตั้งแต่ต้นจนจบ' },
							...steps.map(({ before, after }, nth) => ({
								step: String(nth + 1),
								words: `${shortRound(before, rounds)} → ${shortRound(after, rounds)}`
							}))
						],
			step,
			section: name,
			title: nameSection(section),
			sections: change.sections.map((each) => ({ section: each.section ?? 'total', words: nameSection(each) })),
			districts: section.districts.length,
			places: showPlaces(),
			lit: section.districts.map(({ district }) => ({ ...pick(district), on: lit.includes(district.code) })),
			mostLit,
			mean: mean && {
				...showBridge(mean, 'ค่าเฉลี่ย', null),
				start: pictureBridge(mean, change).start,
				items: tellItems(mean),
				districts: section.mean?.districts ?? 0
			},
			like: meanLike(section),
			one: one && { ...showBridge(one, `ร้อยละของ${oneName}`, chosen), name: oneName, items: tellItems(one) },
			parts,
			partsKey: sayParts(parts),
			sentences: [sayLeaders(section), sayMean(section), ...sayGaps([section])].flatMap((said) => said ?? []),
			pairs: listPairRows(change, section.section),
			pairsKey: sayCompared(change),
			rows: listDistrictRows(section, parts)
		}
	};

	function showPlaces(): Shown | null {
		if (section === undefined) return null;
		const table = makeBumpTable(compared, section, lit, digits);
		const sheet = makeBumpSheet(compared, section, lit, digits);
		if (table === null || sheet === null) return null;
		return {
			chart: drawForScreen(sheet, `${files}/bump-${name}`, look, width),
			live: { kind: 'bump', table, size: look.size, digits }
		};
	}
};

const pick = ({ code, name }: { readonly code: string; readonly name: string }) => ({ code, name });

/** For each round its menu, and one to add another; `rounds` is what the address asks for. */
function listMenus({ all, asked }: Asked) {
	const short = (id: string) => id.split('/')[1] ?? id;
	const titleOf = (id: string) => {
		const [plain = '', day] = id.split('@');
		const title = all.find((round) => round.id === id || round.id === plain)?.round ?? short(plain);
		const [, edition] = /^e(\d+)$/.exec(day ?? '') ?? [];
		if (edition !== undefined) return `${title} ฉบับที่ ${edition}`;
		return day === undefined ? title : `${title} ณ ${day}`;
	};
	const others = all.filter(({ id }) => !asked.includes(id));
	const address = (ids: readonly string[]) => ids.map(short).join(',');
	return {
		rounds: asked.map((id, nth) => ({
			words: titleOf(id),
			choices: [
				{ rounds: address(asked), words: titleOf(id), on: true },
				...others.map((other) => ({
					rounds: address(asked.with(nth, other.id)),
					words: other.round,
					on: false
				})),
				...(asked.length > 2 ? [{ rounds: address(asked.toSpliced(nth, 1)), words: 'นำรอบนี้ออก', on: false }] : [])
			]
		})),
		more: others.map((other) => ({ rounds: address([...asked, other.id]), words: other.round, on: false }))
	};
}
