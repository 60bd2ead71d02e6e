import type { Place, Problem } from '../../submission/entry.ts';
import { escapeControls } from '../running/log-text.ts';
import { placeWords } from '../sentences.ts';

/** A place as people read it: file, sheet, line, cell. */
export function whereIs({ file, sheet, line, cell }: Place): string {
	return [
		file,
		sheet,
		line === undefined ? null : placeWords.line(line),
		cell === undefined ? null : placeWords.cell(cell)
	]
		.filter((part) => part != null && part !== '')
		.join(' ');
}

/** Problems as lines for stderr: where, what, what to do. */
export function printProblems(problems: readonly Problem[]): string {
	return problems
		.map(({ severity, at, message }) => {
			// a file may be called anything, also two lines
			const where = escapeControls(whereIs(at));
			const head = severity === 'warning' ? `${placeWords.warning} ` : '';
			return `${head}${where === '' ? '' : `${where}: `}${message}\n`;
		})
		.join('');
}
