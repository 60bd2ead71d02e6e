// The letters in force and the hard ones of the tests, with their cases.
import { globSync, readFileSync } from 'node:fs';
import { readAgreement, readCases } from '../../src/lib/agreement/read.ts';
import type { Case } from '../../src/lib/agreement/cases.ts';
import type { Agreement } from '../../src/lib/agreement/schema.ts';
import { findProvince } from '../../src/lib/server/places.ts';

export interface LetterWithCases {
	readonly file: string;
	readonly agreement: Agreement;
	readonly cases: readonly Case[];
	readonly districts: readonly string[];
}

export function readLetters(pattern: string): readonly LetterWithCases[] {
	return globSync(pattern)
		.sort()
		.map((file) => {
			const cases = readCases(readFileSync(file, 'utf8'), file);
			const letter = file.replace('.cases.yaml', '.yaml');
			const { agreement, problems } = readAgreement(readFileSync(letter, 'utf8'), letter);
			if (!agreement || cases.problems.length > 0)
				throw new Error(JSON.stringify([...problems, ...cases.problems], null, 1));
			return {
				file,
				agreement,
				cases: cases.cases,
				districts: findProvince(agreement.province).districts.map((d) => d.code)
			};
		});
}
