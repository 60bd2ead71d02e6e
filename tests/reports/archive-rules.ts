// What ISO 19005-3 (PDF/A-3) asks of a file at level B, as far as it bears on what we write: each rule finds what is against it.
import { dictionaryOf, nameOf, openReader, type PdfFile, type PdfObject, type PdfValue } from './read-objects.ts';

export interface Judged {
	/** as it is handed out */
	readonly bytes: Uint8Array;
	/** the same as Latin-1 */
	readonly text: string;
	readonly file: PdfFile;
}
/** What is against the rule; empty where nothing is. */
type Rule = (judged: Judged) => readonly string[];

const objectsOf = ({ file }: Judged): readonly PdfObject[] => [...file.objects.values()];
const entriesOf = ({ value }: PdfObject) => dictionaryOf(value);
function follow({ file }: Judged, value: PdfValue | undefined): PdfValue | undefined {
	if (value === null || typeof value !== 'object' || !('kind' in value) || value.kind !== 'reference') return value;
	return file.objects.get(value.number)?.value;
}
const followed = (judged: Judged, value: PdfValue | undefined) => dictionaryOf(follow(judged, value));
const listOf = (value: PdfValue | undefined): readonly PdfValue[] =>
	Array.isArray(value) ? (value as PdfValue[]) : [];
const catalogOf = (judged: Judged) => followed(judged, judged.file.trailer.entries.Root);
const ofType = (judged: Judged, type: string) =>
	objectsOf(judged).filter((object) => nameOf(entriesOf(object).Type) === type);
const streamOf = ({ file }: Judged, value: PdfValue | undefined): Uint8Array => {
	if (value === null || typeof value !== 'object' || !('kind' in value) || value.kind !== 'reference')
		return new Uint8Array();
	return file.objects.get(value.number)?.stream ?? new Uint8Array();
};

/** Every value of every object, those inside others as well, with the number of the object. */
function* walk(judged: Judged): Generator<readonly [number, PdfValue]> {
	function* inside(number: number, value: PdfValue): Generator<readonly [number, PdfValue]> {
		yield [number, value];
		if (Array.isArray(value)) for (const one of value as readonly PdfValue[]) yield* inside(number, one);
		else for (const one of Object.values(dictionaryOf(value))) yield* inside(number, one);
	}
	for (const { number, value } of objectsOf(judged)) yield* inside(number, value);
}
const against = (judged: Judged, isWrong: (value: PdfValue) => string | null): readonly string[] =>
	[...walk(judged)].flatMap(([number, value]) => {
		const wrong = isWrong(value);
		return wrong === null ? [] : [`object ${number}: ${wrong}`];
	});
/** Dictionaries that have one of these keys. */
const without =
	(...keys: readonly string[]): Rule =>
	(judged) =>
		against(judged, (value) => keys.find((key) => key in dictionaryOf(value)) ?? null);

/** What pages draw with, and the pictures and patterns they draw. */
const contentsOf = (judged: Judged): readonly Uint8Array[] => [
	...ofType(judged, 'Page').flatMap((page) => {
		const { Contents: contents } = entriesOf(page);
		const parts = Array.isArray(contents) ? listOf(contents) : [contents];
		return parts.map((part) => streamOf(judged, part));
	}),
	...objectsOf(judged).flatMap((object) =>
		nameOf(entriesOf(object).Subtype) === 'Form' || 'PatternType' in entriesOf(object) ? (object.stream ?? []) : []
	)
];
function readOperators(stream: Uint8Array): readonly string[] {
	const reader = openReader(Buffer.from(stream).toString('latin1'), 0);
	const operators: string[] = [];
	for (let value = reader.read(); value !== undefined; value = reader.read())
		if (value !== null && typeof value === 'object' && 'kind' in value && value.kind === 'operator')
			operators.push(value.operator);
	return operators;
}
const known = new Set(
	'b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y \' "'.split(
		' '
	)
);

/** The tables of a TrueType file: where each begins. */
function readFont(bytes: Uint8Array) {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const tables = new Map<string, number>();
	for (let nth = 0; bytes.length > 0 && nth < view.getUint16(4); nth++) {
		const at = 12 + 16 * nth;
		tables.set(Buffer.from(bytes.subarray(at, at + 4)).toString('latin1'), view.getUint32(at + 8));
	}
	const at = (table: string) => tables.get(table) ?? Number.NaN;
	const metrics = tables.has('hhea') ? view.getUint16(at('hhea') + 34) : 0;
	return {
		tables,
		glyphs: tables.has('maxp') ? view.getUint16(at('maxp') + 4) : 0,
		/** thousandths of an em */
		widthOf: (glyph: number): number =>
			(1000 * view.getUint16(at('hmtx') + 4 * Math.min(glyph, metrics - 1))) / view.getUint16(at('head') + 18)
	};
}

const fontsOf = (judged: Judged) =>
	objectsOf(judged)
		.map(entriesOf)
		.filter((font) => nameOf(font.Subtype) === 'CIDFontType2')
		.map((font) => {
			const descriptor = followed(judged, font.FontDescriptor);
			return { font, descriptor, program: streamOf(judged, descriptor.FontFile2) };
		});

/** Widths as a font's dictionary gives them, by CID: `[first [w w …]]` and `[first last w]` by turns. */
function readWidths(judged: Judged, value: PdfValue | undefined): ReadonlyMap<number, number> {
	const list = listOf(follow(judged, value));
	const widths = new Map<number, number>();
	for (let nth = 0; nth < list.length;) {
		const [first, second] = [Number(list[nth]), follow(judged, list[nth + 1])];
		if (Array.isArray(second)) {
			(second as readonly PdfValue[]).forEach((width, at) => widths.set(first + at, Number(width)));
			nth += 2;
		} else {
			for (let cid = first; cid <= Number(second); cid++) widths.set(cid, Number(list[nth + 2]));
			nth += 3;
		}
	}
	return widths;
}

const metadataOf = (judged: Judged): string =>
	Buffer.from(streamOf(judged, catalogOf(judged).Metadata)).toString('utf8');
const decodeText = (text: string): string =>
	text.startsWith('\xfe\xff') ? Buffer.from(text, 'latin1').swap16().toString('utf16le').slice(1) : text;
const infoOf = (judged: Judged, key: string): string | null => {
	const value = follow(judged, followed(judged, judged.file.trailer.entries.Info)[key]);
	return value !== null && typeof value === 'object' && 'kind' in value && value.kind === 'string'
		? decodeText(value.text)
		: null;
};
const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const when = (text: string) => text.replace(/^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');

const attached = (judged: Judged) =>
	objectsOf(judged)
		.map((object) => [object, entriesOf(object)] as const)
		.filter(([, entries]) => 'EF' in entries);

export const archiveRules: Readonly<Record<string, Rule>> = {
	'6.1.2 begins with its version and a line of bytes that are no text': ({ text }) =>
		/^%PDF-1\.7\r?\n%[\x80-\xff]{4,}\r?\n/.test(text) ? [] : ['head'],
	'6.1.3 ends with its mark, has two names of itself and is not encrypted': ({ text, file: { trailer } }) => [
		...(/%%EOF\r?\n?$/.test(text) ? [] : ['something after the end']),
		...(listOf(trailer.entries.ID).length === 2 ? [] : ['no ID']),
		...('Encrypt' in trailer.entries || /\/Encrypt\b/.test(text) ? ['encrypted'] : [])
	],
	'6.1.7 streams are as long as they say, hold their bytes themselves and are packed in ways that are allowed': (
		judged
	) => [
		...[...judged.text.matchAll(/\/Length (\d+)\b[^>]*?>>\s*?stream(\r?\n)/g)].flatMap((found) => {
			const end = found.index + found[0].length + Number(found[1]);
			return /^\r?\nendstream/.test(judged.text.slice(end, end + 12)) ? [] : [`at ${found.index}`];
		}),
		...[...judged.text.matchAll(/\/Filter\s*\[?\s*\/(\w+)/g)].flatMap(([, filter]) =>
			filter === 'FlateDecode' || filter === 'DCTDecode' ? [] : [filter ?? '']
		),
		...objectsOf(judged).flatMap((object) =>
			object.stream !== null && ['F', 'FFilter', 'FDecodeParms'].some((key) => key in entriesOf(object))
				? [`object ${object.number}: bytes of another file`]
				: []
		)
	],
	'6.1.9 an object begins and ends on lines of its own': ({ text }) =>
		[...text.matchAll(/(^|[^\r\n])?\n?(\d+) (\d+) obj(.)/gs)].flatMap(([whole, , , , after = '']) =>
			/[\r\n]/.test(after) ? [] : [whole]
		),
	'6.1.13 stays within what every reader holds': (judged) => [
		...against(judged, (value) => {
			if (typeof value === 'number')
				return Math.abs(value) > (Number.isInteger(value) ? 2147483647 : 3.403e38) ? String(value) : null;
			if (value === null || typeof value !== 'object' || !('kind' in value)) return null;
			if (value.kind === 'string') return value.text.length > 32767 ? 'a string too long' : null;
			return value.kind === 'name' && value.name.length > 127 ? value.name : null;
		}),
		...(judged.file.objects.size > 8388607 ? ['too many objects'] : []),
		...contentsOf(judged).flatMap((stream, nth) => {
			let [depth, deepest] = [0, 0];
			for (const operator of readOperators(stream)) {
				depth += operator === 'q' ? 1 : operator === 'Q' ? -1 : 0;
				deepest = Math.max(deepest, depth);
			}
			return deepest > 28 || depth !== 0 ? [`page ${nth + 1}: q to a depth of ${deepest}, left at ${depth}`] : [];
		}),
		...ofType(judged, 'Page').flatMap((page) => {
			const [left = 0, bottom = 0, right = 0, top = 0] = listOf(entriesOf(page).MediaBox).map(Number);
			return [right - left, top - bottom].some((side) => side < 3 || side > 14400) ? [`page ${page.number}`] : [];
		})
	],
	'6.2.2 pages draw with operators that the format has': (judged) =>
		contentsOf(judged).flatMap((stream) => readOperators(stream).filter((operator) => !known.has(operator))),
	'6.2.3 says how its colours are meant, once, by a profile of three colours': (judged) => {
		const intents = listOf(follow(judged, catalogOf(judged).OutputIntents)).map((one) => followed(judged, one));
		const [intent = {}] = intents;
		const profile = streamOf(judged, intent.DestOutputProfile);
		const isProfile = Buffer.from(profile.subarray(36, 40)).toString('latin1') === 'acsp';
		return [
			...(intents.length === 1 && nameOf(intent.S) === 'GTS_PDFA1' ? [] : ['no output intent']),
			...('OutputConditionIdentifier' in intent ? [] : ['no name of its condition']),
			...(isProfile && Buffer.from(profile.subarray(16, 20)).toString('latin1') === 'RGB ' ? [] : ['no RGB profile']),
			...(followed(judged, intent.DestOutputProfile).N === 3 ? [] : ['N'])
		];
	},
	'6.2.4 has no colours but those of its profile and grey': (judged) => [
		...contentsOf(judged).flatMap((stream) =>
			readOperators(stream).filter((operator) => operator === 'k' || operator === 'K')
		),
		...against(judged, (value) => (nameOf(value) === 'DeviceCMYK' ? 'DeviceCMYK' : null))
	],
	'6.2.5 sets no curves, halftones or unknown blends': (judged) => [
		...without('TR', 'TR2', 'HTP', 'HTO')(judged),
		...against(judged, (value) => {
			const blend = nameOf(dictionaryOf(value).BM);
			return blend === null || blend === 'Normal' || blend === 'Multiply' ? null : blend;
		})
	],
	'6.2.8 pictures are whole and drawn as they are': (judged) =>
		objectsOf(judged).flatMap((object) => {
			const entries = entriesOf(object);
			if (nameOf(entries.Subtype) !== 'Image') return [];
			const wrong = ['Alternates', 'OPI'].filter((key) => key in entries);
			return [...wrong, ...(entries.Interpolate === true ? ['Interpolate'] : [])];
		}),
	'6.2.9 draws nothing that refers to another file or runs': (judged) => [
		...without('Ref', 'PS', 'Subtype2')(judged),
		...against(judged, (value) => (nameOf(dictionaryOf(value).Subtype) === 'PS' ? 'PostScript' : null))
	],
	'6.2.11.3 a font of many letters says which of them are its glyphs': (judged) =>
		objectsOf(judged)
			.map(entriesOf)
			.filter((font) => nameOf(font.Subtype) === 'Type0')
			.flatMap((font) => {
				const [below] = listOf(follow(judged, font.DescendantFonts)).map((one) => followed(judged, one));
				const map = follow(judged, below?.CIDToGIDMap);
				return [
					...(nameOf(font.Encoding) === 'Identity-H' ? [] : ['Encoding']),
					...(nameOf(map) === 'Identity' || dictionaryOf(map).Length !== undefined ? [] : ['CIDToGIDMap']),
					...(nameOf(font.BaseFont) === nameOf(below?.BaseFont) ? [] : ['BaseFont'])
				];
			}),
	'6.2.11.4 every font is embedded, whole enough to be drawn, and named as a part of one': (judged) => [
		...objectsOf(judged)
			.map(entriesOf)
			.filter((font) => nameOf(font.Type) === 'Font' && !['Type0', 'CIDFontType2'].includes(nameOf(font.Subtype) ?? ''))
			.map((font) => `a font of the kind ${nameOf(font.Subtype) ?? ''}`),
		...fontsOf(judged).flatMap(({ font, descriptor, program }) => [
			...['glyf', 'loca', 'head', 'hhea', 'hmtx', 'maxp'].filter((table) => !readFont(program).tables.has(table)),
			...(/^[A-Z]{6}\+./.test(nameOf(font.BaseFont) ?? '') ? [] : ['no subset by its name']),
			...(nameOf(font.BaseFont) === nameOf(descriptor.FontName) ? [] : ['FontName']),
			...('CIDSet' in descriptor ? ['CIDSet, which would have to be complete'] : [])
		])
	],
	'6.2.11.5 letters are as wide as their font says': (judged) =>
		fontsOf(judged).flatMap(({ font, program }) => {
			const { glyphs, widthOf } = readFont(program);
			const widths = readWidths(judged, font.W);
			return [...widths].flatMap(([cid, width]) => {
				const real = cid < glyphs ? widthOf(cid) : Number.NaN;
				return Math.abs(real - width) <= 1
					? []
					: [`${nameOf(font.BaseFont) ?? ''} ${cid}: ${width}, in the font ${real}`];
			});
		}),
	'6.2.11.7 every font says what its letters read': (judged) =>
		objectsOf(judged)
			.map(entriesOf)
			.filter((font) => nameOf(font.Subtype) === 'Type0' && streamOf(judged, font.ToUnicode).length === 0)
			.map(() => 'no ToUnicode'),
	'6.3 notes on pages are links, are printed, and are never hidden': (judged) =>
		objectsOf(judged).flatMap((object) => {
			const entries = entriesOf(object);
			if (!('Rect' in entries)) return [];
			const flags = Number(entries.F ?? 0);
			const shown = (flags & 4) === 4 && (flags & (1 | 2 | 32 | 256)) === 0;
			return nameOf(entries.Subtype) === 'Link' && shown
				? []
				: [`object ${object.number}: ${nameOf(entries.Subtype) ?? ''} F ${flags}`];
		}),
	'6.4 has no forms, and 6.5 nothing that acts but links': (judged) => [
		...without('AA', 'XFA', 'AcroForm', 'OpenAction', 'JS', 'JavaScript', 'Requirements')(judged),
		...against(judged, (value) => {
			const { S: kind, Type: type } = dictionaryOf(value);
			const acts = [
				'Launch',
				'Sound',
				'Movie',
				'ResetForm',
				'ImportData',
				'JavaScript',
				'SubmitForm',
				'Rendition',
				'Hide'
			];
			return nameOf(type) !== 'StructElem' && acts.includes(nameOf(kind) ?? '') ? nameOf(kind) : null;
		})
	],
	'6.6.2 has metadata that say which part and level of the standard it keeps': (judged) => {
		const metadata = metadataOf(judged);
		return [
			...(/^<\?xpacket begin="\ufeff?" id="W5M0MpCehiHzreSzNTczkc9d"\?>/.test(metadata) ? [] : ['xpacket']),
			...(/<\?xpacket end="[rw]"\?>\s*$/.test(metadata) ? [] : ['end']),
			...(metadata.includes('<pdfaid:part>3</pdfaid:part>') ? [] : ['part']),
			...(metadata.includes('<pdfaid:conformance>B</pdfaid:conformance>') ? [] : ['conformance']),
			...(nameOf(followed(judged, catalogOf(judged).Metadata).Subtype) === 'XML' ? [] : ['Subtype']),
			// a name of any other family would have to be described in the file
			...[...new Set([...metadata.matchAll(/<(\w+):/g)].map(([, family = '']) => family))].filter(
				(family) => !['x', 'rdf', 'dc', 'xmp', 'pdf', 'pdfaid'].includes(family)
			)
		];
	},
	'6.6.3 its metadata agree with what it says of itself elsewhere': (judged) => {
		const metadata = metadataOf(judged);
		const held = (key: string, tag: string, write = escapeXml) => {
			const said = infoOf(judged, key);
			return said === null || metadata.includes(`>${write(said)}</${tag}>`) ? [] : [`${key}: ${said}`];
		};
		return [
			...held('Title', 'rdf:li'),
			...held('Author', 'rdf:li'),
			...held('Creator', 'xmp:CreatorTool'),
			...held('Producer', 'pdf:Producer'),
			...held('Keywords', 'pdf:Keywords'),
			...held('CreationDate', 'xmp:CreateDate', when),
			...held('ModDate', 'xmp:ModifyDate', when),
			...(infoOf(judged, 'Title') === null ? ['no title'] : [])
		];
	},
	'6.8 says of every file in it what it is, what kind, and what it has to do with the document': (judged) => {
		const listed = new Set(
			listOf(follow(judged, catalogOf(judged).AF)).flatMap((one) => (follow(judged, one) ? [JSON.stringify(one)] : []))
		);
		const files = attached(judged);
		return [
			...(files.length === 0 || files.length !== listed.size ? [`${files.length} files, ${listed.size} in AF`] : []),
			...files.flatMap(([{ number }, entries]) => {
				const file = followed(judged, dictionaryOf(entries.EF).F);
				return [
					...(listed.has(JSON.stringify({ kind: 'reference', number })) ? [] : ['AF']),
					...['F', 'UF', 'Desc'].filter((key) => !(key in entries)),
					...(nameOf(entries.AFRelationship) === 'Data' ? [] : ['AFRelationship']),
					...(/^[a-z]+\/[a-z.+-]+$/.test(nameOf(file.Subtype) ?? '') ? [] : ['Subtype']),
					...('ModDate' in followed(judged, file.Params) ? [] : ['ModDate'])
				].map((wrong) => `object ${number}: ${wrong}`);
			})
		];
	},
	'6.9 and 6.10 has no layers and no presentation': without(
		'OCProperties',
		'OCGs',
		'AlternatePresentations',
		'PresSteps'
	)
};
