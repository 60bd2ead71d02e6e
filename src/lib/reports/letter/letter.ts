// The outgoing letter that tells a district its result: a หนังสือภายนอก of one page, with what is open, by when, and who acts.
// To all districts it is one letter after the other, each from a page of its own and with page numbers of its own.
import type { Content } from 'pdfmake/interfaces.js';
import type { RoundView } from '../../ranking/round.ts';
import { gatherDistrict, type DistrictFacts } from '../district/facts.ts';
import { countLines, fitLetter, type Setting } from '../fit.ts';
import { makeLetterHead, measureHead, toMiddle } from './head.ts';
import { heightOfResult, makeResult, resultData } from './result.ts';
import * as say from './words.ts';
import { heightOfNotice, makeNotice } from '../notice.ts';
import type { Paper, PaperPart, PrintedTable, WritePaper } from '../paper.ts';
import { widthOf } from '../ranking/shape.ts';
import type { Sheet } from '../sheet.ts';

/** `district` is a code, null for all of them. @throws where the province has no such district */
export const writeLetters =
	(district: string | null): WritePaper =>
	(view, sheet) => {
		if (district !== null) return writeOne(view, gatherDistrict(view, district), sheet);
		const letters = view.province.districts.map(({ code }) => gatherDistrict(view, code));
		return {
			title: say.titleOfAll(view),
			content: letters.map((facts): PaperPart => ({
				section: makeLetter(view, facts, sheet, true),
				running: { chapter: say.subject(view), about: facts.district.name }
			})),
			head: numberEach(letters, sheet),
			data: listData(view, letters, sheet)
		};
	};

const writeOne = (view: RoundView, facts: DistrictFacts, sheet: Sheet): Paper => ({
	title: say.titleOf(view, facts),
	content: makeLetter(view, facts, sheet, false),
	data: listData(view, [facts], sheet)
});

/**
 * Each letter counts its own pages. Heads are asked for in the order of pages from the second on, and again from the second
 * where pages are laid again.
 */
function numberEach(letters: readonly DistrictFacts[], { margins }: Sheet): NonNullable<Paper['head']> {
	const begin = { about: letters[0]?.district.name ?? '', first: 1, last: 1 };
	let now = begin;
	return (page, _pages, part) => {
		if (page <= now.last) now = begin;
		const about = part?.about ?? '';
		now = { about, first: about === now.about ? now.first : page, last: page };
		return page === now.first
			? ''
			: {
					text: `- ${page - now.first + 1} -`,
					alignment: 'center',
					// the head of a page holds one line, however large
					lineHeight: 1,
					margin: [margins.left, margins.top - 28, margins.right, 0]
				};
	};
}

/** Whether something is for the district to do; what waits for a ruling is not. */
const isDue = ({ items }: DistrictFacts): boolean =>
	items.some(({ score: { status } }) => status === 'not_reported' || status === 'invalid');

/** A paragraph that may begin with bold words. */
type Words = readonly [string, string];

/** The body of a letter, paragraph by paragraph; the result stands after the first two. */
function listWords(
	view: RoundView,
	facts: DistrictFacts,
	brief: boolean
): { before: readonly Words[]; after: readonly Words[] } {
	const duties = say.duties(view, facts, brief);
	return {
		before: [
			['', say.opening(view)],
			['', say.news(view, facts)]
		],
		after: [
			...(duties.length > 1 ? [['', say.dutiesFollow] as const] : []),
			...duties.map(({ title, text }, nth): Words => [`${duties.length > 1 ? `${nth + 1}. ` : 'ทั้งนี้ '}${title} `, text]),
			...(view.newest === null ? [] : [['', say.detailsEnclosed] as const]),
			['', say.closing(isDue(facts))]
		]
	};
}

function fit(view: RoundView, facts: DistrictFacts, sheet: Sheet): Setting {
	const { sizes, textWidth, indent } = sheet;
	const head = measureHead(view, facts, sheet);
	const { contact } = view.office.paper;
	return fitLetter(sheet, (fullness) => {
		const { before, after } = listWords(view, facts, fullness !== 'full');
		const words = [...before, ...after];
		return {
			// farewell, name and position
			lines: words.reduce(
				(sum, both) => sum + countLines(both.join(''), sizes.body, textWidth, indent),
				3 + head.lines
			),
			fixed:
				head.fixed +
				words.length * sizes.body * gap +
				(facts.silent ? 0 : heightOfResult(facts, sheet)) +
				sizes.body * (farewellGap + contactGap) +
				contact.length * sizes.body * 1.3 * contactLine +
				(view.demo ? heightOfNotice(sheet) : 0)
		};
	});
}

/** Between paragraphs, before the farewell and before the contact, in sizes of the body. */
const [gap, farewellGap, contactGap] = [0.37, 1.1, 1.6];
const contactLine = 1.3;

/** `marked`: found among the bookmarks under its district. */
function makeLetter(view: RoundView, facts: DistrictFacts, sheet: Sheet, marked: boolean): Content[] {
	const set = fit(view, facts, sheet);
	const { before, after } = listWords(view, facts, set.fullness !== 'full');
	const paragraph = ([title, text]: Words): Content => ({
		text: title === '' ? text : [{ text: title, bold: true }, text],
		leadingIndent: sheet.indent,
		alignment: 'justify',
		margin: [0, sheet.sizes.body * gap, 0, 0]
	});
	const closing = after.slice(-1).map(paragraph);
	return [
		{
			stack: [
				...(view.demo ? [makeNotice(sheet)] : []),
				makeLetterHead(view, facts, sheet, marked),
				...before.map(paragraph),
				...(facts.silent ? [] : [makeResult(view, facts, sheet)]),
				...after.slice(0, -1).map(paragraph),
				// a signature never stands on a page without words above it
				{ stack: [...closing, makeFarewell(view, sheet, set), makeContact(view, sheet)], unbreakable: true }
			],
			lineHeight: set.lineHeight
		}
	];
}

/** The farewell begins at the middle of the paper; name and position stand centred under it. */
function makeFarewell({ office }: RoundView, sheet: Sheet, { hand }: Setting): Content {
	const { sizes, textWidth } = sheet;
	const dots = '.'.repeat(42);
	const centre = toMiddle(sheet) + widthOf(say.farewell, sizes.body) / 2;
	const half = Math.min(centre, textWidth - centre);
	return {
		columns: [
			{ width: centre - half, text: '' },
			{
				width: 2 * half,
				alignment: 'center',
				stack: [
					{ text: say.farewell, margin: [0, 0, 0, hand] },
					{ text: `(${office.signer ?? dots})` },
					{ text: office.signer_position ?? `ตำแหน่ง ${dots}` }
				]
			}
		],
		margin: [0, sizes.body * farewellGap, 0, 0]
	};
}

/** Who answers for the letter, at its foot. */
const makeContact = ({ office }: RoundView, { sizes }: Sheet): Content => ({
	stack: office.paper.contact.map((text) => ({ text })),
	lineHeight: contactLine,
	margin: [0, sizes.body * contactGap, 0, 0]
});

function listData(view: RoundView, letters: readonly DistrictFacts[], sheet: Sheet): readonly PrintedTable[] {
	const duties = letters.flatMap((facts) =>
		say
			.duties(view, facts, fit(view, facts, sheet).fullness !== 'full')
			.map(({ title, text }) => [facts.district.code, facts.district.name, title, text])
	);
	const tables = [
		resultData(view, letters),
		{ name: 'open', title: 'เรื่องที่ยังค้าง', columns: ['รหัส', 'อำเภอ', 'เรื่อง', 'รายละเอียด'], rows: duties }
	];
	return tables.filter(({ rows }) => rows.length > 0);
}
