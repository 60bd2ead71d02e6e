// Shows the document anew while the form is filled in. Without this script the buttons of the form do it.
const pause = 500;
const bare = '#toolbar=0&navpanes=0&view=FitH';

const panel = document.querySelector('[data-preview]');
const state = document.querySelector('[data-preview-state]');
const frame = panel?.querySelector('iframe');
const form = panel?.closest('form');
/** @type {HTMLButtonElement[]} */
const buttons = [...(panel?.querySelectorAll('button') ?? [])];

let timer = 0;
let shown = '';
let address = buttons[0]?.formAction ?? '';
/** @type {AbortController | null} */
let asking = null;

/** @param {string} words */
const say = (words) => {
	if (state) state.textContent = words;
};

const show = async () => {
	if (!form || !frame) return;
	asking?.abort();
	asking = new AbortController();
	const { signal } = asking;
	try {
		const answer = await fetch(address, { method: 'POST', body: new FormData(form), signal });
		const isPaper = answer.headers.get('content-type') === 'application/pdf';
		if (!isPaper) {
			const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
			const first = page.querySelector('li')?.textContent;
			say(`ตัวอย่างยังเป็นของค่าก่อนหน้า ${first ?? 'ทำตัวอย่างไม่สำเร็จ'}`);
			return;
		}
		const next = URL.createObjectURL(await answer.blob());
		frame.contentWindow?.location.replace(next + bare);
		if (shown !== '') URL.revokeObjectURL(shown);
		shown = next;
		say('ทำจากค่าในฟอร์มกับข้อมูลของรอบล่าสุด ไม่มีสิ่งใดถูกบันทึก');
	} catch {
		if (!signal.aborted) say('ทำตัวอย่างไม่ได้ เพราะติดต่อโปรแกรมไม่ได้');
	}
};

/** @param {HTMLButtonElement} chosen */
const press = (chosen) => {
	address = chosen.formAction;
	for (const button of buttons) button.setAttribute('aria-pressed', String(button === chosen));
};

if (form && buttons[0]) press(buttons[0]);
for (const button of buttons) {
	button.addEventListener('click', (event) => {
		event.preventDefault();
		press(button);
		void show();
	});
}
// what is in the form differs from what was shown at first
if (panel?.getAttribute('data-preview') === 'unsaved') void show();

form?.addEventListener('input', () => {
	clearTimeout(timer);
	timer = window.setTimeout(() => void show(), pause);
});
