// What a district may be called in a file: its code, its Thai or English name with or without the words that go before and behind.
import { bareKeys, provinceKeys } from './bare-district.ts';
import { makeFinder, remember, type Choice, type Found } from './found.ts';
import { editDistance } from './nearest.ts';
import { plainKey } from './plain-key.ts';

/** The districts a file may speak of. */
export interface ProvinceNames {
	/** DOPA code, 2 digits */
	readonly code: string;
	readonly name?: string;
	readonly english?: string;
	readonly districts: readonly {
		readonly code: string;
		readonly name: string;
		readonly english?: string;
		/** misspellings that were really met (data/README.md says where) */
		readonly misspelt?: readonly string[] | undefined;
	}[];
	/** what of other provinces has this code or name (made comparable): `อำเภอนางรอง จังหวัดบุรีรัมย์` */
	readonly elsewhere?: (key: string) => readonly string[];
}

export interface DistrictNames {
	/** a district's code, or the province's own for a fact of all its districts */
	readonly findDistrict: (written: string) => Found<string>;
	/** `อำเภอชุมแพ` of a code */
	readonly sayDistrict: (code: string) => string;
}

/** Nobody's name is as long; a longer text is not looked at letter by letter. */
const MAX_LENGTH = 120;

const CODE_AND_NAME = /^(\d{4})[-:.)\]_]*(\D.*)$/;
const NAME_AND_CODE = /^(.*\D)[-:([_](\d{4})[)\]]?$/;

/** A name that another province has may still be one of this, if it is hardly mistyped. */
const HARDLY = 2;

export const nameDistricts = (province: ProvinceNames): DistrictNames => {
	const named = province.districts.map(({ code, name, english }) => ({
		means: code,
		label: `${name} (${code})`,
		it: code,
		key: plainKey(name),
		names: [code, name, ...(english === undefined ? [] : [english])]
	}));
	const whole = {
		means: province.code,
		label: 'ทั้งจังหวัด',
		it: province.code,
		key: plainKey(province.name ?? ''),
		names: [province.code, ...provinceKeys(province.name ?? ''), 'ทั้งจังหวัด']
	};
	const finder = makeFinder<string>([...named, whole]);
	const misspelt = new Map(
		province.districts.flatMap(({ code, name, misspelt: spellings = [] }) =>
			spellings.map((spelling) => [plainKey(spelling), { kind: 'found' as const, it: code, misspelt: name }] as const)
		)
	);
	const several = (written: string, choices: readonly Choice<string>[]): Found<string> => ({
		kind: 'several',
		about: plainKey(written),
		recall: finder.recall,
		choices
	});

	/** The closest to a bare name; `hardly`: only what is hardly mistyped. */
	const nearest = (bare: string, hardly: boolean): readonly Choice<string>[] => {
		// One code differs from another in a digit and says nothing of what was meant.
		if (/^\d*$/.test(bare)) return [];
		const close = finder.near(bare);
		const districts = named.filter((one) => close.some(({ means }) => means === one.means));
		if (hardly) return districts.filter(({ key }) => editDistance(bare, key) <= HARDLY);
		const ordered = close.flatMap(({ means }) => districts.filter((one) => one.means === means));
		return bare === whole.key ? [...ordered, whole] : ordered;
	};

	const settleByName = (keys: readonly string[], written: string): Found<string> => {
		const hits = [...new Set(keys.flatMap(finder.hits))];
		if (hits.length > 0) return finder.settle(hits, written);
		const known = keys.flatMap((key) => misspelt.get(key) ?? [])[0];
		if (known !== undefined) return known;
		const elsewhere = [...new Set(keys.flatMap((key) => province.elsewhere?.(key) ?? []))];
		// The shortest has the least around the name that would make it look like another.
		const bare = keys.reduce((a, b) => (b.length < a.length ? b : a));
		const near = () => nearest(bare, elsewhere.length > 0);
		const unknown = { kind: 'unknown' as const, about: plainKey(written), recall: finder.recall, near };
		return elsewhere.length > 0 ? { ...unknown, elsewhere } : unknown;
	};

	/** `4005 ชุมแพ`: a code and a name, which must be of one district. */
	const settleBoth = (written: string): Found<string> | undefined => {
		const key = plainKey(written);
		const [, before, behind] = CODE_AND_NAME.exec(key) ?? [];
		const [, ahead, after] = NAME_AND_CODE.exec(key) ?? [];
		const code = before ?? after;
		const name = behind ?? ahead;
		if (code === undefined || name === undefined) return undefined;
		const byCode = finder.hits(code);
		const byName = settleByName(bareKeys(name, province), written);
		if (byCode.length === 0 || byName.kind === 'several') return undefined;
		if (byName.kind === 'found' && byName.it === byCode[0]?.it) return byName;
		const meant = byName.kind === 'found' ? named.filter(({ it }) => it === byName.it) : [];
		return several(written, [...byCode, ...meant]);
	};

	const lookUp = (written: string): Found<string> => {
		if (written.length > MAX_LENGTH)
			return { kind: 'unknown', about: plainKey(written.slice(0, MAX_LENGTH)), recall: finder.recall, near: () => [] };
		const exact = finder.find(written);
		if (exact.kind !== 'unknown') return exact;
		return settleBoth(written) ?? settleByName(bareKeys(written, province), written);
	};

	const names = new Map(province.districts.map(({ code, name }) => [code, name]));
	const sayDistrict = (code: string): string => {
		const name = names.get(code);
		return name === undefined ? 'ทั้งจังหวัด' : `อำเภอ${name}`;
	};
	return { findDistrict: remember(lookUp), sayDistrict };
};
