// As much as a province can hold: 32 districts with the longest names there are, 24 indicators with long titles, 200 files.
import { agreementSchema, type Agreement } from '../../src/lib/agreement/schema.ts';
import { scoreKey, type District, type Received, type RoundView } from '../../src/lib/ranking/round.ts';
import { makeView, type FixtureOptions } from './fixture.ts';

const longest = [
	'เมืองประจวบคีรีขันธ์',
	'เมืองนครศรีธรรมราช',
	'เมืองพระนครศรีอยุธยา',
	'เฉลิมพระเกียรติ',
	'ทุ่งศรีอุดม',
	'เมืองสุราษฎร์ธานี',
	'ศรีวิไลเฉลิมราชย์',
	'ประโคนชัยพัฒนานิคม'
];
const indicators = 24;
const files = 200;
const title =
	'ระดับความสำเร็จของการดำเนินงานขับเคลื่อนการพัฒนาคุณภาพชีวิตประชาชนทุกช่วงวัยอย่างยั่งยืนตามหลักปรัชญาของเศรษฐกิจพอเพียง โดยกลไกศูนย์อำนวยการขจัดความยากจนและพัฒนาคนทุกช่วงวัย ประจำปีงบประมาณ พ.ศ. ๒๕๖๕ (เฉพาะอำเภอที่ได้รับงบประมาณ)';

const districts: readonly District[] = Array.from({ length: 32 }, (_, nth) => ({
	code: `40${String(nth + 1).padStart(2, '0')}`,
	name: `${longest[nth % longest.length] ?? ''}${nth < longest.length ? '' : ` ${Math.floor(nth / longest.length) + 1}`}`,
	english: `District ${nth + 1}`
}));

/** The fixture's letter with indicators added to its second section. */
function crowd(agreement: Agreement): Agreement {
	const known = agreement.sections.reduce((sum, section) => sum + section.indicators.length, 0);
	return agreementSchema.parse({
		...agreement,
		sections: agreement.sections.map((section, nth) => {
			const last = section.indicators.at(-1);
			if (nth !== 1 || last === undefined) return section;
			const more = Array.from({ length: indicators - known }, (_, at) => ({
				...last,
				indicator: String(section.indicators.length + at + 1),
				short: `ครัวเรือนเป้าหมายที่พัฒนาแล้ว ${at + 1}`,
				title
			}));
			return { ...section, indicators: [...section.indicators, ...more] };
		})
	});
}

const receive = (_: unknown, nth: number): Received => ({
	number: nth + 1,
	file: `กลุ่มงานประสานและสนับสนุนการบริหารงานพัฒนาชุมชน-ผลการดำเนินงานกองทุนพัฒนาบทบาทสตรี-แก้ไขครั้งที่-${nth + 1}.xlsx`,
	sha256: (nth + 1).toString(16).padStart(4, '0').repeat(16),
	bytes: 120_000,
	sender: 'กลุ่มงานประสานและสนับสนุนการบริหารงานพัฒนาชุมชน',
	received_at: '2022-09-30T14:20:00+07:00',
	late: nth % 7 === 0,
	entries: 1234,
	// a work group reports for all, a district for itself
	districts: districts.flatMap(({ code }, at) => (nth % 10 === 0 || nth % districts.length === at ? [code] : []))
});

export function makeCrowdedView(options: FixtureOptions = {}): RoundView {
	const view = makeView(options);
	const agreement = crowd(view.agreement);
	const like = (nth: number) => view.province.districts[nth % view.province.districts.length]?.code;
	const scores = agreement.sections.flatMap(({ section, indicators: all }) =>
		districts.flatMap(({ code }, nth) =>
			all.flatMap(({ indicator }) => {
				const own = view.answer.scores.filter((one) => one.district === like(nth) && one.section === section);
				const score = own.find((one) => one.indicator === indicator) ?? own.at(-1);
				return score === undefined ? [] : [{ ...score, district: code, indicator }];
			})
		)
	);
	const detail = [...view.details.values()][0];
	return {
		...view,
		agreement,
		province: { ...view.province, districts },
		answer: {
			...view.answer,
			scores,
			sections: districts.flatMap(({ code }, nth) =>
				view.answer.sections.filter((one) => one.district === like(nth)).map((one) => ({ ...one, district: code }))
			)
		},
		details: new Map(scores.flatMap((score) => (detail === undefined ? [] : [[scoreKey(score), detail] as const]))),
		received: options.empty === true ? [] : Array.from({ length: files }, receive)
	};
}
