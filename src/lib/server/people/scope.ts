// Whether a role and what it is over fit together: a district has a code of its province, a work group the names of its groups.
import { z } from 'zod';
import type { Province } from '../../ranking/round.ts';
import { findProvinceNamed } from '../places.ts';
import { errorAbout, Refusal } from '../refusal.ts';
import type { Problem } from '../../submission/entry.ts';
import type { Scope } from './rows.ts';
import { peopleWords } from './sentences.ts';
import { roles, type Role } from './visitor.ts';

/** As a form or a terminal gives it. */
export interface GivenScope {
	readonly name: string;
	readonly role: string;
	/** khon-kaen */
	readonly province: string;
	readonly groups: readonly string[];
	/** a code; what a role does not have is left away */
	readonly district: string | null;
}

const mostName = 120;
const mostGroups = 12;

export const isRole = (text: string): text is Role => roles.some((role) => role === text);
export const isEmail = (text: string): boolean => text.length <= 254 && z.email().safeParse(text).success;

/** `ส่งเสริม + ประสาน` names two groups. */
export const splitGroups = (text: string): readonly string[] =>
	text
		.split(/\s*[+,\n]\s*/)
		.map((group) => group.trim())
		.filter((group) => group !== '');

const wrong = (field: string, message: string) => errorAbout('', field, message);

function judgeOver(role: Role, groups: readonly string[], district: string, province: Province): readonly Problem[] {
	if (role === 'work_group') {
		if (groups.length === 0) return [wrong('groups', peopleWords.groupsMissing)];
		if (groups.length > mostGroups || groups.some((group) => group.length > mostName))
			return [wrong('groups', peopleWords.groupsMany(mostGroups))];
	}
	if (role !== 'district') return [];
	if (district === '') return [wrong('district', peopleWords.districtMissing)];
	if (!province.districts.some(({ code }) => code === district))
		return [wrong('district', peopleWords.districtWrong(district, province.name))];
	return [];
}

/** What is given as what can be written; refuses with every problem, the code of each being its field. */
export function readScope(given: GivenScope): Scope {
	const { role } = given;
	const name = given.name.trim().replace(/\s+/g, ' ');
	const groups = [...new Set(given.groups.flatMap(splitGroups))];
	const district = given.district?.trim() ?? '';
	const province = findProvinceNamed(given.province);
	const problems: Problem[] = [];
	if (name === '') problems.push(wrong('name', peopleWords.nameMissing));
	if (name.length > mostName) problems.push(wrong('name', peopleWords.nameLong(mostName)));
	if (province === null)
		problems.push(
			wrong('province', given.province === '' ? peopleWords.provinceMissing : peopleWords.provinceWrong(given.province))
		);
	if (!isRole(role)) {
		problems.push(wrong('role', peopleWords.roleWrong));
		throw new Refusal(problems);
	}
	if (province !== null) problems.push(...judgeOver(role, groups, district, province));
	if (problems.length > 0) throw new Refusal(problems);
	return {
		name,
		role,
		province: given.province,
		groups: role === 'work_group' ? groups : [],
		district: role === 'district' ? district : null
	};
}
