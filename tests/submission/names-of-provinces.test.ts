// Names of the real districts: every way to write one finds it, and no way to mistype one is taken for it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findProvince, findProvinceNames } from '../../src/lib/server/places.ts';
import { nameDistricts, type DistrictNames } from '../../src/lib/submission/names/name-districts.ts';
import { editDistance } from '../../src/lib/submission/names/nearest.ts';
import { plainKey } from '../../src/lib/submission/names/plain-key.ts';

/** The provinces of the letters. */
const PROVINCES = ['24', '31', '36', '40'].map((code) => {
	const province = findProvince(code);
	const { districts } = findProvinceNames(code);
	const known = new Set(districts.flatMap(({ misspelt = [] }) => misspelt).map(plainKey));
	return { ...province, districts, known, names: nameDistricts(findProvinceNames(code)) };
});
const WHOLE_COUNTRY = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0')).flatMap((code) => {
	try {
		return [findProvince(code)];
	} catch {
		return []; // no province has this number
	}
});

const take = (names: DistrictNames, written: string): string | undefined => {
	const found = names.findDistrict(written);
	return found.kind === 'found' ? found.it : undefined;
};

const toThai = (digits: string): string =>
	digits.replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)));

test.each(WHOLE_COUNTRY)('every district of $name is found by its code and by every form of its name', (province) => {
	const names = nameDistricts(findProvinceNames(province.code));
	const { name: behind } = province;
	const lost = province.districts.flatMap(({ code, name, english }) => {
		const forms = [
			code,
			toThai(code),
			name,
			` ${name}\u200b`,
			[...name].join(' '),
			`อำเภอ${name}`,
			`อำเภอ ${name}`,
			`อ.${name}`,
			`อ. ${name}`,
			`เขต${name}`,
			`สพอ.${name}`,
			`สพอ. ${name}`,
			`ที่ว่าการอำเภอ${name}`,
			`สำนักงานพัฒนาชุมชนอำเภอ${name}`,
			`${name} จังหวัด${behind}`,
			`อ.${name} จ.${behind}`,
			`อำเภอ${name} จ. ${behind}`,
			`${code} ${name}`,
			`${code}-${name}`,
			`${name} (${code})`,
			// Two districts of Ayutthaya are both Bang Sai in English, and are asked about.
			...(province.districts.filter((one) => one.english === english).length === 1
				? [english, english.toUpperCase(), `Amphoe ${english}`, `${english} District`]
				: [])
		];
		return forms.filter((form) => take(names, form) !== code).map((form) => `${form}: ${code}`);
	});
	expect(lost).toEqual([]);
});

describe.each(PROVINCES)('$name', ({ names, districts, known }) => {
	const keys = new Map(districts.map(({ code, name }) => [plainKey(name), code]));

	test('a letter left out, doubled, changed or in the place of its neighbour is never taken', () => {
		const taken = districts.flatMap(({ name }) => {
			const letters = [...name];
			const mistakes = letters.flatMap((letter, at) => {
				const [before, after] = [letters.slice(0, at), letters.slice(at + 1)];
				const [next = '', ...rest] = after;
				return [
					[...before, ...after],
					[...before, letter, letter, ...after],
					[...before, letter === 'ก' ? 'ข' : 'ก', ...after],
					[...before, next, letter, ...rest]
				].map((mistake) => mistake.join(''));
			});
			return mistakes.filter((mistake) => {
				const key = plainKey(mistake);
				return !keys.has(key) && !known.has(key) && take(names, mistake) !== undefined;
			});
		});
		expect(taken).toEqual([]);
	});

	test('what two districts nearly share is never taken for the other', () => {
		const pairs = districts.flatMap((a) => districts.filter((b) => b !== a).map((b) => [a, b] as const));
		const close = pairs.filter(([a, b]) => editDistance(a.name, b.name) <= 2);
		expect(close.filter(([a]) => take(names, a.name) !== a.code)).toEqual([]);
	});

	test('a known misspelling is close to no other district', () => {
		const close = districts.flatMap((district) =>
			(district.misspelt ?? []).flatMap((misspelt) =>
				districts.filter((other) => other !== district && editDistance(misspelt, other.name) <= 2)
			)
		);
		expect(close).toEqual([]);
	});

	test('any mistyped name is asked about or unknown', () => {
		const letter = fc.constantFrom(...'กขงจชดตทนบปพมยรลวสหอะาิีึืุูเแโใไำ่้็์ ');
		const mistake = fc.record({ at: fc.nat(30), kind: fc.constantFrom('drop', 'add', 'change'), letter });
		fc.assert(
			fc.property(
				fc.constantFrom(...districts),
				fc.constantFrom('', 'อำเภอ', 'อ.', 'สพอ.'),
				fc.array(mistake, { minLength: 1, maxLength: 3 }),
				({ name }, before, mistakes) => {
					const letters = [...name];
					for (const { at, kind, letter: other } of mistakes)
						letters.splice(at % (letters.length + 1), kind === 'add' ? 0 : 1, ...(kind === 'drop' ? [] : [other]));
					const written = before + letters.join('');
					const taken = take(names, written);
					if (taken === undefined) return;
					const { name: right = '', misspelt = [] } = districts.find(({ code }) => code === taken) ?? {};
					const key = plainKey(written);
					expect([right, ...misspelt].some((one) => key.endsWith(plainKey(one)))).toBe(true);
				}
			),
			{ numRuns: 2000 }
		);
	});
});

test('a district of another province is known as such', () => {
	const [, buriram] = PROVINCES;
	const found = buriram?.names.findDistrict('อำเภอแวงน้อย');
	expect(found?.kind === 'unknown' ? found.elsewhere : undefined).toEqual(['อำเภอแวงน้อย จังหวัดขอนแก่น']);
	const other = buriram?.names.findDistrict('เฉลิมพระเกียรติ จ.นครราชสีมา');
	expect(other?.kind === 'unknown' ? other.elsewhere : undefined).toEqual(['อำเภอเฉลิมพระเกียรติ จังหวัดนครราชสีมา']);
});
