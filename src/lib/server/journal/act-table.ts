// The journal as a table for a spreadsheet: a row for each thing that a line did.
import { sectionWords } from '../../components/words.ts';
import type { DataTable } from '../../charts/chart-sheet.ts';
import { actWords, journalWords, sayWho } from './act-words.ts';
import { roleWords } from '../people/sentences.ts';
import { nameDistrict, sayPieces, type ActItem, type NamesOf, type SaidAct } from './say-line.ts';

/** `name`: of the file, Latin. */
export function tableActs(acts: readonly SaidAct[], namesOf: NamesOf, name: string): DataTable {
	const rowOf = (act: SaidAct, item: ActItem | null) => {
		const names = act.round === null ? null : namesOf(act.round);
		const districts = item?.districts ?? [];
		return [
			act.n,
			act.at.slice(0, 19).replace('T', ' '),
			sayWho(act.who),
			act.role === null ? null : roleWords[act.role],
			actWords[act.kind],
			act.round,
			districts.join(' ') || null,
			districts.map((code) => nameDistrict(names, code)).join(' ') || null,
			item?.section == null ? null : (sectionWords[item.section] ?? item.section),
			item?.indicator ?? null,
			sayPieces(item === null || act.items.length === 1 ? act.pieces : item.pieces),
			act.reason,
			item?.receipt ?? null,
			item?.sha256 ?? null,
			act.hash
		];
	};
	return {
		name,
		title: journalWords.title,
		columns: journalWords.columns,
		rows: acts.flatMap((act) =>
			act.items.length === 0 ? [rowOf(act, null)] : act.items.map((item) => rowOf(act, item))
		)
	};
}
