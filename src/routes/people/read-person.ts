import { textOf } from '$lib/components/form-text.ts';

/** What a form gives of a person, as it was typed. */
export interface TypedPerson {
	readonly name: string;
	readonly email: string;
	readonly role: string;
	readonly province: string;
	readonly groups: readonly string[];
	readonly district: string;
}

export const readPerson = (form: FormData): TypedPerson => ({
	name: textOf(form, 'name'),
	email: textOf(form, 'email'),
	role: textOf(form, 'role'),
	province: textOf(form, 'province'),
	groups: [...form.getAll('groups'), ...textOf(form, 'more').split(',')]
		.map((group) => (typeof group === 'string' ? group.trim() : ''))
		.filter((group) => group !== ''),
	district: textOf(form, 'district')
});
