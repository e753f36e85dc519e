/** Where a page ended: the key of its last row, so that rows that come in between move nothing. */
export interface Place {
  readonly startsAt: Date;
  readonly id: string;
}

export const placeAfter = ({ startsAt, id }: Place): string =>
  Buffer.from(`${startsAt.toISOString()} ${id}`).toString('base64url');

/** The place that a page begins after; nothing where the text was not one of ours. */
export function placeIn(text: string): Place | undefined {
  const [instant = '', id = ''] = Buffer.from(text, 'base64url').toString().split(' ');
  const startsAt = new Date(instant);
  return Number.isNaN(startsAt.getTime()) || !id ? undefined : { startsAt, id };
}
