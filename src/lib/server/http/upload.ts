// The body of a request, held to bounds while it comes in: how much, in how many parts, how slowly, and how much at once of all.

export interface UploadLimits {
	readonly bytes: number;
	/** fields and files of a form */
	readonly parts: number;
	/** milliseconds without a byte, and for the whole */
	readonly silence: number;
	readonly whole: number;
	/** bytes of all requests together that are held at the same time */
	readonly together: number;
}

export type UploadFault =
	| { readonly kind: 'too_big'; readonly most: number }
	| { readonly kind: 'too_many_parts'; readonly most: number }
	| { readonly kind: 'too_slow' }
	| { readonly kind: 'too_many_at_once' };

const MEGABYTE = 1024 * 1024;
/** For pages that take files. */
export const fileLimits: UploadLimits = {
	bytes: 64 * MEGABYTE,
	parts: 2000,
	silence: 20_000,
	whole: 300_000,
	together: 192 * MEGABYTE
};
/** For all others: a form filled in by hand. */
export const formLimits: UploadLimits = { ...fileLimits, bytes: 4 * MEGABYTE, parts: 20_000 };
/** A document that anybody may ask about: they are small, and whoever works here goes first. */
export const documentLimits: UploadLimits = { ...formLimits, bytes: 24 * MEGABYTE, together: 48 * MEGABYTE, parts: 20 };

/** Bytes of all requests that are being answered. */
let held = 0;

export interface LimitedBody {
	readonly request: Request;
	/** to be called when the request is answered: what it held is free again */
	readonly release: () => void;
}

/** The line that parts of a form are told apart by; null where the body is no form of parts. */
const boundaryOf = (type: string | null): Uint8Array | null => {
	const found = /^multipart\/form-data\b.*?\bboundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type ?? '');
	const boundary = found?.[1] ?? found?.[2];
	return boundary === undefined ? null : Buffer.from(`--${boundary}`);
};

/** Counts how often a mark comes by, also where it is cut between two chunks. */
function countMarks(mark: Uint8Array): (chunk: Uint8Array) => number {
	let tail = Buffer.alloc(0);
	let count = 0;
	return (chunk) => {
		const whole = Buffer.concat([tail, chunk]);
		let at = whole.indexOf(mark);
		let after = 0;
		for (; at >= 0; at = whole.indexOf(mark, after)) {
			count += 1;
			after = at + mark.length;
		}
		tail = whole.subarray(Math.max(after, whole.length - mark.length + 1));
		return count;
	};
}

/**
 * The same request, whose body breaks off with `asError(fault)` as soon as it goes over a limit; what is too large by its own
 * word is not read at all.
 */
export function limitBody(
	request: Request,
	limits: UploadLimits,
	asError: (fault: UploadFault) => unknown
): LimitedBody {
	const { body } = request;
	if (body === null) return { request, release: () => undefined };
	let taken = 0;
	let released = false;
	const release = () => {
		if (!released) held -= taken;
		released = true;
	};
	const boundary = boundaryOf(request.headers.get('content-type'));
	const countParts = boundary === null ? () => 0 : countMarks(boundary);
	const until = Date.now() + limits.whole;
	const reader = body.getReader();

	const nextChunk = async (): Promise<Uint8Array | UploadFault | null> => {
		const wait = Math.min(limits.silence, until - Date.now());
		let timer: NodeJS.Timeout | undefined;
		const silence = new Promise<UploadFault>((resolve) => {
			timer = setTimeout(() => resolve({ kind: 'too_slow' }), Math.max(0, wait));
		});
		const read = await Promise.race([reader.read(), silence]);
		clearTimeout(timer);
		if ('kind' in read) return read;
		if (read.done) return null;
		const chunk: Uint8Array = read.value;
		if (taken + chunk.length > limits.bytes) return { kind: 'too_big', most: limits.bytes };
		if (held + chunk.length > limits.together) return { kind: 'too_many_at_once' };
		if (released) return chunk;
		taken += chunk.length;
		held += chunk.length;
		// the last one closes the form
		return countParts(chunk) > limits.parts + 1 ? { kind: 'too_many_parts', most: limits.parts } : chunk;
	};

	const announced = Number(request.headers.get('content-length') ?? 0);
	const limited = new ReadableStream<Uint8Array>({
		start: (controller) => {
			if (announced > limits.bytes) controller.error(asError({ kind: 'too_big', most: limits.bytes }));
			else if (held + announced > limits.together) controller.error(asError({ kind: 'too_many_at_once' }));
		},
		pull: async (controller) => {
			const chunk = await nextChunk();
			if (chunk === null) controller.close();
			else if ('kind' in chunk) controller.error(asError(chunk));
			else controller.enqueue(chunk);
		},
		cancel: (reason) => reader.cancel(reason)
	});
	// `duplex` is asked for by the standard where a body comes as a stream; TypeScript's types do not know it.
	const options: RequestInit & { duplex: 'half' } = { body: limited, duplex: 'half' };
	return { request: new Request(request, options), release };
}
