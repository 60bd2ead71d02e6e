// The form while somebody types: sends itself to the draft a moment after the last letter, one sending at a time, and again where
// the network was away. What is typed is never written over by an answer.
import type { Clash } from '$lib/server/entry/merge-draft.ts';
import type { Answered } from './save-sheet.ts';
import type { Live } from './show-live.ts';

export type Saving =
	| { readonly kind: 'still' }
	| { readonly kind: 'typing' }
	| { readonly kind: 'sending' }
	| { readonly kind: 'saved'; readonly at: string }
	/** the network is away; tried again by itself */
	| { readonly kind: 'offline' }
	/** the server does not take it: signed out, or the round is closed to who types */
	| { readonly kind: 'refused' };

/** Milliseconds after the last letter, and between tries without a network. */
const pause = 700;
const again = 5000;

/** What stands in fields by their keys: texts of values and notes, `1` of levels that are ticked. */
export const textsOf = ({ fields, levels }: Live): Record<string, string> =>
	Object.fromEntries([
		...fields.map(({ key, text }) => [key, text] as const),
		...levels.flatMap(({ level, ticked, note }) => [
			[`tick.${level}`, ticked ? '1' : ''] as const,
			[`note.${level}`, note] as const
		])
	]);

export interface KeptForm {
	/** by the keys of fields: what is typed, and what stood there when the server last answered */
	readonly texts: Record<string, string>;
	readonly was: Readonly<Record<string, string>>;
	readonly live: Live;
	readonly saving: Saving;
	readonly clashes: readonly Clash[];
	readonly fileFaults: readonly string[];
	/** begins with the form; gives what ends it */
	attend(form: HTMLFormElement): () => void;
	/** something was typed */
	typed(): void;
	/** a file was chosen or taken out: it goes at once, for who waits for it should see it */
	filed(): Promise<void>;
	/** the form goes as a whole, and nothing by itself any more */
	submitted(): void;
}

const addressOf = () => `${location.pathname}/draft`;

function gather(form: HTMLFormElement, withFiles: boolean): FormData {
	const data = new FormData(form);
	if (withFiles) return data;
	for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
	data.delete('drop');
	return data;
}

/** `opened` and `faults`: what a form that was pressed came back with. */
export function keepSaving(first: Live, opened: readonly Clash[], faults: readonly string[]): KeptForm {
	const stood = textsOf(first);
	const mine = Object.fromEntries(opened.map((clash) => [clash.key, clash.mine]));
	const texts = $state({ ...stood, ...mine });
	const was = $state(stood);
	let live = $state.raw(first);
	let saving = $state.raw<Saving>({ kind: 'still' });
	let clashes = $state.raw(opened);
	let fileFaults = $state.raw(faults);
	let timer: ReturnType<typeof setTimeout> | undefined;
	let busy = false;
	let left = false;
	let form: HTMLFormElement | null = null;

	const isDirty = () => Object.entries(texts).some(([key, text]) => text.trim() !== was[key]);
	// Two people's texts are decided on by a press.
	const mayGo = () => !left && clashes.length === 0;
	const settle = () => (saving = live.saved === null ? { kind: 'still' } : { kind: 'saved', at: live.saved.at });

	function later(delay: number): void {
		clearTimeout(timer);
		timer = setTimeout(() => void send(false), delay);
	}

	function typed(): void {
		if (!mayGo()) return;
		if (saving.kind !== 'offline') saving = { kind: 'typing' };
		later(pause);
	}

	async function send(withFiles: boolean): Promise<void> {
		clearTimeout(timer);
		if (form === null || !mayGo()) return;
		if (busy) {
			timer = setTimeout(() => void send(withFiles), pause);
			return;
		}
		if (!withFiles && !isDirty()) {
			settle();
			return;
		}
		busy = true;
		saving = { kind: 'sending' };
		const sent = { ...texts };
		const goAgain = () => (timer = setTimeout(() => void send(withFiles), again));
		const body = gather(form, withFiles);
		try {
			const answer = await fetch(addressOf(), { method: 'POST', body, headers: { accept: 'application/json' } });
			const taken = [200, 409, 422].includes(answer.status) && !answer.redirected;
			// told to wait: it goes again by itself
			if (answer.status === 429) goAgain();
			else if (taken) take((await answer.json()) as Answered, sent);
			else saving = { kind: 'refused' };
			if (taken && withFiles)
				for (const field of form.querySelectorAll<HTMLInputElement>('input[type=file]')) field.value = '';
		} catch {
			saving = { kind: 'offline' };
			goAgain();
		} finally {
			busy = false;
		}
	}

	function take(answered: Answered, sent: Readonly<Record<string, string>>): void {
		const clashing = answered.clashes.map(({ key }) => key);
		for (const [key, text] of Object.entries(textsOf(answered.live))) {
			if (texts[key] === sent[key] && !clashing.includes(key)) texts[key] = text;
			was[key] = text;
		}
		({ live, clashes, fileFaults } = answered);
		settle();
		if (isDirty()) typed();
	}

	return {
		texts,
		was,
		get live() {
			return live;
		},
		get saving() {
			return saving;
		},
		get clashes() {
			return clashes;
		},
		get fileFaults() {
			return fileFaults;
		},
		attend(element) {
			form = element;
			const online = () => later(0);
			// A page that is left takes along what was typed last.
			const leave = () => {
				if (mayGo() && isDirty()) navigator.sendBeacon(addressOf(), gather(element, false));
			};
			addEventListener('online', online);
			addEventListener('pagehide', leave);
			return () => {
				clearTimeout(timer);
				removeEventListener('online', online);
				removeEventListener('pagehide', leave);
			};
		},
		typed,
		filed: () => send(true),
		submitted() {
			left = true;
			clearTimeout(timer);
		}
	};
}
