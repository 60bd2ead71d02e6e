// An outcome as it is written inside a chart, where the picture already says what it is.
import type { Outcome } from '../scoring/results.ts';

const colours: Readonly<Record<string, string>> = { green: 'เขียว', yellow: 'เหลือง', red: 'แดง' };

/** 3, A, เขียว */
export const sayShort = (outcome: Outcome): string =>
	typeof outcome === 'number' ? String(outcome) : (colours[outcome] ?? outcome);
