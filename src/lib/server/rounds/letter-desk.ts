// The letter of a round as it lies on the desk: its text, what was put in force before, what the proof finds, and its cases.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../agreement/check.ts';
import { readCases } from '../../agreement/read.ts';
import type { Case } from '../../agreement/cases.ts';
import { proveAgreement } from '../../scoring/prove.ts';
import type { KeptLetter } from '../store/kept-letters.ts';
import { districtsOf, type Letter } from './letters.ts';
import { projectRoot } from '../root.ts';
import type { Store } from '../store/store.ts';

export interface LetterOnDesk {
	readonly letter: Letter;
	/** what the office put in force for the round, the oldest first; empty while the project's own letter is in force */
	readonly versions: readonly KeptLetter[];
	readonly findings: readonly Finding[];
	/** the cases beside the letter; none where it came without */
	readonly cases: readonly Case[];
}

/** A text proves the same each time, and long ones take a while. */
const proved = new Map<string, readonly Finding[]>();

export function openLetter(store: Store, id: string): LetterOnDesk | null {
	const letter = store.shelf().find(id);
	if (letter === null) return null;
	const findings = proved.get(letter.sha256) ?? proveAgreement(letter.agreement, districtsOf(letter));
	proved.set(letter.sha256, findings);
	const versions = store.shelf().versions(id);
	return { letter, versions, findings, cases: versions.length === 0 ? casesBeside(letter) : [] };
}

/** By path: the text that was read, and what it says. */
const casesRead = new Map<string, { readonly text: string; readonly cases: readonly Case[] }>();

function casesBeside({ file }: Letter): readonly Case[] {
	const path = join(projectRoot, file.replace(/\.yaml$/, '.cases.yaml'));
	if (!existsSync(path)) return [];
	const text = readFileSync(path, 'utf8');
	const known = casesRead.get(path);
	if (known?.text === text) return known.cases;
	const { cases } = readCases(text, path);
	casesRead.set(path, { text, cases });
	return cases;
}
