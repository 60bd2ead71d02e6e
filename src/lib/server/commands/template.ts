// The workbook that districts fill in. It needs neither a store nor a build: a letter is enough.
import { join, resolve } from 'node:path';
import { districtNamed } from '../printing/document-fit.ts';
import { letterNamed } from '../rounds/letters.ts';
import { findProvince } from '../places.ts';
import { wrongUse } from '../refusal.ts';
import { say } from '../sentences.ts';
import { makeTemplate, makeTemplates, zipTemplates } from '../imports/template-files.ts';
import type { NamedFile } from '../imports/zip-files.ts';
import type { Command } from './command.ts';

const usage = 'template <ข้อตกลง> --out แฟ้ม.xlsx|แฟ้ม.zip|โฟลเดอร์/ [--district อำเภอ]';

export const template: Command = {
	name: 'template',
	usage,
	least: 1,
	most: 1,
	options: ['out', 'district'],
	needs: 'nothing',
	async run({ names, options }, desk) {
		const { out, district: named } = options;
		if (out === undefined) throw wrongUse(say.templateNeedsOut(usage));
		const folder = /[/\\]$/.test(out);
		const zipped = /\.zip$/i.test(out);
		if (!folder && !zipped && !/\.xlsx$/i.test(out)) throw wrongUse(say.templateKind(out, usage));
		const { agreement } = letterNamed(names[0] ?? '', desk.cwd);
		const province = findProvince(agreement.province);
		const district = named === undefined ? null : districtNamed({ province }, named);
		if (zipped && district !== null) throw wrongUse(say.templateZipIsAll(usage));

		const write = async (file: string, { bytes }: NamedFile): Promise<void> => {
			await desk.write(resolve(desk.cwd, file), bytes);
			desk.print(say.wrote(file) + '\n');
		};
		if (zipped) await write(out, await zipTemplates(agreement));
		else if (!folder) await write(out, await makeTemplate(agreement, district));
		else {
			const files = district === null ? await makeTemplates(agreement) : [await makeTemplate(agreement, district)];
			for (const file of files) await write(join(out, file.name), file);
		}
		return 0;
	}
};
