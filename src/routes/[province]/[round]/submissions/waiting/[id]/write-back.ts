// What has to be put right, as a message that can be sent to whoever sent the files.
import { sayPlace } from '$lib/components/place.ts';
import type { Say } from '$lib/components/say.ts';
import type { Problem } from '$lib/submission/entry.ts';
import type { Question } from '$lib/submission/question.ts';

const isError = ({ severity }: Problem) => severity === 'error';

/** Errors and open questions by file; warnings after them, where there are any. */
export function writeBack(
	say: Say,
	round: string,
	{ problems, questions }: { readonly problems: readonly Problem[]; readonly questions: readonly Question[] }
): string {
	const places = [
		...problems.map(({ at, message, severity }) => ({ at, words: message, must: severity === 'error' })),
		...questions.map(({ at, ask }) => ({ at, words: ask, must: true }))
	];
	const errors = problems.filter(isError).length + questions.length;
	const head = `ตรวจไฟล์ ${say.text(round)} ${errors > 0 ? `ต้องแก้ ${say.text(errors)} จุด` : 'ไม่มีจุดที่ต้องแก้'}`;
	const files = [...Map.groupBy(places, ({ at }) => at.file)].map(([file, of]) => {
		const lines = [...of.filter(({ must }) => must), ...of.filter(({ must }) => !must)].map(
			({ at, words, must }, i) => {
				const where = sayPlace(at);
				return `${say.text(i + 1)}. ${must ? '' : 'ควรดู '}${where === '' ? '' : `${where}: `}${words}`;
			}
		);
		return [file === '' ? 'ทุกไฟล์' : `ไฟล์ ${file}`, ...lines].join('\n');
	});
	const foot = errors > 0 ? ['แก้ในไฟล์เดิมแล้วส่งมาใหม่'] : [];
	return [head, ...files, ...foot].join('\n\n');
}
