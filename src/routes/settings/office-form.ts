// The settings form as text in, settings and complaints out.
import type { Office } from '$lib/ranking/round.ts';
import { textOf } from '$lib/components/form-text.ts';
import { officeSchema } from '$lib/server/office.ts';

export const bandRows = 7;

export interface OfficeForm {
	readonly name: string;
	readonly document_number: string;
	readonly signer: string;
	readonly signer_position: string;
	/** by section */
	readonly shares: Readonly<Record<string, string>>;
	readonly bands: readonly { readonly grade: string; readonly name: string; readonly from: string }[];
}

export function showOffice(office: Office, sections: readonly string[]): OfficeForm {
	return {
		name: office.name,
		document_number: office.document_number ?? '',
		signer: office.signer ?? '',
		signer_position: office.signer_position ?? '',
		shares: Object.fromEntries(sections.map((section) => [section, String(office.shares?.[section] ?? '')])),
		bands: Array.from({ length: bandRows }, (_, i) => {
			const band = office.bands?.[i];
			return { grade: band?.grade ?? '', name: band?.name ?? '', from: band ? String(band.from) : '' };
		})
	};
}

export function readOfficeForm(form: FormData, sections: readonly string[]): OfficeForm {
	const text = (name: string) => textOf(form, name);
	return {
		name: text('name'),
		document_number: text('document_number'),
		signer: text('signer'),
		signer_position: text('signer_position'),
		shares: Object.fromEntries(sections.map((section) => [section, text(`share.${section}`)])),
		bands: Array.from({ length: bandRows }, (_, i) => ({
			grade: text(`grade.${i}`),
			name: text(`grade_name.${i}`),
			from: text(`from.${i}`)
		}))
	};
}

/** Settings, or what is wrong with them by field group. Empty rows and empty shares are left out; none at all means not set. */
export function checkOfficeForm(
	form: OfficeForm
):
	| { readonly office: Office; readonly wrong: null }
	| { readonly office: null; readonly wrong: Readonly<Record<string, string>> } {
	const shares = Object.entries(form.shares).filter(([, share]) => share !== '');
	const bands = form.bands.filter((band) => band.grade !== '' || band.name !== '' || band.from !== '');
	const parsed = officeSchema.safeParse({
		name: form.name,
		document_number: form.document_number,
		signer: form.signer,
		signer_position: form.signer_position,
		shares:
			shares.length === 0 ? null : Object.fromEntries(shares.map(([section, share]) => [section, toNumber(share)])),
		bands: bands.length === 0 ? null : bands.map((band) => ({ ...band, from: toNumber(band.from) }))
	});
	if (parsed.success) return { office: parsed.data, wrong: null };
	const wrong: Record<string, string> = {};
	for (const issue of parsed.error.issues) {
		const field = String(issue.path[0] ?? 'name');
		wrong[field] ??= /[ก-๙]/.test(issue.message) ? issue.message : 'กรอกเป็นตัวเลข เช่น 50 หรือ 79.5';
	}
	return { office: null, wrong };
}

/** NaN where it is no number, which the schema refuses with a sentence. */
const toNumber = (text: string) => (text === '' ? Number.NaN : Number(text));
