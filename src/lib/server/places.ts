// Provinces and their districts, read once from data/places.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Province } from '../ranking/round.ts';
import type { ProvinceNames } from '../submission/names/name-districts.ts';
import { plainKey } from '../submission/names/plain-key.ts';
import { projectRoot } from './root.ts';
import { say } from './sentences.ts';

const provinceSchema = z.object({
	code: z.string().regex(/^\d{2}$/),
	name: z.string(),
	slug: z.string(),
	english: z.string(),
	districts: z.array(
		z.object({
			code: z.string().regex(/^\d{4}$/),
			name: z.string(),
			english: z.string(),
			/** spellings of files and letters that are known to mean it */
			misspelt: z.array(z.string()).optional()
		})
	)
});
const fileSchema = z.union([z.array(provinceSchema), provinceSchema.transform((province) => [province])]);

/** Rows from the north, each of codes from the west; a dot is an empty place. */
const tilesSchema = z.array(
	z
		.string()
		.regex(/^(?:\d{4}|\.)(?: (?:\d{4}|\.))*$/)
		.transform((row) => row.split(' ').map((code) => (code === '.' ? null : code)))
);

/** Where the districts of a province lie, roughly; nothing where nobody has drawn it. */
function readTiles(folder: string, slug: string): Pick<Province, 'tiles'> {
	const file = join(folder, 'tiles', `${slug}.yaml`);
	return existsSync(file) ? { tiles: tilesSchema.parse(parse(readFileSync(file, 'utf8'))) } : {};
}

/** Its districts are called เขต. */
const BANGKOK = '10';

type Place = z.infer<typeof provinceSchema>;

let known: ReadonlyMap<string, Province> | null = null;
let places: readonly Place[] | null = null;

const folder = join(projectRoot, 'data', 'places');

function listPlaces(): readonly Place[] {
	places ??= readdirSync(folder)
		.filter((name) => name.endsWith('.yaml'))
		.sort()
		.flatMap((name) => fileSchema.parse(parse(readFileSync(join(folder, name), 'utf8'))));
	return places;
}

function readPlaces(): ReadonlyMap<string, Province> {
	return new Map(
		listPlaces().map((province) => [
			province.code,
			{
				...province,
				...readTiles(folder, province.slug),
				districts: province.districts
					.map(({ code, name, english }) => ({ code, name, english }))
					.sort((a, b) => (a.code < b.code ? -1 : 1))
			}
		])
	);
}

export function hasProvince(code: string): boolean {
	known ??= readPlaces();
	return known.has(code);
}

/** The province of a DOPA code, its districts in the order of their codes. Throws when there is none. */
export function findProvince(code: string): Province {
	known ??= readPlaces();
	const province = known.get(code);
	if (province === undefined) throw new Error(say.noSuchProvince(code));
	return province;
}

/** All provinces, in the order of their codes. */
export function listProvinces(): readonly Province[] {
	known ??= readPlaces();
	return [...known.values()];
}

/** The province that addresses call so: khon-kaen. */
export const findProvinceNamed = (slug: string): Province | null =>
	listProvinces().find((province) => province.slug === slug) ?? null;

/** What files may call the districts of a province; names of other provinces' districts are known for what they are. */
export function findProvinceNames(code: string): ProvinceNames {
	const province = findProvince(code);
	const spellings = new Map(
		listPlaces().flatMap(({ districts }) => districts.map((district) => [district.code, district.misspelt] as const))
	);
	return {
		...province,
		districts: province.districts.map((district) => ({ ...district, misspelt: spellings.get(district.code) })),
		elsewhere: (key) => {
			everywhere ??= namePlaces();
			return (everywhere.get(key) ?? []).filter((place) => place.province !== code).map(({ label }) => label);
		}
	};
}

interface NamedPlace {
	readonly province: string;
	readonly label: string;
}
let everywhere: ReadonlyMap<string, readonly NamedPlace[]> | null = null;

/** Every district and province of the country by what it may be called. */
function namePlaces(): ReadonlyMap<string, readonly NamedPlace[]> {
	const named = new Map<string, NamedPlace[]>();
	const add = (names: readonly string[], place: NamedPlace) => {
		for (const name of new Set(names.map(plainKey))) named.set(name, [...(named.get(name) ?? []), place]);
	};
	for (const { code: province, name, english, districts } of listPlaces()) {
		add([province, `จังหวัด${name}`, `จ.${name}`, english], { province, label: `จังหวัด${name}` });
		for (const district of districts) {
			const label = `${province === BANGKOK ? 'เขต' : 'อำเภอ'}${district.name} จังหวัด${name}`;
			const placed = ['', ` จังหวัด${name}`, ` จ.${name}`].map((behind) => district.name + behind);
			add([district.code, district.english, ...placed], { province, label });
		}
	}
	return named;
}
