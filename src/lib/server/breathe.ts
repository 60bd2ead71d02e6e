// Work that takes long is done in pieces, and only one piece in each round of the event loop, whoever it is for: between two of
// them whatever else came is answered.
const waiting: (() => void)[] = [];

function goOn(): void {
	waiting.shift()?.();
	if (waiting.length > 0) setImmediate(goOn);
}

/** To be awaited before a piece. */
export function breathe(): Promise<void> {
	return new Promise((resolve) => {
		waiting.push(resolve);
		if (waiting.length === 1) setImmediate(goOn);
	});
}
