import { type Refusal, refuse } from '@hub/decider';
import type { RefusalCode } from '../refusals.js';

/** What is taken: by the ending of the name, what the content must be. Source: common access form, and plain text. */
const taken: Readonly<Record<string, { readonly content: string; readonly mediaType: string }>> = {
  pdf: { content: 'pdf', mediaType: 'application/pdf' },
  doc: { content: 'doc', mediaType: 'application/msword' },
  docx: { content: 'docx', mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  xls: { content: 'xls', mediaType: 'application/vnd.ms-excel' },
  xlsx: { content: 'xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  odt: { content: 'odt', mediaType: 'application/vnd.oasis.opendocument.text' },
  csv: { content: 'text', mediaType: 'text/csv; charset=utf-8' },
  txt: { content: 'text', mediaType: 'text/plain; charset=utf-8' },
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: a name that hides what it is, or that leads elsewhere
const misleading = /[\u0000-\u001f\u007f/\\\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** The declared name, if it can be one: judged before a single byte is stored. */
export function misnamed(name: string | undefined): Refusal<RefusalCode> | undefined {
  if (name === undefined || name.trim() === '' || name.length > 200 || misleading.test(name))
    return refuse('file-name-wrong', { field: 'name', most: 200 });
  return taken[endingOf(name)] ? undefined : notTaken(name);
}

/** Judged by what the content is, not by what the name says; where they differ, both are named. */
export function typeOfFile(name: string, content: string): { mediaType: string } | Refusal<RefusalCode> {
  const declared = endingOf(name);
  const type = taken[declared];
  if (!type) return notTaken(name);
  return type.content === content
    ? { mediaType: type.mediaType }
    : refuse('file-type-mismatch', { field: 'name', declared, content });
}

const endingOf = (name: string): string => (name.includes('.') ? (name.split('.').at(-1) ?? '').toLowerCase() : '');

const notTaken = (name: string) =>
  refuse('file-type-not-taken', { field: 'name', declared: endingOf(name), taken: Object.keys(taken) });
