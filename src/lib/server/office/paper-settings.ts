// How an office may set its documents: the part of office.yaml that says it. What is left out is as the regulation has it.
import { z } from 'zod';
import { regulationPaper } from '../../ranking/round.ts';
import { say } from '../sentences.ts';

const { margins, sizes, indent } = regulationPaper;

const number = (least: number, most: number, sentence: string) =>
	z.number(say.paperNumber).min(least, sentence).max(most, sentence);
const margin = number(0.5, 6, say.paperMargin);
const size = (least: number, most: number) => number(least, most, say.paperSize(least, most));
const lines = (most: number, letters: number) =>
	z
		.array(z.string().trim().max(letters, say.tooLong(letters)))
		.transform((given) => given.filter((line) => line !== ''))
		.refine((given) => given.length <= most, say.paperLines(most))
		.default([]);

/** Lines of the address at the head of an outgoing letter, and of the contact at its foot. */
export const mostAddressLines = 3;
export const mostContactLines = 4;

/** Centimetres and points of TH Sarabun; at least 8 cm of an A4 page stay to write on. Errors are in Thai. */
export const paperSchema = z.strictObject({
	digits: z.enum(['thai', 'arabic'], say.paperDigits).default('thai'),
	margins: z
		.strictObject({
			top: margin.default(margins.top),
			right: margin.default(margins.right),
			bottom: margin.default(margins.bottom),
			left: margin.default(margins.left)
		})
		.refine(({ left, right }) => left + right <= 13, say.paperWidth)
		.default(margins),
	sizes: z
		.strictObject({
			title: size(16, 40).default(sizes.title),
			label: size(12, 28).default(sizes.label),
			body: size(12, 24).default(sizes.body)
		})
		.default(sizes),
	indent: number(0, 5, say.paperIndent).default(indent),
	draft: z.boolean().default(false),
	secrecy: z.enum(['ลับ', 'ลับมาก', 'ลับที่สุด'], say.paperSecrecy).nullable().default(null),
	address: lines(mostAddressLines, 80),
	contact: lines(mostContactLines, 120)
});
