/** What is wrong with a part of a JSON document, and where: `tables[3].fields[0].name`. */
export interface Problem {
  readonly path: string;
  readonly problem: string;
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Trimmed text; numbers count as text (years, lengths); empty is absent. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return text === '' ? undefined : text;
}

/** One value or several. */
export const listOf = (value: unknown): unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

/** `2011`, `2011-01-01`, `01/01/2011` → `2011`; anything else is not a year and is left out. */
export const yearOf = (value: unknown): string | undefined => /\b(19|20)\d\d\b/.exec(textOf(value) ?? '')?.[0];
