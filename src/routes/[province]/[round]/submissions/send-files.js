// Sends the files with a bar that shows how far it is, and takes files and folders that are dropped on the form. Without this script
// the form sends itself.
/** @type {HTMLFormElement | null} */
const form = document.querySelector('[data-send]');
/** A shorter wait needs no bar. */
const shortWait = 400;

/** @param {FormData} data */
function send(data) {
	if (!form) return;
	const box = form.querySelector('[data-progress]');
	const bar = form.querySelector('progress');
	const words = form.querySelector('[data-progress-words]');
	const button = form.querySelector('button');
	if (!(box instanceof HTMLElement) || !bar || !words || !button) return;
	const request = new XMLHttpRequest();
	const show = setTimeout(() => (box.hidden = false), shortWait);
	/** @param {string} text */
	const tell = (text) => {
		if (words.textContent !== text) words.textContent = text;
	};
	button.disabled = true;
	request.open('POST', form.action);
	request.setRequestHeader('accept', 'text/html');
	request.upload.addEventListener('progress', ({ lengthComputable, loaded, total }) => {
		if (!lengthComputable) return;
		bar.value = (100 * loaded) / total;
		tell(loaded < total ? `ส่งแล้ว ${Math.floor(bar.value / 10) * 10}%` : 'ส่งครบแล้ว กำลังตรวจ');
	});
	request.upload.addEventListener('load', () => {
		bar.removeAttribute('value');
		tell('ส่งครบแล้ว กำลังตรวจ');
	});
	request.addEventListener('load', () => {
		clearTimeout(show);
		if (request.status < 400 && request.responseURL !== form.action) {
			location.assign(request.responseURL);
			return;
		}
		document.open();
		document.write(request.responseText);
		document.close();
	});
	request.addEventListener('error', () => {
		clearTimeout(show);
		box.hidden = false;
		bar.value = 0;
		tell('ส่งไม่สำเร็จ ตรวจการเชื่อมต่อแล้วกดตรวจไฟล์อีกครั้ง');
		button.disabled = false;
	});
	request.send(data);
}

/**
 * All files of what was dropped, folders opened.
 * @param {FileSystemEntry} entry
 * @returns {Promise<readonly (readonly [string, File])[]>}
 */
async function filesOf(entry) {
	if (entry.isFile) {
		const file = await new Promise((resolve, reject) =>
			/** @type {FileSystemFileEntry} */ (entry).file(resolve, reject)
		);
		return [[entry.fullPath.slice(1), /** @type {File} */ (file)]];
	}
	const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
	const found = [];
	for (;;) {
		/** @type {FileSystemEntry[]} */
		const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
		if (some.length === 0) break;
		for (const one of some) found.push(...(await filesOf(one)));
	}
	return found;
}

if (form) {
	for (const hint of form.querySelectorAll('[data-drop]')) if (hint instanceof HTMLElement) hint.hidden = false;
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		send(new FormData(form));
	});
	form.addEventListener('dragover', (event) => {
		event.preventDefault();
		form.classList.add('over');
	});
	form.addEventListener('dragleave', () => form.classList.remove('over'));
	form.addEventListener('drop', (event) => {
		event.preventDefault();
		form.classList.remove('over');
		const entries = [...(event.dataTransfer?.items ?? [])].flatMap((item) => item.webkitGetAsEntry() ?? []);
		const data = new FormData(form);
		data.delete('files');
		void Promise.all(entries.map(filesOf)).then((lists) => {
			// disks list a folder in any order, and of two values the later one counts
			const sorted = lists.flatMap((list) => list.toSorted(([a], [b]) => (a < b ? -1 : 1)));
			for (const [path, file] of sorted) data.append('files', file, path);
			if (data.has('files')) send(data);
		});
	});
}
