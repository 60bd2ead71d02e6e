// The settings form as text in, settings and complaints out. A field is named by its place in office.yaml.
import { textOf } from '$lib/components/form-text.ts';
import type { Emblem, Office } from '$lib/ranking/round.ts';
import { officeSchema, sayIssue } from '$lib/server/office/office.ts';
import { say } from '$lib/server/sentences.ts';
import { toArabicDigits } from '$lib/thai/digits.ts';

export const bandRows = 7;

/** Fields that hold one line of text or a number, as they were typed. */
export const lineFields = [
	'name',
	'document_number',
	'signer',
	'signer_position',
	'paper.margins.top',
	'paper.margins.right',
	'paper.margins.bottom',
	'paper.margins.left',
	'paper.indent',
	'paper.sizes.title',
	'paper.sizes.label',
	'paper.sizes.body',
	'paper.digits',
	'paper.secrecy',
	'paper.address',
	'paper.contact'
] as const;
export type LineField = (typeof lineFields)[number];

export interface OfficeForm {
	readonly lines: Readonly<Record<LineField, string>>;
	readonly draft: boolean;
	/** by section */
	readonly shares: Readonly<Record<string, string>>;
	readonly bands: readonly { readonly grade: string; readonly name: string; readonly from: string }[];
}

/** What is wrong, by field: its name, or that of the group it stands in. */
export type Wrong = Readonly<Record<string, string>>;

export function showOffice(office: Office, sections: readonly string[]): OfficeForm {
	const { paper } = office;
	return {
		lines: {
			name: office.name,
			document_number: office.document_number ?? '',
			signer: office.signer ?? '',
			signer_position: office.signer_position ?? '',
			'paper.margins.top': String(paper.margins.top),
			'paper.margins.right': String(paper.margins.right),
			'paper.margins.bottom': String(paper.margins.bottom),
			'paper.margins.left': String(paper.margins.left),
			'paper.indent': String(paper.indent),
			'paper.sizes.title': String(paper.sizes.title),
			'paper.sizes.label': String(paper.sizes.label),
			'paper.sizes.body': String(paper.sizes.body),
			'paper.digits': paper.digits,
			'paper.secrecy': paper.secrecy ?? '',
			'paper.address': paper.address.join('\n'),
			'paper.contact': paper.contact.join('\n')
		},
		draft: paper.draft,
		shares: Object.fromEntries(sections.map((section) => [section, String(office.shares?.[section] ?? '')])),
		bands: Array.from({ length: bandRows }, (_, i) => {
			const band = office.bands?.[i];
			return { grade: band?.grade ?? '', name: band?.name ?? '', from: band ? String(band.from) : '' };
		})
	};
}

export function readOfficeForm(form: FormData, sections: readonly string[]): OfficeForm {
	return {
		lines: Object.fromEntries(lineFields.map((field) => [field, textOf(form, field)])) as Record<LineField, string>,
		draft: form.has('paper.draft'),
		shares: Object.fromEntries(sections.map((section) => [section, textOf(form, `share.${section}`)])),
		bands: Array.from({ length: bandRows }, (_, i) => ({
			grade: textOf(form, `grade.${i}`),
			name: textOf(form, `grade_name.${i}`),
			from: textOf(form, `from.${i}`)
		}))
	};
}

/** Settings with this emblem, or what is wrong with them. What is left empty is not set, or as the regulation has it. */
export function checkOfficeForm(
	form: OfficeForm,
	emblem: Emblem | null
): { readonly office: Office; readonly wrong: null } | { readonly office: null; readonly wrong: Wrong } {
	const { lines } = form;
	const shares = Object.entries(form.shares).filter(([, share]) => share !== '');
	const bands = form.bands.filter((band) => band.grade !== '' || band.name !== '' || band.from !== '');
	const parsed = officeSchema.safeParse({
		name: lines.name,
		document_number: lines.document_number,
		signer: lines.signer,
		signer_position: lines.signer_position,
		shares:
			shares.length === 0 ? null : Object.fromEntries(shares.map(([section, share]) => [section, toNumber(share)])),
		bands: bands.length === 0 ? null : bands.map((band) => ({ ...band, from: toNumber(band.from) })),
		paper: {
			digits: lines['paper.digits'] === '' ? undefined : lines['paper.digits'],
			margins: {
				top: toMeasure(lines['paper.margins.top']),
				right: toMeasure(lines['paper.margins.right']),
				bottom: toMeasure(lines['paper.margins.bottom']),
				left: toMeasure(lines['paper.margins.left'])
			},
			sizes: {
				title: toMeasure(lines['paper.sizes.title']),
				label: toMeasure(lines['paper.sizes.label']),
				body: toMeasure(lines['paper.sizes.body'])
			},
			indent: toMeasure(lines['paper.indent']),
			draft: form.draft,
			secrecy: lines['paper.secrecy'] === '' ? null : lines['paper.secrecy'],
			address: lines['paper.address'].split('\n'),
			contact: lines['paper.contact'].split('\n')
		}
	});
	if (parsed.success) {
		return { office: { ...parsed.data, paper: { ...parsed.data.paper, emblem } }, wrong: null };
	}
	const wrong: Record<string, string> = {};
	for (const issue of parsed.error.issues) wrong[nameField(issue.path)] ??= sayTrouble(issue);
	return { office: null, wrong };
}

/** Shares, bands and lines of an address are told where their group is. */
function nameField(path: readonly PropertyKey[]): string {
	const [first, ...rest] = path.map(String);
	if (first === undefined) return 'name';
	if (first !== 'paper') return first;
	return rest[0] === 'address' || rest[0] === 'contact' ? `paper.${rest[0]}` : ['paper', ...rest].join('.');
}

function sayTrouble(issue: { readonly code?: string | undefined; readonly message: string }): string {
	const said = sayIssue(issue);
	return said === say.officeShape ? say.paperNumber : said;
}

const toNumber = (text: string) => (text === '' ? Number.NaN : Number(toArabicDigits(text)));
/** NaN where it is no number, which the schema refuses with a sentence. */
const toMeasure = (text: string) => (text === '' ? undefined : toNumber(text));
