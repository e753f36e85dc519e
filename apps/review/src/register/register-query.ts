import type { RegisterFilters } from './register.inputs.js';
import { confidential } from './register-row.js';

export interface Place {
  readonly receivedAt: string;
  readonly id: string;
}

/** Where the next page begins: after the last entry of this one, whatever is received meanwhile. */
export const placeText = ({ receivedAt, id }: Place): string =>
  Buffer.from(JSON.stringify([receivedAt, id])).toString('base64url');

export function placeIn(text: string): Place | undefined {
  try {
    const [receivedAt, id] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown[];
    if (typeof receivedAt !== 'string' || typeof id !== 'string' || Number.isNaN(Date.parse(receivedAt)))
      return undefined;
    return { receivedAt, id };
  } catch {
    return undefined;
  }
}

export type Filters = { readonly [Key in keyof RegisterFilters]?: RegisterFilters[Key] | undefined };

/** The conditions of a search as one WHERE; `now` tells what is overdue. A confidential summary finds nothing. */
export function conditionsOf(filters: Filters, now: Date, after?: Place): { where: string; values: unknown[] } {
  const values: unknown[] = [];
  const value = (one: unknown) => `$${values.push(one)}`;
  const at = () => `${value(now.toISOString())}::timestamptz`;
  const parts = [
    filters.q && foundBy(value(filters.q)),
    filters.procedure && `procedure = ${value(filters.procedure)}`,
    filters.kind && `kind = ${value(filters.kind)}`,
    filters.organisation && `organisation_id = ${value(filters.organisation)}`,
    filters.dataset && `datasets @> ARRAY[${value(filters.dataset)}]`,
    filters.year && `year = ${value(filters.year)}`,
    filters.publication && publication[filters.publication](at),
    filters.results && results[filters.results](at),
    after && `(received_at, id) < (${value(after.receivedAt)}::timestamptz, ${value(after.id)})`,
  ].filter((part): part is string => typeof part === 'string' && part !== '');
  return { where: parts.length > 0 ? `WHERE ${parts.join(' AND ')}` : '', values };
}

const foundBy = (q: string) => `(search_fr @@ websearch_to_tsquery('french', without_accents(${q}))
  OR search_en @@ websearch_to_tsquery('english', without_accents(${q})))
  AND NOT (summary_fr IS NOT NULL AND ${confidential})`;

type Condition = (at: () => string) => string;

const publication: Record<'OVERDUE' | 'PUBLISHED' | 'DUE', Condition> = {
  PUBLISHED: () => 'decision_published_at IS NOT NULL',
  DUE: (at) => `publication_due_at >= ${at()} AND decision_published_at IS NULL`,
  OVERDUE: (at) => `publication_due_at < ${at()} AND decision_published_at IS NULL`,
};

const results: Record<'OVERDUE' | 'PUBLISHED' | 'DUE', Condition> = {
  PUBLISHED: () => `result_status = 'PUBLISHED'`,
  DUE: (at) => `result_status <> 'PUBLISHED' AND result_due_at >= ${at()}`,
  OVERDUE: (at) => `result_status <> 'PUBLISHED' AND result_due_at < ${at()}`,
};
