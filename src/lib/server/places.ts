// Provinces and their districts, read once from data/places.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Province } from '../ranking/round.ts';
import { projectRoot } from './root.ts';
import { say } from './sentences.ts';

const provinceSchema = z.object({
	code: z.string().regex(/^\d{2}$/),
	name: z.string(),
	slug: z.string(),
	english: z.string(),
	districts: z.array(z.object({ code: z.string().regex(/^\d{4}$/), name: z.string(), english: z.string() }))
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

let known: ReadonlyMap<string, Province> | null = null;

function readPlaces(): ReadonlyMap<string, Province> {
	const folder = join(projectRoot, 'data', 'places');
	const provinces = readdirSync(folder)
		.filter((name) => name.endsWith('.yaml'))
		.sort()
		.flatMap((name) => fileSchema.parse(parse(readFileSync(join(folder, name), 'utf8'))));
	return new Map(
		provinces.map((province) => [
			province.code,
			{
				...province,
				...readTiles(folder, province.slug),
				districts: province.districts.toSorted((a, b) => (a.code < b.code ? -1 : 1))
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
