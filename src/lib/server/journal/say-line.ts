// A line of the journal as a sentence, with what it did one by one, and the way to each.
import { sayTake } from '../../agreement/say-ruling.ts';
import type { Agreement } from '../../agreement/schema.ts';
import { findIndicator } from '../../agreement/rule.ts';
import { sectionWords } from '../../components/words.ts';
import type { Province } from '../../ranking/round.ts';
import { joinThai } from '../../thai/words.ts';
import { sayBytes } from '../backup/sentences.ts';
import { importWords } from '../imports/sentences.ts';
import { roleWords } from '../people/sentences.ts';
import type { Role } from '../people/visitor.ts';
import type { ImportedFile, JournalLine } from '../store/acts.ts';
import { journalWords, kindOf, personWords, type ActKind } from './act-words.ts';

/** A part of a sentence. Names of files and reasons are other people's words: their digits stay as they are. */
export interface Piece {
	readonly words: string;
	readonly verbatim?: true;
	readonly href?: string;
}

/** One thing that a line did: a file taken, a result approved, a reading ruled on. */
export interface ActItem {
	readonly pieces: readonly Piece[];
	/** codes; of a fact of the whole province its code */
	readonly districts: readonly string[];
	readonly section: string | null;
	readonly indicator: string | null;
	readonly receipt: string | null;
	readonly sha256: string | null;
}

export interface SaidAct {
	readonly n: number;
	/** ISO time with offset */
	readonly at: string;
	readonly kind: ActKind;
	readonly who: string;
	readonly role: Role | null;
	readonly round: string | null;
	/** what was done, without who and when */
	readonly pieces: readonly Piece[];
	readonly reason: string | null;
	/** empty where the sentence says all */
	readonly items: readonly ActItem[];
	readonly hash: string;
}

/** What a round's codes are called. */
export interface RoundNames {
	readonly agreement: Agreement;
	readonly province: Province;
}
/** Null where a round has no letter any more: then codes are said as they are. */
export type NamesOf = (round: string) => RoundNames | null;

const plain = (words: string): Piece => ({ words });
const quoted = (words: string): Piece => ({ words, verbatim: true });

export const sayPieces = (pieces: readonly Piece[]): string => pieces.map(({ words }) => words).join('');

export function nameDistrict(names: RoundNames | null, code: string): string {
	if (names === null) return code;
	if (code === names.province.code) return journalWords.wholeProvince;
	return names.province.districts.find((one) => one.code === code)?.name ?? code;
}

const sayDistricts = (names: RoundNames | null, codes: readonly string[]): string => {
	if (codes.length === 0) return 'ไม่มีอำเภอใด';
	if (codes.length > 3) return `${codes.length} อำเภอ`;
	const said = codes.map((code) => nameDistrict(names, code));
	return said.length === 1 && said[0] === journalWords.wholeProvince
		? journalWords.wholeProvince
		: `อำเภอ${joinThai(said)}`;
};

const sayIndicator = (names: RoundNames | null, section: string, indicator: string): string => {
	const found = names && findIndicator(names.agreement, `${section}/${indicator}`);
	return `${sectionWords[section] ?? section} ข้อ ${indicator}${found ? ` ${found.short}` : ''}`;
};

function fileItem(file: ImportedFile, names: RoundNames | null): ActItem {
	const receipt = importWords.receiptNumber(file.round, file.number);
	const from = file.sender === null ? [] : [plain(' ส่งโดย '), quoted(file.sender)];
	const proofs = (file.evidence ?? []).filter((one) => one.file !== null).length;
	const part = file.outcome === 'partly_accepted' ? ' รับบางส่วน' : '';
	return {
		pieces: [
			quoted(file.file),
			...from,
			plain(` ${file.entries} ค่า ${sayDistricts(names, file.districts)}${part}`),
			...(proofs === 0 ? [] : [plain(` หลักฐาน ${proofs} แฟ้ม`)]),
			plain(' '),
			{ words: `ใบรับเลขที่ ${receipt}`, href: `/${file.round}/submissions/${receipt}` }
		],
		...{ districts: file.districts, section: null, indicator: null, receipt, sha256: file.sha256 }
	};
}

const none = { districts: [], section: null, indicator: null, receipt: null, sha256: null } as const;

interface Said {
	readonly pieces: readonly Piece[];
	readonly reason?: string | null;
	readonly items?: readonly ActItem[];
}

type LineOf<Act extends JournalLine['act']> = Extract<JournalLine, { act: Act }>;

function sayImport({ act, what }: LineOf<'import' | 'import-demo'>, namesOf: NamesOf): Said {
	const items = what.files.map((file) => fileItem(file, namesOf(file.round)));
	const demo = act === 'import-demo' ? 'ข้อมูลสาธิต' : '';
	const [only] = items;
	if (items.length === 1 && only !== undefined) return { pieces: [plain(`รับ${demo} `), ...only.pieces], items };
	const entries = what.files.reduce((sum, file) => sum + file.entries, 0);
	return { pieces: [plain(`รับ${demo} ${items.length} ไฟล์ ${entries} ค่า`)], items };
}

function sayRulings({ round, what }: LineOf<'rule'>, names: RoundNames | null): Said {
	const items = what.rulings.map(({ reading, indicator: key, take }): ActItem => {
		const [section = '', indicator = ''] = key.split('/');
		const spoken = {
			reading: reading === null ? null : (names?.agreement.readings[reading] ?? null),
			indicator: names && findIndicator(names.agreement, key),
			nameOf: (code: string) => nameDistrict(names, code)
		};
		return {
			...none,
			pieces: [
				{
					words: `${reading ?? 'การยกเว้น'} ${sayIndicator(names, section, indicator)}`,
					href: `/${round}/rulings#given`
				},
				plain(`: ${sayTake(take, spoken)}`)
			],
			...{ section, indicator, districts: 'districts' in take ? (take.districts ?? []) : [] }
		};
	});
	const [only] = items;
	if (items.length === 1 && only !== undefined)
		return { pieces: [plain('วินิจฉัย '), ...only.pieces], reason: what.reason, items };
	return { pieces: [plain(`วินิจฉัย ${items.length} เรื่อง`)], reason: what.reason, items };
}

function sayDecision({ act, round, what }: LineOf<'approve' | 'return'>, names: RoundNames | null): Said {
	const items = what.results.map(({ district, section, indicator }): ActItem => {
		const words = `${nameDistrict(names, district)} ${sayIndicator(names, section, indicator)}`;
		const href = `/${round}/submissions/history?district=${district}&section=${section}&indicator=${indicator}`;
		return { ...none, pieces: [{ words, href }], districts: [district], section, indicator };
	});
	const verb = act === 'approve' ? 'อนุมัติผล' : 'ตีกลับผล';
	const [only] = items;
	const pieces =
		items.length === 1 && only !== undefined
			? [plain(`${verb} `), ...only.pieces]
			: [
					plain(
						`${verb} ${items.length} รายการ ${sayDistricts(names, [...new Set(items.flatMap((one) => one.districts))])}`
					)
				];
	return { pieces, reason: what.reason, items };
}

function sayPerson({ what }: LineOf<'person'>): Said {
	const scope =
		what.role === 'work_group' ? ` ${joinThai(what.groups)}` : what.district === null ? '' : ` รหัส ${what.district}`;
	return {
		pieces: [plain(`${personWords[what.did]} `), quoted(what.name), plain(` เป็น${roleWords[what.role]}${scope}`)]
	};
}

function sayWhat(line: JournalLine, namesOf: NamesOf): Said {
	switch (line.act) {
		case 'import':
		case 'import-demo':
			return sayImport(line, namesOf);
		case 'rule':
			return sayRulings(line, namesOf(line.round));
		case 'approve':
		case 'return':
			return sayDecision(line, namesOf(line.round));
		case 'agreement':
			return {
				pieces: [
					plain('ใช้ข้อตกลง '),
					{ ...quoted(line.what.file), href: `/${line.round}/agreement` },
					plain(' เป็นฉบับที่ใช้บังคับ')
				],
				items: [{ ...none, pieces: [quoted(line.what.file)], sha256: line.what.sha256 }]
			};
		case 'publish': {
			const { edition, code, reason, sha256 } = line.what;
			return {
				pieces: [
					plain('เผยแพร่ผลเป็น'),
					{ words: `ฉบับที่ ${edition}`, href: `/${line.round}@e${edition}` },
					plain(' รหัสตรวจ '),
					{ ...quoted(code), href: `/verify/${code}` }
				],
				reason,
				items: [{ ...none, pieces: [quoted(code)], sha256 }]
			};
		}
		case 'person':
			return sayPerson(line);
		case 'start-clean': {
			const { submissions, put_aside } = line.what;
			return {
				pieces: [plain(`เริ่มใช้กับผลจริง พักการส่ง ${submissions} ครั้งก่อนหน้านี้ไว้ที่ `), quoted(put_aside)]
			};
		}
		case 'backup': {
			const { file, bytes, sha256, head } = line.what;
			return {
				pieces: [plain('สำรองข้อมูลเป็น '), quoted(file), plain(` ขนาด ${sayBytes(bytes)} ถึงบรรทัดที่ ${head.n}`)],
				items: [{ ...none, pieces: [quoted(file)], sha256 }]
			};
		}
		case 'office': {
			const beside = line.what.beside ?? [];
			const files = beside.length === 0 ? '' : ` พร้อมตราหรือแบบอักษร ${beside.length} แฟ้ม`;
			return { pieces: [{ words: 'บันทึกการตั้งค่าของสำนักงาน', href: '/settings' }, plain(files)] };
		}
	}
}

export function sayLine(line: JournalLine, namesOf: NamesOf): SaidAct {
	const { pieces, reason = null, items = [] } = sayWhat(line, namesOf);
	const { n, at, who, person, round, hash } = line;
	return { n, at, kind: kindOf(line), who, role: person?.role ?? null, round, pieces, reason, items, hash };
}
