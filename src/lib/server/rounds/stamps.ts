// Short marks of values: equal for the same values, whoever sent them and however they were written.
import type { SentResult } from '../../ranking/way-sent.ts';
import { valueKeyOf } from '../imports/changes.ts';
import { sha256 } from '../store/durable.ts';
import type { Entry } from '../../submission/entry.ts';

/** What was sent and cannot be used is told apart by how it was written. */
const lineOf = ({ input, value, text }: Pick<Entry, 'input' | 'value' | 'text'>) =>
	JSON.stringify([input, value.kind, value.kind === 'bad' ? text : valueKeyOf(value)]);

/** 16 hexadecimal digits; `values` in the order of their inputs. */
export const stampOf = ({ values }: { readonly values: readonly Pick<Entry, 'input' | 'value' | 'text'>[] }): string =>
	sha256(values.map(lineOf).join('\n')).slice(0, 16);

export const stampAll = (sent: ReadonlyMap<string, SentResult>): ReadonlyMap<string, string> =>
	new Map([...sent].map(([key, result]) => [key, stampOf(result)]));
