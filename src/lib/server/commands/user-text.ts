// People and sessions as lines at a terminal.
import { formatDate } from '../../thai/write-date.ts';
import { bangkokTime } from '../clock.ts';
import { findProvinceNamed } from '../places.ts';
import { nameBrowser } from '../people/name-browser.ts';
import type { PersonLine } from '../people/roster.ts';
import { peopleWords, roleWords, stateWords } from '../people/sentences.ts';
import type { OpenSession } from '../people/sessions.ts';
import type { Person } from '../people/visitor.ts';
import { textTable } from './text-table.ts';

const when = (iso: string) => formatDate(bangkokTime(new Date(iso)), { months: 'short' });

function overOf({ groups, district, province }: Person): string {
	const place = findProvinceNamed(province);
	if (district !== null) return place?.districts.find(({ code }) => code === district)?.name ?? district;
	return groups.length > 0 ? groups.join(', ') : (place?.name ?? province);
}

export function peopleText(people: readonly PersonLine[]): string {
	if (people.length === 0) return peopleWords.nobody + '\n';
	const rows = people.map(({ person, state, seen }) => [
		person.email,
		person.name,
		roleWords[person.role],
		overOf(person),
		stateWords[state],
		seen === null ? '—' : when(seen)
	]);
	return textTable([['อีเมล', 'ชื่อ', 'บทบาท', 'ดูแล', 'สถานะ', 'เห็นล่าสุด'], ...rows]) + '\n';
}

export function sessionsText(sessions: readonly OpenSession[]): string {
	if (sessions.length === 0) return peopleWords.noSessions + '\n';
	const rows = sessions.map(({ since, seen, address, browser }) => [
		when(seen),
		when(since),
		address,
		nameBrowser(browser)
	]);
	return textTable([['ใช้ล่าสุด', 'เข้าเมื่อ', 'ที่อยู่เครือข่าย', 'เบราว์เซอร์'], ...rows]) + '\n';
}
