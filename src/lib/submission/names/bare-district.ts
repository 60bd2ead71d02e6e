// What is left of a district's name without the words that go before it (อำเภอ, สพอ.) and behind it (จังหวัด…).
import { plainKey } from './plain-key.ts';

/** Longest first. */
const BEFORE = [
	'สำนักงานพัฒนาชุมชนอำเภอ',
	'สำนักงานพัฒนาชุมชน',
	'สนง.พัฒนาชุมชนอำเภอ',
	'พัฒนาชุมชนอำเภอ',
	'ที่ว่าการอำเภอ',
	'สำนักงานเขต',
	'สพอ.',
	'สพอ',
	'อำเภอ',
	'เขต',
	'อ.',
	'amphoe',
	'amphur',
	'khet'
];
/** An office and the word for a district may both stand there: สพอ.อำเภอชุมแพ. */
const MAX_BEFORE = 2;
const CAPITAL = /^(อำเภอ|อ\.)เมือง$/;

const withoutStart = (key: string): readonly string[] => {
	const word = BEFORE.find((one) => key.length > one.length && key.startsWith(one));
	return word === undefined ? [] : [key.slice(word.length)];
};

/** Keys of what names the province as such. */
export const provinceKeys = (name: string): readonly string[] => {
	const key = plainKey(name);
	return key === '' ? [] : [`จังหวัด${key}`, `จ.${key}`];
};

/** The key of a name as written and of what is left of it, in every way that words can be taken off. */
export const bareKeys = (
	written: string,
	province: { readonly name?: string | undefined; readonly english?: string | undefined }
): readonly string[] => {
	const name = plainKey(province.name ?? '');
	const behind = [
		...provinceKeys(name).flatMap((key) => [key, `(${key})`]),
		...(province.english === undefined ? [] : [`,${plainKey(province.english)}`]),
		'district'
	];
	const key = plainKey(written);
	const word = behind.find((one) => key.length > one.length && key.endsWith(one));
	const ahead = word === undefined ? [] : [key.slice(0, -word.length)];
	// The capital's district is called by the province: อำเภอเมือง จังหวัดขอนแก่น.
	const capital = ahead.some((one) => CAPITAL.test(one)) ? [`เมือง${name}`] : [];
	let bare: readonly string[] = [key, ...ahead];
	for (let n = 0; n < MAX_BEFORE; n += 1) bare = [...bare, ...bare.flatMap(withoutStart)];
	return [...new Set([...bare, ...capital])];
};
