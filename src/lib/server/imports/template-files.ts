// Templates as files: for one district, for all in one workbook, or a workbook for each.
import type { Agreement } from '../../agreement/schema.ts';
import type { Province } from '../../ranking/round.ts';
import { writeTemplate } from '../../submission/template/template.ts';
import { findProvince } from '../places.ts';
import { zipFiles, type NamedFile } from './zip-files.ts';

/** What the templates of a round are called, without an ending: แบบกรอก-khon-kaen-2565-2 */
export const templateName = (round: string): string => `แบบกรอก-${round.replace('/', '-')}`;

/** `district`: DOPA code of one of the province's, or null for all of them in one workbook. */
export async function makeTemplate(
	agreement: Agreement,
	district: string | null,
	province: Province = findProvince(agreement.province)
): Promise<NamedFile> {
	const name = province.districts.find(({ code }) => code === district)?.name;
	const whose = district === null ? '' : `-${district}-${name ?? ''}`;
	const bytes = await writeTemplate(agreement, province, district);
	return { name: `${templateName(agreement.agreement)}${whose}.xlsx`, bytes };
}

/** A workbook for each district, to be sent out. */
export async function makeTemplates(agreement: Agreement): Promise<readonly NamedFile[]> {
	const province = findProvince(agreement.province);
	const files: NamedFile[] = [];
	for (const { code } of province.districts) files.push(await makeTemplate(agreement, code, province));
	return files;
}

/** The same as one archive. */
export async function zipTemplates(agreement: Agreement): Promise<NamedFile> {
	return { name: `${templateName(agreement.agreement)}.zip`, bytes: zipFiles(await makeTemplates(agreement)) };
}
