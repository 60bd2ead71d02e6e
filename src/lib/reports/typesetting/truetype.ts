// Clusters are written as composites of the font's own outlines (composites.ts), which only TrueType outlines allow.

const versions = new Set([0x00010000, 0x74727565]);

/** Tables of a font file by their four letters; null where it is none, or a collection. */
function listTables(bytes: Uint8Array): ReadonlySet<string> | null {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (view.byteLength < 12 || !versions.has(view.getUint32(0))) return null;
	const count = view.getUint16(4);
	if (view.byteLength < 12 + 16 * count) return null;
	const nameAt = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));
	return new Set(Array.from({ length: count }, (_, nth) => nameAt(12 + 16 * nth)));
}

/** @throws where a document can't be set in it. */
export function demandTrueType(bytes: Uint8Array, face: string): void {
	const tables = listTables(bytes);
	if (tables === null) throw new Error(`the ${face} font is not a TrueType file`);
	const missing = ['glyf', 'loca', 'cmap', 'hmtx'].filter((name) => !tables.has(name));
	if (missing.length > 0)
		throw new Error(`the ${face} font has no ${missing.join(', ')}: only TrueType outlines can be set`);
}
