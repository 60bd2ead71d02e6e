// A letter in the form that others rely on: its sections, indicators and inputs, and whom each applies to.
import { exceptionOf } from './applies.ts';
import type { Agreement, Input } from './schema.ts';

export interface Description {
	/** khon-kaen/2565-2 */
	readonly agreement: string;
	/** khon-kaen */
	readonly province: string;
	/** 2565-2 */
	readonly round: string;
	readonly sections: readonly {
		readonly section: string;
		readonly title: string;
		readonly weight: number;
		readonly indicators: readonly {
			readonly indicator: string;
			readonly title: string;
			readonly unit: string;
			/** null where the page is lost */
			readonly weight: number | null;
			readonly work_group: string | null;
			readonly applies_to: readonly string[];
			readonly inputs: readonly {
				readonly input: string;
				readonly label: string;
				readonly type: Input['type'];
				readonly unit: string | null;
			}[];
		}[];
	}[];
}

/** `districts`: DOPA codes of the province, in order. */
export function describeAgreement(agreement: Agreement, districts: readonly string[]): Description {
	const [province = '', round = ''] = agreement.agreement.split('/');
	return {
		agreement: agreement.agreement,
		province,
		round,
		sections: agreement.sections.map((section) => ({
			section: section.section,
			title: section.title,
			weight: section.weight,
			indicators: section.indicators.map((indicator) => ({
				indicator: indicator.indicator,
				title: indicator.title,
				unit: indicator.unit,
				weight: indicator.weight,
				work_group: indicator.work_group,
				applies_to: (indicator.applies_to === 'all' ? districts : indicator.applies_to).filter(
					(code) => exceptionOf(indicator, code) === null
				),
				inputs: Object.entries(indicator.inputs).map(([input, { label, type, unit }]) => ({
					input,
					label,
					type,
					unit: unit ?? null
				}))
			}))
		}))
	};
}
