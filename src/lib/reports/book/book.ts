// The whole book of a round: what came out, every district, and all that is needed to check it, in one file that is found again.
import type { Content } from 'pdfmake/interfaces.js';
import type { RoundView } from '../../ranking/round.ts';
import { makeChangePages } from '../edition/pages.ts';
import { makeChangesAppendix } from './appendix-changes.ts';
import { makeFilesAppendix } from './appendix-files.ts';
import { makeLetterAppendix } from './appendix-letter.ts';
import { makeMethodAppendix } from './appendix-method.ts';
import { makeOpenAppendix } from './appendix-open.ts';
import { makeReadingsAppendix } from './appendix-readings.ts';
import { ink } from '../bar-picture.ts';
import { contentsTitle, makeContents } from './contents.ts';
import { bookTitle, makeCover } from './cover.ts';
import { listBookData } from './data.ts';
import { makeDistricts } from './districts.ts';
import { makePart } from './pieces.ts';
import { planBook } from './plan.ts';
import { makeRanking } from './ranking.ts';
import { makeResults } from './results.ts';
import { makeSummary } from './summary.ts';
import { gatherFacts } from '../memo/facts.ts';
import type { PaperPart, RunningPart, WritePaper } from '../paper.ts';
import type { Sheet } from '../sheet.ts';

export const writeBook: WritePaper = (view, sheet) => {
	const facts = gatherFacts(view);
	const plan = planBook(view);
	const contents: PaperPart = {
		section: makeContents(plan, sheet),
		running: { chapter: contentsTitle, about: '' }
	};
	return {
		title: `${bookTitle} จังหวัด${view.province.name} ${view.agreement.round}`,
		content: [
			makeCover(view, sheet),
			contents,
			makePart(plan.summary, '', makeSummary(view, facts, plan, sheet)),
			makePart(plan.ranking, '', makeRanking(view, facts, plan, sheet)),
			makePart(plan.results, '', makeResults(view, plan, sheet)),
			...makeDistricts(view, facts, plan, sheet),
			makePart(plan.letter, '', makeLetterAppendix(view, plan, sheet)),
			makePart(plan.readings, '', makeReadingsAppendix(view, plan, sheet)),
			makePart(plan.method, '', makeMethodAppendix(view, plan, sheet)),
			makePart(plan.open, '', makeOpenAppendix(view, facts, plan, sheet)),
			makePart(plan.files, '', makeFilesAppendix(view, plan, sheet)),
			...(plan.changes === undefined
				? []
				: [makePart(plan.changes, '', makeChangesAppendix(view, plan.changes, sheet))])
		],
		head: (page, _pages, part) => makeRunningHead(view, page, part, sheet),
		data: [...listBookData(view, facts), ...makeChangePages(view, sheet).data]
	};
};

/** The chapter on the left, the page as the regulation has it, and on the right the district or, where there is none, the round. */
function makeRunningHead(view: RoundView, page: number, part: RunningPart | null, sheet: Sheet): Content {
	const { margins, sizes } = sheet;
	const about = part === null || part.about === '' ? `จังหวัด${view.province.name} ${view.agreement.round}` : part.about;
	// smaller than the page number, on the same line with it
	const beside: [number, number, number, number] = [0, (sizes.list - sizes.key) * 1.1, 0, 0];
	return {
		columns: [
			{ width: '*', text: part?.chapter ?? '', color: ink.soft, margin: beside },
			{ width: 46, text: `- ${page} -`, alignment: 'center', fontSize: sizes.list },
			{ width: '*', text: about, alignment: 'right', color: ink.soft, margin: beside }
		],
		columnGap: 6,
		fontSize: sizes.key,
		lineHeight: 1.2,
		margin: [margins.left, margins.top - 26, margins.right, 0]
	};
}
