// Exactly what a comparison prints, for its attachments.
import { placesGained, type RoundChange, type SectionChange } from '../../ranking/compare.ts';
import { listIndicatorChanges } from '../../ranking/indicator-change.ts';
import { none, partsIn, showGained, showMove, showPlace, showStanding } from './districts.ts';
import type { RoundsCompared } from './facts.ts';
import { sayChange, sayWeights } from './indicators.ts';
import { partNames } from './part-names.ts';
import type { PrintedTable } from '../paper.ts';
import { nameSection } from '../rank-lines.ts';
import { showChange, showExact } from '../show-change.ts';

export function listComparisonData({ rounds, steps }: RoundsCompared, step: RoundChange): readonly PrintedTable[] {
	return [
		...(rounds.length > 2
			? step.sections.map((section) =>
					listPlaces(
						section,
						steps,
						rounds.map(({ agreement }) => agreement.round)
					)
				)
			: []),
		...step.sections.map((section) => listDistricts(section, step)),
		listIndicators(step)
	];
}

const nameOf = ({ section }: SectionChange) => section ?? 'combined';

function listPlaces(section: SectionChange, steps: readonly RoundChange[], rounds: readonly string[]): PrintedTable {
	const own = steps.map((step) => step.sections.find((one) => one.section === section.section));
	return {
		name: `places-${nameOf(section)}`,
		title: `เส้นทางอันดับ ${nameSection(section)}`,
		columns: ['รหัส', 'อำเภอ', ...rounds],
		rows: section.districts.map(({ district }) => {
			const path = own.map((one) => one?.districts.find((change) => change.district.code === district.code));
			return [
				district.code,
				district.name,
				showPlace(path[0]?.before ?? null),
				...path.map((change) => showPlace(change?.after ?? null))
			];
		})
	};
}

function listDistricts(section: SectionChange, { before, after }: RoundChange): PrintedTable {
	const parts = partsIn(section);
	const bounds = [100, ...(after.office.bands ?? []).map(({ from }) => from)];
	const [was, is] = [before.agreement.round, after.agreement.round];
	return {
		name: `change-${nameOf(section)}`,
		title: `สิ่งที่ทำให้เปลี่ยน ${nameSection(section)}`,
		columns: [
			...['รหัส', 'อำเภอ', `อันดับ ${was}`, `อันดับ ${is}`, 'ขึ้นลง', `ร้อยละ ${was}`, `ร้อยละ ${is}`, 'เปลี่ยน'],
			...parts.map((part) => partNames[part]),
			...['ข้อเกณฑ์เดิม ก่อน', 'ข้อเกณฑ์เดิม นี้']
		],
		rows: section.districts.map((change) => [
			change.district.code,
			change.district.name,
			showPlace(change.before),
			showPlace(change.after),
			showGained(placesGained(change)),
			showStanding(change.before, bounds),
			showStanding(change.after, bounds),
			showMove(change),
			...parts.map((part) => (change.bridge === null ? none : showChange(change.bridge.parts[part]))),
			change.like === null ? none : showExact(change.like.before),
			change.like === null ? none : showExact(change.like.after)
		])
	};
}

function listIndicators(step: RoundChange): PrintedTable {
	return {
		name: 'indicators',
		title: 'ตัวชี้วัดต่อตัวชี้วัด',
		columns: ['ส่วน', 'ข้อ', 'ตัวชี้วัด', 'น้ำหนัก', 'อำเภอ', 'ก่อน', 'ผลรอบหลังตามเกณฑ์ก่อน', 'นี้', 'สิ่งที่เปลี่ยน'],
		rows: listIndicatorChanges(step).map(({ pair, districts, before, crossed, after }) => [
			pair.section,
			(pair.after ?? pair.before)?.indicator ?? '',
			(pair.after ?? pair.before)?.short ?? '',
			sayWeights(pair),
			pair.kind === 'incomparable' ? none : districts,
			before === null ? none : showExact(before),
			crossed === null ? none : showExact(crossed),
			after === null ? none : showExact(after),
			sayChange(pair)
		])
	};
}
