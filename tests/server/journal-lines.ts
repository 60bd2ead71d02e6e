// Lines of a journal for tests: of one round and of none, with every kind of act.
import { chainAct, noLines } from '../../src/lib/server/store/journal.ts';
import type { Act, ImportedFile, JournalLine } from '../../src/lib/server/store/acts.ts';
import { round } from './with-store.ts';

export const other = 'khon-kaen/2565-1';
const sha = (sign: string) => sign.repeat(64);
export const file = (number: number, name: string, districts: readonly string[], change: Partial<ImportedFile> = {}) =>
	({
		...{
			number,
			round,
			file: name,
			sha256: sha('a'),
			bytes: 12,
			sender: 'สพอ.',
			entries: 3,
			districts: [...districts]
		},
		received_at: `2022-09-${String(10 + number)}T10:00:00+07:00`,
		...change
	}) satisfies ImportedFile;
const web = { who: 'web' };
const group = { who: 'ผู้ทดสอบสอง', person: { id: 'p2', role: 'work_group' } } as const;
const director = { who: 'ผู้ทดสอบหนึ่ง', person: { id: 'p1', role: 'director' } } as const;
const result = (district: string, indicator: string) => ({ district, section: 'team', indicator, stamp: 'x' });
const on = (day: number) => `2022-09-${String(day)}T10:00:00+07:00`;

const acts: readonly Act[] = [
	{ at: on(11), ...web, act: 'import', round, what: { files: [file(1, 'ชุมแพ 5.csv', ['4005'])] } },
	{
		...{ at: on(12), ...web, act: 'import', round: null },
		what: {
			files: [file(2, 'ทุกอำเภอ.xlsx', ['40', '4001', '4005', '4012']), file(3, 'ก่อน.csv', ['4001'], { round: other })]
		}
	},
	{
		...{ at: on(13), ...group, act: 'return', round },
		what: { results: [result('4005', '2')], reason: 'ตัวเลขไม่ตรงกับหน้า 5' }
	},
	{
		...{ at: on(14), ...group, act: 'approve', round },
		what: { results: [result('4001', '2'), result('4005', '2'), result('4005', '3')], reason: null }
	},
	{
		...{ at: on(15), ...director, act: 'rule', round },
		what: {
			reason: 'มติคณะกรรมการครั้งที่ 1',
			rulings: [{ reading: null, indicator: 'team/2', take: { kind: 'exempt', districts: ['4012'] } }]
		}
	},
	{
		...{ at: on(16), ...director, act: 'publish', round },
		what: { edition: 1, sha256: sha('b'), bytes: 9, code: 'WP-0123-4567-89AB', reason: null }
	},
	{
		...{ at: on(17), ...director, act: 'person', round: null },
		what: {
			...{ did: 'invite', id: 'p3', name: 'ผู้ทดสอบสาม', role: 'district', province: 'khon-kaen' },
			...{ groups: [], district: '4005' }
		}
	},
	{ at: on(18), ...director, act: 'office', round: null, what: { sha256: sha('c') } },
	{ at: on(19), ...director, act: 'agreement', round: other, what: { file: 'ก่อน.yaml', sha256: sha('d'), bytes: 7 } },
	{
		...{ at: on(20), ...web, act: 'import', round },
		what: {
			files: [
				file(4, 'ชุมแพ ใหม่.json', ['4005'], {
					evidence: [
						{
							...{ district: '4005', section: 'team', indicator: '2', outcome: 5, note: 'ภาพการประชุม' },
							file: { name: 'ประชุม.pdf', sha256: sha('e'), bytes: 99 }
						},
						{ district: '4005', section: 'team', indicator: '3', outcome: null, note: 'ของข้อ 3', file: null }
					]
				})
			]
		}
	}
];

export const lines: readonly JournalLine[] = acts.reduce<readonly JournalLine[]>(
	(before, act) => [...before, chainAct(act, before.at(-1) ?? noLines).line],
	[]
);
