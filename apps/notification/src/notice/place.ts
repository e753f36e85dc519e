/** A place in a list: what comes after it is the next page, whatever was added in the meantime. */
export interface Place {
  readonly later: boolean;
  readonly at: string;
  readonly id: string;
}

export const placeAfter = ({ later, at, id }: { later: boolean; at: Date; id: string }): string =>
  Buffer.from(`${later ? 1 : 0} ${at.toISOString()} ${id}`).toString('base64url');

/** The place that a text names; the beginning when it names none. */
export function placeOf(text: string): Place | undefined {
  const [later, at, id] = Buffer.from(text, 'base64url').toString().split(' ');
  if (!at || !id || Number.isNaN(Date.parse(at))) return undefined;
  return { later: later === '1', at, id };
}
