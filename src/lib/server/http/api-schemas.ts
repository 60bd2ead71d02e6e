// What the API answers, as schemas: the description of the API is made from them, and tests hold the answers to them.
import { z } from 'zod';
import { statuses, type IndicatorScore, type ScoreAnswer, type SectionScore } from '../../scoring/results.ts';
import type { PrintedTable } from '../../reports/paper.ts';
import { importOutcomes } from '../../submission/outcome.ts';
import type { importAnswer as importAnswerOf } from '../imports/answer.ts';
import type { DecisionsAnswer } from '../rounds/decisions-answer.ts';
import type { RankAnswer } from '../rounds/rank-answer.ts';

const round = z.string().describe('รอบ เช่น khon-kaen/2565-2');
const district = z.string().describe('รหัสอำเภอ 4 หลัก');
const section = z.string().describe('ส่วนของข้อตกลง เช่น team');
const province = z.strictObject({
	code: z.string().describe('รหัสจังหวัด 2 หลัก'),
	name: z.string().describe('ชื่อจังหวัด ไม่มีคำว่าจังหวัด')
});
const outcome = z.union([z.number(), z.string()]).describe('ระดับเป็นตัวเลข เกรดเป็นอักษร สีเป็น green yellow red');
const figure = z.number().nullable();
const place = z.int().nullable();

const indicatorScore = z.strictObject({
	district,
	section,
	indicator: z.string().describe('เลขตัวชี้วัด เช่น 2.1'),
	status: z.enum(statuses),
	outcome: outcome.nullable().describe('ว่าง (null) เมื่อยังไม่รู้ผล'),
	points: figure,
	max_points: figure,
	weight: figure,
	weighted: figure.describe('คะแนนถ่วงน้ำหนัก'),
	value: figure.describe('ค่าที่ใช้ตัดสิน'),
	reason: z
		.enum([
			'gap',
			'overlap',
			'missing_input',
			'invalid_input',
			'zero_denominator',
			'rule_missing',
			'conflict',
			'tie',
			'not_applicable'
		])
		.nullable(),
	reading: z.string().nullable().describe('การตีความที่ผลนี้อาศัย'),
	recommended: z.strictObject({ outcome, points: figure, reading: z.string().nullable() }).nullable()
}) satisfies z.ZodType<IndicatorScore>;

const sectionScore = z.strictObject({
	district,
	section,
	percent: figure.describe('ร้อยละจากตัวชี้วัดที่มีคะแนนแล้ว'),
	percent_best: figure,
	percent_worst: figure,
	decided_weight: z.number(),
	weight: z.number(),
	place,
	place_best: place,
	place_worst: place
}) satisfies z.ZodType<SectionScore>;

const scoreAnswer = z.strictObject({
	agreement: z.string(),
	scores: z.array(indicatorScore),
	sections: z.array(sectionScore)
}) satisfies z.ZodType<ScoreAnswer>;

const rankAnswer = z.strictObject({
	round,
	agreement: z.string(),
	province,
	sections: z
		.array(sectionScore.extend({ name: z.string().describe('ชื่ออำเภอ'), title: z.string().describe('ชื่อส่วน') }))
		.describe('เรียงตามส่วน อันดับ แล้วรหัสอำเภอ')
}) satisfies z.ZodType<RankAnswer>;

const rounds = z.strictObject({
	rounds: z.array(
		z.strictObject({
			id: round,
			province: province.extend({ english: z.string() }),
			round: z.string().describe('รอบตามที่คนเรียก เช่น รอบ 2/2565'),
			demo: z.boolean().describe('ผลสมมติของข้อมูลสาธิต'),
			newest: z.string().nullable().describe('เวลาของข้อมูลใหม่สุด ว่างเมื่อยังไม่ได้รับ')
		})
	)
});

const printedTable = z.strictObject({
	name: z.string(),
	title: z.string(),
	columns: z.array(z.string()),
	rows: z.array(z.array(z.union([z.string(), z.number(), z.null()])))
}) satisfies z.ZodType<PrintedTable>;

const documentName = z.string().describe('ชื่อเอกสาร เช่น memo, book, letters, district-4001, indicator-team-2.1');
const documents = z.strictObject({
	round,
	documents: z.array(
		z.strictObject({
			document: documentName,
			kind: z.enum(['memo', 'letter', 'district', 'indicator', 'comparison', 'book']),
			title: z.string(),
			pdf: z.string().describe('ที่อยู่ของเอกสาร PDF'),
			json: z.string().describe('ที่อยู่ของข้อมูลที่พิมพ์')
		})
	)
});
const documentData = z.strictObject({
	round,
	document: documentName,
	title: z.string(),
	pages: z.int(),
	tables: z.array(printedTable).describe('ตารางตามที่พิมพ์ เลขเป็นเลขอารบิก')
});

const ofResult = { district, section, indicator: z.string().describe('เลขตัวชี้วัด เช่น 2.1') };
const stamp = z
	.string()
	.regex(/^[0-9a-f]{16}$/)
	.describe('รหัสของค่าที่ดู ค่าเปลี่ยนรหัสเปลี่ยน');
const seen = z.int().min(0).describe('บรรทัดในสมุดบันทึกของการอนุมัติหรือตีกลับที่ใช้อยู่ 0 คือรอตรวจ');
const decisions = z.strictObject({
	round,
	results: z.array(
		z.strictObject({
			...ofResult,
			state: z.enum(['sent', 'returned', 'approved']),
			stamp,
			seen,
			at: z.string().nullable().describe('เวลาที่อนุมัติหรือตีกลับ'),
			who: z.string().nullable(),
			reason: z.string().nullable()
		})
	)
}) satisfies z.ZodType<DecisionsAnswer>;
/** What is sent to approve or return results. */
export const decisionSchema = z.strictObject({
	kind: z.enum(['approve', 'return']),
	results: z.array(z.strictObject({ ...ofResult, stamp, seen: seen.default(0) })),
	reason: z.string().optional().describe('ตีกลับต้องมี')
});
const decided = z.strictObject({
	line: z.int().describe('บรรทัดในสมุดบันทึก'),
	results: z.int()
});
const decisionsMoved = z.strictObject({
	error: z.string(),
	moved: z
		.array(z.strictObject({ key: z.string().describe('district/section/indicator'), why: z.string() }))
		.describe('ผลที่ไม่ใช่อย่างที่ดูแล้ว ไม่มีผลใดถูกบันทึก')
});

const problem = z.strictObject({ error: z.string().describe('ประโยคภาษาไทย บอกว่าอะไรและต้องทำอะไร') });
const health = z.strictObject({ status: z.literal('ok') });

const placeInFile = z
	.strictObject({
		file: z.string(),
		sheet: z.string().optional(),
		line: z.int().optional(),
		cell: z.string().optional()
	})
	.describe('ที่อยู่ในแฟ้ม');
const answer = z.strictObject({
	kind: z.enum(['district', 'section', 'indicator', 'input', 'column', 'share', 'value']),
	about: z.string(),
	shape: z.string().describe('รูปของตารางที่คำตอบใช้ได้')
});
const value = z
	.union([z.number(), z.boolean(), z.string(), z.array(z.union([z.number(), z.string()]))])
	.nullable()
	.describe('เลขที่ยาวเกิน 15 หลักเป็นข้อความ');
const importAnswer = z.strictObject({
	accepted: z.boolean(),
	outcome: z.enum(importOutcomes).describe('partly_accepted ในการดูคือรับได้บางส่วน'),
	receipts: z.array(
		z.strictObject({
			number: z.int(),
			receipt: z.string().describe('เลขที่ใบรับ เช่น 2565-0147'),
			round,
			file: z.string(),
			sha256: z.string(),
			bytes: z.int(),
			sender: z.string().nullable(),
			received_at: z.string(),
			late: z.boolean(),
			entries: z.int(),
			districts: z.array(z.string())
		})
	),
	usable: z.int().describe('ค่าที่ใช้ได้'),
	unusable: z.int().describe('ค่าที่ใช้ไม่ได้หรือรอคำตอบ'),
	counts: z.strictObject({ new: z.int(), same: z.int(), changed: z.int(), withdrawn: z.int() }),
	changes: z
		.array(
			z.strictObject({
				kind: z.enum(['new', 'same', 'changed', 'withdrawn']),
				district: z.string().describe('รหัสอำเภอ หรือรหัสจังหวัดเมื่อใช้กับทุกอำเภอ'),
				section,
				indicator: z.string(),
				input: z.string(),
				at: placeInFile,
				before: value,
				before_submission: z.int().nullable(),
				after: value
			})
		)
		.describe('ค่าที่เปลี่ยนหรือถอน'),
	questions: z.array(
		answer.extend({
			written: z.string(),
			at: placeInFile,
			times: z.int(),
			ask: z.string(),
			choices: z.array(z.strictObject({ means: z.string(), label: z.string() }))
		})
	),
	problems: z.array(
		z.strictObject({
			severity: z.enum(['error', 'warning']),
			code: z.string(),
			at: placeInFile,
			message: z.string().describe('ประโยคภาษาไทย')
		})
	),
	preview: z.literal(true).optional().describe('ยังไม่มีอะไรถูกบันทึก')
}) satisfies z.ZodType<ReturnType<typeof importAnswerOf>>;

/** By the names they have in the description. */
export const apiSchemas = {
	ScoreAnswer: scoreAnswer,
	RankAnswer: rankAnswer,
	Rounds: rounds,
	Documents: documents,
	DocumentData: documentData,
	ImportAnswer: importAnswer,
	Decisions: decisions,
	Decision: decisionSchema,
	Decided: decided,
	DecisionsMoved: decisionsMoved,
	Problem: problem,
	Health: health
} as const;
export type ApiSchema = keyof typeof apiSchemas;

export type DocumentsAnswer = z.infer<typeof documents>;
export type DocumentData = z.infer<typeof documentData>;
