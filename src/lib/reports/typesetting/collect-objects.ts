// Takes the objects of a file as they are finished. pdfkit would write each in five pieces to a stream, to be put together and
// read again by who packs them. What is to be squeezed is squeezed in threads of their own while the next pages are drawn.
import { deflate } from 'node:zlib';
import type { Document, Reference } from 'pdfmake/js/PDFDocument.js';
import { PDFDocument } from './pdfmake-parts.ts';
import { writeObject } from './write-object.ts';

export interface SmallObject {
	readonly id: number;
	/** each character is a byte */
	readonly text: string;
}
export interface StreamObject {
	readonly id: number;
	/** its dictionary without the brackets at its end; each character is a byte */
	readonly about: string;
	readonly content: Buffer;
}
export interface Collected {
	readonly header: string;
	readonly small: readonly SmallObject[];
	/** in the order they were finished */
	readonly streams: readonly StreamObject[];
	/** of the table of objects, without brackets */
	readonly trailer: string;
}
interface Collecting {
	header: string;
	readonly small: SmallObject[];
	readonly streams: Promise<StreamObject>[];
	readonly done: PromiseWithResolvers<string>;
}

const level = 9;
export const squeeze = (content: Uint8Array): Promise<Buffer> =>
	new Promise((resolve, reject) => {
		deflate(content, { level }, (error, packed) => (error === null ? resolve(packed) : reject(error)));
	});

const files = new WeakMap<Document, Collecting>();

function fileOf(document: Document): Collecting {
	let file = files.get(document);
	if (file === undefined)
		files.set(document, (file = { header: '', small: [], streams: [], done: Promise.withResolvers() }));
	return file;
}

/** The metadata of an archive must stay readable without the program, and what is squeezed already gains nothing. */
async function packStream(id: number, dictionary: string, content: Buffer): Promise<StreamObject> {
	const about = dictionary.slice(0, -'>>'.length);
	if (about.includes('/Filter') || about.includes('/Type /Metadata')) return { id, about, content };
	const packed = await squeeze(content);
	const told = about.replace(/\/Length \d+/, `/Length ${packed.length}\n/Filter /FlateDecode`);
	return { id, about: told, content: packed };
}

function finish(this: Reference): void {
	const { document, id, data, buffer } = this;
	const file = fileOf(document);
	if (buffer.length === 0) file.small.push({ id, text: writeObject(data) });
	else {
		const content = Buffer.concat(buffer);
		data.Length = content.length;
		file.streams.push(packStream(id, writeObject(data), content));
		this.buffer = [];
	}
	document._refEnd(this);
}

let installed = false;
export function installCollectObjects(): void {
	if (installed) return;
	installed = true;
	const { prototype } = PDFDocument;
	const { ref } = prototype;
	prototype.ref = function (data) {
		const made = ref.call(this, data);
		// the class of references is known by its first
		(Object.getPrototypeOf(made) as { finalize: typeof finish }).finalize = finish;
		prototype.ref = ref;
		return made;
	};
	prototype._write = function (line) {
		fileOf(this).header += `${line}\n`;
	};
	prototype._finalize = function () {
		const table = { Size: this._offsets.length + 1, Root: this._root, Info: this._info, ID: [this._id, this._id] };
		fileOf(this).done.resolve(writeObject(table).slice('<<'.length, -'>>'.length));
	};
}

/** All objects of a document that ends. */
export async function collectObjects(document: Document): Promise<Collected> {
	const { header, small, streams, done } = fileOf(document);
	document.end();
	const trailer = await done.promise;
	return { header, small, streams: await Promise.all(streams), trailer };
}
