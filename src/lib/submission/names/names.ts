// What districts, sections, indicators and inputs may be called in a file. A name is known or it is not: close ones are asked about, never taken.
import type { Agreement, Section } from '../../agreement/schema.ts';
import { makeFinder, remember, type Found } from './found.ts';
import { nameDistricts, type DistrictNames, type ProvinceNames } from './name-districts.ts';
import { nameIndicators, type SectionNames } from './name-indicators.ts';

export interface Names extends DistrictNames {
	readonly sections: readonly SectionNames[];
	readonly findSection: (written: string) => Found<SectionNames>;
}

/** The title, and what is left of it without the words that every title has: ตัวชี้วัดรายทีม is รายทีม too, so is รายทีม (สพอ.). */
const titlesOf = ({ title }: Section): readonly string[] => {
	const bare = title.replace(/^ตัวชี้วัด(งาน)?/, '');
	return [title, bare, bare.replace(/\s*\(.*\)\s*$/, ''), `ตัวชี้วัด${bare}`];
};

/** All names of a letter and its province. */
export const gatherNames = (agreement: Agreement, province: ProvinceNames): Names => {
	const sections = agreement.sections.map(nameIndicators);
	const finder = makeFinder<SectionNames>(
		sections.map((it) => ({
			means: it.section.section,
			label: it.section.title,
			it,
			names: [it.section.section, ...titlesOf(it.section)]
		}))
	);
	return { sections, findSection: remember(finder.find), ...nameDistricts(province) };
};
