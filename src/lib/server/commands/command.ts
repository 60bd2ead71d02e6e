// What a command is: words in, lines out, an exit code; the same at a terminal and inside a running server.
import type { Problem } from '../../submission/entry.ts';
import type { App } from '../app.ts';

/** 0 fine, 1 problems found, 2 wrong use. */
export type Exit = 0 | 1 | 2;

/** The words of a command after its name, checked against what it takes. */
export interface Words {
	readonly names: readonly string[];
	readonly options: Readonly<Record<string, string | undefined>>;
	/** of an option that may be given more than once, each value in its order */
	readonly every: Readonly<Record<string, readonly string[] | undefined>>;
	/** options without a value that were given */
	readonly flags: readonly string[];
	readonly json: boolean;
}

/** Where a command's words go. */
export interface Desk {
	/** what relative paths are relative to */
	readonly cwd: string;
	/** who asks, for the journal */
	readonly who: string;
	/** aborted when whoever asked has gone */
	readonly signal: AbortSignal;
	/** what came in by stdin, where the command reads it; passwords come this way, since words can be seen by others */
	readonly input: string | null;
	/** results, to stdout */
	print(text: string): void;
	/** problems, to stderr */
	tell(problems: readonly Problem[]): void;
	/** remarks that are no problem; to stdout, or to stderr beside JSON */
	remark(text: string): void;
	/** a file made, at an absolute path; the folder it stands in is made where only that is missing */
	write(path: string, bytes: Uint8Array): Promise<void>;
}

interface Shape {
	readonly name: string;
	/** as shown to who used it wrongly */
	readonly usage: string;
	/** how many names it takes */
	readonly least: number;
	readonly most: number;
	/** options with a value */
	readonly options?: readonly string[];
	/** options without a value */
	readonly flags?: readonly string[];
	readonly json?: boolean;
	/** whether it reads stdin */
	readsInput?(words: Words): boolean;
}

/** A command is done without a store, or with the app on it: here or by the server that holds it. */
export type Command =
	| (Shape & { readonly needs: 'nothing'; run(words: Words, desk: Desk): Promise<Exit> })
	| (Shape & {
			readonly needs: 'store';
			/** the store need not be proved whole before (verify and rebuild do that themselves) */
			run(words: Words, desk: Desk, app: App): Promise<Exit>;
			/** what it has to say of a store that is refused when it is opened; without it the refusal is all */
			unopened?(words: Words, desk: Desk, store: string, refused: readonly Problem[]): Promise<Exit>;
	  });
