// Copies the text beside the button, whose `data-copy` says what is told then. Without this script the button stays hidden and the text is taken by hand.
/** @type {HTMLButtonElement | null} */
const button = document.querySelector('[data-copy]');
/** @type {HTMLTextAreaElement | HTMLInputElement | null} */
const text = document.querySelector('[data-copied]');
const state = document.querySelector('[data-copy-state]');

if (button && text) {
	button.hidden = false;
	button.addEventListener('click', async () => {
		text.select();
		// An address without TLS has no clipboard: then the old command copies what is selected.
		const done = navigator.clipboard
			? await navigator.clipboard.writeText(text.value).then(
					() => true,
					() => document.execCommand('copy')
				)
			: document.execCommand('copy');
		if (state) state.textContent = done ? button.dataset['copy'] : 'คัดลอกไม่ได้ กด Ctrl+C ขณะข้อความถูกเลือก';
	});
}
