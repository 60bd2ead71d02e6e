import { sayBytes } from '$lib/server/backup/sentences.ts';
import { sayWho } from '$lib/server/journal/act-words.ts';
import type { Running } from '$lib/server/running/desk.ts';
import { sayCommand } from '$lib/server/running/say-command.ts';
import { faultPlaces, storeParts } from '$lib/server/running/sentences.ts';
import { writeHead } from '$lib/server/store/heads.ts';
import { sayAgo, saySpan, spanOf } from './ago.ts';
import { listAttention } from './attend.ts';

/** Of those who have no account: what they were let in as. */
const visitors: Readonly<Record<string, string>> = { demo: 'ผู้ดูข้อมูลสาธิต', nobody: 'ยังไม่ได้เข้าสู่ระบบ', unknown: 'ไม่ทราบ' };

const percentOf = (part: number, whole: number) => (whole === 0 ? 0 : Math.min(100, Math.round((part / whole) * 100)));

/** How it stands, as the page says it. `names`: of accounts by their ids. */
export function showRunning(state: Running, demo: boolean, names: ReadonlyMap<string, string>) {
	const { now, since, versions, memory, pulse, size, head, backups, verified, verifying, waiting, faults } = state;
	const largest = size.parts[0]?.bytes ?? 0;
	return {
		demo,
		attention: listAttention(state, demo),
		uptime: saySpan(spanOf(since, now)),
		since,
		versions,
		memory: {
			held: sayBytes(memory.held),
			most: sayBytes(memory.most),
			machine: sayBytes(memory.machine),
			percent: percentOf(memory.held, memory.machine)
		},
		pulse,
		store: {
			directory: state.directory,
			bytes: sayBytes(size.bytes),
			free: sayBytes(size.free),
			disk: sayBytes(size.disk),
			used: percentOf(size.disk - size.free, size.disk),
			parts: size.parts.map(({ part, bytes, files }) => ({
				part,
				words: storeParts[part],
				files,
				bytes: sayBytes(bytes),
				percent: percentOf(bytes, largest)
			}))
		},
		journal: { lines: head.n, head: head.n === 0 ? null : writeHead(head) },
		backupCommand: sayCommand('backup /media/usb'),
		backups: backups.map((one) => ({
			...one,
			ago: sayAgo(one.at, now),
			bytes: sayBytes(one.bytes),
			who: sayWho(one.who)
		})),
		verified: verified && { ...verified, ago: sayAgo(verified.at, now), who: sayWho(verified.who) },
		verifying: verifying === null ? null : saySpan(spanOf(verifying, now)),
		waiting: waiting.map((one) => ({ ...one, ago: sayAgo(one.at, now) })),
		drafts: state.drafts,
		faults: faults.map(({ place, who, ...fault }) => ({
			...fault,
			place: faultPlaces[place],
			who: who === null ? null : (visitors[who] ?? names.get(who) ?? who)
		}))
	};
}
export type ShownRunning = ReturnType<typeof showRunning>;
