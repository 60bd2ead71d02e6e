// The round of fixture.ts as it was published: a first edition, and a second that corrects it.
import { compareStates, type State } from '../../src/lib/ranking/edition-change.ts';
import { nameEdition } from '../../src/lib/ranking/edition.ts';
import type { RoundView } from '../../src/lib/ranking/round.ts';
import { mustBe } from '../demo/load-demo.ts';
import { makeView } from './fixture.ts';

export const codes = ['WP-7K3M-Q9XA-02BD', 'WP-0C4H-ZZ18-5T6W'] as const;
export const reason = 'อำเภอบ้านฝางส่งร้อยละที่ทำได้ผิดแถว';

const headOf = (number: 1 | 2) => ({
	number,
	published_at: `2022-10-0${number + 2}T10:12:00+07:00`,
	who: 'หัวหน้า',
	code: codes[number - 1] ?? '',
	sha256: String(number).repeat(64),
	reason: number === 1 ? null : reason,
	verify: `https://kpi.example/verify/${codes[number - 1] ?? ''}`,
	journal: { n: 20 + number, hash: 'a'.repeat(64) }
});

export function publishFixture(number: 1 | 2, office: Partial<RoundView['office']> = {}): RoundView {
	const view = makeView({ office });
	if (number === 1)
		return { ...view, id: nameEdition(view.id, 1), editions: [headOf(1)], edition: { ...headOf(1), change: null } };
	const [first] = view.answer.sections;
	const line = mustBe(first);
	const moved: State = {
		...view,
		letter: '',
		answer: {
			...view.answer,
			sections: view.answer.sections.map((one) => (one === line ? { ...one, percent: 12.5, place: 26 } : one))
		}
	};
	const change = compareStates(1, moved, { ...view, letter: '' });
	return {
		...view,
		id: nameEdition(view.id, 2),
		editions: [headOf(1), headOf(2)],
		edition: {
			...headOf(2),
			change: {
				...change,
				values: [
					{
						...{ district: line.district, section: 'team', indicator: '1', input: 'done_pct', label: 'ร้อยละที่ทำได้' },
						...{ before: '12.5', after: '91', file: 'แก้ไข.csv', sender: 'สพอ.' },
						received_at: '2022-10-04T09:00:00+07:00'
					}
				]
			}
		}
	};
}
