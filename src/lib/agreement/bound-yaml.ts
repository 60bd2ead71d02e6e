// What no letter holds and what a reader of YAML spends minutes and gigabytes on: seen before it is parsed.

/** Many times what the longest letter has: 4,535 lines, 5,960 marks, three brackets within one another, 26 columns before a word. */
const MAX_LINES = 20_000;
const MAX_MARKS = 20_000;
const MAX_DEPTH = 50;
const MAX_LEAD = 200;

const LEAD = /^(?:[-?:](?: |$)|\s)*/;

/** The line, from 1, at which a text is too much to be a letter; null where it is not. */
export function findExcess(text: string): number | null {
	let depth = 0;
	let marks = 0;
	for (const [nth, line] of text.split('\n').entries()) {
		if (nth >= MAX_LINES || (LEAD.exec(line)?.[0].length ?? 0) > MAX_LEAD) return nth + 1;
		for (const sign of line) {
			if (sign === '[' || sign === '{') depth += 1;
			else if (sign === ']' || sign === '}') depth = Math.max(0, depth - 1);
			else if (sign !== ',' && sign !== ':') continue;
			marks += 1;
			if (depth > MAX_DEPTH || marks > MAX_MARKS) return nth + 1;
		}
	}
	return null;
}
